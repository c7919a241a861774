import Testing
import UnicodeTables

extension WidthPolicy {
  /// What the probe of a terminal finds that can do nothing.
  static let leastAble = WidthPolicy(
    joinedEmoji: [], lacks: [.newIdeographs, .newWideSymbols, .halfwidthSoundMarks])
}

@Suite struct PolicyTests {
  private func drawn(_ cluster: String, _ widths: WidthPolicy) -> String {
    let forms = widths.drawnForms(of: cluster)
    return forms.map { "\($0.glyph.text) \($0.glyphCells)/\($0.cells)" }.joined(separator: ", ")
  }

  @Test func `a character may have other cells than the rest of its kind`() {
    let widths = WidthPolicy(ambiguous: 1, exceptions: ["“": 2, "”": 2])
    #expect(widths.cells(of: "“报”—│") == 8)
    #expect(widths.wcwidthForCurses(0x201C) == 2)
    #expect(widths.wcwidthForCurses(0x2014) == 1)
    let others = WidthPolicy(ambiguous: 2, exceptions: ["│": 1])
    #expect(others.cells(of: "“│—") == 5)
    #expect(others.wcwidthForCurses(0x2502) == 1)
  }

  @Test func `only ambiguous characters may be exceptions`() {
    let widths = WidthPolicy(exceptions: ["a": 2, "报": 1, "\u{301}": 2])
    #expect(widths.cells(of: "a报e\u{301}") == 4)
  }

  @Test func `exceptions are kept in order, each once, the last word holds`() {
    var exceptions: AmbiguousExceptions = ["│": 1, "“": 1, "│": 2]
    #expect(exceptions.entries.map(\.scalar) == ["“", "│"])
    #expect(exceptions.entries.map(\.cells) == [1, 2])
    exceptions.set("\u{2500}"..."\u{2503}", cells: 1)
    #expect(exceptions.entries.map(\.scalar.value) == [0x201C, 0x2500, 0x2501, 0x2502, 0x2503])
    exceptions.set("\u{2501}"..."\u{2502}", cells: 2)
    #expect(exceptions.entries.map(\.cells) == [1, 1, 2, 2, 1])
    #expect(exceptions["\u{2501}"] == 2)
    #expect(exceptions["\u{2504}"] == nil)
    #expect(exceptions == ["\u{2503}": 1, "\u{2502}": 2, "\u{2501}": 2, "\u{2500}": 1, "“": 1])
  }

  @Test func `numbers in black squares are measured apart`() {
    var widths = WidthPolicy()
    #expect(widths.cells(of: "㉈㉏") == 2)
    widths.exceptions.set(AmbiguousExceptions.enclosedTens, cells: 2)
    #expect(widths.cells(of: "㉈㉏①") == 5)
  }

  @Test(arguments: [
    ("👩‍🚀", "👩‍🚀", "👩", "👩‍🚀", "👩"), ("👍🏽", "👍🏽", "👍🏽", "👍", "👍"),
    ("👩🏽‍🚀", "👩🏽‍🚀", "👩🏽", "👩", "👩"), ("🇨🇳", "🇨🇳", "🇨🇳", "🇨🇳", "🇨🇳"),
  ])
  func `of a sequence that the terminal does not join the first emoji is drawn`(
    cluster: String, all: String, skinTones: String, joiners: String, none: String
  ) {
    #expect(drawn(cluster, WidthPolicy(joinedEmoji: .all)) == "\(all) 2/2")
    #expect(drawn(cluster, WidthPolicy(joinedEmoji: .skinTones)) == "\(skinTones) 2/2")
    #expect(drawn(cluster, WidthPolicy(joinedEmoji: .joiners)) == "\(joiners) 2/2")
    #expect(drawn(cluster, WidthPolicy(joinedEmoji: [])) == "\(none) 2/2")
  }

  @Test(arguments: [
    ("❤\u{FE0F}", "❤ 1/1", "❤\u{FE0F} 2/2"), ("❤", "❤ 1/1", "❤ 1/1"),
    ("1\u{FE0F}\u{20E3}", "1\u{20E3} 1/1", "1\u{FE0F}\u{20E3} 2/2"),
    ("❤\u{FE0F}‍🔥", "❤ 1/2", "❤\u{FE0F}‍🔥 2/2"), ("⌚\u{FE0F}", "⌚ 2/2", "⌚ 2/2"),
    ("❤\u{FE0E}", "❤ 1/1", "❤ 1/1"), ("a\u{FE0F}", "a 1/1", "a 1/1"),
    ("漢\u{FE0F}", "漢 2/2", "漢 2/2"), ("👩‍❤\u{FE0F}‍👩", "👩‍❤‍👩 2/2", "👩‍❤‍👩 2/2"),
  ])
  func `a selector of emoji is dropped, or honoured and sent`(
    cluster: String, dropped: String, honored: String
  ) {
    #expect(drawn(cluster, WidthPolicy()) == dropped)
    #expect(drawn(cluster, WidthPolicy(honorsEmojiSelector: true)) == honored)
  }

  @Test(arguments: ["\u{31350}", "\u{2EBF0}", "\u{323B0}", "\u{3FFFD}", "\u{323B0}\u{E0100}"])
  func `where new ideographs are not wide a geta stands for each`(cluster: String) {
    #expect(drawn(cluster, WidthPolicy(lacks: .newIdeographs)) == "〓 2/2")
    #expect(drawn(cluster, WidthPolicy(lacks: .newWideSymbols)) == "\(cluster) 2/2")
  }

  @Test(arguments: ["䷀", "☰", "⚊", "\u{1D300}", "\u{1D360}", "\u{31E4}", "\u{1FAE9}"])
  func `where new wide symbols are not wide a geta stands for each`(cluster: String) {
    #expect(drawn(cluster, WidthPolicy(lacks: .newWideSymbols)) == "〓 2/2")
    #expect(drawn(cluster, WidthPolicy(lacks: .newIdeographs)) == "\(cluster) 2/2")
  }

  @Test(arguments: ["\u{E000}", "\u{F8FF}", "\u{F0000}", "\u{10FFFD}", "\u{E000}\u{301}"])
  func `where private use is not narrow a question mark stands for each`(cluster: String) {
    #expect(drawn(cluster, WidthPolicy(lacks: .privateUse)) == "? 1/1")
    #expect(drawn(cluster, WidthPolicy(lacks: .newIdeographs)) == "\(cluster) 1/1")
  }

  @Test func `only wide characters give way to a geta`() {
    let widths = WidthPolicy.leastAble
    let replaced = everyScalar.filter {
      widths.drawnForms(of: String($0)).first?.glyph.first == "〓"
    }
    #expect(replaced.allSatisfy { widths.cells(ofScalar: $0) == 2 })
    let common = replaced.filter { (0x3000...0x9FFF).contains($0.value) }.map(\.value)
    #expect(common == [0x3013, 0x31E4, 0x31E5] + Array(0x4DC0...0x4DFF))
  }

  @Test(arguments: [
    ("ｶﾞ", "ガ"), ("ﾊﾟ", "パ"), ("ｳﾞ", "ヴ"), ("ｦﾞ", "ヺ"), ("ｱﾞ", "ア\u{3099}"),
    ("ｶﾞ\u{301}", "ガ\u{301}"), ("ｶﾞﾞ", "ガ"),
  ])
  func `where a sound mark has no cell of its own the full-width kana is drawn`(
    cluster: String, form: String
  ) {
    let text = drawn(cluster, WidthPolicy(lacks: .halfwidthSoundMarks))
    #expect(text == "\(form) 2/2")
  }

  @Test func `a sound mark after anything else is left out`() {
    let widths = WidthPolicy(lacks: .halfwidthSoundMarks)
    #expect(drawn("aﾞ", widths) == "a 1/2")
    #expect(drawn("漢ﾞ", widths) == "漢 2/2")
    #expect(drawn("ｶ", widths) == "ｶ 1/1")
    #expect(drawn("ﾞ", widths) == "  1/1")
  }
}
