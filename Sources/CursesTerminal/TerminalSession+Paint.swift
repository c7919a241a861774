import CNcurses
import CTerminalSupport
public import ScreenModel

extension TerminalSession {
  /// Shows a frame: rows that changed go to ncurses, which sends the cells that changed.
  ///
  /// What lies beyond the screen is left out, and what the frame does not cover is blank. One write.
  public mutating func paint(_ frame: Frame) {
    screen.hideCursor()
    if isDoubtful, let shown, !shown.showsTheSame(as: frame) { redrawAll() }
    isDoubtful = false
    shown = drawn(frame)
    if colors.isExhausted {
      colors.reset()
      redrawAll()
      shown = drawn(frame)
    }
    if let cursor = frame.cursor, cursor.row < size.rows, cursor.column < size.columns {
      screen.showCursor(at: cursor)
    }
    device.write(sendable(screen.takeOutput()).span)
  }

  /// What ncurses has said, as the terminal is to hear it.
  mutating func sendable(_ output: [UInt8]) -> [UInt8] {
    pen.filter(WideMarker.removed(from: output))
  }

  /// Forgets what the screen shows, so that the next frame is painted whole.
  public mutating func redrawAll() {
    (shown, blankStyle) = (nil, nil)
    screen.forget()
  }

  /// Rings the terminal's bell.
  public borrowing func ringBell() {
    device.write(strings.bell.span)
  }

  /// Draws a frame over the one that is shown, and gives it as it was drawn.
  private mutating func drawn(_ frame: Frame) -> Frame {
    let former = shown?.size == frame.size ? shown : nil
    let text = frame.commonestStyle
    let blank = blankStyle ?? text.withoutMarks
    var frame = frame
    frame.restyleBlanks { if $0.looksBlank(like: blank) { $0 = blank } }
    blankStyle = blank
    let coat = frame.undercoat(on: former, of: [text, blank])
    if let former { drawChanges(from: former, to: coat) } else { drawAll(coat) }
    drawChanges(from: coat, to: frame)
    return frame
  }

  private mutating func drawAll(_ frame: Frame) {
    var drawing = RowDrawing(columns: size.columns)
    for row in 0..<size.rows {
      let piece = 0..<(row < frame.size.rows ? frame.size.columns : 0)
      drawing.take(piece, ofRow: row, of: frame, &colors)
      drawing.fill()
      drawing.put(row: row)
    }
    screen.refresh()
  }

  private mutating func drawChanges(from shown: Frame, to frame: Frame) {
    var drawing = RowDrawing(columns: size.columns)
    let pieces = RowPieces(from: shown, to: frame)
    for pass in 0..<pieces.passes {
      for row in 0..<min(size.rows, frame.size.rows) {
        guard let piece = pieces.piece(pass, ofRow: row) else { continue }
        drawing.take(piece, ofRow: row, of: frame, &colors)
        drawing.put(row: row)
      }
      screen.refresh()
    }
  }
}
