/// The extent of a rectangle of terminal **cells**: `"報"` is 3 bytes, 1 `Character` and 2 cells.
///
/// - Invariant: `columns >= 0 && rows >= 0`.
public struct Size: Hashable, Sendable, CustomStringConvertible {
  /// The width in cells.
  public let columns: Int
  /// The height in cells.
  public let rows: Int

  /// An extent; neither side may be negative.
  public init(columns: Int, rows: Int) {
    precondition(columns >= 0 && rows >= 0, "negative size \(columns)x\(rows)")
    (self.columns, self.rows) = (columns, rows)
  }

  /// `120x40`.
  public var description: String { "\(columns)x\(rows)" }
}

/// A cell of the screen, counted from 0 at the upper left.
public struct Point: Hashable, Sendable {
  /// The column, from 0.
  public var column: Int
  /// The row, from 0.
  public var row: Int

  /// Names a cell.
  public init(column: Int, row: Int) { (self.column, self.row) = (column, row) }
}

/// A rectangle of cells.
public struct Rect: Hashable, Sendable {
  /// The left column, from 0.
  public var column: Int
  /// The top row, from 0.
  public var row: Int
  /// Cells across.
  public var width: Int
  /// Cells down.
  public var height: Int

  /// A rectangle by its upper left corner and its extent.
  public init(column: Int, row: Int, width: Int, height: Int) {
    (self.column, self.row, self.width, self.height) = (column, row, width, height)
  }

  /// The column after the last.
  public var right: Int { column + width }
  /// The row after the last.
  public var bottom: Int { row + height }

  /// Whether the cell lies inside.
  public func contains(_ point: Point) -> Bool {
    column <= point.column && point.column < right && row <= point.row && point.row < bottom
  }
}
