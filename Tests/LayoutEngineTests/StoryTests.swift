import LayoutEngine
import NewsModel
import ScreenModel
import TestSupport
import Testing

@Suite struct StoryTests {
  private static let sizes = [(20, 5), (40, 12), (80, 24), (120, 40), (240, 60)].map {
    Size(columns: $0.0, rows: $0.1)
  }

  @Test(arguments: SampleFolders.names)
  func `a story read by itself keeps the laws and shows every paragraph once`(name: String) throws {
    let issue = try Sample(name).issue
    var uneven: [String] = []
    for place in issue.places {
      let story = try #require(StoryContent(issue, at: place))
      for size in Self.sizes {
        let page = DrawnPage(compose(story, size: size))
        #expect(page.faults.isEmpty, "\(story.item.id), \(size): \(page.faults.prefix(5))")
        uneven += page.unevenLegs
        #expect(page.layout.remainder(ofItem: 0) == nil, "\(story.item.id), \(size)")
        let shown = (page.body[0] + page.captions[0]).map(\.line.paragraph).reduce(into: [Int]()) {
          found, paragraph in
          if found.last != paragraph { found.append(paragraph) }
        }
        #expect(shown == Array(story.item.paragraphs.indices), "\(story.item.id), \(size)")
      }
    }
    #expect(uneven.isEmpty, "\(uneven.prefix(5))")
  }

  @Test(arguments: SampleFolders.names)
  func `the parts of a story are joined, a mark where print turned the page`(name: String) throws {
    let issue = try Sample(name).issue
    for article in issue.articles {
      for segment in article.segments.indices {
        let part = StoryPart(article: article.id, segment: segment)
        let place = try #require(issue.place(of: part))
        let story = try #require(StoryContent(issue, at: place))
        let roles = story.item.paragraphs.map(\.role)
        #expect(roles.count { $0 == .pageMark } == article.segments.count - 1)
        #expect(story.segmentStarts.count == article.segments.count)
        #expect(story.segmentStarts.dropFirst().allSatisfy { roles[$0 - 1] == .pageMark })
        let blocks = article.segments.flatMap(\.blocks)
        let texts = story.item.paragraphs.filter { $0.role != .pageMark }.map(\.text)
        #expect(zip(texts, blocks).allSatisfy { $0.hasSuffix($1.text) }, "\(article.id)")
      }
    }
  }

  @Test func `the words of a page mark name the page`() throws {
    let issue = try Sample("liancheng-daily").issue
    let place = try #require(issue.place(of: StoryPart(article: "p1-drains")))
    let story = try #require(StoryContent(issue, at: place))
    #expect(story.item.paragraphs.filter { $0.role == .pageMark }.map(\.text) == ["——第八版——"])
  }

  @Test func `a jump to an absent page stands under the story, however full its last screen is`() {
    var text = InventedText(seed: 5)
    var faults: [String] = []
    for length in 1...60 {
      var story = Article.story("a", "天地玄黄", [text.chinese(18 * length)])
      story.segments[0].jump = Jump(page: "9", toLine: "（下转第九版）")
      guard let content = StoryContent(Issue(stories: [story]), at: Place(page: 0, item: 0)) else {
        continue
      }
      for size in Self.sizes {
        let page = DrawnPage(compose(content, size: size))
        faults += page.faults.map { "\(18 * length) characters, \(size): \($0)" }
      }
    }
    #expect(faults.isEmpty, "\(faults.prefix(5))")
  }
}

extension Issue {
  /// The place of every item.
  fileprivate var places: [Place] {
    pages.indices.flatMap { page in
      pages[page].items.indices.map { Place(page: page, item: $0) }
    }
  }
}
