import IssueFiles
import NewsModel

/// The draft of feeds: RSS, Atom, RDF and JSON Feed.
///
/// Each feed begins a page of its own, its entries are articles.
func feedDraft(_ job: ImportJob, _ paths: [String]) throws(ImportNote) -> Draft {
  var draft = Draft(format: "Feed")
  job.total = paths.count
  for path in paths {
    guard let feed = feed(job, path) else { continue }
    draft.paper = draft.paper ?? feed.title
    draft.date = draft.date ?? feed.date
    draft.language = draft.language ?? feed.language
    draft.addPages(for: feed.items(from: path, job), named: paths.count > 1 ? feed.title : nil)
  }
  guard !draft.pages.isEmpty else {
    throw ImportNote(
      file: job.folder.name(of: paths[0]), sentence: "is a feed without an entry; save it again")
  }
  draft.paper = draft.paper ?? job.titleFromPath(paths[0])
  return draft
}

private func feed(_ job: ImportJob, _ path: String) -> Feed? {
  guard job.files.first(where: { $0.path == path })?.kind == .jsonFeed else {
    return job.xml(path).map { Feed(xml: $0) }
  }
  guard let bytes = try? job.bytes(of: path), let tree = JSONTree.read(bytes) else {
    job.note(path, "is no JSON; save it again")
    return nil
  }
  return Feed(json: tree)
}

/// A feed, whatever it was written in.
struct Feed {
  /// An entry of it.
  struct Entry {
    var title: String?
    var author: String?
    var summary: String?
    var content: String?
    /// The content as elements, where it is XHTML.
    var markup: MarkupElement?
    var link: String?
    var id: String?
    var date: CalendarDate?
  }

  var title: String?
  var date: CalendarDate?
  var language: LanguageTag?
  var entries: [Entry] = []
}

extension Feed {
  /// The articles, and the pictures of their texts behind each.
  func items(from path: String, _ job: ImportJob) -> [DraftItem] {
    entries.enumerated().flatMap { index, entry in entry.items(index, path, job) }
  }

  /// Reads RSS, RDF or Atom.
  init(xml root: MarkupElement) {
    let head = root.element("channel") ?? root
    title = head.element("title")?.words.nonEmpty
    language = (head.element("language")?.words ?? root["lang"]).flatMap { LanguageTag(code: $0) }
    entries = root.all { $0.name == "item" || $0.name == "entry" }.map { Entry(xml: $0) }
    let names = ["pubDate", "lastBuildDate", "updated", "date", "modified"]
    date =
      names.lazy.compactMap { head.element($0).flatMap { CalendarDate(ofFeed: $0.words) } }.first
      ?? entries.compactMap(\.date).max()
  }

  /// Reads JSON Feed.
  init(json tree: JSONTree) {
    title = tree["title"]?.string
    language = tree["language"]?.string.flatMap { LanguageTag(code: $0) }
    entries = tree.items("items").map { Entry(json: $0) }
    date = entries.compactMap(\.date).max()
  }
}

extension Feed.Entry {
  fileprivate init(xml entry: MarkupElement) {
    func text(_ names: String...) -> String? {
      names.lazy.compactMap { entry.element($0)?.text }.first { !$0.onOneLine.isEmpty }
    }
    title = text("title").map { HTMLBody(text: $0).blocks.map(\.text).joined(separator: " ") }
    let person = entry.element("author")
    author = person?.element("name")?.words ?? text("creator", "author")?.onOneLine
    summary = text("description", "summary")
    content = text("encoded", "content")
    markup = entry.element("content").flatMap { $0.elements.isEmpty ? nil : $0 }
    let links = entry.elements("link")
    let main = links.first { ($0["rel"] ?? "alternate") == "alternate" } ?? links.first
    link = main?["href"] ?? main?.words.nonEmpty
    id = text("guid", "id")?.onOneLine
    date = text("pubDate", "published", "updated", "date", "issued")
      .flatMap { CalendarDate(ofFeed: $0.onOneLine) }
  }

  fileprivate init(json entry: JSONTree) {
    title = entry["title"]?.string
    let authors = entry.items("authors") + entry.items("author")
    author = authors.compactMap { $0["name"]?.string }.unique.joined(separator: ", ").nonEmpty
    summary = entry["summary"]?.longText
    content = entry["content_html"]?.longText ?? entry["content_text"]?.longText
    link = entry["url"]?.string ?? entry["external_url"]?.string
    id = entry["id"]?.string
    date = entry["date_published"]?.string.flatMap { CalendarDate(ofFeed: $0) }
  }

  /// The article, and its pictures.
  fileprivate func items(_ index: Int, _ path: String, _ job: ImportJob) -> [DraftItem] {
    var item = DraftItem(
      id: id?.lastStep ?? "entry-\(index + 1)", kind: .article, reason: "entry of a feed")
    item.headline = [title].compactMap { $0?.nonEmpty }
    item.byline = author?.nonEmpty
    let body = markup.map { HTMLBody($0) } ?? HTMLBody(text: content ?? summary ?? "")
    let pictures = item.take(body, from: path, job)
    if content != nil || markup != nil, let summary { item.takeDeck(HTMLBody(text: summary)) }
    if item.letters == 0, let link { item.parts[0].blocks = [Block(.paragraph, link)] }
    return [item] + pictures
  }
}

extension DraftItem {
  /// Takes a summary for the deck, unless the text says the same.
  mutating func takeDeck(_ summary: HTMLBody) {
    let text = parts.flatMap { $0.blocks.map(\.text.letters) }.joined()
    let said = summary.blocks.map(\.text.letters).joined()
    let shown = said.unicodeScalars.last == "…" ? String(said.dropLast()) : said
    guard !shown.isEmpty, !text.contains(shown) else { return }
    deck += summary.blocks.map(\.text)
  }
}

extension CalendarDate {
  /// The day as feeds write it: `2019-10-12T07:20:50Z` or `Sat, 12 Oct 2019 07:20:50 GMT`.
  init?(ofFeed text: String) {
    if text.count >= 10, let date = CalendarDate(String(text.prefix(10))) {
      self = date
      return
    }
    let months = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    let words = text.split { $0 == " " || $0 == "," || $0 == "-" }.map { $0.lowercased() }
    guard
      let place = words.firstIndex(where: {
        months.contains(String($0.prefix(3))) && Int($0) == nil
      }),
      let month = months.firstIndex(of: String(words[place].prefix(3))), place > 0,
      place + 1 < words.count, let day = Int(words[place - 1]), let year = Int(words[place + 1])
    else { return nil }
    self.init(year: year < 100 ? 2000 + year : year, month: month + 1, day: day)
  }
}
