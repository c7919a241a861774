import NewsModel

extension DraftItem {
  /// The item that an article of a site is: an article, or one of the things that sites file as articles.
  init(_ article: EPaperArticle, page: Int, zones: [Zone]) {
    self.init(id: article.id, kind: .article, reason: "e-paper article")
    (kicker, headline, deck, byline) = (
      article.kicker, article.headline, article.deck, article.byline
    )
    parts = [DraftPart(page: page, blocks: article.blocks, zones: zones)]
    parts[0].sources = [article.path]
    takeBylineFromText()
    tellKind(hasPictures: !article.pictures.isEmpty)
  }

  /// `■ 本报记者 江树` as the first paragraph is the byline.
  private mutating func takeBylineFromText() {
    guard byline == nil, let first = parts[0].blocks.first?.text, first.hasPrefix("■"),
      first.count <= 40
    else { return }
    byline = String(first.dropFirst()).asByline
    parts[0].blocks.removeFirst()
  }

  private mutating func tellKind(hasPictures: Bool) {
    let title = headline.joined().letters
    let text = parts[0].blocks.map(\.text)
    if ["广告", "公益广告", "分类广告"].contains(title) {
      (kind, reason) = (.advert, "e-paper advert")
    } else if title.isPageCredits || text.count == 1 && text[0].letters.isPageCredits {
      (kind, reason) = (.furniture, "page credits")
    } else if takeRefers() {
      (kind, reason) = (.refers, "pointers")
    } else if hasPictures && text.isEmpty || ["图片新闻", "图片报道"].contains(title) {
      (kind, reason) = (.picture, "e-paper picture")
    }
  }

  /// Takes the pointers of a box of contents, or of an item whose whole text is one: `（A04）`.
  private mutating func takeRefers() -> Bool {
    let texts = parts[0].blocks.map(\.text)
    let title = headline.joined().letters
    if texts.count == 1, let line = JumpLine(paragraph: texts[0]), line.kind == .refer,
      let page = line.pages.first
    {
      refers = [Refer(text: headline.joined(separator: " "), page: "\(PageLabel(page))")]
      (headline, parts[0].blocks) = ([], [])
      return true
    }
    guard ["导读", "今日导读", "要闻导读", "导读版", "内页导读", "今日看点"].contains(title) else { return false }
    let found = texts.map { $0.asRefer }
    guard !found.isEmpty, !found.contains(nil) else { return false }
    refers = found.compactMap { $0 }
    parts[0].blocks = []
    return true
  }

  /// The pictures of an article as items, and captions that stand in its text: a short paragraph that ends
  /// with who took the picture.
  mutating func takePictures(_ article: EPaperArticle, _ job: ImportJob) -> [DraftItem] {
    var captions = article.pictures.map { (caption: $0.caption, source: $0.source) }
    if kind == .article {
      let inText = parts[0].blocks.indices.filter { parts[0].blocks[$0].text.isCaption }
      captions += inText.map { (parts[0].blocks[$0].text, "") }
      for index in inText.reversed() { parts[0].blocks.remove(at: index) }
    }
    let images = captions.map { caption in
      path(caption.source, from: article.path).flatMap { job.folder.holds($0) ? $0 : nil }
    }
    if kind == .picture {
      image = images.lazy.compactMap { $0 }.first
      parts[0].blocks += captions.map { Block(.paragraph, $0.caption) }.filter { !$0.text.isEmpty }
      return []
    }
    return captions.indices.compactMap { index in
      var item = DraftItem(
        id: "\(id)-\(index + 1)", kind: .picture, reason: "picture of the article")
      item.parent = id
      item.image = images[index]
      item.parts = [DraftPart(page: parts[0].page)]
      if !captions[index].caption.isEmpty {
        item.parts[0].blocks = [Block(.paragraph, captions[index].caption)]
      }
      return item.isEmpty ? nil : item
    }
  }
}

extension String {
  /// Whether the letters are those of the line that names who made the page.
  fileprivate var isPageCredits: Bool {
    guard count <= 60 else { return false }
    return ["本版责编", "本版编辑", "责任编辑", "责编：", "责编:", "版式设计：", "本版主编"]
      .contains { hasPrefix($0) }
  }

  /// Whether a paragraph is a caption with its credit.
  fileprivate var isCaption: Bool {
    guard count <= 120 else { return false }
    let end = trimmedOfBlanks.drop { $0 == "（" }.reversed().drop { "）)。 \u{3000}".contains($0) }
    return end.first == "摄" || hasPrefix("图为") && count <= 80
  }

  /// A line of a box of contents: words, then the page: `公交试点满月　02版`.
  fileprivate var asRefer: Refer? {
    guard
      let match = firstMatch(
        of: /^(.+?)[\s　…·.]*[（(]?\s*第?\s*([A-Za-z]{0,2}\d{1,3})\s*版?\s*[）)]?$/),
      let page = String(match.output.2).printedPageLabel
    else { return nil }
    return Refer(text: String(match.output.1).trimmedOfBlanks, page: page)
  }
}
