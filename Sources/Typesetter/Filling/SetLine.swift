/// One line of a broken paragraph: ranges and numbers, no text.
public struct SetLine: Hashable, Sendable {
  /// The bytes of what is drawn, blanks at either end left out; empty for a line of blanks only.
  public let bytes: Range<Int>
  /// Cells of the line without indent and stretch; a drawn hyphen and a hanging mark are included, the
  /// blanks squeezed out are not.
  public let width: Int
  /// Blank cells before it: the first line's indent, or that of all following lines; one less where an
  /// opening mark stands in it.
  public let indent: Int
  /// Cells in which its last mark hangs over the measure, 0 to 2.
  public let hang: Int
  /// Blank halves of curly quotes that were squeezed out to make room; `stretch` says where.
  public let squeeze: Int
  /// Whether a drawn hyphen ends it.
  public let hyphen: Bool
  /// Whether it is the last of its paragraph, or a mandatory break follows: never justified.
  public let isLast: Bool

  /// A line that neither hangs nor is squeezed.
  init(
    _ bytes: Range<Int>, width: Int, indent: Int = 0, hang: Int = 0, squeeze: Int = 0,
    hyphen: Bool = false, isLast: Bool
  ) {
    self.bytes = bytes
    self.width = width
    self.indent = indent
    self.hang = hang
    self.squeeze = squeeze
    self.hyphen = hyphen
    self.isLast = isLast
  }

  /// A line of exactly these clusters, set without indent.
  package init(_ range: Range<Int>, of text: PreparedText) {
    self.init(range, width: text.width(of: range), isLast: range.upperBound == text.byteCount)
  }
}

extension SetLine {
  /// This last line of a text with all that follows it in a longer one, which begins with that text.
  package func extended(to text: PreparedText) -> SetLine {
    let whole = bytes.lowerBound..<text.byteCount
    return SetLine(whole, width: text.width(of: whole), indent: indent, isLast: true)
  }
}

/// The room in which the lines of a paragraph are set, in cells.
public struct Measure: Hashable, Sendable {
  /// The width of a line, indent included.
  public var cells: Int
  /// Blank cells before the first line.
  public var indent: Int
  /// Blank cells before every other line.
  public var hangingIndent: Int
  /// Cells to the right of the measure that are free for a mark to hang in, 0 to 2.
  public var gutter: Int

  /// A measure without a gutter, unless it is said.
  public init(_ cells: Int, indent: Int = 0, hangingIndent: Int = 0, gutter: Int = 0) {
    (self.cells, self.indent, self.hangingIndent) = (cells, indent, hangingIndent)
    self.gutter = gutter
  }

  /// Blank cells before a line.
  func indent(isFirst: Bool) -> Int { isFirst ? indent : hangingIndent }
}
