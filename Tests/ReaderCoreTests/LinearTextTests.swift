import IssueFiles
import LayoutEngine
import NewsModel
import ReaderCore
import ScreenModel
import TestSupport
import Testing

@Suite struct LinearTextTests {
  @Test(arguments: SampleFolders.names)
  func `every word of a sample stands in its linear text`(name: String) throws {
    let issue = try decodeIssue(at: SampleFolders.path(name))
    let text = issue.linearText
    for words in Set(issue.allWords) {
      #expect(text.contains(words), "\(words)")
    }
    #expect(text.lines.allSatisfy { !$0.isHostile })
  }

  @Test(arguments: SampleFolders.names)
  func `stories stand where they begin, once, in the order of the pages`(name: String) throws {
    let issue = try decodeIssue(at: SampleFolders.path(name))
    let lines = issue.linearText.lines
    let openings = issue.pages.flatMap(\.items).compactMap { item -> String? in
      guard case .story(let part) = item, part.segment == 0 else { return nil }
      return issue.article(part.article)?.segments[0].blocks.first?.text
    }
    let places = openings.compactMap { opening in lines.firstIndex { $0 == opening } }
    #expect(places.count == openings.count && places == places.sorted())
    #expect(openings.allSatisfy { opening in lines.count { $0 == opening } == 1 })
    let heads = lines.filter { $0.hasPrefix("== ") && $0.hasSuffix(" ==") }
    #expect(heads.count == issue.pages.count)
  }

  /// Every control character, every override and mark of direction, every separator of lines.
  private static let hostile: String = {
    let ranges: [ClosedRange<UInt32>] = [
      0...0x1F, 0x7F...0x9F, 0x61C...0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069,
    ]
    let scalars = ranges.joined().compactMap(Unicode.Scalar.init)
    return "[31m" + String(String.UnicodeScalarView(scalars)) + "abc"
  }()

  @Test func `nothing hostile reaches the terminal`() {
    let hostile = Self.hostile
    let issue = Issue.made(of: hostile)
    #expect(issue.linearText.lines.allSatisfy { !$0.isHostile })
    #expect(issue.linearText.contains("abc"))
    for size in Size.common {
      var reader = Reader(issue, size)
      for key in [Key.escape, .enter, .character("o"), .character(">"), .escape, .character("g")] {
        reader.press(key)
        reader.type("\u{1B}\u{202E}")
        #expect(reader.frame.plainText.allSatisfy { !$0.isHostile }, "\(size)")
      }
    }
  }
}

extension String {
  /// Whether a terminal could take a part of it for a command, or set it from right to left.
  fileprivate var isHostile: Bool {
    unicodeScalars.contains { scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: true
      default: scalar.properties.isBidiControl
      }
    }
  }

  /// The lines; a carriage return is no end of line here.
  fileprivate var lines: [String] {
    unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}

extension Issue {
  /// Every text of the issue that print has words for, the lines that name pages aside.
  fileprivate var allWords: [String] {
    let plate = nameplate
    var words = [plate.name, plate.subtitle, plate.organ, plate.number, plate.registration]
    words += [plate.date.printed, plate.date.weekday, plate.date.lunar] + plate.imprint
    for page in pages {
      words += [page.label, page.name] + page.credits
      words += page.items.flatMap(\.words)
    }
    words += articles.flatMap(\.words)
    return words.compactMap(\.self).filter { !$0.isEmpty }
  }

  /// An issue in which every text is the same.
  fileprivate static func made(of text: String) -> Issue {
    let story = Article(
      id: "a", label: text, kicker: text, headline: [text], deck: [text], byline: text,
      dateline: text, tailLine: text,
      segments: [
        Segment(
          blocks: [Block(.paragraph, text), Block(.crosshead, text), Block(.pullQuote, text)],
          jump: Jump(page: text, toLine: text))
      ])
    let items: [PageItem] = [
      .story(StoryPart(article: "a")),
      .briefs(BriefGroup(id: "b", label: text, briefs: [Brief(headline: text, text: text)])),
      .photo(Photo(id: "c", caption: text, credit: text)),
      .refers(ReferBox(id: "d", label: text, refers: [Refer(text: text, page: text)])),
      .advert(Advert(id: "e", lines: [text])),
    ]
    let plate = Nameplate(
      name: text, subtitle: text, organ: text, date: DateLine(printed: text), number: text,
      registration: text, imprint: [text])
    let page = Page(label: text, name: text, section: text, items: items, credits: [text])
    return Issue(language: LanguageTag("en"), nameplate: plate, pages: [page], articles: [story])
  }
}

extension PageItem {
  fileprivate var words: [String?] {
    switch self {
    case .story: []
    case .briefs(let group): [group.label] + group.briefs.flatMap { [$0.headline, $0.text] }
    case .photo(let photo): [photo.caption, photo.credit]
    case .advert(let advert): advert.lines
    case .refers(let box): [box.label] + box.refers.flatMap { [$0.text, $0.page] }
    }
  }
}

extension Article {
  fileprivate var words: [String?] {
    [label, kicker, byline, dateline, tailLine] + headline + deck
      + segments.flatMap { $0.blocks.map(\.text) + [$0.jump?.toLine] }
  }
}
