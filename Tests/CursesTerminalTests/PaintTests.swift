import ScreenModel
import TestSupport
import Testing
import UnicodeTables

/// ncurses has one screen a process: one test at a time.
@MainActor @Suite(.serialized) enum CursesTests {}

extension CursesTests {
  @Suite struct PaintTests {
    @Test func `Chinese stands where the frame has it`() throws {
      var screen = try DrawnScreen(size: Size(columns: 20, rows: 3))
      var frame = Frame(size: Size(columns: 20, rows: 3))
      for (index, scalar) in "中文，报纸。".unicodeScalars.enumerated() {
        frame.put(Glyph(scalar), cells: 2, row: 1, column: 3 + 2 * index, style: Style())
      }
      screen.show(frame)
      #expect(screen.terminal.rows == ["", "   中文，报纸。", ""])
    }
  }
}
