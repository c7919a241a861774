import LayoutEngine
import NewsModel
import ReaderCore
import ScreenModel
import TestSupport
import Testing
import Typesetter
import UnicodeTables

/// Pages as high as their text needs, and what scrolls them.
@Suite struct ScrollTests {
  private static let sizes = [(40, 13), (60, 20), (80, 24), (120, 40), (200, 60)].map {
    Size(columns: $0.0, rows: $0.1)
  }

  @Test(arguments: SampleFolders.names)
  func `Space shows every row of every page, and two of a screen again on the next`(
    name: String
  ) throws {
    for size in Self.sizes {
      var reader = try Reader(name, size, isWhole: true)
      repeat {
        let (page, all) = (reader.state.page, reader.allRows)
        var seen = Array(reader.shownRows.prefix(all.count))
        while seen.count < all.count {
          let end = seen.count
          reader.type(" ")
          let top = reader.state.top
          #expect(reader.state.page == page && top <= end - 2, "\(name), \(reader.label), \(size)")
          seen = seen[..<top] + reader.shownRows
        }
        #expect(seen == all, "\(name), page \(reader.label), \(size)")
        reader.type(" ")
      } while reader.effects.isEmpty
      #expect(reader.state.notice == .lastScreen)
      #expect(reader.state.page == reader.state.issue.pages.count - 1)
    }
  }

  @Test func `b goes back to the end of the page before, Home and End to the ends of a page`()
    throws
  {
    var reader = try Reader("harbour-gazette", isWhole: true)
    reader.type("n")
    #expect(reader.label == "A2" && reader.state.top == 0)
    reader.type("b")
    #expect(reader.label == "A1" && reader.shownRows == reader.allRows.suffix(23))
    reader.press(.home)
    #expect(reader.state.top == 0 && reader.shownRows == reader.allRows.prefix(23))
    reader.press(.end)
    #expect(reader.shownRows == reader.allRows.suffix(23))
    #expect(reader.isFocusSeen)
  }

  @Test func `the wheel scrolls by three rows and turns no page`() throws {
    var reader = try Reader("minato-shimbun", isWhole: true)
    for notch in 1...4 {
      reader.turnWheel(.wheelDown)
      #expect(reader.state.top == 3 * notch)
    }
    reader.turnWheel(.wheelUp)
    #expect(reader.state.top == 9)
    for _ in 0..<200 { reader.turnWheel(.wheelDown) }
    #expect(reader.label == "1" && reader.shownRows == reader.allRows.suffix(23))
    for _ in 0..<200 { reader.turnWheel(.wheelUp) }
    #expect(reader.label == "1" && reader.state.top == 0)
  }

  @Test(arguments: SampleFolders.names)
  func `the item that gets the focus by Tab or by an arrow stands on the screen`(
    name: String
  ) throws {
    for size in Self.sizes {
      for key in [Key.tab, .backTab, .down, .right, .up, .left] {
        var reader = try Reader(name, size, isWhole: true)
        if key == .backTab || key == .up { reader.press(.character("n"), .end) }
        for _ in 0..<30 {
          let before = reader.state.focus
          reader.press(key)
          if reader.state.focus != before {
            #expect(
              reader.isFocusSeen, "\(name), \(size), \(key), item \(reader.state.focus ?? -1)")
          }
        }
      }
    }
  }

  @Test func `back from a jump, a story, a page, the list and the help leads to the same rows`()
    throws
  {
    for size in Self.sizes {
      var reader = try Reader("liancheng-daily", size, isWhole: true)
      for _ in 0..<6 {
        let (top, rows) = (reader.state.top, reader.shownRows)
        reader.type(">")
        reader.type("<")
        #expect(reader.state.top == top && reader.shownRows == rows, "\(size), jump")
        reader.press(.enter, .character(" "), .escape)
        #expect(reader.state.top == top && reader.shownRows == rows, "\(size), story")
        reader.type("5 <")
        #expect(reader.state.top == top && reader.shownRows == rows, "\(size), page")
        reader.type("oo")
        #expect(reader.state.top == top && reader.shownRows == rows, "\(size), list")
        reader.type("h h")
        #expect(reader.state.top == top && reader.shownRows == rows, "\(size), help")
        reader.press(.tab)
      }
    }
  }

  @Test func `a jump shows the head of the continuation`() throws {
    for size in Self.sizes {
      var reader = try Reader("harbour-gazette", size, isWhole: true)
      reader.type(">")
      #expect(reader.label == "A4" && reader.isFocusSeen, "\(size)")
    }
  }

  @Test(arguments: SampleFolders.names)
  func `a window that is dragged keeps the words on top, and gets the rows back with the size`(
    name: String
  ) throws {
    for size in Self.sizes {
      var reader = try Reader(name, size, isWhole: true)
      for _ in 0..<5 {
        let (words, rows) = (reader.topWords, reader.frame.plainText)
        var dragged = reader
        for other in Self.sizes + [Size(columns: 30, rows: 10)] {
          dragged.resize(other.columns, other.rows)
          if dragged.state.scrolls, let words, reader.state.top > 0 {
            #expect(dragged.sees(words), "\(name), \(size), \(other), \(words)")
          }
        }
        dragged.resize(size.columns, size.rows)
        #expect(dragged.frame.plainText == rows, "\(name), \(size), row \(reader.state.top)")
        reader.type(" ")
      }
    }
  }

  @Test(arguments: SampleFolders.names)
  func `w shows the screen that holds what stood on top, and from there the same page`(
    name: String
  ) throws {
    for size in Self.sizes {
      var reader = try Reader(name, size, isWhole: true)
      for _ in 0..<5 {
        let (words, page) = (reader.topWords, reader.state.page)
        var other = reader
        other.type("w")
        #expect(!other.state.scrolls && !other.state.isWhole && other.state.page == page)
        #expect(other.state.notice == .inScreens && other.isFocusShown, "\(name), \(size)")
        if let words, reader.state.top > 0 {
          #expect(other.items.contains(words.item), "\(name), \(size), item \(words.item)")
        }
        let items = other.items
        other.type("w")
        #expect(other.state.scrolls && other.isFocusSeen && items.contains(other.state.focus ?? -1))
        reader.type(" ")
      }
    }
  }

  @Test func `a screen too small for columns lists the headlines, and says so`() throws {
    for (columns, rows) in [(39, 24), (80, 12), (30, 9)] {
      let size = Size(columns: columns, rows: rows)
      var (whole, cut) = (
        try Reader("liancheng-daily", size, isWhole: true), try Reader("liancheng-daily", size)
      )
      for key in [Key.character(" "), .tab, .down, .end, .character("b")] {
        whole.press(key)
        cut.press(key)
        #expect(!whole.state.scrolls && whole.frame == cut.frame, "\(size), \(key)")
      }
      cut.type("w")
      #expect(
        cut.state.notice == .tooSmallToArrange && cut.effects == [.bell] && !cut.state.isWhole)
    }
  }

  @Test func `a click puts the focus on the item that stands there`() throws {
    var reader = try Reader("liancheng-daily", isWhole: true)
    reader.type("   ")
    let layout = try #require(reader.state.layout)
    for row in 0..<23 {
      for column in [5, 40, 70] {
        let point = Point(column: column, row: reader.state.top + row)
        let hit = layout.folds[0].modules.first { $0.rect.contains(point) }
        var clicked = reader
        clicked.take(.mouse(.left, at: Point(column: column, row: row), clicks: 1))
        guard let item = hit.flatMap({ layout.items[$0.item].place?.item }) else { continue }
        if clicked.state.page == reader.state.page { #expect(clicked.state.focus == item) }
      }
    }
    let focus = reader.state.focus
    reader.take(.mouse(.left, at: Point(column: 70, row: 23), clicks: 1))
    #expect(reader.state.focus == focus)
  }

  @Test func `G and the measure of the terminal keep the page whole, and the item in focus`() throws
  {
    var reader = try Reader("liancheng-daily", isWhole: true)
    reader.type("n  ")
    let focus = reader.state.focus
    reader.type("G")
    #expect(reader.state.scrolls && reader.state.focus == focus)
    #expect(reader.state.notice == .arrangedAutomatically)
    reader.measure(by: WidthPolicy(ambiguous: 2))
    #expect(reader.state.scrolls && reader.state.focus == focus)
  }

  @Test func `the status line tells how much of the page has been shown`() throws {
    var reader = try Reader("minato-shimbun", Size(columns: 120, rows: 30), isWhole: true)
    var shares: [String] = []
    repeat {
      shares.append(
        reader.statusLine.split(separator: " ").first { Int($0) ?? 0 > 1 }.map(String.init) ?? "")
      reader.type(" ")
    } while reader.label == "1"
    #expect(shares == ["41", "78", "100"])
    expectScreen(try scrolled().frame, named: "whole-80x24")
  }

  /// A page in the middle.
  private func scrolled() throws -> Reader {
    var reader = try Reader("minato-shimbun", isWhole: true)
    reader.type("  ")
    return reader
  }
}

extension Reader {
  /// The rows above the status line.
  fileprivate var shownRows: [String] { Array(frame.plainText.dropLast()) }

  /// All rows of the page.
  fileprivate var allRows: [String] {
    guard let layout = state.layout else { return [] }
    var frame = Frame(size: layout.size)
    layout.draw(fold: 0, on: &frame) { _ in Style() }
    return frame.plainText
  }

  /// The rows of the page that stand on the screen.
  private var sight: Range<Int> { state.top..<state.top + state.size.rows - 1 }

  /// The items on the screen, by their places on the page.
  fileprivate var items: [Int] {
    guard let layout = state.layout else { return [] }
    return layout.folds[state.fold].modules.compactMap { layout.items[$0.item].place?.item }
  }

  /// Whether the item in focus begins on the screen.
  fileprivate var isFocusSeen: Bool {
    guard let layout = state.layout else { return false }
    return layout.folds[state.fold].modules.contains { module in
      layout.items[module.item].place?.item == state.focus
        && (!state.scrolls || sight.contains(module.rect.row) || isHeadSeen(module))
    }
  }

  private func isHeadSeen(_ module: Module) -> Bool {
    module.heads.contains { sight.contains($0.rect.row) }
  }

  fileprivate mutating func turnWheel(_ button: MouseButton) {
    take(.mouse(button, at: Point(column: 3, row: 3), clicks: 1))
  }

  /// Words of the text of a page.
  fileprivate struct Words: Hashable {
    let item: Int
    let paragraph: Int
    let offset: Int
  }

  /// All lines of text on the page with their rows.
  private var lines: [(words: Words, end: Int, row: Int, column: Int)] {
    guard let layout = state.layout else { return [] }
    return layout.folds[state.fold].modules.flatMap { module in
      guard let item = layout.items[module.item].place?.item else {
        return [(words: Words, end: Int, row: Int, column: Int)]()
      }
      return (module.legs + module.captions).flatMap(\.lines).map { line in
        let (start, end) = (line.line.bytes.lowerBound, line.line.bytes.upperBound)
        return (
          Words(item: item, paragraph: line.paragraph, offset: start), end, line.row, line.column
        )
      }
    }
  }

  /// The first words in the topmost row that has text; nil where heads stand above it.
  fileprivate var topWords: Words? {
    lines.filter { $0.row >= state.top }.min { ($0.row, $0.column) < ($1.row, $1.column) }
      .flatMap { $0.row == state.top ? $0.words : nil }
  }

  /// Whether those words stand on the screen.
  fileprivate func sees(_ words: Words) -> Bool {
    lines.contains { line in
      line.words.item == words.item && line.words.paragraph == words.paragraph
        && line.words.offset <= words.offset && words.offset < line.end && sight.contains(line.row)
    }
  }
}
