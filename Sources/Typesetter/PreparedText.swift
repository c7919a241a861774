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
  /// Whether the text is set in an ideographic tradition.
  let isIdeographic: Bool

  /// Measures `text` and finds where it may be broken.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public init(_ text: String, _ typography: Typography) {
    var found: [PreparedCluster] = []
    var offset = 0
    var before: PreparedCluster?
    for character in text {
      let cluster = Self.roughCluster(character, offset, before, typography)
      found.append(cluster)
      offset += cluster.byteCount
      before = cluster
    }
    clusters = found
    byteCount = offset
    isIdeographic = typography.isIdeographic
  }

  private static func roughCluster(
    _ character: Character, _ offset: Int, _ before: PreparedCluster?, _ typography: Typography
  ) -> PreparedCluster {
    var glyph = Glyph()
    for scalar in character.unicodeScalars { glyph.append(scalar) }
    let value = character.unicodeScalars.first?.value ?? 0
    let wide =
      (0x1100...0x115F).contains(value) || (0x2E80...0xA4CF).contains(value)
      || (0xAC00...0xD7A3).contains(value) || (0xF900...0xFAFF).contains(value)
      || (0xFE10...0xFE19).contains(value) || (0xFE30...0xFE6F).contains(value)
      || (0xFF00...0xFF60).contains(value) || (0xFFE0...0xFFE6).contains(value)
      || (0x1F300...0x1FAFF).contains(value) || (0x20000...0x3FFFD).contains(value)
    let quote = typography.isIdeographic && typography.widths.ambiguous == 1 && "“”‘’".contains(character)
    var role = wide ? ClusterRole.ideograph : .letter
    if "、，。：；！？”’）》〉」』】〕〗～–·・‧/％‰℃,.:;!?)]}%".contains(character) { role = .closing }
    if "“‘（《〈「『【〔〖([{￥".contains(character) { role = .opening }
    if "—…⋯".contains(character) { role = .joined }
    if character.isWhitespace { role = .space }
    let spaced = before?.role == .space
    let free = spaced || wide || before?.glyphCells == 2
    let allowed =
      before != nil && free && role != .closing && role != .space && before?.role != .opening
      && !(role == .joined && before?.role == .joined)
      && !(typography.tradition == .korean && !spaced)
    return PreparedCluster(
      offset: offset, byteCount: character.utf8.count, cells: wide || quote ? 2 : 1,
      leadingBlank: quote && role == .opening ? 1 : 0, glyph: glyph, glyphCells: wide ? 2 : 1,
      breakBefore: allowed ? .allowed : .prohibited, isSpace: role == .space, role: role)
  }
}

/// What a cluster is to its neighbours when a line is broken in need or stretched.
package enum ClusterRole: UInt8, Sendable {
  /// Part of a word or number set in narrow characters.
  case letter
  /// A wide character that stands alone.
  case ideograph
  /// An opening bracket or quotation mark: ends no line.
  case opening
  /// A stop, closing bracket or connector: begins no line.
  case closing
  /// Part of —— or ……, never parted from its like.
  case joined
  case space
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
  /// What it is to its neighbours.
  package let role: ClusterRole
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
