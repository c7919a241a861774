import Testing
import Typesetter
import UnicodeTables

/// The fast ways to the best lines against the way that every text can go.
@Suite struct FastFitTests {
  @Test(arguments: Typography.Tradition.allCases)
  func `a plain text has the lines that the search for all texts finds`(
    tradition: Typography.Tradition
  ) {
    var numbers = SeededNumbers(seed: 23)
    for typography in Self.typographies(of: tradition) {
      var (filler, lines, plain) = (TextFiller(), [SetLine](), [SetLine]())
      for text in Self.texts(60, of: tradition, &numbers) {
        let prepared = PreparedText(text, typography)
        for _ in 0..<6 {
          let room = Self.room(&numbers)
          filler.fillTotally(prepared, room, into: &lines)
          filler.fillTotally(prepared, room, into: &plain, plainly: true)
          #expect(lines == plain, "\(room) \(text.debugDescription)")
        }
      }
    }
  }

  @Test(arguments: Typography.Tradition.allCases)
  func `every measure sets one text as the search for all texts does`(
    tradition: Typography.Tradition
  ) {
    var numbers = SeededNumbers(seed: 29)
    var (filler, lines, plain) = (TextFiller(), [SetLine](), [SetLine]())
    for text in Self.texts(8, of: tradition, &numbers) {
      let prepared = PreparedText(text, Typography(tradition))
      for measure in 1...130 {
        filler.fillTotally(prepared, Measure(measure), into: &lines)
        filler.fillTotally(prepared, Measure(measure), into: &plain, plainly: true)
        #expect(lines == plain, "\(measure) \(text.debugDescription)")
      }
    }
  }

  @Test func `hyphens in a ladder and gaps in a river are weighed as in the search for all texts`()
  {
    var numbers = SeededNumbers(seed: 31)
    var typography = Typography(.latin)
    typography.hyphenator = Self.everyThirdLetter
    var (filler, lines, plain, hyphens) = (TextFiller(), [SetLine](), [SetLine](), 0)
    for text in Self.texts(200, of: .latin, &numbers) {
      let prepared = PreparedText(text, typography)
      for measure in [11, 17, 26, 40] {
        filler.fillTotally(prepared, Measure(measure), into: &lines)
        filler.fillTotally(prepared, Measure(measure), into: &plain, plainly: true)
        #expect(lines == plain, "\(measure) \(text.debugDescription)")
        hyphens += lines.count(where: \.hyphen)
      }
    }
    #expect(hyphens > 100)
  }

  @Test(arguments: [
    (",—国”」!50%km国a ‘1,200 ニュース‘、 and Mr. 50%", Typography.Tradition.latin, 35),
    ("·の」council incomprehensibilities50%1,200 市", .latin, 45),
    (",새로운,?오늘·((Wi-Fi ,(경제한한", .korean, 32),
  ])
  func `a first line may reach further than the second`(
    text: String, tradition: Typography.Tradition, measure: Int
  ) {
    var (filler, lines, plain) = (TextFiller(), [SetLine](), [SetLine]())
    for keepsWords in [true, false] {
      var typography = Typography(tradition)
      typography.keepsWords = keepsWords
      let prepared = PreparedText(text, typography)
      for measure in measure - 3...measure + 3 {
        let room = Measure(measure, hangingIndent: 2)
        filler.fillTotally(prepared, room, into: &lines)
        filler.fillTotally(prepared, room, into: &plain, plainly: true)
        #expect(lines == plain, "\(room) \(text)")
      }
    }
  }

  private static let everyThirdLetter = Hyphenator(name: "every third letter") { letters in
    Array(stride(from: 3, to: letters.count, by: 3))
  }

  /// Rules of a tradition that change what lines cost.
  private static func typographies(of tradition: Typography.Tradition) -> [Typography] {
    var (strict, free, wide) = (
      Typography(tradition), Typography(tradition),
      Typography(tradition, widths: WidthPolicy(ambiguous: 2))
    )
    (strict.prohibition, strict.squeezesQuotes) = (.strict, false)
    (free.prohibition, free.keepsLeadingBlanks, free.keepsWords) = (.none, true, false)
    wide.hyphenator = everyThirdLetter
    return [Typography(tradition), strict, free, wide]
  }

  /// Prose of a tradition, with more or fewer of the pieces that other tests are made of.
  private static func texts(
    _ count: Int, of tradition: Typography.Tradition, _ numbers: inout SeededNumbers
  ) -> [String] {
    let (prose, others) = (prose(of: tradition), Pieces.of(tradition) + Pieces.of(.latin))
    return (0..<count).map { _ in
      let (length, share) = (
        Int.random(in: 0...120, using: &numbers), [0, 0, 2, 10].randomElement(using: &numbers) ?? 0
      )
      return (0..<length).map { _ in
        let pieces = Int.random(in: 0..<20, using: &numbers) < share ? others : prose
        return pieces.randomElement(using: &numbers) ?? ""
      }.joined()
    }
  }

  private static func prose(of tradition: Typography.Tradition) -> [String] {
    switch tradition {
    case .simplifiedChinese, .traditionalChinese:
      ["昨天上午", "市里", "在体育馆召开大会", "五百多人参加", "，", "。", "“老字号”", "《晚报》", "的", "2026年", "A 座"]
    case .japanese: ["汐見市は", "魚市場を", "９月１日に", "開場すると", "発表した", "。", "、", "「閉鎖型」", "の"]
    case .korean: ["정부는 ", "오늘 ", "새로운 ", "경제 ", "정책을 ", "발표했다. ", "10월 "]
    case .latin:
      [
        "the ", "council ", "harbour ", "a ", "of ", "and ", "in ", "said, ", "company ",
        "yesterday ", "international ", "“it” ", "ferry-boat ", "— ", "Mr. ",
      ]
    }
  }

  /// The room of a column, with and without indents and a gutter.
  private static func room(_ numbers: inout SeededNumbers) -> Measure {
    Measure(
      Int.random(in: 4...80, using: &numbers),
      indent: [0, 0, 2, 4].randomElement(using: &numbers) ?? 0,
      hangingIndent: [0, 0, 0, 2].randomElement(using: &numbers) ?? 0,
      gutter: Int.random(in: 0...2, using: &numbers))
  }
}
