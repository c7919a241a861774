/// Classes of characters that a terminal measures otherwise than the layout.
///
/// The layout keeps its width; what is drawn in the cells is then something else, on which all
/// agree.
public struct TerminalLacks: OptionSet, Hashable, Sendable {
  /// A bit a class.
  public let rawValue: UInt8

  /// Makes a set of its bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Ideographs newer than Unicode 14 are not two cells wide, or not drawn: 〓 stands for each.
  ///
  /// These are Extensions H, I, J and the places still free. Probed with U+323B0.
  public static let newIdeographs = TerminalLacks(rawValue: 1)
  /// Symbols wide only since Unicode 16 or 17 are not two cells wide: 〓 stands for each.
  ///
  /// These are trigrams, hexagrams, tetragrams, counting rods, some emoji. Probed with ䷀.
  public static let newWideSymbols = TerminalLacks(rawValue: 2)
  /// A half-width kana and its sound mark (`ｶﾞ`) share one cell: the full-width kana (ガ) stands in
  /// the two cells of both.
  public static let halfwidthSoundMarks = TerminalLacks(rawValue: 4)
  /// Characters of private use are not one cell wide: a question mark stands for each.
  ///
  /// Probed with U+E000.
  public static let privateUse = TerminalLacks(rawValue: 8)
}

/// Which sequences of emoji a terminal shows as one emoji of two cells.
///
/// It gives the others the sum of their parts: of those only the first emoji is drawn.
public struct JoinedEmoji: OptionSet, Hashable, Sendable {
  /// A bit a kind.
  public let rawValue: UInt8

  /// Makes a set of its bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Emoji joined by U+200D: 👩‍🚀.
  public static let joiners = JoinedEmoji(rawValue: 1)
  /// Emoji with a skin tone: 👍🏽.
  public static let skinTones = JoinedEmoji(rawValue: 2)
  /// Both.
  public static let all: JoinedEmoji = [.joiners, .skinTones]
}

extension TerminalLacks {
  /// What stands for a character, in as many cells; nil for one that stands for itself.
  @inline(__always)
  func substitute(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard !isEmpty, scalar.value >= 0x2630 else { return nil }
    if contains(.newIdeographs), scalar.isNewIdeograph { return .geta }
    if contains(.newWideSymbols), scalar.isNewWideSymbol { return .geta }
    return contains(.privateUse) && scalar.isPrivateUse ? "?" : nil
  }
}

extension Unicode.Scalar {
  /// 〓, the mark of a sort that the printer lacks.
  static let geta: Unicode.Scalar = "\u{3013}"

  /// Whether it is set aside for whoever agrees on it.
  fileprivate var isPrivateUse: Bool {
    switch value {
    case 0xE000...0xF8FF, 0xF0000...0xFFFFD, 0x100000...0x10FFFD: true
    default: false
    }
  }

  /// Whether it lies in planes 2 or 3 and had no character in Unicode 14.
  fileprivate var isNewIdeograph: Bool {
    switch value {
    case 0x20000...0x2A6DF, 0x2A700...0x2B738, 0x2B740...0x2B81D, 0x2B820...0x2CEA1: false
    case 0x2CEB0...0x2EBE0, 0x2F800...0x2FA1D, 0x30000...0x3134A, 0x2FFFE...0x2FFFF: false
    case 0x20000...0x3FFFD: true
    default: false
    }
  }

  /// Whether East_Asian_Width is wide in 17.0 and was not in 15.1; ideographs aside.
  fileprivate var isNewWideSymbol: Bool {
    switch value {
    case 0x2630...0x2637, 0x268A...0x268F, 0x31E4...0x31E5, 0x4DC0...0x4DFF: true
    case 0x16FF2...0x16FF6, 0x187F8...0x187FF, 0x18CFF, 0x18D09...0x18D1E: true
    case 0x18D80...0x18DF2, 0x1D300...0x1D356, 0x1D360...0x1D376, 0x1F6D8: true
    case 0x1FA89...0x1FA8A, 0x1FA8E...0x1FA8F, 0x1FABE, 0x1FAC6, 0x1FAC8, 0x1FACD: true
    case 0x1FADC, 0x1FADF, 0x1FAE9...0x1FAEA, 0x1FAEF: true
    default: false
    }
  }
}
