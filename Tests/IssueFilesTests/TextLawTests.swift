import IssueFiles
import NewsModel
import TestSupport
import Testing

extension String {
  /// The characters that are not blank, in order of their numbers: what a text is made of.
  var inOrder: [UInt32] {
    unicodeScalars.filter { !$0.properties.isWhitespace }.map(\.value).sorted()
  }
}

extension Issue {
  /// The characters that are not blank of every text in the issue; the name of a text that has
  /// no masthead, and dates beside their printed form, are not of the source.
  var inOrder: [UInt32] { texts.joined().inOrder }

  private var texts: [String] {
    let plate = nameplate
    let name = plate.name == "name.txt" ? nil : plate.name
    let lines = [name, plate.subtitle, plate.organ, plate.number, plate.registration]
    let date = [plate.date.printed, plate.date.weekday, plate.date.lunar]
    return (lines + date).compactMap(\.self) + plate.imprint
      + pages.flatMap { $0.credits + $0.items.flatMap(texts(of:)) } + articles.flatMap(\.texts)
  }

  private func texts(of item: PageItem) -> [String] {
    switch item {
    case .story: []
    case .briefs(let group): group.briefs.flatMap { [$0.headline ?? "", $0.text] }
    case .photo(let photo): [photo.caption, photo.credit ?? ""]
    case .advert(let advert): advert.lines
    case .refers(let box): box.refers.map(\.text)
    }
  }
}

extension Article {
  fileprivate var texts: [String] {
    let heads = [label, kicker, byline, dateline, tailLine].compactMap(\.self) + headline + deck
    return heads
      + segments.flatMap { segment in
        [segment.fromLine ?? "", segment.jump?.toLine ?? ""] + segment.blocks.map(\.text)
      }
  }
}

/// Checks that nothing of a text is lost, twice there or unwritable.
private func expectLaw(_ text: String, _ comment: Comment) throws {
  let made = reconstruct(Array(text.utf8), named: "name.txt")
  let issue = made.issue
  let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
  let copies = made.duplicates.map { String(lines[$0.line - 1]) }.joined()
  #expect((issue.inOrder + copies.inOrder).sorted() == text.inOrder, comment)
  var listed: [ItemID] = []
  for item in issue.pages.flatMap(\.items) { listed.append(item.id) }
  #expect(Set(listed).count == listed.count, comment)
  #expect(Set(issue.articles.map(\.id)).isSubset(of: listed), comment)
  let folder = ScratchFolder()
  try writeIssue(issue, to: folder.path)
  #expect(checkIssue(at: folder.path).filter { $0.fault.severity == .error } == [], comment)
  if !issue.pages.isEmpty { #expect(try decodeIssue(at: folder.path) == issue, comment) }
}

private let lines = [
  "许昌日报", "东川晚报", "DONGCHUAN DAILY", "2031年5月14日", "星期三 农历辛亥年闰三月廿三", "第9226期",
  "国内统一刊号: CN00-0999", "咨询电话: 0000-2651546 2339066", "根到深处 枝叶繁", "——我市综述", "本报记者 朱庆安",
  "许廷合", "禹州市", "某某在座谈会上强调 一句话 两句话 三句话", "记者手记", "简讯", "健全机制 凝聚合力",
  "这是一段正文，它说到一半就断", "了，然后又接上。", "本报讯(记者 某某)7月14日,事情发生了。", "(下转第八版)", "（上接第一版）",
  "（A04）", "（上接第一版）正文从这里开始。", "正文到这里(下转第八版)", "7月14日,考生进入考场。 本报记者 乔利峰 摄", "摄影",
  "责编 某某 校对 某某", "第三章 开始", "The Tide Tables", "By Some Body", "LONDON, May 5 — It rained.",
  "It was the best of tides, it was the worst of tides; the harbour-master", "and so on.",
  "- an item", "-----", "12", "(Continued on Page A9)", "(Sortietung auf cite 5.)",
  "  indented", "　　缩进的一段。", "=====", "e\u{301}", "👩‍👧", "\u{FFFD}", "文", "a", "。",
  "x (Continued on page 2.)",
  "２面に続く", "Wednesday, 14 May 2031", "No. 4,127", "http://www.x.example", "## Head",
]

@Test func `whatever the lines, each is in one place of the issue`() throws {
  for seed in 0..<100 as Range<UInt64> {
    var random = SeededGenerator(seed: seed)
    let text = (0..<Int.random(in: 1...30, using: &random)).map { _ in
      (lines.randomElement(using: &random) ?? "")
        + String(repeating: "\n", count: Int.random(in: 1...3, using: &random))
    }.joined()
    try expectLaw(text, "seed \(seed)")
  }
}

@Test func `a page whose lines are shuffled loses nothing`() throws {
  let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
  let pages = [
    root + "/SampleIssues/liancheng-front-page.txt",
    root + "/../shared/data/reference-page/front-page.txt",
  ]
  for path in pages {
    guard let text = contents(of: path) else { continue }
    try expectLaw(text, "\(path)")
    var random = SeededGenerator(seed: 1)
    for round in 0..<8 {
      let shuffled = text.split(separator: "\n").shuffled(using: &random)
      try expectLaw(shuffled.joined(separator: round.isMultiple(of: 2) ? "\n" : "\n\n"), "\(round)")
    }
  }
}

@Test func `the same text gives the same issue`() {
  let text = lines.joined(separator: "\n\n")
  let issues = (0..<3).map { _ in readTextIssue(Array(text.utf8), named: "name.txt") }
  #expect(Set(issues).count == 1)
}
