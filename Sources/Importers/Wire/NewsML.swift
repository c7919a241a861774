import NewsModel

/// An item of NewsML, of the second or the first generation.
struct NewsMLItem {
  private let root: MarkupElement

  /// Takes a `newsItem` or a `NewsItem`.
  init(_ root: MarkupElement) { self.root = root }

  /// The story in NITF inside it, where there is one.
  var story: NITFStory? { root.first("nitf").map { NITFStory($0) } }

  /// Who provides it.
  var provider: String? {
    let provider = root.first("provider") ?? root.first("Provider")
    return provider?.element("name")?.words.nonEmpty ?? provider?.first("Party")?["FormalName"]
  }

  /// The day of this version.
  var date: CalendarDate? {
    let stated = root.first("versionCreated") ?? root.first("ThisRevisionCreated")
    return stated.flatMap {
      CalendarDate(ofFeed: $0.words) ?? CalendarDate(written: String($0.words.prefix(8)))
    }
  }

  /// The language.
  var language: LanguageTag? {
    (root.first("language")?["tag"] ?? root["lang"]).flatMap { LanguageTag(code: $0) }
  }

  /// The article or the picture, without a page.
  func items(_ number: Int, from path: String, _ job: ImportJob) -> [DraftItem] {
    let id = (root["guid"] ?? root.first("NewsItemId")?.words ?? "item-\(number)").lastStep
    if let picture = picture(id, from: path, job) { return [picture] }
    var items = story?.items(id, from: path, job) ?? plainItems(id, from: path, job)
    items[0].takeHeads(of: root)
    return items.filter { !$0.isEmpty }
  }

  /// The text where it is XHTML or plain.
  private func plainItems(_ id: String, from path: String, _ job: ImportJob) -> [DraftItem] {
    var item = DraftItem(id: id, kind: .article, reason: "NewsML")
    let content = root.first("inlineXML") ?? root.first("DataContent")
    let body = content.map { HTMLBody($0) } ?? HTMLBody(text: root.first("inlineData")?.text ?? "")
    let pictures = item.take(body, from: path, job)
    return [item] + pictures
  }

  /// An item that is nothing but a picture.
  private func picture(_ id: String, from path: String, _ job: ImportJob) -> DraftItem? {
    let remote = root.all("remoteContent").filter { $0["contenttype"]?.hasPrefix("image/") == true }
    guard !remote.isEmpty, root.first("inlineXML") == nil else { return nil }
    var item = DraftItem(id: id, kind: .picture, reason: "NewsML picture")
    item.headline = [root.first("headline")?.words].compactMap { $0 }
    item.credit = root.first("creditline")?.words.nonEmpty
    item.parts = [DraftPart(page: 0)]
    let captions = root.all("description").filter { $0["role"]?.hasSuffix("caption") ?? true }
    item.parts[0].blocks = captions.map { Block(.paragraph, $0.words) }
    item.image = remote.lazy.compactMap { $0["href"] }.compactMap { Importers.path($0, from: path) }
      .first { job.folder.holds($0) }
    return item
  }
}

extension DraftItem {
  /// Takes headline, byline and dateline of the description, where the text has none or others.
  fileprivate mutating func takeHeads(of root: MarkupElement) {
    let stated = (root.first("contentMeta")?.first("headline") ?? root.first("HeadLine"))?.words
    let own = headline.joined(separator: " ")
    if let stated = stated?.nonEmpty {
      if stated.letters.contains(own.letters) {
        headline = [stated]
      } else if !own.letters.contains(stated.letters) {
        kicker = stated
      }
    }
    if byline == nil {
      byline = (root.first("contentMeta")?.element("by") ?? root.first("ByLine"))?.words.nonEmpty
    }
    if let dateline = (root.first("contentMeta")?.element("dateline") ?? root.first("DateLine"))?
      .words.nonEmpty,
      !(parts.first?.blocks.first?.text.letters.hasPrefix(dateline.letters) ?? false),
      !parts.isEmpty
    {
      parts[0].blocks.insert(Block(.paragraph, dateline), at: 0)
    }
  }
}
