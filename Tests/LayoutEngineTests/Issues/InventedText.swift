import TestSupport

/// Text that means nothing, the same every time.
struct InventedText {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// Chinese text of so many characters, marks included: clauses of four from the Thousand Characters,
  /// two or three to a sentence.
  mutating func chinese(_ length: Int) -> String {
    var text = ""
    while text.unicodeScalars.count < length {
      for _ in 0..<Int.random(in: 1...2, using: &random) { text += clause() + "，" }
      text += clause() + "。"
    }
    return String(text.prefix(max(0, length - 1))) + (length > 0 ? "。" : "")
  }

  /// Latin text of so many words.
  mutating func latin(_ words: Int) -> String {
    let chosen = (0..<words).map { _ in
      Self.words[Int.random(in: 0..<Self.words.count, using: &random)]
    }
    let text = chosen.enumerated().map { $0.offset % 11 == 10 ? $0.element + "," : $0.element }
    return text.joined(separator: " ") + "."
  }

  private mutating func clause() -> String {
    Self.clauses[Int.random(in: 0..<Self.clauses.count, using: &random)]
  }

  private static let clauses = """
    天地玄黄 宇宙洪荒 日月盈昃 辰宿列张 寒来暑往 秋收冬藏 闰余成岁 律吕调阳 云腾致雨 露结为霜 金生丽水 玉出昆冈
    剑号巨阙 珠称夜光 果珍李柰 菜重芥姜 海咸河淡 鳞潜羽翔 龙师火帝 鸟官人皇 始制文字 乃服衣裳 推位让国 有虞陶唐
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  private static let words = """
    the a of harbour tide committee and resolved at its meeting that lanterns should be lit before dusk while
    ferrymen waited upon answer which did not arrive until extraordinary counsel had been taken
    """.split(whereSeparator: \.isWhitespace).map(String.init)
}
