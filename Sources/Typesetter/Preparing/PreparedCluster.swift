public import UnicodeTables

/// One cluster of a prepared paragraph, as it is drawn.
public struct PreparedCluster: Hashable, Sendable {
  /// Whether a line may end before a cluster.
  public enum Break: UInt8, Sendable {
    case prohibited
    case allowed
    /// Allowed, and the line then ends with a drawn hyphen of one cell.
    case hyphenated
    case mandatory
  }

  /// What a cluster is to its neighbours when a line is broken in need or stretched.
  package enum Role: UInt8, Sendable {
    /// Part of a word or number set in narrow characters.
    case letter
    /// A wide character that stands alone.
    case ideograph
    /// An opening bracket or quote as wide as an ideograph.
    case opening
    /// A stop, closing bracket or quote as wide as an ideograph.
    case closing
    /// A mark between two names or numbers: · ～ /
    case connector
    /// Part of ——, …… or a full-width word, never parted from its like.
    case joined
    case space
  }

  /// What is drawn.
  public let glyph: Glyph
  /// The first byte in the paragraph.
  public let offset: Int
  /// Its length in bytes.
  public let byteCount: Int
  /// The cells it takes, the blank of a curly quote set in two included; 0 for what is not drawn.
  public let cells: Int
  /// The cells of the glyph alone, 0 to 2.
  public let glyphCells: Int
  /// Blank cells before the glyph: 1 for an opening curly quote in CJK text at ambiguous width 1.
  public let leadingBlank: Int
  /// Whether a line may end before this cluster.
  public let breakBefore: Break
  /// Whether the break before it is legal, and better avoided.
  package let breaksPoorly: Bool
  /// What it is to its neighbours.
  package let role: Role

  /// Whether it is a blank that hangs at a line end and stretches inside one.
  public var isSpace: Bool { role == .space }

  /// A cluster with the code that the paragraph gave it.
  init(_ drawn: DrawnCluster, _ code: ClusterCode, offset: Int) {
    self.offset = offset
    byteCount = drawn.byteCount
    (cells, role) = (code.cells, code.role)
    (breakBefore, breaksPoorly) = (code.breakBefore, code.breaksPoorly)
    if code.cells == 2, let wide = Self.fullwidthForm(of: drawn) {
      (glyph, glyphCells, leadingBlank) = (Glyph(wide), 2, 0)
    } else {
      (glyph, glyphCells) = (drawn.glyph, min(drawn.glyphCells, code.cells))
      leadingBlank = code.role == .opening ? code.cells - glyphCells : 0
    }
  }

  /// The full-width form of an ASCII mark.
  private static func fullwidthForm(of drawn: DrawnCluster) -> Unicode.Scalar? {
    guard drawn.byteCount == 1, drawn.glyphCells == 1 else { return nil }
    return Unicode.Scalar(drawn.glyph.first.value + 0xFEE0)
  }
}

extension PreparedText {
  /// The clusters of a range, in order, as they are drawn; together they hold every byte of it.
  ///
  /// - Complexity: O(*n*) in its length.
  public func clusters(in range: Range<Int>) -> [PreparedCluster] {
    var found: [PreparedCluster] = []
    found.reserveCapacity(range.count / 2)
    let bytes = text.utf8.span
    var scanner = ClusterScanner(typography.widths, from: range.lowerBound)
    var offset = range.lowerBound
    while offset < range.upperBound, let drawn = scanner.next(in: bytes) {
      found.append(PreparedCluster(drawn, codes[offset], offset: offset))
      offset += drawn.byteCount
    }
    return found
  }

  /// All clusters of the text.
  public var clusters: [PreparedCluster] { clusters(in: bytes) }

  /// The number of clusters in a range that are drawn.
  ///
  /// - Complexity: O(*n*) in its length.
  public func drawnCount(in range: Range<Int>) -> Int {
    codes[range].count { $0.cells > 0 }
  }
}
