import LayoutEngine
import NewsModel
import ScreenModel
import Testing

@Suite struct InventedIssueTests {
  private static let sizes = [(20, 5), (40, 12), (80, 24), (200, 60)].map {
    Size(columns: $0.0, rows: $0.1)
  }

  @Test(arguments: InventedIssue.allCases)
  func `an issue at the edge of what may be keeps the laws`(kind: InventedIssue) throws {
    let issue = kind.issue
    let page = PageContent(issue, page: 0)
    let stories = issue.pages[0].items.indices.compactMap {
      StoryContent(issue, at: Place(page: 0, item: $0))
    }
    for size in Self.sizes {
      for layout in [compose(page, size: size)] + stories.map({ compose($0, size: size) }) {
        let faults = DrawnPage(layout).faults
        #expect(faults.isEmpty, "\(layout.items.last?.id ?? ""), \(size): \(faults.prefix(5))")
      }
    }
  }

  /// Widths in reach of a terminal; the heights take turns.
  private static let manySizes = stride(from: 20, through: 240, by: 8).enumerated().map {
    Size(columns: $1, rows: [5, 12, 8, 24, 16, 40, 11, 60, 80][$0 % 9])
  }

  @Test(arguments: InventedIssue.allCases)
  func `every size keeps the laws, and every page comes back the same`(
    kind: InventedIssue
  ) throws {
    let page = PageContent(kind.issue, page: 0)
    let again = PageContent(kind.issue, page: 0)
    var documents: [String] = []
    for size in Self.manySizes {
      let layout = compose(page, size: size)
      let faults = DrawnPage(layout).faults
      #expect(faults.isEmpty, "\(size): \(faults.prefix(5))")
      documents.append(layout.document)
    }
    for (size, document) in zip(Self.manySizes, documents).reversed() {
      #expect(compose(page, size: size).document.utf8.elementsEqual(document.utf8), "\(size)")
      let other = compose(again, size: size).document
      #expect(other.utf8.elementsEqual(document.utf8), "\(size), collected anew")
    }
  }

  @Test func `a printed jump of several rows stands whole under its story`() throws {
    var text = InventedText(seed: 3)
    let toLine = "Continued on Page B1, the supplement, column 4, under the tide tables"
    for words in stride(from: 5, through: 200, by: 13) {
      var story = Article.story("a", "Tides", [text.latin(words)])
      story.segments[0].jump = Jump(page: "B1", toLine: toLine)
      let issue = Issue(stories: [story], language: "en")
      let page = PageContent(issue, page: 0)
      let content = try #require(StoryContent(issue, at: Place(page: 0, item: 0)))
      for size in [Size(columns: 20, rows: 7)] + Self.sizes.dropFirst() {
        for layout in [compose(page, size: size), compose(content, size: size)] {
          let faults = DrawnPage(layout).faults
          #expect(faults.isEmpty, "\(words) words, \(size): \(faults.prefix(5))")
        }
      }
      // Where no screen could hold the jump line, the text is whole all the same.
      let smallest = compose(content, size: Size(columns: 20, rows: 5))
      #expect(smallest.remainder(ofItem: 0) == nil)
    }
  }
}
