import IssueFiles
import NewsModel

/// The draft of a Chinese e-paper site that was saved to disk.
///
/// `Documentation/importing.md` names the families. Pages are found by the list that every page of a site has,
/// articles by the links and areas of a page.
func ePaperDraft(_ job: ImportJob, _ paths: [String]) throws(ImportNote) -> Draft {
  var reader = EPaperReader(job, paths)
  try reader.read()
  return reader.draft
}

private struct EPaperReader {
  private let job: ImportJob
  /// The files of the site, of one day where there are several.
  private let files: Set<String>
  private let order: [String]
  private var trees: [String: MarkupElement] = [:]
  private(set) var draft = Draft(format: "Chinese e-paper")

  init(_ job: ImportJob, _ paths: [String]) {
    self.job = job
    let all = job.files.count == 1 ? job.folder.files().paths : job.files.map(\.path)
    let html = all.filter(\.isHTMLName)
    order = EPaperReader.ofOneDay(html, named: job.files.count == 1 ? paths.first : nil, job)
    files = Set(order)
  }

  /// The files of the newest day, or of the day of a file that was named; those without a day stay.
  private static func ofOneDay(_ paths: [String], named: String?, _ job: ImportJob) -> [String] {
    let dates = paths.map { CalendarDate(in: $0) }
    let days = Set(dates.compactMap { $0 }).sorted()
    guard days.count > 1, let newest = named.flatMap({ CalendarDate(in: $0) }) ?? days.last else {
      return paths
    }
    let others = days.filter { $0 != newest }.suffix(8).map(\.description).joined(separator: ", ")
    job.note(".", "has several days; that of \(newest) is read, name a page of another: \(others)")
    return zip(paths, dates).filter { $0.1 == nil || $0.1 == newest }.map(\.0)
  }

  // MARK: Files

  mutating func read() throws(ImportNote) {
    let pages = try pages()
    job.total = pages.count
    for (index, link) in pages.enumerated() {
      addPage(link, index)
    }
    draft.resolveRefers()
    draft.joinContinuations()
    draft.moveCredits()
    draft.paper = draft.paper ?? job.titleFromPath(order.first ?? ".")
  }

  private mutating func tree(_ path: String) -> MarkupElement? {
    guard files.contains(path) else { return nil }
    if let tree = trees[path] { return tree }
    let tree = job.html(path)
    trees[path] = tree
    return tree
  }

  /// The pages of the issue: the longest list that a file of the site gives; without one, every file that
  /// names articles.
  private mutating func pages() throws(ImportNote) -> [EPaperPage.Link] {
    var best: [EPaperPage.Link] = []
    var pages: [EPaperPage.Link] = []
    for path in order.prefix(2_000) {
      guard let root = tree(path) else { continue }
      if EPaperArticle(root, path: path).isArticle, root.first("area") == nil { continue }
      let page = EPaperPage(root, path: path)
      let list = page.pageList.filter {
        files.contains($0.path) || files.contains(where: { $0.sameFolder(as: page.path) })
      }
      if list.count > best.count { best = list }
      if !page.articles.isEmpty { pages.append(.init(path: path, label: page.title ?? "")) }
    }
    if best.isEmpty { best = pages }
    guard !best.isEmpty else {
      guard let first = order.first(where: { tree($0) != nil }) else {
        throw ImportNote(
          file: job.folder.shown, sentence: "has no page that can be read; save the site again")
      }
      return [.init(path: first, label: "")]
    }
    return best
  }

  // MARK: Pages

  private mutating func addPage(_ link: EPaperPage.Link, _ index: Int) {
    let label = EPaperLabel(link.label)
    var page = DraftPage(label: label?.label, name: label?.name)
    guard let root = tree(link.path) else {
      job.note(link.path, "is not saved; the page stays empty")
      draft.pages.append(page)
      return
    }
    let found = EPaperPage(root, path: link.path)
    if page.label == nil, let own = found.title.flatMap({ EPaperLabel($0) }) {
      (page.label, page.name) = (own.label, own.name)
    }
    draft.pages.append(page)
    if index == 0 { takeMasthead(root) }
    let isSingle = EPaperArticle(root, path: link.path).isArticle && found.articles.isEmpty
    for path in isSingle ? [link.path] : found.articles {
      addArticle(path, index, found.zones[path] ?? [])
    }
  }

  private mutating func addArticle(_ path: String, _ page: Int, _ zones: [Zone]) {
    guard let root = tree(path) else {
      if path.lastStep.contains("content") || path.lastStep.hasPrefix("nw.") {
        job.note(path, "is not saved; this article is missing")
      }
      return
    }
    let article = EPaperArticle(root, path: path)
    guard article.isArticle else { return }
    draft.paper = draft.paper ?? article.paper
    draft.date = draft.date ?? article.date
    var item = DraftItem(article, page: page, zones: zones)
    let pictures = item.takePictures(article, job)
    draft.items += [item] + pictures
  }

  /// Name and day from the title of a page and from the line over it.
  private mutating func takeMasthead(_ root: MarkupElement) {
    let title = root.first("title")?.words ?? ""
    let name = title.prefix(upTo: title.firstRange(of: "第")?.lowerBound ?? title.endIndex)
    draft.paper = draft.paper ?? String(name).paperName.nonEmpty
    let lines = root.all { ["span", "td", "div", "p"].contains($0.name) && $0.elements.count <= 2 }
      .map(\.words).filter { $0.count <= 120 }
    guard let line = lines.first(where: { CalendarDate(in: $0.digitsParted) != nil }) else {
      return
    }
    draft.date = draft.date ?? CalendarDate(in: line.digitsParted)
    for word in line.split(whereSeparator: { $0 == " " || $0 == "\u{3000}" }).map(String.init) {
      if word.hasPrefix("星期") { draft.nameplate.date.weekday = word }
      if word.hasPrefix("农历") { draft.nameplate.date.lunar = word }
      if word.hasSuffix("期"), !word.hasPrefix("星期") { draft.nameplate.number = word }
    }
  }
}

extension Draft {
  /// Finds the articles that pointers mean: on the page they name the one that shares most of their words.
  fileprivate mutating func resolveRefers() {
    for index in items.indices where items[index].kind == .refers {
      for place in items[index].refers.indices {
        let refer = items[index].refers[place]
        guard let page = page(labelled: refer.page) else { continue }
        items[index].refers[place].article = article(like: refer.text, onPage: page)
      }
    }
  }

  private func article(like text: String, onPage page: Int) -> String? {
    let wanted = text.pairsOfLetters
    let scored = items.filter { $0.kind == .article && $0.parts.first?.page == page }.map { item in
      let own = (item.headline + item.deck + [item.kicker ?? ""]).joined().pairsOfLetters
      return (id: item.id, score: wanted.intersection(own).count)
    }
    guard let best = scored.max(by: { $0.score < $1.score }), best.score >= 2 else { return nil }
    return best.id
  }

  /// Moves the lines that name who made a page from its items to the page.
  fileprivate mutating func moveCredits() {
    for item in items where item.kind == .furniture && item.reason == "page credits" {
      let page = item.parts[0].page
      let lines = item.parts[0].blocks.map(\.text)
      pages[page].credits += lines.isEmpty ? item.headline : lines
    }
    items.removeAll { $0.kind == .furniture && $0.reason == "page credits" }
  }
}

extension String {
  /// The pairs of neighbouring letters.
  fileprivate var pairsOfLetters: Set<String> {
    let letters = Array(letters.filter { $0.isLetter || $0.isNumber })
    return Set(zip(letters, letters.dropFirst()).map { String([$0, $1]) })
  }

  /// The name of a paper without what sites put behind it.
  fileprivate var paperName: String {
    var name = onOneLine
    for ending in ["电子版", "数字报刊", "数字报", "电子报", "多媒体", "-", "—", "_", "|"]
    where name.hasSuffix(ending) {
      name = String(name.dropLast(ending.count)).onOneLine
    }
    return name
  }

  fileprivate func sameFolder(as other: String) -> Bool {
    split(separator: "/").dropLast() == other.split(separator: "/").dropLast()
  }
}
