import IssueFiles
import NewsModel

/// The draft of PAGE-XML files, a page each.
///
/// Where lines name articles, as NewsEye's do, these are the items: the same name on the next page is the rest
/// of the article. Else geometry finds them.
func pageXMLDraft(_ job: ImportJob, _ paths: [String]) throws(ImportNote) -> Draft {
  var issue = ScanIssue(format: "PAGE-XML")
  var articles: [(id: String, run: ScanRun)] = []
  let paths = job.pagesOfOneIssue(paths)
  job.total = paths.count
  for path in paths {
    guard let root = job.xml(path), let page = root.first("Page") else { continue }
    let reader = PageXMLReader(page, file: path)
    let number = issue.pages.count
    articles += reader.articles.map { id, run in
      (id, ScanRun(page: number, block: run.block, words: run.words))
    }
    issue.pages.append(reader.page)
  }
  guard !issue.pages.isEmpty else {
    throw ImportNote(
      file: job.folder.name(of: paths[0]), sentence: "has no page; copy or save it again")
  }
  issue.paper = job.titleFromPath(paths[0])
  issue.date = paths.lazy.compactMap { CalendarDate(in: $0) }.first
  if articles.isEmpty {
    issue.segment()
  } else {
    issue.items = items(articles, in: issue.pages)
  }
  return try issue.draft()
}

/// An item for each article, its runs of lines in reading order.
private func items(_ articles: [(id: String, run: ScanRun)], in pages: [ScanPage]) -> [ScanItem] {
  var (items, places) = ([ScanItem](), [String: Int]())
  for (id, run) in articles {
    let place = places[id] ?? items.count
    if place == items.count {
      items.append(ScanItem(id: id, kind: .article, reason: "article of PAGE-XML"))
    }
    places[id] = place
    items[place].add(run)
  }
  for index in items.indices { items[index].findHead(in: pages) }
  return items
}

extension ScanItem {
  /// Adds a run; the lines of a region that follow one another are one piece.
  fileprivate mutating func add(_ run: ScanRun) {
    if let last = pieces.last?.runs.last, last.page == run.page, last.block == run.block,
      let words = last.words, let more = run.words, words.upperBound == more.lowerBound
    {
      pieces[pieces.count - 1].runs = [
        ScanRun(page: run.page, block: run.block, words: words.lowerBound..<more.upperBound)
      ]
    } else {
      pieces.append(ScanPiece(role: .body, runs: [run]))
    }
  }

  /// Takes the first lines for the headline where they look like one: in capitals, or short and without a
  /// full stop before text that is longer.
  fileprivate mutating func findHead(in pages: [ScanPage]) {
    guard let first = pieces.first, let run = first.runs.first, let words = run.words else {
      return
    }
    let lines = pages[run.page].blocks[run.block].lines(of: words)
    let heads = lines.prefix(4).prefix(while: \.looksLikeHead)
    guard !heads.isEmpty, heads.count < lines.count || pieces.count > 1 else { return }
    let end = words.lowerBound + heads.reduce(0) { $0 + $1.words.count }
    let head = ScanRun(page: run.page, block: run.block, words: words.lowerBound..<end)
    let rest = ScanRun(page: run.page, block: run.block, words: end..<words.upperBound)
    pieces[0] = ScanPiece(role: .headline, runs: [head])
    if end < words.upperBound { pieces.insert(ScanPiece(role: .body, runs: [rest]), at: 1) }
  }
}

extension ScanLine {
  /// Whether the line is in capitals: more of them than other letters, and no small one.
  fileprivate var looksLikeHead: Bool {
    let letters = words.flatMap { $0.text.unicodeScalars.filter(\.properties.isAlphabetic) }
    let capitals = letters.count(where: \.properties.isUppercase)
    return letters.count >= 2 && capitals * 10 >= letters.count * 8
  }
}
