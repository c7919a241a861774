import Testing
import Typesetter
import UnicodeTables

@Suite struct FillTests {
  /// What every way to fill does alike.
  private func greedy(
    _ text: String, _ tradition: Typography.Tradition, measure: Int
  ) -> [String] {
    Setting(text, tradition, measure: measure, .greedy).sources
  }

  @Test func `no text makes one empty line`() {
    let setting = Setting("", .latin, measure: 10)
    #expect(setting.lines.count == 1)
    #expect(setting.lines[0].bytes.isEmpty && setting.lines[0].isLast)
  }

  @Test func `the first line is indented, the others hang`() {
    let setting = Setting(
      "昨日上午本县召开会议", .simplifiedChinese, measure: 10, indent: 4, hangingIndent: 2)
    #expect(setting.sources == ["昨日上", "午本县召", "开会议"])
    #expect(setting.lines.map(\.indent) == [4, 2, 2])
    #expect(setting.lines.map(\.isLast) == [false, false, true])
  }

  @Test func `blanks hang at the line end and open no line`() {
    let setting = Setting("  the old    bridge  ", .latin, measure: 7)
    #expect(setting.sources == ["the old", "bridge"])
    #expect(setting.lines.map(\.width) == [7, 6])
    #expect(Setting("　　据新华社电", .simplifiedChinese, measure: 8).sources == ["据新华社", "电"].mended)
  }

  @Test func `a mandatory break ends a line that is not justified`() {
    let setting = Setting("one\n\ntwo\r\nthree\u{2028}four", .latin, measure: 20)
    #expect(setting.sources == ["one", "", "two", "three", "four"])
    #expect(setting.lines.map(\.isLast) == Array(repeating: true, count: 5))
    #expect(Setting("one\n", .latin, measure: 20).sources == ["one"])
  }

  @Test func `a soft hyphen is drawn where it ends a line, and needs a cell there`() {
    let text = "news\u{AD}paper"
    #expect(Setting(text, .latin, measure: 5).drawn == ["news-", "paper"])
    #expect(Setting(text, .latin, measure: 5).lines.map(\.width) == [5, 5])
    #expect(Setting(text, .latin, measure: 9).drawn == ["newspaper"])
    #expect(Setting("the news\u{AD}paper", .latin, measure: 8).drawn == ["the", "news-", "paper"])
    #expect(Setting("news\u{AD}", .latin, measure: 5).lines.map(\.hyphen) == [false])
  }

  @Test func `what fits nowhere is broken at a cluster, by preference beside no mark`() {
    #expect(greedy("incomprehensible", .latin, measure: 6) == ["incomp", "rehens", "ible"])
    #expect(greedy("incomprehensibl,", .latin, measure: 5) == ["incom", "prehe", "nsib", "l,"])
    #expect(greedy("字典", .simplifiedChinese, measure: 1) == ["字", "典"])
    #expect(greedy("你。", .simplifiedChinese, measure: 2) == ["你", "。"])
    #expect(greedy("好。。。。", .simplifiedChinese, measure: 4) == ["好。", "。。", "。"])
    #expect(greedy("👩‍🚀e\u{301}e\u{301}", .latin, measure: 1) == ["👩‍🚀", "e\u{301}", "e\u{301}"])
  }

  @Test func `a last line of one ideograph takes one from the line before`() {
    let zh = Typography.Tradition.simplifiedChinese
    #expect(Setting("新桥昨天正式通车", zh, measure: 14).sources == ["新桥昨天正式", "通车"])
    #expect(Setting("新桥昨天正式通车。", zh, measure: 14).sources == ["新桥昨天正式", "通车。"])
    #expect(Setting("新桥昨天正式通车了", zh, measure: 14).sources == ["新桥昨天正式通", "车了"])
    #expect(Setting("新桥昨天，通车", zh, measure: 12).sources == ["新桥昨天，通", "车"].mended)
    #expect(Setting("新桥昨天正式通OK", zh, measure: 14).sources == ["新桥昨天正式通", "OK"])
    #expect(Setting("他说过iPhone好", zh, measure: 12).sources == ["他说过", "iPhone好"])
    #expect(greedy("他说过iPhone好", zh, measure: 12) == ["他说过iPhone", "好"])
    #expect(Setting("一二三", zh, measure: 4).sources == ["一", "二三"])
  }

  @Test func `a figure is not parted from its unit where little is lost by it`() {
    let zh = Typography.Tradition.simplifiedChinese
    #expect(Setting("这座桥建成于公元1987年，很老", zh, measure: 20).sources == ["这座桥建成于公元", "1987年，很老"])
    #expect(Setting("建于1987年，很老", zh, measure: 8).sources == ["建于", "1987年，", "很老"])
    #expect(greedy("建于1987年，很老", zh, measure: 8) == ["建于1987", "年，很老"])
    #expect(Setting("演出在Grand Hall举行", zh, measure: 13).sources == ["演出在Grand", "Hall举行"])
  }

  @Test func `a paragraph keeps its words in Korean unless one is wider than the line`() {
    #expect(Setting("정부는 대한민국임시정부를", .korean, measure: 10).sources == ["정부는", "대한민국임", "시정부를"])
  }
}

extension [String] {
  /// The two lines after the second, one ideograph long, has taken another.
  fileprivate var mended: [String] {
    [String(self[0].dropLast()), String(self[0].suffix(1)) + self[1]]
  }
}
