import LayoutEngine
import NewsModel

/// Issues at the edges of what a paper may be.
enum InventedIssue: CaseIterable {
  case oneStory, sixtyBriefs, noPhoto, endlessStory, allLatin, empty, endlessHeadline, endlessWord
  case tallAdvert, sixtyItems, endlessHeadlines, mixed

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
    case .sixtyItems:
      let groups = (0..<60).map { number in
        var group = text.briefs(1 + number % 2)
        group.id = "b\(number)"
        return PageItem.briefs(group)
      }
      return Issue(items: groups)
    case .endlessHeadlines:
      let heads = (0..<4).map { $0 < 3 ? text.chinese(200) : String(text.latin(50).prefix(200)) }
      return Issue(
        stories: heads.enumerated().map { .story("h\($0)", $1, text.paragraphs(1 + $0)) })
    case .mixed: return text.mixedIssue
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

  /// Every kind of item, and stories in four scripts, Latin words inside Chinese ones among them.
  fileprivate var mixedIssue: Issue {
    mutating get {
      var stories = self.stories(3) + latinStories(2)
      stories[1].segments[0].blocks[0].text += "OpenStreetMap 4.2" + chinese(30) + latin(12)
      stories[3].language = LanguageTag("en")
      stories[4].language = LanguageTag("en")
      stories.append(.story("j", "汐見の新市場", ["「この町の朝は、ここから始まるんです」と垣内さん（61）。"]))
      stories[5].language = LanguageTag("ja")
      stories.append(.story("k", "새벽 나루의 불빛", ["나루의 등불은 새벽 네 시에 켜진다. 배는 그 뒤에 들어온다."]))
      stories[6].language = LanguageTag("ko")
      stories[2].sidebarOf = "s0"
      stories[4].boxed = true
      let box = ReferBox(id: "r", label: "导读", refers: [Refer(text: chinese(9), page: "2")])
      return Issue(
        stories: stories,
        items: [
          .photo(Photo(id: "p", caption: chinese(40), credit: "天玄 摄")), .briefs(briefs(5)),
          .refers(box), .advert(Advert(id: "x", lines: [chinese(8), latin(4)])),
        ])
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
