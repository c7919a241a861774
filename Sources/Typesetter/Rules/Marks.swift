/// What typesetting knows of marks, in any tradition.
enum Marks {
  /// What a mark does at the edges of lines and between its neighbours.
  struct Traits: OptionSet, Hashable {
    let rawValue: UInt8

    /// No line begins with it: stops, closing marks, connectors, units of a number.
    static let startsNoLine = Traits(rawValue: 0x01)
    /// No line ends with it: opening marks, the sign of a currency.
    static let endsNoLine = Traits(rawValue: 0x02)
    /// An opening bracket or quotation mark of ideographic text.
    static let opens = Traits(rawValue: 0x04)
    /// A stop or bracket of Chinese text, free to stand anywhere where nothing is prohibited.
    static let chinese = Traits(rawValue: 0x08)
    /// It connects what stands on both sides of it.
    static let connects = Traits(rawValue: 0x10)
    /// A dash or an ellipsis, which stand in pairs (——, ……).
    static let leads = Traits(rawValue: 0x20)
    /// A full-width letter or digit.
    static let fullwidthWord = Traits(rawValue: 0x40)
  }

  /// What is known of a code point; nothing of what is no mark.
  ///
  /// - Complexity: O(1).
  static func traits(of scalar: UInt32) -> Traits {
    switch scalar {
    case 0..<0x80: table[Int(scalar)]
    case 0x2000..<0x2080: table[Int(scalar - 0x2000 + 0x80)]
    case 0x3000..<0x3040: table[Int(scalar - 0x3000 + 0x100)]
    case 0xFF00..<0xFF80: table[Int(scalar - 0xFF00 + 0x140)]
    case 0xB7, 0x2103, 0x22EF, 0x30FB: found(Unicode.Scalar(scalar) ?? " ")
    default: []
    }
  }

  /// The traits of four stretches, one after the other.
  private static let table: [Traits] = [
    0..<0x80, 0x2000..<0x2080, 0x3000..<0x3040, 0xFF00..<0xFF80,
  ].flatMap { $0.map { found(Unicode.Scalar(UInt32($0)) ?? " ") } }

  private static func found(_ scalar: Unicode.Scalar) -> Traits {
    switch scalar {
    case "。", "．", "，", "、", "！", "？", "）", "》", "〉", "」", "』", "】", "〕", "〗", "］", "｝":
      [.startsNoLine, .chinese]
    case "：", "；", "”", "’", "％", "‰", "℃": .startsNoLine
    case ",", ".", ":", ";", "!", "?", ")", "]", "}", "%": .startsNoLine
    case "～", "–", "·", "・", "‧", "/", "／": [.startsNoLine, .connects]
    case "-": .connects
    case "“", "‘", "（", "《", "〈", "「", "『", "【", "〔", "〖", "［", "｛":
      [.endsNoLine, .opens, .chinese]
    case "￥", "(", "[", "{": .endsNoLine
    case "—", "…", "⋯": .leads
    case "０"..."９", "Ａ"..."Ｚ", "ａ"..."ｚ": .fullwidthWord
    default: []
    }
  }

  /// Whether it is an ASCII digit.
  static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

  /// Whether it is a digit, full-width or not: a Japanese figure of one digit is set full-width.
  static func isFigure(_ scalar: UInt32) -> Bool {
    isDigit(scalar) || (0xFF10...0xFF19).contains(scalar)
  }

  /// Whether it is an ASCII letter.
  static func isLetter(_ scalar: UInt32) -> Bool { (0x61...0x7A).contains(scalar | 0x20) }

  /// Whether a figure before it counts or measures it, and is ill parted from it.
  static func isUnit(_ scalar: UInt32) -> Bool {
    switch Unicode.Scalar(scalar) {
    case "年", "月", "日", "时", "時", "分", "秒", "号", "號", "期", "版", "元", "円", "圓", "角": true
    case "万", "萬", "亿", "億", "千", "百", "个", "個", "人", "名", "届", "屆", "次", "岁", "歲", "歳": true
    case "户", "戶", "戸", "家", "项", "項", "条", "條", "里", "米", "吨", "噸", "度", "粒": true
    default: false
    }
  }
}
