import Testing
import Typesetter

@Suite struct StretchTests {
  private func stretched(
    _ text: String, _ tradition: Typography.Tradition = .simplifiedChinese, to measure: Int
  ) -> String? {
    Setting(text, tradition, measure: measure, .greedy).stretched.first
  }

  @Test func `Latin and Korean lines grow at their word spaces alone, evenly`() {
    #expect(
      stretched("the old bridge fell at noon yesterday", .latin, to: 24)
        == "the  old bridge  fell at")
    #expect(stretched("the old bridge fell down", .latin, to: 17) == "the   old  bridge")
    #expect(stretched("the old bridge fell down", .latin, to: 18) == "the   old   bridge")
    #expect(stretched("the old bridge fell down", .latin, to: 16) == "the  old  bridge")
    #expect(stretched("우리는 대한민국 사람이다 그렇다", .korean, to: 16) == "우리는  대한민국")
  }

  @Test func `a word space grows by two cells at most`() {
    #expect(stretched("a bc incomprehensible", .latin, to: 5) == "a  bc")
    #expect(stretched("a bcd incomprehensible", .latin, to: 7) == "a   bcd")
    #expect(stretched("the old incomprehensible", .latin, to: 10) == "the old")
    #expect(stretched("a bcd incomprehensible", .latin, to: 8) == "a bcd")
    #expect(stretched("abcd incomprehensible", .latin, to: 8) == "abcd")
  }

  @Test
  func `ideographic lines grow between scripts, at blanks, outside marks, then between ideographs`()
  {
    #expect(stretched("坐G1024次列车去上海看海（游玩一天", to: 25) == "坐 G1024次列车去 上海看海")
    #expect(stretched("坐K5特快去上海看（（游玩一天", to: 20) == "坐 K5 特快 去上 海看")
    #expect(stretched("今年5月9日去上海看海（游玩", to: 22) == "今年5月9日 去上海 看海")
    #expect(stretched("坐火车 去上海看（（游玩）的人", to: 19) == "坐 火车  去 上海 看")
    #expect(stretched("今天下午到了车站，人们（（等候）", to: 24) == "今天下午到了车站，  人们")
  }

  @Test func `one spare cell stays`() {
    #expect(stretched("今天下午三点半到", to: 11) == "今天下午三")
  }

  @Test func `nothing grows within ——, ……, numbers and words, nor beside the inside of a bracket`()
  {
    #expect(stretched("走——去……（（好", to: 10) == "走 ——去 ……")
    #expect(stretched("价12.5元iPhone（（好的", to: 18) == "价  12.5 元 iPhone")
    #expect(stretched("（甲）乙丙（（丁戊", to: 14) == "（甲）  乙  丙")
    #expect(stretched("（甲）（乙）（（丙丁", to: 16) == "（甲 ）  （ 乙）")
  }

  @Test func `characters part by two cells at most, else the line stays ragged`() {
    #expect(stretched("你好https://example.org/abc", to: 12) == "你好https://")
    #expect(stretched("你好incomprehensible", to: 16) == "你好")
  }

  @Test func `an English line in Chinese text grows as English does`() {
    #expect(stretched("the old bridge fell down", to: 18) == "the   old   bridge")
  }
}
