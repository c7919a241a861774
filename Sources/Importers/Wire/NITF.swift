import NewsModel

/// A story of a news agency in NITF.
struct NITFStory {
  private let root: MarkupElement

  /// Takes the `nitf` element.
  init(_ root: MarkupElement) { self.root = root }

  /// The label of the printed page, where the paper printed it: section and number.
  var page: String? {
    guard let place = root.first("pubdata") else { return nil }
    let parts = [place["position.section"], place["position.sequence"]].compactMap { $0?.onOneLine }
    return parts.joined().printedPageLabel
  }

  /// The section of the paper.
  var section: String? { root.first("pubdata")?["position.section"]?.onOneLine.nonEmpty }

  /// The paper and the day of issue.
  var paper: String? { root.first("pubdata")?["name"]?.onOneLine.nonEmpty }
  var date: CalendarDate? {
    let stated = root.first("pubdata")?["date.publication"] ?? root.first("date.issue")?["norm"]
    return stated.flatMap {
      CalendarDate(written: String($0.prefix(8))) ?? CalendarDate(ofFeed: $0)
    }
  }

  /// The article, and its pictures, without pages.
  func items(_ id: String, from path: String, _ job: ImportJob) -> [DraftItem] {
    let named = root.first("doc-id")?["id-string"] ?? id
    var item = DraftItem(id: named, kind: .article, reason: "NITF")
    let head = root.first("body.head")
    item.headline = head?.lines(of: "hl1") ?? []
    if item.headline.isEmpty {
      item.headline = root.first("title")?.words.nonEmpty.map { [$0] } ?? []
    }
    item.deck = head?.lines(of: "hl2") ?? []
    item.byline =
      head?.all("byline").map(\.words).filter { !$0.isEmpty }.joined(separator: ", ").nonEmpty
    item.label = root.first("series")?["series.name"]?.onOneLine
    item.tailLine = root.first("body.end")?.words.nonEmpty
    let body = root.first("body.content")
    let text = body.map { HTMLBody($0) { $0.name == "media" } } ?? HTMLBody(text: "")
    var pictures = item.take(text, from: path, job)
    if let dateline = head?.first("dateline")?.words.nonEmpty {
      item.parts[0].blocks.insert(Block(.paragraph, dateline), at: 0)
    }
    if let summary = head?.first("abstract") { item.takeDeck(HTMLBody(summary)) }
    for media in body?.all("media") ?? [] {
      pictures.append(media.picture(of: item.id, pictures.count + 1, from: path, job))
    }
    return [item] + pictures.filter { !$0.isEmpty }
  }
}

extension MarkupElement {
  /// The lines of every element with that name: paragraphs inside one are lines of it.
  fileprivate func lines(of name: String) -> [String] {
    all(name).flatMap { HTMLBody($0).blocks.map(\.text) }
  }

  /// The picture that a `media` element describes.
  fileprivate func picture(
    of parent: String, _ number: Int, from file: String, _ job: ImportJob
  ) -> DraftItem {
    var item = DraftItem(id: "\(parent)-picture-\(number)", kind: .picture, reason: "NITF media")
    item.parent = parent
    item.parts = [DraftPart(page: 0)]
    item.parts[0].blocks = all("media-caption").flatMap { HTMLBody($0).blocks }
    item.credit = all("media-producer").map(\.words).joined(separator: ", ").nonEmpty
    item.image = all("media-reference").lazy.compactMap { $0["source"] }
      .compactMap { path($0, from: file) }.first { job.folder.holds($0) }
    return item
  }
}
