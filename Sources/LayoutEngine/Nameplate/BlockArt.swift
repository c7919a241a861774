package import NewsModel
public import ScreenModel
import UnicodeTables

/// The characters that large type is made of.
public enum BlockSet: Hashable, Sendable, CaseIterable {
  /// ▀▄█: two dots a cell, as wide as they are high. Every font of terminals has them.
  case halves
  /// ▘▝▖▗ and their like: four dots a cell, half as wide as they are high, which keeps the upright
  /// strokes and the gaps of letters apart.
  case quadrants

  /// Dots in a cell from left to right; from top to bottom there are two.
  public var across: Int { self == .halves ? 1 : 2 }

  /// The characters by their dots, of which the upper left counts 1, the next ones 2, 4 and 8.
  fileprivate var characters: [Unicode.Scalar] {
    Array((self == .halves ? " ▀▄█" : " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█").unicodeScalars)
  }

  /// Whether a terminal draws every one of them in one cell.
  func isDrawn(by widths: WidthPolicy) -> Bool {
    characters.allSatisfy { widths.cells(ofScalar: $0) == 1 }
  }
}

/// A picture made of block characters, a cell each.
public struct BlockArt: Hashable, Sendable {
  /// The cells it takes.
  public let size: Size
  /// Its rows; blanks are blanks.
  package let rows: [[Unicode.Scalar]]

  /// Puts dots into cells; a cell of which only a part has dots is white in the rest.
  package init(_ dots: Bitmap, _ set: BlockSet) {
    let (across, characters) = (set.across, set.characters)
    size = Size(columns: (dots.width + across - 1) / across, rows: (dots.height + 1) / 2)
    rows = (0..<size.rows).map { row in
      (0..<(dots.width + across - 1) / across).map { column in
        var bits = 0
        for place in 0..<2 * across
        where dots[2 * row + place / across, across * column + place % across] {
          bits |= 1 << place
        }
        return characters[bits]
      }
    }
  }

  /// Rows of as many characters each.
  init(_ rows: [[Unicode.Scalar]]) {
    size = Size(columns: rows.first?.count ?? 0, rows: rows.count)
    self.rows = rows
  }

  /// Draws it, its upper left corner at a cell.
  ///
  /// The weight is in the dots: bold would only let a terminal thicken them or change their colour.
  func draw(on frame: inout Frame, row: Int, column: Int, style: Style) {
    var style = style
    style.attributes.remove(.bold)
    for (y, line) in rows.enumerated() {
      for (x, scalar) in line.enumerated() where scalar != " " {
        frame.put(Glyph(scalar), cells: 1, row: row + y, column: column + x, style: style)
      }
    }
  }
}
