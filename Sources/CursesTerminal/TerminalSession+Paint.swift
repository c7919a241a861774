import CNcurses
import CTerminalSupport
public import ScreenModel

extension TerminalSession {
  /// Shows a frame: rows that changed go to ncurses, which sends the cells that changed.
  ///
  /// What lies beyond the screen is left out, and what the frame does not cover is blank. One write.
  public mutating func paint(_ frame: Frame) {
    screen.hideCursor()
    draw(frame)
    if colors.isExhausted {
      colors.reset()
      redrawAll()
      draw(frame)
    }
    if let cursor = frame.cursor, cursor.row < size.rows, cursor.column < size.columns {
      screen.showCursor(at: cursor)
    }
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

  private mutating func draw(_ frame: Frame) {
    if let shown, shown.size == frame.size {
      drawChanges(from: shown, to: frame)
    } else {
      drawAll(frame)
    }
  }

  private mutating func drawAll(_ frame: Frame) {
    var drawing = RowDrawing(columns: size.columns)
    for row in 0..<size.rows {
      drawing.clear()
      drawing.append(row: row, of: frame, colors: &colors)
      drawing.put(row: row)
    }
    screen.refresh()
  }

  private mutating func drawChanges(from shown: Frame, to frame: Frame) {
    var drawing = RowDrawing(columns: size.columns)
    let cuts = RowCuts(from: shown, to: frame)
    for pass in 0..<cuts.passes {
      for row in 0..<min(size.rows, frame.size.rows) where !shown.hasRow(row, of: frame) {
        guard let end = cuts.end(ofRow: row, pass: pass) else { continue }
        drawing.clear()
        drawing.append(row: row, of: frame, to: end, colors: &colors)
        drawing.append(row: row, of: shown, from: end, colors: &colors)
        drawing.put(row: row)
      }
      screen.refresh()
    }
  }
}

extension Frame {
  /// Whether a row is the same in both.
  fileprivate func hasRow(_ row: Int, of other: Frame) -> Bool {
    let places = row * size.columns..<(row + 1) * size.columns
    return cells[places] == other.cells[places]
  }
}
