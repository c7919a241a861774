import NewsModel
import ReaderCore
import ScreenModel
import Testing

/// Screens too small for anything, and issues with nothing in them.
@Suite struct TinyScreenTests {
  private static let sizes = [
    (0, 0), (1, 1), (1, 60), (240, 1), (2, 2), (19, 5), (20, 5), (19, 6), (20, 6), (240, 5),
    (5, 80),
  ].map { Size(columns: $0.0, rows: $0.1) }

  /// A page of nothing, and a story of nothing but a word that no line holds.
  private static let issues = [
    Issue(
      language: LanguageTag("en"), nameplate: Nameplate(name: ""), pages: [Page(label: "1")],
      articles: []),
    Issue(
      language: LanguageTag("en"), nameplate: Nameplate(name: "Paper"),
      pages: [Page(label: "1", items: [.story(StoryPart(article: "a"))])],
      articles: [
        Article(
          id: "a", headline: [String(repeating: "counterrevolution", count: 12)],
          segments: [
            Segment(blocks: [Block(.paragraph, String(repeating: "endless", count: 300))])
          ])
      ]),
  ]

  @Test func `every view is drawn on a screen of any size, and comes back after it`() throws {
    for issue in try issues() {
      for key: Key in [.escape, .enter, .character("o"), .character("h"), .tab] {
        var reader = Reader(issue, Size(columns: 80, rows: 24))
        reader.press(key)
        let before = reader.frame.plainText
        for size in Self.sizes {
          reader.resize(size.columns, size.rows)
          #expect(reader.frame.size == size, "\(key), \(size)")
        }
        reader.resize(80, 24)
        #expect(reader.frame.plainText == before, "\(key)")
      }
    }
  }

  @Test func `every key is heard on a screen of any size`() throws {
    for issue in try issues() {
      for size in Self.sizes {
        var reader = Reader(issue, size)
        for key in "  bnpjkl+-G><Tog1h" {
          reader.type(String(key))
          #expect(reader.frame.size == size, "\(key), \(size)")
        }
        reader.press(.escape, .tab, .enter, .down, .end, .home, .escape)
        #expect(reader.frame.size == size)
      }
    }
  }

  private func issues() throws -> [Issue] {
    [try Reader("liancheng-daily").state.issue] + Self.issues
  }
}
