import LayoutEngine
import NewsModel
import Testing
import Typesetter

@Suite struct WordingTests {
  @Test func `a jump line names its page as papers of the language do`() {
    let wanted: [(Typography.Tradition, String, String)] = [
      (.simplifiedChinese, "8", "（下转第八版）"), (.simplifiedChinese, "10", "（下转第十版）"),
      (.simplifiedChinese, "16", "（下转第十六版）"), (.simplifiedChinese, "20", "（下转第二十版）"),
      (.simplifiedChinese, "99", "（下转第九十九版）"), (.simplifiedChinese, "A8", "（下转第A8版）"),
      (.traditionalChinese, "3", "（下轉第三版）"), (.japanese, "2", "（2面に続く）"),
      (.korean, "A2", "〈A2면에 계속〉"), (.latin, "A8", "Continued on Page A8"),
    ]
    for (tradition, page, line) in wanted {
      #expect(Wording(tradition).jumpLine(to: page) == line)
    }
  }

  @Test func `a cut tells how many lines are to come`() {
    let lines = Typography.Tradition.allCases.map { Wording($0).cutLine(remaining: 12) }
    #expect(lines.allSatisfy { $0.hasPrefix("▶") && $0.contains("12") })
    #expect(Set(lines).count == lines.count)
  }

  @Test func `a language is set in the tradition of its script`() {
    let wanted: [(String, Typography.Tradition)] = [
      ("zh", .simplifiedChinese), ("zh-Hans-CN", .simplifiedChinese),
      ("zh-Hant", .traditionalChinese), ("zh-TW", .traditionalChinese),
      ("zh-HK", .traditionalChinese), ("ja", .japanese), ("ko-KR", .korean), ("en", .latin),
      ("xx", .latin), ("zhx", .latin),
    ]
    for (tag, tradition) in wanted {
      #expect(Typography.Tradition(LanguageTag(tag)) == tradition, "\(tag)")
    }
  }
}
