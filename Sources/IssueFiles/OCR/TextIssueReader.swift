package import NewsModel

/// The most scalars of a story made of text that has no headings; what is longer goes on in a story
/// of its own, from a paragraph's start.
let storyLimit = 20_000

/// How full a page may get before another is begun.
private let pageLimits = (items: 40, scalars: 40_000)

/// Makes an issue of a text: what text recognition left of newspaper pages, or any prose.
///
/// Form feeds part pages, the first of which may begin with a masthead; stories stand in the order
/// of the text, and every word of it is in one place of the issue. A text without a masthead bears
/// `name`. Pages are begun anew at 40 items or 40,000 characters, stories at 20,000, so that no
/// page is too much to be laid out at once. The text is UTF-8 with line feeds.
///
/// - Complexity: O(*n* log *n*) in the number of lines, O(*n*) in the length of `text`.
package func readTextIssue(_ text: [UInt8], named name: String) -> Issue {
  reconstruct(text, named: name).issue
}

/// What was made of a text: the issue, and what was mended on the way.
package struct TextReconstruction {
  package var issue: Issue
  /// The joins of torn paragraphs, made or only thought of.
  package var joins: [TextJoin] = []
  /// Lines that were left out because others say the same.
  package var duplicates: [(line: Int, of: Int)] = []
}

/// Makes an issue of a text, and keeps what was mended; see ``readTextIssue(_:named:)``.
package func reconstruct(
  _ text: [UInt8], named name: String, _ overrides: TextOverrides = TextOverrides()
) -> TextReconstruction {
  var assembler = IssueAssembler(language: guessLanguage(of: text), name: name, overrides)
  for (index, lines) in textPages(text).enumerated() {
    assembler.add(lines, isFirst: index == 0)
  }
  var made = TextReconstruction(
    issue: assembler.issue, joins: assembler.joins, duplicates: assembler.duplicates)
  made.issue = overrides.applied(to: made, text)
  return made
}

/// Puts the pages of a text together, and names what stands on them.
private struct IssueAssembler {
  private(set) var issue: Issue
  private var counts: [String: Int] = [:]
  private var labels: Set<String> = []
  private(set) var joins: [TextJoin] = []
  private(set) var duplicates: [(line: Int, of: Int)] = []

  private let overrides: TextOverrides

  init(language: LanguageTag, name: String, _ overrides: TextOverrides) {
    self.overrides = overrides
    issue = Issue(language: language, nameplate: Nameplate(name: name))
  }

  /// Adds the lines of a page.
  mutating func add(_ lines: [TextLine], isFirst: Bool) {
    var lines = lines[...]
    var folio: (label: String, name: String?)?
    let masthead = isFirst ? MastheadReader(Array(lines)) : nil
    if let masthead {
      issue.nameplate = masthead.nameplate
      lines = lines.dropFirst(masthead.lineCount)
    } else if let line = lines.first, let found = readFolio(line.text) {
      folio = found
      lines = lines.dropFirst()
    }
    let mended = TornColumns(paragraphs(of: Array(lines)), overrides)
    joins += mended.joins
    duplicates += mended.duplicates
    let content = TextPageBuilder(mended.paragraphs, isBelowMasthead: masthead != nil)
    beginPage(folio)
    add(content.items, hasEar: masthead != nil)
    issue.pages[issue.pages.count - 1].credits = content.credits
  }

  // MARK: Pages

  private mutating func beginPage(_ folio: (label: String, name: String?)? = nil) {
    var number = issue.pages.count + 1
    while labels.contains(String(number)) { number += 1 }
    let printed = folio.flatMap { labels.contains($0.label) ? nil : $0.label }
    let label = printed ?? String(number)
    labels.insert(label)
    issue.pages.append(Page(label: label, name: folio?.name))
  }

  /// Puts items on the last page, and on further ones where it is full.
  ///
  /// Adverts come last; one that stands directly below the masthead goes beside the nameplate.
  private mutating func add(_ items: [DraftItem], hasEar: Bool) {
    var page = (stories: [PageItem](), adverts: [PageItem](), scalars: 0)
    for (index, item) in items.enumerated() {
      for part in item.parts {
        let count = page.stories.count + page.adverts.count
        if count >= pageLimits.items || page.scalars >= pageLimits.scalars {
          issue.pages[issue.pages.count - 1].items = page.stories + page.adverts
          beginPage()
          page = ([], [], 0)
        }
        page.scalars += part.size
        let made = make(part)
        guard case .advert = part else {
          page.stories.append(made)
          continue
        }
        if index == 0, hasEar { issue.pages[issue.pages.count - 1].ears = [made.id] }
        page.adverts.append(made)
      }
    }
    issue.pages[issue.pages.count - 1].items = page.stories + page.adverts
  }

  // MARK: Items

  private mutating func make(_ item: DraftItem) -> PageItem {
    switch item {
    case .story(let draft): .story(StoryPart(article: make(draft)))
    case .briefs(let lines):
      .briefs(BriefGroup(id: newID("b"), briefs: lines.map { Brief(headline: $0) }))
    case .photo(let caption, let credit):
      .photo(Photo(id: newID("p"), caption: caption, credit: credit))
    case .advert(let lines): .advert(Advert(id: newID("ad"), lines: lines))
    }
  }

  private mutating func make(_ draft: StoryDraft) -> ItemID {
    let id = newID("a")
    var segment = Segment(fromLine: draft.fromLine, blocks: draft.blocks)
    if let line = draft.jump {
      let page = issue.pages[issue.pages.count - 1].label
      if PageLabel(line.pages[0]) == PageLabel(page) {
        // A line that leads to its own page is no jump.
        segment.blocks.append(Block(.paragraph, line.text))
      } else {
        segment.jump = Jump(page: line.pages[0], toLine: line.text)
        segment.breaksParagraph = draft.blocks.last?.isUnfinished ?? false
      }
    }
    issue.articles.append(
      Article(
        id: id, kind: draft.kind, label: draft.label, kicker: draft.kicker,
        headline: draft.headline, deck: draft.deck, byline: draft.byline,
        sidebarOf: owner(of: draft), segments: [segment]))
    return id
  }

  /// The story above a reporter's note or a link, which stands beside it.
  private func owner(of draft: StoryDraft) -> ItemID? {
    guard let label = draft.label, label.isSidebarLabel else { return nil }
    return issue.articles.last.flatMap { $0.headline.isEmpty ? nil : $0.sidebarOf ?? $0.id }
  }

  private mutating func newID(_ kind: String) -> ItemID {
    counts[kind, default: 0] += 1
    return "\(kind)\(counts[kind] ?? 0)"
  }
}

extension Block {
  /// Whether the block is a paragraph that breaks off inside a sentence.
  fileprivate var isUnfinished: Bool { role == .paragraph && !text.endsSentence }
}

extension DraftItem {
  /// How many scalars of text take as much room as the item, roughly: a brief or a line of an advert
  /// is set large.
  fileprivate var size: Int {
    switch self {
    case .story(let draft):
      draft.blocks.reduce(0) { $0 + $1.text.unicodeScalars.count } + 40
    case .briefs(let lines), .advert(let lines): lines.count * 200
    case .photo: 100
    }
  }

  /// The item, or where it is long, parts of it.
  fileprivate var parts: [DraftItem] {
    switch self {
    case .story(let draft): size > storyLimit ? draft.parts.map(DraftItem.story) : [self]
    case .briefs(let lines): lines.inParts.map(DraftItem.briefs)
    case .advert(let lines): lines.inParts.map(DraftItem.advert)
    case .photo: [self]
    }
  }
}

extension [String] {
  /// The lines, at most forty together.
  fileprivate var inParts: [[String]] {
    stride(from: 0, to: count, by: 40).map { Array(self[$0..<Swift.min($0 + 40, count)]) }
  }
}

extension StoryDraft {
  /// Stories of consecutive paragraphs; the first keeps the heads, the last the jump.
  fileprivate var parts: [StoryDraft] {
    var parts: [StoryDraft] = []
    var filled = storyLimit
    for block in blocks.flatMap(\.pieces) {
      let count = block.text.unicodeScalars.count
      if filled + count > storyLimit {
        parts.append(parts.isEmpty ? headsOnly : StoryDraft(kind: kind))
        filled = 0
      }
      parts[parts.count - 1].blocks.append(block)
      filled += count
    }
    parts[parts.count - 1].jump = jump
    return parts
  }

  private var headsOnly: StoryDraft {
    var copy = self
    copy.blocks = []
    copy.jump = nil
    return copy
  }
}

extension Block {
  /// The block, or where it is longer than a story may be, pieces of it that long.
  fileprivate var pieces: [Block] {
    guard text.utf8.count > storyLimit else { return [self] }
    var pieces: [Block] = []
    var rest = text.unicodeScalars[...]
    while !rest.isEmpty {
      pieces.append(Block(role, String(rest.prefix(storyLimit))))
      rest = rest.dropFirst(storyLimit)
    }
    return pieces
  }
}

/// The label and the name that a line at the head of a page gives: 第2版 要闻, A2版 体育.
private func readFolio(_ text: String) -> (label: String, name: String?)? {
  let words = text.split(separator: " ").map(String.init)
  guard let first = words.first, words.count <= 2, first.hasSuffix("版") else { return nil }
  let number = first.dropLast().drop { $0 == "第" }
  let label = PageLabel(String(number))
  let isPlain = number.unicodeScalars.count <= 4 && label.number != nil
  guard isPlain, words.count == 1 || words[1].unicodeScalars.count <= 8 else { return nil }
  return (label.description, words.count == 2 ? words[1] : nil)
}
