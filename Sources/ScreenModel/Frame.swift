public import UnicodeTables

/// One cell of a frame.
public struct Cell: Hashable, Sendable {
  /// What the cell holds.
  public enum Content: Hashable, Sendable {
    /// A glyph that begins here; the empty glyph is a blank.
    case glyph(Glyph)
    /// The right half of the wide glyph to the left.
    case continuation
  }

  /// What the cell holds.
  public var content: Content
  /// How it looks.
  public var style: Style

  /// Makes a cell.
  public init(_ content: Content = .glyph(.blank), style: Style = Style()) {
    self.content = content
    self.style = style
  }
}

/// A finished screen: what every cell shows.
///
/// Nothing in it knows news or ncurses.
///
/// - Invariant: a continuation follows a wide glyph, and a wide glyph has its continuation; no glyph
/// reaches beyond the right edge.
public struct Frame: Hashable, Sendable {
  /// The extent.
  public let size: Size
  /// The cells, row by row.
  public private(set) var cells: [Cell]
  /// Where the cursor rests; nil hides it.
  public var cursor: Point?

  /// A blank frame in one style.
  public init(size: Size, style: Style = Style()) {
    self.size = size
    cells = Array(repeating: Cell(style: style), count: size.columns * size.rows)
  }

  /// The cell at that place, which must lie on the frame.
  public subscript(row row: Int, column column: Int) -> Cell { cells[row * size.columns + column] }

  /// Draws a glyph of one or two cells; what does not lie wholly on the frame is left out.
  ///
  /// A wide glyph of which one half is overwritten leaves a blank, never a half.
  public mutating func put(_ glyph: Glyph, cells width: Int, row: Int, column: Int, style: Style) {
    guard row >= 0, row < size.rows, column >= 0, column + width <= size.columns,
      width == 1 || width == 2
    else { return }
    let start = row * size.columns + column
    clearHalves(from: start, width: width, rowEnd: (row + 1) * size.columns)
    cells[start] = Cell(.glyph(glyph), style: style)
    if width == 2 { cells[start + 1] = Cell(.continuation, style: style) }
  }

  /// Fills a rectangle with blanks of one style.
  public mutating func fill(_ rect: Rect, style: Style) {
    for row in max(0, rect.row)..<max(0, rect.row, min(size.rows, rect.bottom)) {
      for column in max(0, rect.column)..<max(0, rect.column, min(size.columns, rect.right)) {
        put(.blank, cells: 1, row: row, column: column, style: style)
      }
    }
  }

  /// Changes the style of a rectangle and leaves what it shows.
  public mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
    for row in max(0, rect.row)..<max(0, rect.row, min(size.rows, rect.bottom)) {
      for column in max(0, rect.column)..<max(0, rect.column, min(size.columns, rect.right)) {
        change(&cells[row * size.columns + column].style)
      }
    }
  }

  /// Changes the style of all blanks.
  public mutating func restyleBlanks(_ change: (inout Style) -> Void) {
    for place in cells.indices {
      guard case .glyph(let glyph) = cells[place].content, glyph.isBlank else { continue }
      change(&cells[place].style)
    }
  }

  private mutating func clearHalves(from start: Int, width: Int, rowEnd: Int) {
    if cells[start].content == .continuation { cells[start - 1].content = .glyph(.blank) }
    let next = start + width
    if next < rowEnd, cells[next].content == .continuation {
      cells[next].content = .glyph(.blank)
    }
  }
}
