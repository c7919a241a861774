import LayoutEngine
import NewsModel

/// Issues at the edges of what a paper may be.
enum InventedIssue: CaseIterable {
  case oneStory, sixtyBriefs, noPhoto, endlessStory, allLatin, empty, endlessHeadline, endlessWord
  case tallAdvert

  /// The issue: one page, with what the name says on it.
  var issue: Issue {
    var text = InventedText(seed: UInt64(Self.allCases.firstIndex(of: self) ?? 0))
    switch self {
    case .oneStory: return Issue(stories: [.story("a", text.chinese(12), text.paragraphs(5))])
    case .sixtyBriefs: return Issue(items: [.briefs(text.briefs(60))])
    case .noPhoto: return Issue(stories: text.stories(9))
    case .endlessStory:
      return Issue(stories: [.story("a", text.chinese(12), text.paragraphs(100, of: 200))])
    case .allLatin: return Issue(stories: text.latinStories(8), language: "en")
    case .empty: return Issue(items: [])
    case .endlessHeadline:
      return Issue(stories: [.story("a", text.chinese(200), text.paragraphs(3))] + text.stories(3))
    case .endlessWord:
      let word = String(repeating: "counterrevolution", count: 9)
      return Issue(
        stories: [.story("a", word, ["So \(word) it was.", word])] + text.latinStories(2),
        language: "en")
    case .tallAdvert:
      let advert = Advert(id: "x", lines: (1...80).map { "第\($0)行 \(text.chinese(8))" })
      return Issue(stories: text.stories(2), items: [.advert(advert)])
    }
  }
}

extension Issue {
  /// An issue of one page, first the stories, then the items.
  init(stories: [Article] = [], items: [PageItem] = [], language: String = "zh-Hans") {
    let parts = stories.map { PageItem.story(StoryPart(article: $0.id)) }
    self.init(
      language: LanguageTag(language), nameplate: .invented,
      pages: [Page(label: "1", items: parts + items)], articles: stories)
  }
}

extension Nameplate {
  /// The head of a paper that there is not.
  static let invented = Nameplate(
    name: "天地报", organ: "律吕调阳社", date: DateLine(printed: "2031年5月14日", weekday: "星期三"),
    number: "第9期")
}

extension Article {
  /// A story with a headline and paragraphs.
  static func story(_ id: String, _ headline: String, _ paragraphs: [String]) -> Article {
    Article(
      id: id, headline: [headline],
      segments: [Segment(blocks: paragraphs.map { Block(.paragraph, $0) })])
  }
}

extension InventedText {
  mutating func paragraphs(_ count: Int, of length: Int = 90) -> [String] {
    (0..<count).map { chinese(length + 7 * $0 % 40) }
  }

  /// Stories of falling length, some with a deck, a byline and crossheads.
  mutating func stories(_ count: Int) -> [Article] {
    (0..<count).map { number in
      var story = Article.story(
        "s\(number)", chinese(9 + number % 5), paragraphs(1 + (count - number) / 2))
      if number % 2 == 0 { story.deck = ["——" + chinese(11)] }
      if number % 3 == 0 { story.byline = "本报记者 天玄 地黄" }
      if number == 0 {
        story.segments[0].blocks.insert(Block(.crosshead, chinese(6)), at: 1)
      }
      return story
    }
  }

  mutating func latinStories(_ count: Int) -> [Article] {
    (0..<count).map { number in
      Article.story("l\(number)", latin(7), (0...number % 3).map { latin(40 + 9 * $0) })
    }
  }

  /// Briefs of two or three lines, every third with a headline of its own.
  mutating func briefs(_ count: Int) -> BriefGroup {
    let briefs = (0..<count).map { number in
      Brief(headline: number % 3 == 0 ? chinese(8) : nil, text: chinese(20 + number % 17))
    }
    return BriefGroup(id: "b", label: "简讯", briefs: briefs)
  }
}
