/// A place in a YAML text: line and column from 1, the column in Unicode scalars.
public struct YAMLMark: Hashable, Sendable, Comparable {
  /// The line, from 1.
  public let line: Int
  /// The column, from 1, in Unicode scalars.
  public let column: Int

  /// Names a place.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Earlier places come first.
  public static func < (left: YAMLMark, right: YAMLMark) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }

  /// The first character of a text.
  public static let start = YAMLMark(line: 1, column: 1)
}
