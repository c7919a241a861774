import Testing
import Typesetter
import UnicodeTables

@Suite struct DisplayFormTests {
  private func drawn(
    _ text: String, _ tradition: Typography.Tradition = .simplifiedChinese, ambiguous: Int = 1
  ) -> String {
    Setting(text, tradition, measure: 200, ambiguous: ambiguous).drawn.joined(separator: "|")
  }

  @Test(arguments: [
    ("他来了,我走", "他来了，我走"), ("分三类:甲;乙!丙?丁", "分三类：甲；乙！丙？丁"), ("(见第二版)", "（见第二版）"),
    ("全文(2版)止", "全文（2版）止"),
    ("于12:30开会", "于12:30开会"), ("共1,234元", "共1,234元"), ("用iPhone,拍照", "用iPhone,拍照"),
    ("中国(China)的", "中国(China)的"), ("他说 , 好", "他说 ， 好"), ("好)了", "好）了"), ("A:B", "A:B"),
    ("好.", "好."),
    ("(((好", "((（好"), ("(记者 Tom)", "（记者 Tom）"), ("见https://a.cn/b", "见https://a.cn/b"),
  ])
  func `ASCII marks beside ideographs are drawn full-width`(text: String, form: String) {
    #expect(drawn(text) == form)
    #expect(Setting(text, .simplifiedChinese, measure: 200).sources == [text])
  }

  @Test(arguments: [
    ("他说“你好”，走", "他说 “你好” ，走"), ("“‘好’”", " “ ‘好’ ” "), ("看Xi’an报", "看Xi’an报"),
    ("说‘A’的", "说 ‘A’ 的"),
    ("“A—B”", " “A—B” "),
  ])
  func `a curly quote is set in two cells`(text: String, form: String) {
    #expect(drawn(text) == form)
    #expect(drawn(text, .japanese) == form)
  }

  @Test func `where ambiguous characters are wide the quote fills its cells itself`() {
    let setting = Setting("他说“好”", .simplifiedChinese, measure: 20, ambiguous: 2)
    #expect(setting.drawn == ["他说“好”"])
    #expect(setting.lines[0].width == 10)
    #expect(setting.prepared.clusters.allSatisfy { $0.glyphCells == 2 && $0.leadingBlank == 0 })
  }

  @Test(arguments: [Typography.Tradition.latin, .korean])
  func `other traditions draw what is written`(tradition: Typography.Tradition) {
    let text = "“한국”, (報紙)!"
    #expect(drawn(text, tradition) == text)
    #expect(Setting("“a”", tradition, measure: 9).lines[0].width == 3)
  }

  @Test func `what is not drawn takes no cell and stays in the text`() {
    let text = "\u{FEFF}a\u{200B}b\u{202E}c\u{AD}d"
    let setting = Setting(text, .latin, measure: 20)
    #expect(setting.drawn == ["abcd"])
    #expect(setting.lines[0].width == 4)
    #expect(setting.prepared.byteCount == text.utf8.count)
  }
}
