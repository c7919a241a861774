import NewsModel
import TestSupport

/// Pieces that are markup to someone: to YAML, to CommonMark, to HTML, or to a careless reader.
private let pieces = [
  "a", "Word", " ", "  ", "报", "纸", "。", "“", "1", "12", ". ", ") ", "-", "- ", "--", "---", "#",
  "## ", " #", ": ", ":", "*", "**", "_", "`", "[", "]", "](", "]: ", "<", ">", "<!-- ", " -->",
  "&",
  "&amp;", "\\", "\"", "'", "~", "=", "===", "+", "|", "!", "?", "{", "}", "@", "%", "null", "true",
  "\u{301}", "\u{202E}", "\u{200D}", "👩‍👧", "\u{FEFF}", "\u{2028}", "\u{A0}", "\u{3000}", "\u{FFFD}",
  "<b>", "http://x.y", "jump", "\u{E000}", "（下转第八版）",
]

/// Makes issues at random, the same for the same seed.
struct RandomIssue {
  var random: SeededGenerator

  mutating func text() -> String {
    (0..<Int.random(in: 1...8, using: &random)).map { _ in
      pieces.randomElement(using: &random) ?? ""
    }.joined()
  }

  mutating func maybe() -> String? { Bool.random(using: &random) ? text() : nil }

  mutating func texts(_ range: ClosedRange<Int>) -> [String] {
    (0..<Int.random(in: range, using: &random)).map { _ in text() }
  }

  mutating func blocks() -> [Block] {
    texts(1...4).map { Block(Block.Role.allCases.randomElement(using: &random) ?? .paragraph, $0) }
  }

  mutating func article(_ id: ItemID, pages: [String]) -> Article {
    var segments: [Segment] = []
    for index in pages.indices {
      let isLast = index + 1 == pages.count
      var segment = Segment(
        fromLine: maybe(), blocks: blocks(),
        jump: isLast ? nil : Jump(page: pages[index + 1], toLine: maybe()))
      if !isLast, Bool.random(using: &random) {
        segment.blocks.append(Block(.paragraph, text()))
        segment.breaksParagraph = true
      }
      if segments.last?.breaksParagraph == true {
        segment.blocks.insert(Block(.paragraph, text()), at: 0)
      }
      segments.append(segment)
    }
    return Article(
      id: id, kind: Article.Kind.allCases.randomElement(using: &random) ?? .story,
      language: maybe().map(LanguageTag.init), label: maybe(), kicker: maybe(),
      headline: texts(0...3), deck: texts(0...2), byline: maybe(), dateline: maybe(),
      tailLine: maybe(), sidebarOf: Bool.random(using: &random) ? "other" : nil,
      boxed: Bool.random(using: &random), segments: segments)
  }

  mutating func issue() -> Issue {
    let date = DateLine(
      date: CalendarDate(year: 2031, month: 5, day: 14), printed: maybe(), weekday: maybe(),
      lunar: maybe())
    let nameplate = Nameplate(
      name: text(), subtitle: maybe(), organ: maybe(), date: date, number: maybe(),
      registration: maybe(), imprint: texts(0...3))
    let labels = ["1", "A2", "0x3"]
    var pages = labels.map { label in
      Page(
        label: label, name: maybe(), section: maybe(), ears: ["photo-\(label)"],
        items: items(label), zones: zones(label), credits: texts(0...2))
    }
    let articles = [article("a", pages: labels), article("b.1", pages: [labels[1]])]
    for index in pages.indices {
      pages[index].items.append(.story(StoryPart(article: "a", segment: index)))
    }
    pages[1].items.append(.story(StoryPart(article: "b.1")))
    return Issue(
      language: LanguageTag(text()), nameplate: nameplate, pages: pages, articles: articles)
  }

  /// One rectangle or several, for some of the items and for the story that is on every page.
  private mutating func zones(_ label: String) -> [ItemID: [Zone]] {
    var zones: [ItemID: [Zone]] = [:]
    for id in ["photo-\(label)", "advert-\(label)", "a"] {
      let found = (0..<Int.random(in: 0...2, using: &random)).compactMap { _ in zone() }
      if !found.isEmpty { zones[id] = found }
    }
    return zones
  }

  private mutating func zone() -> Zone? {
    let (left, top) = (
      Int.random(in: 0..<Zone.whole, using: &random), Int.random(in: 0..<Zone.whole, using: &random)
    )
    return Zone(
      left: left, top: top, width: Int.random(in: 1...(Zone.whole - left), using: &random),
      height: Int.random(in: 1...(Zone.whole - top), using: &random))
  }

  private mutating func items(_ label: String) -> [PageItem] {
    let briefs =
      (0..<3).map { _ in Brief(headline: maybe(), text: text()) } + [Brief(headline: text())]
    let refers = texts(1...3).map { Refer(text: $0, page: text(), article: "a") }
    return [
      .photo(
        Photo(
          id: "photo-\(label)", image: nil, caption: text(), credit: maybe(),
          story: Bool.random(using: &random) ? "a" : nil)),
      .briefs(BriefGroup(id: "briefs-\(label)", label: maybe(), briefs: briefs)),
      .advert(Advert(id: "advert-\(label)", lines: texts(1...4))),
      .refers(ReferBox(id: "refers-\(label)", label: maybe(), refers: refers)),
    ]
  }
}
