import LayoutEngine
import NewsModel
import ReaderCore
import ScreenModel
import Testing

/// Pictures on paper of either kind, and when their dots come.
@Suite struct PictureTests {
  private static let size = Size(columns: 60, rows: 30)

  private static let issue = Issue(
    language: LanguageTag("en"), nameplate: Nameplate(name: "Gazette"),
    pages: [
      Page(
        label: "1",
        items: [
          .story(StoryPart(article: "a")),
          .photo(Photo(id: "p", image: "p.png", caption: "The mole.")),
        ])
    ],
    articles: [
      Article(
        id: "a", headline: ["Tides"], segments: [Segment(blocks: [Block(.paragraph, "The sea.")])])
    ])

  /// A picture that is white above and black below.
  private static func halves() -> PictureSource.Answer {
    Raster(width: 60, height: 40, values: (0..<2400).map { $0 < 1200 ? 255 : 0 })
      .map { .picture($0) } ?? .none
  }

  private func state(_ source: PictureSource) -> ReaderState {
    ReaderState(issue: Self.issue, size: Self.size, typesetting: Typesetting(pictures: source))
  }

  /// The rows of the screen that are ink from side to side.
  private func inkRows(_ state: ReaderState, _ dress: Dress) -> [Int] {
    render(state, dress).plainText.enumerated().filter { $0.element.contains("████████") }
      .map(\.offset)
  }

  private func theme(_ ink: ThemeColor, _ paper: ThemeColor) -> Theme {
    Theme(name: "t", styles: [.page: ThemeStyle(ink: ink, paper: paper)])
  }

  @Test func `the dark half is ink on light paper, the light half on dark paper`() throws {
    let state = state(PictureSource(name: "halves") { _ in Self.halves() })
    let black = ThemeColor(direct: .rgb(20, 20, 20), indexed: .indexed(234), ansi: .indexed(0))
    let white = ThemeColor(direct: .rgb(240, 235, 230), indexed: .indexed(255), ansi: .indexed(15))
    for depth in [ColorDepth.ansi, .indexed, .direct] {
      let (day, night) = (Dress(theme(black, white), depth), Dress(theme(white, black), depth))
      #expect(!day.paperIsDark && night.paperIsDark)
      let (below, above) = (inkRows(state, day), inkRows(state, night))
      let first = try #require(below.first)
      #expect(try #require(above.last) < first)
      #expect(below.count == above.count)
    }
  }

  @Test func `where a theme leaves the colours to the terminal, the terminal decides`() {
    for isDark in [false, true] {
      #expect(Dress(.plain, .direct, terminalIsDark: isDark).paperIsDark == isDark)
      let half = theme(ThemeColor(direct: .rgb(0, 0, 0)), ThemeColor())
      #expect(Dress(half, .direct, terminalIsDark: isDark).paperIsDark == isDark)
    }
    #expect(!Dress(.plain, .mono).paperIsDark)
  }

  @Test func `dots that come later fill the place that was kept for them`() {
    // The source learns the picture between two layouts, as the shell does.
    let known = Known()
    var state = state(PictureSource(name: "later") { _ in known.answer() })
    let dress = Dress(.plain, .mono)
    let before = render(state, dress).plainText
    #expect(inkRows(state, dress).isEmpty)
    known.learn()
    #expect(update(&state, .setAnew).isEmpty)
    let after = render(state, dress).plainText
    #expect(!inkRows(state, dress).isEmpty)
    let blocks: Set<Character> = ["░", "▒", "▓", "█", "▀", "▄"]
    let blank = after.map { row in row.map { blocks.contains($0) ? " " : String($0) }.joined() }
    #expect(blank.map(\.trimmed) == before.map(\.trimmed))
  }
}

/// What a source knows, and learns later; one thread asks it.
private final class Known: @unchecked Sendable {
  private var isReady = false

  func learn() { isReady = true }

  func answer() -> PictureSource.Answer {
    let shape = PictureShape(width: 60, height: 40)
    guard isReady else { return .shape(shape) }
    return Raster(width: 60, height: 40, values: (0..<2400).map { $0 < 1200 ? 255 : 0 })
      .map { .picture($0) } ?? .none
  }
}

extension String {
  /// The text without blanks at its end.
  fileprivate var trimmed: Substring {
    self[..<(lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex)]
  }
}
