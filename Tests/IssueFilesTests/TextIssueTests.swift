import IssueFiles
import NewsModel
import Testing

private func read(_ text: String) -> Issue { readTextIssue(Array(text.utf8), named: "name.txt") }

/// An invented front page as text recognition leaves it: a line a paragraph.
private let page = """
  东川晚报

  DONGCHUAN EVENING NEWS

  2031年5月14日
  星期三 农历辛亥年闰三月廿三

  中共东川市委主办
  国内统一刊号: CN00-0999
  东川晚报社出版 第4127期

  好茶一杯 慢慢喝

  采自云上 手工炒制。
  订购电话: 0000-5550123

  旧码头的新灯火

  ——东川夜市一年观察

  本报记者 江晚舟

  潮水退了,灯就亮了。旧码头上的摊位从十二家变成九十家,来的人里有一半住在江对岸。

  先修路 再摆摊

  路不好走,生意就做不长。市里用三个月把石板路重铺了一遍,又把电线埋进了地

  下,摊主们这才放心。

  (下转第八版)

  何柏舟在调研供水时强调 管住最后一里 守住每一口水

  本报讯(记者 许闻川)5月13日,市水务局局长何柏舟到三个山区乡镇调研。

  记者手记

  灯下的人

  江晚舟

  写这篇稿子的时候,我去了九次码头。

  市图书馆延长开放时间

  南湖公园补种垂柳

  第二届龙舟赛报名开始

  5月13日傍晚,市民在旧码头散步。 本报记者 叶青 摄

  责编 秦朗 校对 丁宁
  """

@Test func `a front page of recognised text falls into its parts`() throws {
  let issue = read(page)
  #expect(issue.language == LanguageTag("zh-Hans"))
  #expect(
    issue.nameplate
      == Nameplate(
        name: "东川晚报", subtitle: "DONGCHUAN EVENING NEWS", organ: "中共东川市委主办",
        date: DateLine(
          date: CalendarDate(year: 2031, month: 5, day: 14), printed: "2031年5月14日",
          weekday: "星期三", lunar: "农历辛亥年闰三月廿三"), number: "第4127期",
        registration: "国内统一刊号: CN00-0999", imprint: ["东川晚报社出版"]))
  #expect(issue.pages.count == 1)
  #expect(issue.pages[0].items.map(\.id) == ["a1", "a2", "a3", "b1", "p1", "ad1"])
  #expect(issue.pages[0].ears == ["ad1"])
  #expect(issue.pages[0].credits == ["责编 秦朗 校对 丁宁"])
}

@Test func `the stories of a front page have their heads, crossheads and jumps`() {
  let stories = read(page).articles
  #expect(
    stories[0]
      == Article(
        id: "a1", headline: ["旧码头的新灯火"], deck: ["——东川夜市一年观察"], byline: "本报记者 江晚舟",
        segments: [
          Segment(
            blocks: [
              Block(.paragraph, "潮水退了,灯就亮了。旧码头上的摊位从十二家变成九十家,来的人里有一半住在江对岸。"),
              Block(.crosshead, "先修路 再摆摊"),
              Block(.paragraph, "路不好走,生意就做不长。市里用三个月把石板路重铺了一遍,又把电线埋进了地下,摊主们这才放心。"),
            ], jump: Jump(page: "8", toLine: "(下转第八版)"))
        ]))
  #expect(stories[1].kicker == "何柏舟在调研供水时强调")
  #expect(stories[1].headline == ["管住最后一里 守住每一口水"])
  #expect(stories[2].label == "记者手记")
  #expect(stories[2].headline == ["灯下的人"])
  #expect(stories[2].byline == "江晚舟")
  #expect(stories[2].sidebarOf == "a2")
}

@Test func `briefs, pictures and adverts of a front page are told apart`() {
  let items = read(page).pages[0].items
  #expect(
    items[3]
      == .briefs(
        BriefGroup(
          id: "b1",
          briefs: [
            Brief(headline: "市图书馆延长开放时间"), Brief(headline: "南湖公园补种垂柳"),
            Brief(headline: "第二届龙舟赛报名开始"),
          ])))
  #expect(
    items[4]
      == .photo(
        Photo(id: "p1", caption: "5月13日傍晚,市民在旧码头散步。", credit: "本报记者 叶青 摄")))
  #expect(
    items[5]
      == .advert(
        Advert(id: "ad1", lines: ["好茶一杯 慢慢喝", "采自云上 手工炒制。", "订购电话: 0000-5550123"])))
}

@Test func `prose that was broken at its margin is put together again`() {
  let text = """
    The Tide Tables

    It was the best of tides, it was the worst of tides; the harbour-master,
    who had never been wrong since eighteen sixty-eight, was wrong by elev-
    en minutes, and the whole of Saltmere was on the quay to see it happen.
      Nobody spoke of it afterwards, for the gulls had opinions enough to
    fill the paper.

    - a first item that is long enough to run over the margin of the text
      and goes on here
    - a second item

    He went indoors, and stayed there until the almanac had been corrected
    by hand.
    """
  let issue = read(text)
  #expect(issue.language == LanguageTag("en"))
  #expect(issue.nameplate.name == "name.txt")
  #expect(issue.articles.map(\.headline) == [["The Tide Tables"]])
  #expect(
    issue.articles[0].segments[0].blocks.map(\.text) == [
      "It was the best of tides, it was the worst of tides; the harbour-master, "
        + "who had never been wrong since eighteen sixty-eight, was wrong by elev-"
        + "en minutes, and the whole of Saltmere was on the quay to see it happen.",
      "Nobody spoke of it afterwards, for the gulls had opinions enough to fill the paper.",
      "- a first item that is long enough to run over the margin of the text and goes on here",
      "- a second item",
      "He went indoors, and stayed there until the almanac had been corrected by hand.",
    ])
}

@Test func `narrow columns of Chinese are put together without blanks`() {
  let text = """
    市图书馆二楼的灯,每天要
    亮到十点。来的人里有学
    生,也有下了班的工人。

    馆长说,书是借不完的。有
    人一年借了三百本。
    """
  #expect(
    read(text).articles[0].segments[0].blocks.map(\.text) == [
      "市图书馆二楼的灯,每天要亮到十点。来的人里有学生,也有下了班的工人。", "馆长说,书是借不完的。有人一年借了三百本。",
    ])
}

@Test func `form feeds part pages, and a line at the head names them`() {
  let issue = read("第1版的事。\n\u{C}第2版 要闻\n\n第二页的正文，说的是别的事情。\n\u{C}\n\u{C}A8版\n第三页。\n")
  #expect(issue.pages.map(\.label) == ["1", "2", "A8"])
  #expect(issue.pages.map(\.name) == [nil, "要闻", nil])
}

@Test func `a jump to its own page is text`() throws {
  let issue = read("第8版\n标题在这里\n本报讯 正文在这里。\n(下转第八版)\n".replacing("第8版\n", by: "x\u{C}第8版\n"))
  let article = try #require(issue.articles.last)
  #expect(article.segments[0].jump == nil)
  #expect(article.segments[0].blocks.map(\.text) == ["本报讯 正文在这里。", "(下转第八版)"])
}

@Test func `jump lines inside a paragraph's end and start are lifted out`() throws {
  let issue = read("标题一行\n\n（上接第一版）正文从这里开始，说到一半（下转A3版）\n\n没有标题的正文。\n")
  #expect(issue.articles.count == 2)
  let segment = issue.articles[0].segments[0]
  #expect(segment.fromLine == "（上接第一版）")
  #expect(segment.blocks == [Block(.paragraph, "正文从这里开始，说到一半")])
  #expect(segment.jump == Jump(page: "A3", toLine: "（下转A3版）"))
  #expect(segment.breaksParagraph)
  #expect(issue.articles[1].kind == .unowned)
}

@Test func `long texts become pages and stories of bounded size`() {
  let paragraph = "这是一段很长的正文，说的是同一件事。" + String(repeating: "话还没有说完，", count: 40) + "\n\n"
  let cases = [
    String(repeating: paragraph, count: 300), String(repeating: "很长，", count: 30_000),
    String(repeating: "一行短的标题\n\n", count: 500), String(repeating: "电话 0000-5550123\n", count: 500),
    String(repeating: "标题\n\n本报讯 一段正文。\n\n", count: 300),
  ]
  for text in cases {
    let issue = read(text)
    #expect(issue.pages.count > 1)
    #expect(Set(issue.pages.map(\.label)).count == issue.pages.count)
    for page in issue.pages { #expect(page.items.count <= 41 && !page.items.isEmpty) }
    for article in issue.articles {
      let size = article.segments[0].blocks.reduce(0) { $0 + $1.text.unicodeScalars.count }
      #expect(size <= 20_000)
    }
    #expect(text.inOrder == issue.inOrder)
  }
}

@Test func `an English front page falls into its parts`() throws {
  let issue = read(
    """
    The Harbour Gazette
    No. 4,312
    Friday, 16 May 2031
    Price £1.40

    HARBOUR WALL TO CLOSE FOR A YEAR

    Survey finds a pit under the North Mole

    By Ines Calloway

    SALTMERE, May 15 — The North Mole will be shut from Monday after divers found
    a hole beneath it which nobody had dug, the harbour board said yesterday. The
    work will take twelve months. (Continued on Page A8)

    SCHOOL TO KEEP ITS BELL

    The bell, which has rung since 1868, stays where it is, the governors decided
    on Tuesday night.
    """)
  #expect(
    issue.nameplate
      == Nameplate(
        name: "The Harbour Gazette",
        date: DateLine(
          date: CalendarDate(year: 2031, month: 5, day: 16), printed: "Friday, 16 May 2031"),
        number: "No. 4,312", imprint: ["Price £1.40"]))
  #expect(
    issue.articles.map(\.headline) == [
      ["HARBOUR WALL TO CLOSE FOR A YEAR"], ["SCHOOL TO KEEP ITS BELL"],
    ])
  #expect(issue.articles[0].deck == ["Survey finds a pit under the North Mole"])
  #expect(issue.articles[0].byline == "By Ines Calloway")
  #expect(
    issue.articles[0].segments[0].jump == Jump(page: "A8", toLine: "(Continued on Page A8)"))
}

@Test func `Japanese and Korean pages are told from Chinese`() {
  let japanese = read("港新聞\n\n2031年5月14日 水曜日\n\n新しい市場が開く\n\n港町の市場が開いた。朝から人が訪れた。\n（２面に続く）\n")
  #expect(japanese.language == LanguageTag("ja"))
  #expect(japanese.nameplate.date.weekday == "水曜日")
  #expect(japanese.articles.map(\.headline) == [["新しい市場が開く"]])
  #expect(japanese.articles[0].segments[0].jump == Jump(page: "2", toLine: "（２面に続く）"))
  let korean = read("항구일보\n\n2031년 5월 14일 수요일\n\n새 시장 문 열다\n\n항구의 새 시장이 14일 문을 열었다.\n〈3면에 계속〉\n")
  #expect(korean.language == LanguageTag("ko"))
  #expect(korean.nameplate.date.date == CalendarDate(year: 2031, month: 5, day: 14))
  #expect(korean.articles[0].segments[0].jump == Jump(page: "3", toLine: "〈3면에 계속〉"))
}

@Test func `a text that is no newspaper is one article`() {
  let verse = read("Shall I compare thee to a summer's day?\nThou art more lovely\nRough winds\n")
  #expect(verse.articles.map(\.headline) == [["Shall I compare thee to a summer's day?"]])
  #expect(
    verse.articles[0].segments[0].blocks.map(\.text) == ["Thou art more lovely", "Rough winds"])
  let table = read("name,age\nAnn,3\nBob,4\n")
  #expect(table.articles[0].segments[0].blocks.map(\.text) == ["name,age", "Ann,3", "Bob,4"])
  #expect(read("一行短短的话").pages[0].items.count == 1)
}
