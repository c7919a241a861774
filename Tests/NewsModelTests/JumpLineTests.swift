import NewsModel
import Testing

/// `to 8`, `from A1`, `refer A04 A05`, `to 5?` for an uncertain one; nil for no jump line.
private func reading(_ text: String) -> String? {
  JumpLine(paragraph: text).map { line in
    line.kind.rawValue + " " + line.pages.joined(separator: " ") + (line.isCertain ? "" : "?")
  }
}

@Test func `jump lines that papers printed are read`() {
  let lines = [
    // Chinese
    "（下转第八版）": "to 8", "（下转第二版）": "to 2", "(下转第2版)": "to 2", "下转第 3 版": "to 3",
    "(下转第6 版)": "to 6", "（下转第十二版）": "to 12", "上接A01版": "from A01", "◀上接A01版": "from A01",
    "（上接第一版）": "from 1", "（A04）": "refer A04", "（A02版）": "refer A02",
    "（A04/05）": "refer A04 A05", "A03": "refer A03", ">>>02": "refer 02",
    "（讲话全文见A02版）": "refer A02",
    // Japanese
    "（２２面に関連記事）": "refer 22", "（１・２面に関連記事）": "refer 1 2",
    "（２面に関連記事、９面に論戦のポイント）": "refer 2",
    // Korean
    "▶A3·4면에 관련기사, … A1면 참조": "refer A3 A4",
    // English
    "(Continued on Second Page.)": "to 2", "[Continued on Sixth Page.]": "to 6",
    "Continued on Page A9": "to A9", "Continued on third page": "to 3", "See CANVASS, A4": "to A4",
    "OBAMA, page 4": "to 4", "turn to page 23": "to 23", "(Continued from Page A1)": "from A1",
    "continued from page 16": "from 16", "OBAMA, from page 1": "from 1",
    "Full report on page 7.": "refer 7", "see Eighth Page": "refer 8",
    "Weather map, Page B8.": "refer B8",
    // German
    "(Schluß auf Seite 8)": "to 8", "Fortsetzung Seite 16": "to 16",
    "(Schluß von Seite 1)": "from 1", "Fortsetzung von Seite 1": "from 1",
    // French
    "(SUITE ET SCHÉMA PAGE54)": "to 54", "VOIR EN 2e PAGE :": "refer 2",
    "voir détails page 59": "refer 59",
  ]
  for (line, expected) in lines { #expect(reading(line) == expected, "\(line)") }
}

@Test func `jump lines that were only reported, not seen in print, are read`() {
  let lines = [
    "下转A2版": "to A2", "下转02、03版": "to 02 03", "文转第4版": "to 4", "（转第4版）": "to 4",
    "转第4版": "to 4", "紧接第一版": "from 1", "上接一版": "from 1", "上接01版": "from 01", "接第1版": "from 1",
    "详见第4版": "refer 4", "相关报道见3版": "refer 3", "全文刊第二版": "refer 2", "下转2—4版": "to 2 3 4",
    "下轉A2版": "to A2", "文轉A4版": "to A4", "上接A1版": "from A1", "相關新聞見A3版": "refer A3",
    "（２面に続く）": "to 2", "＝２面に続く": "to 2", "（１面から続く）": "from 1", "１面の続き": "from 1",
    "〈3면에 계속〉": "to 3", "1면에서 이어짐": "from 1", "Fortsetzung auf S. 8": "to 8",
    "Siehe Seite 3": "refer 3", "Suite page 8": "to 8", "Lire la suite page 3": "to 3",
    "Suite de la page 1": "from 1", "suite de la une": "from 1", "Cont'd on p. 7": "to 7",
    "Please turn to page B12, column 3": "to B12", "Jump to A-12": "to A12",
  ]
  for (line, expected) in lines { #expect(reading(line) == expected, "\(line)") }
}

@Test func `lines in which letters were misread are read with doubt`() {
  #expect(reading("(Sortietung auf cite 5.)") == "to 5?")
  #expect(reading("(Continued en second iae.)") == "to 2?")
  #expect(reading("(Bortiegung von Geite 3.)") == "from 3?")
  #expect(reading("(Réponse de la page 22.)") == nil)
  #expect(reading("(Schéma de la page 46.)") == nil)
}

@Test func `false friends are no jump lines`() {
  let lines = [
    "(Fortsetzung folgt)", "(Schluss folgt)", "(Fortsetzung.)", "(A suivre)", "(Suite)",
    "(SUITE ET FIN)", "(La suite au prochain numéro.)", "(To be continued.)",
    "Continued next week", "TAGEBLATT Seite 3", "FN-Kalenderseite 16", "letzte Seite 70 Rp",
    "ANNONCES quatrième page", "TIMBER AND DEALS, CONTINUED.", "turn to Russia",
    "return to Ashdown", "he continued his", "（下转第191页）", "（上接第6 页）", "画面に続く",
    "局面から続く", "화면에 계속", "第三版修订", "（国培计划（2026）", "上接北京", "转向第二版图", "2026", "8",
    "", "()", "12月", "A", "见", "continued from 1994", "See you on Sunday", "第1版", "12面相",
  ]
  for line in lines { #expect(reading(line) == nil, "\(line)") }
}

@Test func `a to-line at the end of a paragraph is parted from it`() throws {
  let cases = [
    "确保文明成果持久利民惠民。(下转第八版)": ("确保文明成果持久利民惠民。", "(下转第八版)", "8"),
    "全市“日督查、周通报” 下转第２版": ("全市“日督查、周通报” ", "下转第２版", "2"),
    "建てる。＝２面に続く": ("建てる。", "＝２面に続く", "2"),
    "the last of them (Continued on Page A9)": (
      "the last of them ", "(Continued on Page A9)", "A9"
    ),
    "der das argu-Fortsetzung Seite 16": ("der das argu-", "Fortsetzung Seite 16", "16"),
  ]
  for (text, expected) in cases {
    let found = try #require(JumpLine.atEnd(of: text), "\(text)")
    #expect(String(found.text) == expected.0)
    #expect(found.line == JumpLine(kind: .to, pages: [expected.2], text: expected.1))
  }
  let prose = [
    "他把稿子转第3版", "the council will turn to Russia", "he continued on foot for 3 miles",
    "（上接第一版）", "(下转第八版)", "报道见第4版。", "", "see page 3 of the report for 4",
  ]
  for text in prose { #expect(JumpLine.atEnd(of: text) == nil, "\(text)") }
}

@Test func `a from-line at the start of a paragraph is parted from it`() throws {
  let cases = [
    "（上接第一版）建全国文明城市": ("（上接第一版）", "建全国文明城市", "1"),
    "◀上接A01版 的号角": ("◀上接A01版", "的号角", "A01"),
    "(Continued from Page A1) and so on": ("(Continued from Page A1)", "and so on", "A1"),
    "（１面から続く）港では": ("（１面から続く）", "港では", "1"),
  ]
  for (text, expected) in cases {
    let found = try #require(JumpLine.atStart(of: text), "\(text)")
    #expect(found.line == JumpLine(kind: .from, pages: [expected.2], text: expected.0))
    #expect(String(found.text) == expected.1)
  }
  for text in ["上接北京的铁路", "接第一版的人", "一面から水が", "Continued rain", "（下转第八版）了", "（上接第一版）"] {
    #expect(JumpLine.atStart(of: text) == nil, "\(text)")
  }
}
