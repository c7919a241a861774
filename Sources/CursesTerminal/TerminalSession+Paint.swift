import CNcurses
import CTerminalSupport
public import ScreenModel

extension TerminalSession {
  /// Shows a frame: rows that changed go to ncurses, which sends the cells that changed.
  ///
  /// What lies beyond the screen is left out, and what the frame does not cover is blank. One write.
  public mutating func paint(_ frame: Frame) {
    drawChanges(to: frame)
    if colors.isExhausted {
      colors.reset()
      redrawAll()
      drawChanges(to: frame)
    }
    placeCursor(frame.cursor)
    unsafe wrefresh(curses_standard_screen())
    shown = frame
    device.write(pen.filter(screen.takeOutput()).span)
  }

  /// Forgets what the screen shows, so that the next frame is painted whole.
  public mutating func redrawAll() {
    shown = nil
    screen.forget()
  }

  /// Rings the terminal's bell.
  public borrowing func ringBell() {
    device.write(strings.bell.span)
  }

  private mutating func drawChanges(to frame: Frame) {
    var drawing = RowDrawing(columns: size.columns)
    for row in 0..<size.rows where !isShown(row, of: frame) {
      drawing.clear()
      if row < frame.size.rows { drawing.append(row: row, of: frame, colors: &colors) }
      drawing.put(row: row)
    }
  }

  private borrowing func isShown(_ row: Int, of frame: Frame) -> Bool {
    guard let shown, shown.size == frame.size else { return false }
    guard row < frame.size.rows else { return true }
    let cells = row * frame.size.columns..<(row + 1) * frame.size.columns
    return shown.cells[cells] == frame.cells[cells]
  }

  private borrowing func placeCursor(_ cursor: Point?) {
    let window = unsafe curses_standard_screen()
    guard let cursor, cursor.row < size.rows, cursor.column < size.columns else {
      curs_set(0)
      unsafe leaveok(window, true)
      return
    }
    curs_set(1)
    unsafe leaveok(window, false)
    unsafe wmove(window, Int32(cursor.row), Int32(cursor.column))
  }
}
