import IssueFiles
import NewsModel

/// The draft of an EPUB: the documents of its spine are articles, in the order of the book.
///
/// A book has no pages: they are made of its chapters, and the composer makes the jumps. A book that is
/// protected is refused.
func epubDraft(_ job: ImportJob, _ paths: [String]) throws(ImportNote) -> Draft {
  guard let (package, path) = package(job, paths) else {
    throw ImportNote(file: job.folder.name(of: paths[0]), sentence: "names no book; save it again")
  }
  guard !isProtected(job) else {
    throw ImportNote(
      file: job.folder.shown, sentence: "is protected against copying, and cannot be read")
  }
  var draft = Draft(format: "EPUB")
  let data = package.element("metadata")
  draft.paper = data?.element("title")?.words.nonEmpty ?? job.titleFromPath(path)
  draft.date = data?.element("date").flatMap { CalendarDate(ofFeed: $0.words) }
  draft.language = data?.element("language").flatMap { LanguageTag(code: $0.words) }
  let files = spine(package, path)
  job.total = files.count
  draft.addPages(for: files.enumerated().flatMap { chapter($1, $0, job) }, named: nil)
  guard !draft.pages.isEmpty else {
    throw ImportNote(
      file: job.folder.shown, sentence: "is a book without text; its pages may be pictures")
  }
  let author = data?.all("creator").map(\.words).filter { !$0.isEmpty }.joined(separator: ", ")
  draft.nameplate.subtitle = author?.nonEmpty
  return draft
}

/// The package document, and where it lies.
private func package(_ job: ImportJob, _ paths: [String]) -> (MarkupElement, String)? {
  for path in paths {
    guard let root = job.xml(path) else { continue }
    if root.name == "package" { return (root, path) }
    guard let inner = root.first("rootfile")?["full-path"],
      let file = Importers.path(inner, from: path.lastStep), let package = job.xml(file)
    else { continue }
    return (package, file)
  }
  return nil
}

/// Whether texts of the book are encrypted; fonts may be.
private func isProtected(_ job: ImportJob) -> Bool {
  guard job.folder.holds("META-INF/encryption.xml"), let root = job.xml("META-INF/encryption.xml")
  else {
    return job.folder.holds("META-INF/rights.xml")
  }
  return root.all("CipherReference").contains { $0["URI"]?.isHTMLName ?? false }
}

/// The documents in the order of the book.
private func spine(_ package: MarkupElement, _ path: String) -> [String] {
  let items = package.element("manifest")?.elements("item") ?? []
  let files = Dictionary(items.compactMap { item in item["id"].map { ($0, item) } }) { first, _ in
    first
  }
  return (package.element("spine")?.elements("itemref") ?? []).compactMap { reference in
    guard let item = reference["idref"].flatMap({ files[$0] }),
      item["properties"]?.contains("nav") != true
    else { return nil }
    return item["href"].flatMap { Importers.path($0, from: path) }
  }
}

/// A document of the spine as an article, with its pictures.
private func chapter(_ path: String, _ number: Int, _ job: ImportJob) -> [DraftItem] {
  guard let root = job.html(path) else { return [] }
  var item = DraftItem(id: "chapter-\(number + 1)", kind: .article, reason: "document of the book")
  let pictures = item.take(HTMLBody(root), from: path, job)
  item.takeHeadFromText()
  return [item].filter { !$0.isEmpty } + pictures
}

extension DraftItem {
  /// Takes the crossheads with which the text begins for headline and deck.
  mutating func takeHeadFromText() {
    guard headline.isEmpty, !parts.isEmpty else { return }
    let heads = parts[0].blocks.prefix { $0.role == .crosshead }.prefix(3)
    guard let first = heads.first else { return }
    headline = [first.text]
    deck = heads.dropFirst().map(\.text)
    parts[0].blocks.removeFirst(heads.count)
  }
}
