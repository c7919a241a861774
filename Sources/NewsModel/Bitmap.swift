/// A picture of black and white dots: the letters of a nameplate, or one that an issue brings.
///
/// - Invariant: `width` and `height` are at least 0, and there are `width * height` dots.
public struct Bitmap: Hashable, Sendable {
  /// Dots across.
  public let width: Int
  /// Dots down.
  public let height: Int
  private var dots: [Bool]

  /// A white picture.
  public init(width: Int, height: Int) {
    precondition(width >= 0 && height >= 0, "negative picture \(width)x\(height)")
    (self.width, self.height) = (width, height)
    dots = Array(repeating: false, count: width * height)
  }

  /// Reads a drawing: a row a line, `#` is black and everything else white; short rows end in white.
  public init(drawn rows: [String]) {
    self.init(width: rows.map(\.utf8.count).max() ?? 0, height: rows.count)
    for (row, line) in rows.enumerated() {
      for (column, byte) in line.utf8.enumerated() where byte == UInt8(ascii: "#") {
        self[row, column] = true
      }
    }
  }

  /// Whether a dot is black; what lies outside is white, and stays so.
  public subscript(row: Int, column: Int) -> Bool {
    get { holds(row, column) && dots[row * width + column] }
    set { if holds(row, column) { dots[row * width + column] = newValue } }
  }

  private func holds(_ row: Int, _ column: Int) -> Bool {
    row >= 0 && row < height && column >= 0 && column < width
  }

  /// The picture as ``init(drawn:)`` reads it, white as `.`.
  public var drawing: [String] {
    (0..<height).map { row in
      (0..<width).reduce(into: "") { $0 += self[row, $1] ? "#" : "." }
    }
  }

  /// The rows and columns from the first to the last with a black dot; nil where there is none.
  public var inked: (rows: Range<Int>, columns: Range<Int>)? {
    var (top, bottom, left, right) = (height, 0, width, 0)
    for row in 0..<height {
      for column in 0..<width where dots[row * width + column] {
        (top, bottom) = (min(top, row), row + 1)
        (left, right) = (min(left, column), max(right, column + 1))
      }
    }
    return top < bottom ? (top..<bottom, left..<right) : nil
  }

  /// The picture without its white margins; empty where nothing is black.
  public var trimmed: Bitmap {
    guard let (rows, columns) = inked else { return Bitmap(width: 0, height: 0) }
    var picture = Bitmap(width: columns.count, height: rows.count)
    for row in rows {
      for column in columns where self[row, column] {
        picture[row - rows.lowerBound, column - columns.lowerBound] = true
      }
    }
    return picture
  }

  /// Puts the black dots of another picture on this one, its upper left corner at a dot.
  public mutating func stamp(_ other: Bitmap, row: Int, column: Int) {
    for y in 0..<other.height {
      for x in 0..<other.width where other[y, x] { self[row + y, column + x] = true }
    }
  }
}
