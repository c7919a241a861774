/// A cluster on which terminals differ, each for a class of them.
///
/// The raw value is its name where answers are remembered.
public enum ProbedCluster: String, CaseIterable, Hashable, Sendable {
  case quote, rule, ellipsis, dash, dot
  case squaredNumber = "squared-number"
  case joinedEmoji = "joined-emoji"
  case skinTone = "skin-tone"
  case emojiStyle = "emoji-style"
  case halfwidthVoiced = "halfwidth-voiced"
  case trigram, hexagram
  case newIdeograph = "new-ideograph"
  case privateUse = "private-use"

  /// What the terminal is sent.
  public var text: String {
    switch self {
    case .quote: "“"
    case .rule: "│"
    case .ellipsis: "…"
    case .dash: "—"
    case .dot: "·"
    case .squaredNumber: "㉈"
    case .joinedEmoji: "👩\u{200D}🚀"
    case .skinTone: "👍🏽"
    case .emojiStyle: "❤\u{FE0F}"
    case .halfwidthVoiced: "ｶﾞ"
    case .trigram: "☰"
    case .hexagram: "䷀"
    case .newIdeograph: "\u{323B0}"
    case .privateUse: "\u{E000}"
    }
  }

  /// Whether it is one of the ambiguous characters whose width a person may choose.
  ///
  /// `㉈` is ambiguous to Unicode, too, but goes its own way in many a terminal.
  public var followsChoice: Bool {
    switch self {
    case .quote, .rule, .ellipsis, .dash, .dot: true
    default: false
    }
  }

  /// The class it stands for, in words.
  public var summary: String {
    switch self {
    case .quote: "quotation marks"
    case .rule: "rules and boxes"
    case .ellipsis: "ellipses"
    case .dash: "dashes"
    case .dot: "middle dots"
    case .squaredNumber: "numbers in black squares"
    case .joinedEmoji: "joined emoji"
    case .skinTone: "emoji with a skin tone"
    case .emojiStyle: "symbols in emoji style"
    case .halfwidthVoiced: "halfwidth kana with a voice mark"
    case .trigram: "trigrams"
    case .hexagram: "hexagrams"
    case .newIdeograph: "ideographs new since Unicode 15"
    case .privateUse: "private use"
    }
  }
}
