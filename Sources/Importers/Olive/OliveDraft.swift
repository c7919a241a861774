import IssueFiles
import NewsModel

/// The draft of an issue of Olive ActivePaper: a contents file, and a file for each article, advert or picture.
///
/// It is the one format that names its jumps: `CONTINUATION_TO` and `CONTINUATION_FROM` chain entities, also
/// inside a page and backwards. Without a contents file the entities' own files tell their pages.
func oliveDraft(_ job: ImportJob, _ paths: [String]) throws(ImportNote) -> Draft {
  let contents = job.paths(.oliveContents).first
  var reader = OliveReader(job)
  if let contents, let root = job.xml(contents) {
    reader.takeContents(root, contents)
  } else {
    reader.takeEntities(job.paths(.oliveEntity))
  }
  reader.addItems()
  guard !reader.issue.pages.isEmpty else {
    throw ImportNote(
      file: job.folder.name(of: paths[0]), sentence: "names no page; copy or save it again")
  }
  return try reader.issue.draft()
}

private struct OliveReader {
  private(set) var issue = ScanIssue(format: "Olive PRXML")
  private let job: ImportJob
  private var entities: [OliveEntity] = []
  /// The place of a page by its number in the source.
  private var pages: [String: Int] = [:]

  init(_ job: ImportJob) { self.job = job }

  // MARK: Files

  mutating func takeContents(_ root: MarkupElement, _ path: String) {
    issue.paper = root["PUBLICATION_DESCRIPTION"] ?? root["PUBLICATION"]
    issue.date = root["ISSUE_DATE"].flatMap { CalendarDate(written: $0) }
    issue.language = root["LANGUAGE"].flatMap { LanguageTag(code: $0) }
    let found = root.all("Page")
    job.total = found.reduce(1) { $0 + $1.elements("Entity").count }
    for page in found {
      let number = place(ofPage: page["PAGE_NO"] ?? "\(pages.count + 1)", label: page["PAGE_LABEL"])
      for entry in page.elements("Entity").inDocumentOrder {
        guard let reference = entry["HREF"] ?? entry["ID"],
          let file = Importers.path("Document/" + reference + ".xml", from: path)
        else { continue }
        guard let root = job.xml(file) else { continue }
        take(OliveEntity(root, listed: entry, page: number))
      }
    }
  }

  mutating func takeEntities(_ paths: [String]) {
    let roots = paths.compactMap { job.xml($0) }
    let order = roots.indices.sorted { roots[$0].placeInDocument < roots[$1].placeInDocument }
    let numbers = Array(Set(roots.compactMap { $0["PAGE_NO"] })).inNaturalOrder
    for number in numbers { _ = place(ofPage: number, label: nil) }
    for index in order {
      let root = roots[index]
      let meta = root.element("Meta")
      issue.paper = issue.paper ?? meta?["PUBLICATION"]
      issue.date = issue.date ?? meta?["ISSUE_DATE"].flatMap { CalendarDate(written: $0) }
      let page = place(ofPage: root["PAGE_NO"] ?? "1", label: meta?["PAGE_LABEL"])
      take(OliveEntity(root, listed: nil, page: page))
    }
  }

  private mutating func place(ofPage number: String, label: String?) -> Int {
    let page = pages[number] ?? issue.pages.count
    if page == issue.pages.count { issue.pages.append(ScanPage(file: "page " + number)) }
    pages[number] = page
    issue.pages[page].label = issue.pages[page].label ?? label
    return page
  }

  private mutating func take(_ entity: OliveEntity) {
    var entity = entity
    if let size = entity.pageSize, issue.pages[entity.page].width == 0 {
      (issue.pages[entity.page].width, issue.pages[entity.page].height) = size
    }
    for piece in entity.pieces {
      entity.blocks.append(issue.pages[entity.page].blocks.count)
      issue.pages[entity.page].blocks.append(piece.block)
    }
    entities.append(entity)
  }

  // MARK: Items

  /// Makes an item of each chain of entities.
  mutating func addItems() {
    let names = Dictionary(entities.indices.map { (entities[$0].id, $0) }) { first, _ in first }
    var next: [Int: Int] = [:]
    for (index, entity) in entities.enumerated() {
      if let to = entity.continuesIn.flatMap({ names[$0] }) { next[index] = to }
      if let from = entity.continuesFrom.flatMap({ names[$0] }), next[from] == nil {
        next[from] = index
      }
    }
    let followers = Set(next.values)
    var seen: Set<Int> = []
    for index in entities.indices.filter({ !followers.contains($0) }) + Array(entities.indices) {
      var (chain, place) = ([Int](), Optional(index))
      while let current = place, seen.insert(current).inserted {
        chain.append(current)
        place = next[current]
      }
      if !chain.isEmpty { add(chain.map { entities[$0] }) }
    }
  }

  private mutating func add(_ chain: [OliveEntity]) {
    let first = chain[0]
    var item = ScanItem(id: first.id, kind: first.kind, reason: "Olive " + first.type)
    item.title = first.kind == .article ? first.name : nil
    for entity in chain {
      for (piece, block) in zip(entity.pieces, entity.blocks) {
        let run = ScanRun(page: entity.page, block: block)
        item.pieces.append(ScanPiece(role: piece.role, runs: [run], isOneParagraph: true))
      }
    }
    if !item.pieces.isEmpty || item.title != nil { issue.items.append(item) }
  }
}

extension MarkupElement {
  /// The place of an entity among all of the issue.
  fileprivate var placeInDocument: Int { self["INDEX_IN_DOC"]?.wholeNumber ?? Int.max }
}

extension [MarkupElement] {
  /// By their place in the document, which differs from the order of the contents.
  fileprivate var inDocumentOrder: [MarkupElement] {
    enumerated().sorted {
      ($0.element.placeInDocument, $0.offset) < ($1.element.placeInDocument, $1.offset)
    }.map(\.element)
  }
}
