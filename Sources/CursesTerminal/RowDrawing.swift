import CNcurses
import ScreenModel
import UnicodeTables

/// A row of cells on its way to ncurses, or a piece of one.
///
/// A piece reaches from the start of a glyph to the start of another that stays: overwriting half of a
/// wide glyph would shift the rest of the row.
struct RowDrawing {
  /// Blanks between words and between the fields of a line, not gutters.
  private static let longestJoint = 6

  private let columns: Int
  private var cells: [cchar_t] = []
  private var start = 0
  private var end = 0
  private var look = (style: Style(), attributes: attr_t(0), pair: Int32(0))

  /// Draws rows of so many cells.
  init(columns: Int) {
    self.columns = columns
    cells.reserveCapacity(columns)
  }

  /// Takes a piece of a row of a frame, as much of it as fits.
  mutating func take(
    _ piece: Range<Int>, ofRow row: Int, of frame: Frame, _ colors: inout ColorPairs
  ) {
    cells.removeAll(keepingCapacity: true)
    start = min(piece.lowerBound, columns)
    end = start
    for column in piece.clamped(to: 0..<columns) {
      let cell = frame[row: row, column: column]
      guard case .glyph(let glyph) = cell.content else { continue }
      if cell.style != look.style, !continues(at: column, row: row, of: frame) {
        wear(cell.style, &colors)
      }
      append(glyph, cells: frame.hasWideGlyph(row: row, column: column) ? 2 : 1)
    }
  }

  /// Goes on to the right edge with blanks in the terminal's own colours.
  mutating func fill() {
    look = (Style(), 0, 0)
    appendBlanks(columns - end)
  }

  /// Writes the piece where it belongs.
  borrowing func put(row: Int) {
    let (window, count) = unsafe (curses_standard_screen(), Int32(cells.count))
    unsafe mvwadd_wchnstr(window, Int32(row), Int32(start), cells, count)
  }

  /// Whether a blank here may look like the glyph before it: nobody sees the colour of its ink, and
  /// between two glyphs the pen need not change twice, or not at all.
  private func continues(at column: Int, row: Int, of frame: Frame) -> Bool {
    let end = min(frame.size.columns, column + Self.longestJoint)
    let blanks = (column..<end).prefix { column in
      let cell = frame[row: row, column: column]
      guard case .glyph(let glyph) = cell.content, glyph.isBlank else { return false }
      return cell.style.looksBlank(like: look.style)
    }
    return column > 0 && !blanks.isEmpty && blanks.endIndex < end
      && frame[row: row, column: blanks.endIndex].isInked
  }

  private mutating func wear(_ style: Style, _ colors: inout ColorPairs) {
    look = (style, style.attributes.forCurses, colors.pair(for: style))
  }

  private mutating func append(_ glyph: Glyph, cells measure: Int) {
    if end + measure > columns || glyph.isBlank {
      appendBlanks(min(measure, columns - end))
    } else if DrawnGlyph.isPlain(glyph, cells: measure) {
      append(glyph.first, cells: measure)
    } else {
      for piece in DrawnGlyph.pieces(of: glyph, cells: measure) {
        append(piece.scalars[0], cells: piece.cells)
        for scalar in piece.scalars.dropFirst() {
          unsafe curses_cell_append(&cells[cells.count - 1], scalar.value)
        }
      }
    }
  }

  private mutating func appendBlanks(_ count: Int) {
    for _ in 0..<count { append(" ", cells: 1) }
  }

  private mutating func append(_ scalar: Unicode.Scalar, cells measure: Int) {
    cells.append(curses_cell(look.attributes, look.pair, scalar.value))
    end += measure
  }
}

extension Attributes {
  /// The bits of ncurses.
  fileprivate var forCurses: attr_t {
    var bits: attr_t = 0
    if contains(.bold) { bits |= CURSES_BOLD }
    if contains(.dim) { bits |= CURSES_DIM }
    if contains(.italic) { bits |= CURSES_ITALIC }
    if contains(.underline) { bits |= CURSES_UNDERLINE }
    if contains(.reverse) { bits |= CURSES_REVERSE }
    return bits
  }
}

extension Cell {
  /// Whether a glyph begins here that is not blank.
  fileprivate var isInked: Bool {
    if case .glyph(let glyph) = content { !glyph.isBlank } else { false }
  }
}
