/// Which marks may not stand at the edge of a line, in any tradition.
enum Marks {
  /// Whether a line may not begin with it: stops, closing marks, connectors, units of a number.
  static func startsNoLine(_ scalar: UInt32) -> Bool {
    guard scalar < 0x3400 || scalar >= 0xFF00 else { return false }
    switch Unicode.Scalar(scalar) {
    case "、", "，", "。", "．", "：", "；", "！", "？", "”", "’", "）", "》", "〉", "」", "』", "】": return true
    case "〕", "〗", "］", "｝", "～", "–", "·", "・", "‧", "/", "／", "％", "‰", "℃": return true
    case ",", ".", ":", ";", "!", "?", ")", "]", "}", "%": return true
    default: return false
    }
  }

  /// Whether a line may not end with it: opening marks, the sign of a currency.
  static func endsNoLine(_ scalar: UInt32) -> Bool {
    guard scalar < 0x3400 || scalar >= 0xFF00 else { return false }
    switch Unicode.Scalar(scalar) {
    case "“", "‘", "（", "《", "〈", "「", "『", "【", "〔", "〖", "［", "｛", "￥", "(", "[", "{": return true
    default: return false
    }
  }

  /// Whether a line's last code point and the next line's first would be torn from each other.
  static func isTorn(_ before: UInt32, _ after: UInt32) -> Bool {
    before == after && isLeader(after)
  }

  /// Whether it is a dash or an ellipsis, which stand in pairs (——, ……).
  static func isLeader(_ scalar: UInt32) -> Bool {
    scalar == 0x2014 || scalar == 0x2026 || scalar == 0x22EF
  }

  /// Whether it is an ASCII digit.
  static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

  /// Whether it is an ASCII letter.
  static func isLetter(_ scalar: UInt32) -> Bool { (0x61...0x7A).contains(scalar | 0x20) }

  /// Whether it is a full-width letter or digit.
  static func isFullwidthWord(_ scalar: UInt32) -> Bool {
    scalar >= 0xFF10 && isAlphanumeric(scalar - 0xFEE0)
  }

  private static func isAlphanumeric(_ scalar: UInt32) -> Bool {
    isDigit(scalar) || isLetter(scalar)
  }

  /// Whether it connects what stands on both sides of it.
  static func isConnector(_ scalar: UInt32) -> Bool {
    switch Unicode.Scalar(scalar) {
    case "～", "–", "·", "・", "‧", "/", "／", "-": true
    default: false
    }
  }

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
