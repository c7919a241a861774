import IssueFiles
import NewsModel

/// The draft of an issue of the Koninklijke Bibliotheek: MPEG-21 DIDL with ALTO pages.
///
/// Articles are rectangles of pages; the same `article_id` under another page is the rest of the article.
func delpherDraft(_ job: ImportJob, _ paths: [String]) throws(ImportNote) -> Draft {
  for path in paths {
    guard let root = job.xml(path) else { continue }
    let reader = DelpherReader(root, path, job)
    guard !reader.issue.pages.isEmpty else { continue }
    if paths.count > 1 {
      job.note(path, "is read; the folder has \(paths.count - 1) more issues, name one of them")
    }
    return try reader.issue.draft()
  }
  throw ImportNote(
    file: job.folder.name(of: paths[0]), sentence: "names no page; copy or save it again")
}

private struct DelpherReader {
  private(set) var issue = ScanIssue(format: "KB DIDL")
  private let path: String
  /// The place of an article in the issue's items, by its id.
  private var places: [String: Int] = [:]

  init(_ root: MarkupElement, _ path: String, _ job: ImportJob) {
    self.path = path
    let top = root.elements("Item").first ?? root
    takeMetadata(top)
    let pages = top.elements("Item").filter { $0.altoFile != nil }
    job.total = pages.count
    for page in pages { add(page, job) }
  }

  private mutating func takeMetadata(_ item: MarkupElement) {
    guard let data = item.elements("Component").lazy.compactMap({ $0.first("dcx") }).first else {
      return
    }
    issue.paper = data.element("title")?.words.nonEmpty
    issue.date = data.element("date").flatMap { CalendarDate(written: $0.words) }
    let languages = data.elements("language")
    issue.language = languages.count == 1 ? LanguageTag(code: languages[0].words) : nil
  }

  private mutating func add(_ page: MarkupElement, _ job: ImportJob) {
    let number = issue.pages.count
    var scan = ScanPage(file: path)
    if let name = page.altoFile, let file = Importers.path(name, from: path) {
      scan = altoPages(job, file).first ?? ScanPage(file: file)
    }
    scan.label =
      page.elements("Component").lazy.compactMap { $0.first("nativePageNumber")?.words }.first
    issue.pages.append(scan)
    for article in page.elements("Item") { add(article, onPage: number) }
  }

  private mutating func add(_ article: MarkupElement, onPage page: Int) {
    guard let id = article["article_id"] ?? article["identifier"] else { return }
    let runs = issue.pages[page].runs(in: article.all("area").compactMap(\.rectangle), page: page)
    if let place = places[id] {
      issue.items[place].pieces.append(ScanPiece(role: .body, runs: runs))
      return
    }
    let subject = article.first("subject")?.words.lowercased() ?? ""
    var item = ScanItem(id: id, kind: kind(subject), reason: "DIDL " + subject)
    let title = article.first("dcx")?.element("title")?.words ?? ""
    item.title = title.lowercased() == subject || title.isPlaceholderTitle ? nil : title
    item.pieces = [ScanPiece(role: .body, runs: runs)]
    places[id] = issue.items.count
    issue.items.append(item)
  }

  private func kind(_ subject: String) -> DraftItem.Kind {
    if subject.hasPrefix("advertentie") { return .advert }
    if subject.hasPrefix("familiebericht") { return .notice }
    return subject.hasPrefix("illustratie") ? .picture : .article
  }
}

extension MarkupElement {
  /// The name of the ALTO file of a page.
  fileprivate var altoFile: String? {
    for component in elements("Component") {
      let role = component.all("Statement").first { $0["type"] == "role" }?.words
      guard role == "alto" else { continue }
      return component.first("Resource").flatMap { $0["filename"] ?? $0["ref"] }
    }
    return nil
  }

  /// The rectangle that `hpos`, `vpos`, `width` and `height` make.
  fileprivate var rectangle: ScanBox? {
    guard let left = self["hpos"]?.wholeNumber, let top = self["vpos"]?.wholeNumber,
      let width = self["width"]?.wholeNumber, let height = self["height"]?.wholeNumber
    else { return nil }
    return ScanBox(left: left, top: top, width: width, height: height)
  }
}
