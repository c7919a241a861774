import Testing
import Typesetter
import UnicodeTables

@Suite struct HyphenationTests {
  private func drawn(
    _ text: String, measure: Int, _ words: [String], _ method: Setting.Method = .greedy
  ) -> [String] {
    var typography = Typography(.latin)
    typography.hyphenator = Hyphenator(words: words)
    return Setting(text, typography, Measure(measure), method).drawn
  }

  @Test func `a word is parted where its hyphenator says, with a drawn hyphen`() {
    #expect(drawn("the newspaper", measure: 9, ["news-pa-per"]) == ["the news-", "paper"])
    #expect(drawn("the newspaper", measure: 11, ["news-pa-per"]) == ["the newspa-", "per"])
    #expect(drawn("the Newspaper’s", measure: 9, ["news-pa-per"]) == ["the News-", "paper’s"])
    #expect(drawn("the newspaper", measure: 8, ["news-pa-per"]) == ["the", "newspa-", "per"])
  }

  @Test func `a word with a hyphen of its own gets no other`() {
    #expect(
      drawn("a single-decker", measure: 9, ["sin-gle", "deck-er"]) == ["a single-", "decker"])
    #expect(drawn("a single-decker", measure: 6, ["sin-gle"]) == ["a", "single", "-", "decker"])
  }

  @Test func `total fit weighs a hyphen against spare cells`() {
    let words = ["har-bour", "com-mis-sion-ers"]
    #expect(
      drawn("the harbour commissioners met", measure: 15, words, .total)
        == ["the harbour", "commissioners", "met"])
    #expect(
      drawn("of harbour commissioners who met today", measure: 18, words, .total)
        == ["of harbour com-", "missioners who met", "today"])
  }

  @Test func `the source keeps its letters`() {
    var typography = Typography(.latin)
    typography.hyphenator = Hyphenator(words: ["news-pa-per"])
    let setting = Setting("the newspaper", typography, Measure(9))
    #expect(setting.sources == ["the news", "paper"])
    #expect(setting.lines.map(\.hyphen) == [true, false])
  }
}
