import LayoutEngine
import NewsModel
import ScreenModel
import Testing

/// Where decks stand: beside a headline that leaves room for them, or below it.
@Suite struct DeckTests {
  private static let decks = ["Seven to two for the repair", "Ferry to sail from the Fish Quay"]

  /// The heads of a front page's only story, at a width.
  private func heads(_ headline: String, _ decks: [String], language: String, columns: Int)
    -> (headline: Rect, decks: [Rect], byline: Rect)?
  {
    var invented = InventedText(seed: 7)
    let text = (0..<12).map { _ in language == "en" ? invented.latin(60) : invented.chinese(90) }
    var story = Article.story("s1", headline, text)
    story.deck = decks
    story.byline = "By Una Pettigrew"
    let issue = Issue(stories: [story], language: language)
    let layout = compose(
      PageContent(issue, page: 0), size: Size(columns: columns, rows: 30))
    for fold in layout.folds {
      for module in fold.modules where layout.items[module.item].id == "s1" {
        let roles = layout.items[module.item].heads.map(\.role)
        let rects = { (role: HeadText.Role) in
          module.heads.filter { roles[$0.head] == role }.map(\.rect)
        }
        guard let headline = rects(.headline).first, let byline = rects(.byline).first else {
          return nil
        }
        return (headline, rects(.deck), byline)
      }
    }
    return nil
  }

  @Test func `decks stand beside a short headline, above a column, and the byline moves up`() throws
  {
    let found = try #require(
      heads("A hole in the harbour", Self.decks, language: "en", columns: 120))
    #expect(found.decks.count == 2)
    let grid = ColumnGrid(width: 120)
    let starts = (1..<grid.count).map { grid.start(ofColumn: $0) }
    #expect(found.decks.map(\.row) == [found.headline.row, found.headline.row + 1])
    #expect(found.decks.allSatisfy { starts.contains($0.column) })
    #expect(found.decks.allSatisfy { $0.column >= found.headline.right + 3 })
    #expect(found.byline.row == found.headline.row + 1)
  }

  @Test func `decks stand below a headline that leaves them no column`() throws {
    let headline = "A hole in the harbour, found by a lobster pot on a quiet Wednesday"
    for columns in [60, 120] {
      let found = try #require(heads(headline, Self.decks, language: "en", columns: columns))
      #expect(found.decks.allSatisfy { $0.row > found.headline.row }, "\(columns)")
      #expect(found.decks.allSatisfy { $0.row < found.byline.row }, "\(columns)")
    }
  }

  @Test func `in an ideographic paper decks stand below the headline`() throws {
    let found = try #require(
      heads("水有归处", ["三年改造管网", "积水点减至九处"], language: "zh-Hans", columns: 120))
    #expect(found.decks.allSatisfy { $0.row > found.headline.row })
  }
}
