import NewsModel

extension Issue {
  /// Everything that stands in an issue which was made of a text, item by item, each in its reading order.
  var textItems: [TextItem] {
    [mastheadItem].compactMap { $0 }
      + pages.enumerated().flatMap { index, page in
        page.items.flatMap { textItems(of: $0) } + page.creditItems(index)
      }
  }

  private var mastheadItem: TextItem? {
    let plate = nameplate
    let texts: [(String?, String)] = [
      (plate.name, "nameplate"), (plate.subtitle, "latin"), (plate.date.printed, "date"),
      (plate.date.weekday, "calendar"), (plate.date.lunar, "calendar"), (plate.organ, "organ"),
      (plate.registration, "registration"), (plate.number, "issue"),
    ]
    let pieces =
      texts.compactMap { text, role in text.map { TextPiece($0, "masthead", role) } }
      + plate.imprint.map { TextPiece($0, "masthead", $0.hasAddress ? "url" : "service") }
    return TextItem(id: "masthead", type: "masthead", pieces: pieces)
  }

  private func textItems(of item: PageItem) -> [TextItem] {
    switch item {
    case .story(let part): article(part.article).map { [textItem(of: $0)] } ?? []
    case .briefs(let group):
      group.briefs.enumerated().map { index, brief in
        TextItem(
          id: "\(group.id)-\(index + 1)", type: "brief",
          pieces: [
            TextPiece(brief.headline ?? "", "brief", "headline"),
            TextPiece(brief.text, "brief", "body"),
          ])
      }
    case .photo(let photo):
      [
        TextItem(
          id: photo.id, type: "photo",
          pieces: [
            TextPiece(photo.caption, "caption", "caption"),
            TextPiece(photo.credit ?? "", "caption", "credit"),
          ])
      ]
    case .advert(let advert):
      [
        TextItem(
          id: advert.id, type: "advert",
          pieces: advert.lines.map { TextPiece($0, "advert", "advert") })
      ]
    case .refers(let box):
      [
        TextItem(
          id: box.id, type: "refers", pieces: box.refers.map { TextPiece($0.text, "body", "refer") }
        )
      ]
    }
  }

  private func textItem(of article: Article) -> TextItem {
    let isOwned = article.kind != .unowned
    var pieces = [article.label].compactMap { $0 }.map { TextPiece($0, "label", "label") }
    pieces += [article.kicker].compactMap { $0 }.map { TextPiece($0, "heading", "kicker") }
    pieces += article.headline.map { TextPiece($0, "heading", "headline") }
    pieces += article.deck.map { TextPiece($0, "heading", "deck") }
    pieces += [article.byline].compactMap { $0 }.map { TextPiece($0, "byline", "byline") }
    for segment in article.segments {
      pieces += [segment.fromLine].compactMap { $0 }.map { TextPiece($0, "jump", "jump") }
      pieces += segment.blocks.map { block in
        let role = block.role == .crosshead ? "crosshead" : isOwned ? "body" : "unowned"
        return TextPiece(
          block.text, role, role == "crosshead" ? role : isOwned ? "body" : "unowned")
      }
      if let jump = segment.jump, let line = jump.toLine {
        pieces.append(TextPiece(line, "jump", "jump", page: jump.page))
      }
    }
    let last = article.segments.last
    let openEnd = last?.jump == nil && (last?.blocks.last?.text.breaksOff ?? false)
    return TextItem(
      id: article.id, type: isOwned ? "article" : "unowned", pieces: pieces, openEnd: openEnd)
  }
}

extension Page {
  fileprivate func creditItems(_ index: Int) -> [TextItem] {
    let folio = TextItem(
      id: "folio-\(index + 1)", type: "folio",
      pieces: ["第\(label)版", name ?? ""].map { TextPiece($0, "folio", "folio") })
    let credits = credits.map { TextPiece($0, "folio", "credits") }
    return [folio]
      + (credits.isEmpty
        ? [] : [TextItem(id: "credits-\(index + 1)", type: "credits", pieces: credits)])
  }
}

extension String {
  /// Whether the text names a place in the net.
  fileprivate var hasAddress: Bool {
    let text = lowercased()
    return text.holds("http") || text.holds("www.")
  }
}
