public import UnicodeTables

/// A paragraph measured once, ready to be broken at any measure.
///
/// Source text is never altered: clusters partition its bytes. What is drawn may differ (a full-width
/// comma for an ASCII one between ideographs); each cluster carries its drawn form.
public struct PreparedText: Sendable {
  /// The clusters, in order; together they hold every byte of the text.
  public let clusters: [PreparedCluster]
  /// The length of the text in UTF-8 bytes.
  public let byteCount: Int

  /// Measures `text` and finds where it may be broken.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public init(_ text: String, _ typography: Typography) {
    var found: [PreparedCluster] = []
    var offset = 0
    for character in text {
      let length = character.utf8.count
      var glyph = Glyph()
      for scalar in character.unicodeScalars { glyph.append(scalar) }
      let value = character.unicodeScalars.first?.value ?? 0
      let wide = value >= 0x1100 && value != 0x2014 && !(0x2000...0x2E7F).contains(value)
      let space = character == " "
      found.append(
        PreparedCluster(
          offset: offset, byteCount: length, cells: wide ? 2 : 1, leadingBlank: 0, glyph: glyph,
          glyphCells: wide ? 2 : 1, breakBefore: wide ? .allowed : .prohibited, isSpace: space))
      offset += length
    }
    clusters = found
    byteCount = offset
  }
}

/// One cluster of a prepared paragraph.
public struct PreparedCluster: Hashable, Sendable {
  /// Whether a line may end before a cluster.
  public enum Break: UInt8, Sendable {
    case prohibited
    case allowed
    /// Allowed, and the line then ends with a drawn hyphen of one cell (soft hyphen).
    case hyphenated
    case mandatory
  }

  /// The first byte in the paragraph.
  public let offset: Int
  /// Its length in bytes.
  public let byteCount: Int
  /// The cells it takes, blanks of a curly quote set in two cells included. 0 for what is not drawn.
  public let cells: Int
  /// Blank cells before the glyph: 1 for an opening curly quote in CJK text at ambiguous width 1.
  public let leadingBlank: Int
  /// What is drawn.
  public let glyph: Glyph
  /// The cells of the glyph alone, 0 to 2.
  public let glyphCells: Int
  /// Whether a line may end before this cluster.
  public let breakBefore: Break
  /// Whether it is a blank that hangs at a line end and stretches inside one.
  public let isSpace: Bool
}

/// One line of a broken paragraph: ranges and numbers, no text.
public struct SetLine: Hashable, Sendable {
  /// The clusters drawn, blanks at either end left out. Empty for a line of blanks only.
  public let clusters: Range<Int>
  /// Cells of the line without indent and stretch, a drawn hyphen included.
  public let width: Int
  /// The first line's indent (or the indent of all following lines), in cells.
  public let indent: Int
  /// Whether a drawn hyphen ends it.
  public let hyphen: Bool
  /// Whether it is the last of its paragraph, or a mandatory break follows: never justified.
  public let isLast: Bool
}
