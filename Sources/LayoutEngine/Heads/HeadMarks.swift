import Typesetter

/// The characters that say where a Chinese or Japanese head breaks well.
struct HeadMarks {
  /// Marks after which another clause begins.
  let endClauses: Set<UInt32>
  /// Particles that belong to the word before them.
  let beginNoLine: Set<UInt32>
  /// Words of one character that belong to what follows.
  let endNoLine: Set<UInt32>

  /// The scripts of Japanese.
  enum Script {
    case hiragana, katakana, kanji, other

    init(_ character: UInt32) {
      switch character {
      case 0x3041...0x309F: self = .hiragana
      case 0x30A1...0x30FF: self = .katakana
      case 0x3005, 0x3400...0x9FFF: self = .kanji
      default: self = .other
      }
    }
  }

  /// Marks that close a bracket or a quote.
  static let closing = characters("”’」』）】〕》〉］｝)]")

  /// Of both scripts; the phrase model of Japanese knows the particles of that language.
  private static let chinese = HeadMarks(
    beginNoLine: "的了着著过過地得们們吗嗎呢吧等",
    endNoLine: "在对對和与與及并將将被把向从從由为為以于於让讓使至第各每该該不未再又")
  private static let japanese = HeadMarks(beginNoLine: "のを", endNoLine: "各全約第")

  static func of(_ tradition: Typography.Tradition) -> HeadMarks {
    tradition == .japanese ? japanese : chinese
  }

  private init(beginNoLine: String, endNoLine: String) {
    endClauses = Self.characters("，。；：！？、…—")
    self.beginNoLine = Self.characters(beginNoLine)
    self.endNoLine = Self.characters(endNoLine)
  }

  private static func characters(_ text: String) -> Set<UInt32> {
    Set(text.unicodeScalars.map(\.value))
  }
}
