import UnicodeTables

/// A glyph as it can be drawn.
///
/// ncurses gives a cell the width of its first code point and keeps five code points in it. A glyph
/// whose cells come out otherwise is taken apart, cut or padded here: the cells it fills are the
/// cells the layout gave it, always.
enum DrawnGlyph {
  /// What goes into one cell of ncurses.
  struct Piece: Equatable {
    var scalars: [Unicode.Scalar]
    var cells: Int
  }

  /// Code points of a cell.
  private static let capacity = 5
  private static let joiner: Unicode.Scalar = "\u{200D}"
  private static let selector: Unicode.Scalar = "\u{FE0F}"

  /// Whether a glyph is one code point that ncurses gives so many cells: nearly all are.
  static func isPlain(_ glyph: Glyph, cells: Int) -> Bool {
    let first = glyph.first
    return glyph == Glyph(first) && isDrawn(first) && Int(widthForCurses(first.value)) == cells
  }

  /// The pieces of a glyph that has one or two cells; their cells add up to that.
  static func pieces(of glyph: Glyph, cells: Int) -> [Piece] {
    if cells == 2, let emoji = presentedEmoji(glyph.scalars) { return [emoji] }
    let scalars = glyph.scalars.filter(isDrawn)
    guard let first = scalars.first else { return blanks(cells) }
    switch Int(widthForCurses(first.value)) {
    case cells where cells == 2:
      return [Piece(scalars: wide(scalars), cells: 2)]
    case 0: return [Piece(scalars: capped([" "] + scalars), cells: 1)] + blanks(cells - 1)
    case 1: return narrow(scalars, cells: cells)
    default: return blanks(cells)
    }
  }

  /// One or two cells of narrow glyphs: `ｶﾞ` is two, and an emoji on a narrow base its base alone.
  private static func narrow(_ scalars: [Unicode.Scalar], cells: Int) -> [Piece] {
    var pieces: [Piece] = []
    let isSequence = scalars.contains(joiner)
    for scalar in scalars where scalar != joiner {
      switch widthForCurses(scalar.value) {
      case 0: pieces[pieces.count - 1].scalars.append(scalar)
      case 1 where pieces.isEmpty || !isSequence:
        pieces.append(Piece(scalars: [scalar], cells: 1))
      default: return pieces.prefix(1) + blanks(cells - 1)
      }
    }
    let drawn = pieces.prefix(cells).map { Piece(scalars: capped($0.scalars), cells: 1) }
    return drawn + blanks(cells - drawn.count)
  }

  /// One wide cell with an emoji that a selector makes of a narrow character; nil for all others, and
  /// where selectors are not honoured.
  private static func presentedEmoji(_ scalars: [Unicode.Scalar]) -> Piece? {
    guard scalars.count > 1, scalars[1] == selector, isDrawn(scalars[0]),
      InstalledWidths.current.honorsEmojiSelector
    else { return nil }
    let rest = scalars.dropFirst(2).filter(isDrawn)
    let emoji = scalars[..<2] + (rest.count > capacity - 3 ? [] : rest)
    return Piece(scalars: [WideMarker.scalar] + emoji, cells: 2)
  }

  /// One wide cell: all of an emoji sequence or, where that does not fit, its first emoji.
  private static func wide(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let isSequence = scalars.dropFirst().contains { widthForCurses($0.value) != 0 }
    return isSequence && scalars.count > capacity ? Array(scalars[..<1]) : capped(scalars)
  }

  private static func capped(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    Array(scalars.prefix(capacity))
  }

  private static func blanks(_ count: Int) -> [Piece] {
    Array(repeating: Piece(scalars: [" "], cells: 1), count: count)
  }

  /// Whether a code point may reach the screen.
  ///
  /// Not the controls of direction (a document could reorder what the reader sees), no fillers,
  /// separators and tags, and no choice between text and emoji, which terminals measure differently.
  private static func isDrawn(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x20, 0x7F...0x9F, 0xAD, 0x34F, 0x61C, 0x115F, 0x180B...0x180F, 0x200B, 0x200C: false
    case 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFE0E, 0xFE0F, 0xFEFF: false
    case 0xFFA0, 0xFFF0...0xFFFB, 0xE0000...0xE00FF, 0xE01F0...0xE0FFF, 0x10FFFF: false
    default: true
    }
  }
}
