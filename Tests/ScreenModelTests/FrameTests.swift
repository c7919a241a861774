import ScreenModel
import TestSupport
import Testing
import UnicodeTables

@Suite struct FrameTests {
  private static let size = Size(columns: 8, rows: 2)
  private static let bold = Style(attributes: .bold)

  /// A frame with ideographs from a column on.
  private func frame(_ text: String, row: Int = 0, column: Int = 0) -> Frame {
    var frame = Frame(size: Self.size)
    for (index, scalar) in text.unicodeScalars.enumerated() {
      frame.put(Glyph(scalar), cells: 2, row: row, column: column + 2 * index, style: Self.bold)
    }
    return frame
  }

  @Test func `a new frame is blank in its style`() {
    let frame = Frame(size: Self.size, style: Self.bold)
    #expect(frame.plainText == ["", ""])
    #expect(frame.cells == Array(repeating: Cell(style: Self.bold), count: 16))
  }

  @Test func `a wide glyph fills two cells`() {
    let frame = frame("报", column: 3)
    #expect(frame[row: 0, column: 3] == Cell(.glyph(Glyph("报")), style: Self.bold))
    #expect(frame[row: 0, column: 4] == Cell(.continuation, style: Self.bold))
    #expect(frame.plainText == ["   报", ""])
  }

  @Test func `overwriting either half of a wide glyph leaves a blank for the other`() {
    for (column, row) in [(2, "  x  文"), (3, "   x 文")] {
      var frame = frame("报文", column: 2)
      frame.put(Glyph("x"), cells: 1, row: 0, column: column, style: Style())
      #expect(frame.plainText[0] == (column == 2 ? "  x 文" : "   x文"), "\(row)")
    }
  }

  @Test func `a wide glyph over two halves blanks both others`() {
    var frame = frame("一二三")
    frame.put(Glyph("文"), cells: 2, row: 0, column: 1, style: Style())
    #expect(frame.plainText[0] == " 文 三")
  }

  @Test func `what does not lie wholly on the frame is left out`() {
    var frame = Frame(size: Self.size)
    let places = [(-1, 0), (2, 0), (0, -1), (0, 7)]
    for (row, column) in places {
      frame.put(Glyph("报"), cells: 2, row: row, column: column, style: Style())
    }
    for cells in [0, 3, -1] {
      frame.put(Glyph("x"), cells: cells, row: 0, column: 0, style: Style())
    }
    #expect(frame == Frame(size: Self.size))
  }

  @Test func `filling clips to the frame and cuts wide glyphs cleanly`() {
    var frame = frame("一二三四")
    frame.fill(Rect(column: 3, row: -4, width: 2, height: 90), style: Self.bold)
    #expect(frame.plainText == ["一    四", ""])
    #expect(frame[row: 1, column: 3].style == Self.bold)
    frame.fill(Rect(column: 90, row: 0, width: 2, height: 1), style: Style())
    frame.fill(Rect(column: 0, row: 0, width: -2, height: 1), style: Style())
    #expect(frame.plainText == ["一    四", ""])
  }

  @Test func `restyling leaves what is shown`() {
    var frame = frame("一二")
    frame.restyle(Rect(column: 0, row: 0, width: 90, height: 1)) { $0.attributes = .reverse }
    #expect(frame.plainText == ["一二", ""])
    #expect((0..<8).allSatisfy { frame[row: 0, column: $0].style.attributes == .reverse })
    #expect(frame[row: 1, column: 0].style == Style())
  }

  @Test func `restyling blanks leaves what is drawn`() {
    var frame = frame("一", column: 2)
    frame.restyleBlanks { $0.attributes = .reverse }
    let reversed = (0..<8).filter { frame[row: 0, column: $0].style.attributes == .reverse }
    #expect(reversed == [0, 1, 4, 5, 6, 7])
    #expect(frame.plainText == ["  一", ""])
  }

  @Test func `plain text keeps blanks inside a row and drops those at its end`() {
    var frame = frame("一", column: 2)
    frame.put(Glyph("x"), cells: 1, row: 0, column: 6, style: Style())
    frame.put(Glyph(" "), cells: 1, row: 0, column: 7, style: Self.bold)
    #expect(frame.plainText == ["  一  x", ""])
  }

  @Test func `no sequence of puts leaves half a glyph`() {
    var generator = SeededGenerator(seed: 5)
    var frame = Frame(size: Self.size)
    for _ in 0..<4000 {
      let cells = Int.random(in: 1...2, using: &generator)
      let (row, column) = (
        Int.random(in: 0...1, using: &generator), Int.random(in: -1...8, using: &generator)
      )
      frame.put(
        Glyph(cells == 1 ? "x" : "文"), cells: cells, row: row, column: column, style: Style())
      for row in 0..<2 {
        for column in 0..<8 {
          let isWide = frame[row: row, column: column].content == .glyph(Glyph("文"))
          let next = column + 1 < 8 ? frame[row: row, column: column + 1].content : nil
          #expect((next == .continuation) == isWide)
        }
        #expect(frame[row: row, column: 0].content != .continuation)
      }
    }
  }
}

@Suite struct GeometryTests {
  @Test func `a size is written with an x`() {
    #expect(Size(columns: 120, rows: 40).description == "120x40")
  }

  @Test func `a size cannot be negative`() async {
    await #expect(processExitsWith: .failure) { _ = Size(columns: -1, rows: 3) }
  }

  @Test func `a rectangle holds its upper left corner and not its lower right`() {
    let rect = Rect(column: 2, row: 3, width: 4, height: 5)
    #expect((rect.right, rect.bottom) == (6, 8))
    #expect(rect.contains(Point(column: 2, row: 3)))
    #expect(rect.contains(Point(column: 5, row: 7)))
    #expect(!rect.contains(Point(column: 6, row: 7)))
    #expect(!rect.contains(Point(column: 5, row: 8)))
    #expect(!rect.contains(Point(column: 1, row: 3)))
  }
}
