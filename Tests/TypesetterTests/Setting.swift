import Typesetter
import UnicodeTables

/// A paragraph set in lines, and what tests ask of it.
struct Setting {
  /// How the lines were found.
  enum Method: CaseIterable { case greedy, total }

  let text: String
  let prepared: PreparedText
  let lines: [SetLine]
  let room: Measure

  var measure: Int { room.cells }

  /// Sets a text at a measure.
  init(
    _ text: String, _ tradition: Typography.Tradition, measure: Int, indent: Int = 0,
    hangingIndent: Int = 0, gutter: Int = 0, ambiguous: Int = 1, _ method: Method = .total
  ) {
    let typography = Typography(tradition, widths: WidthPolicy(ambiguous: ambiguous))
    let room = Measure(measure, indent: indent, hangingIndent: hangingIndent, gutter: gutter)
    self.init(text, typography, room, method)
  }

  /// Sets a text by rules of one's own.
  init(_ text: String, _ typography: Typography, _ room: Measure, _ method: Method = .total) {
    self.text = text
    self.room = room
    prepared = PreparedText(text, typography)
    lines = method == .total ? prepared.fillTotally(room) : prepared.fillGreedily(room)
  }

  /// The source of each line, without the blanks at its ends.
  var sources: [String] {
    let bytes = Array(text.utf8)
    return lines.map { line in
      String(decoding: bytes[line.bytes], as: UTF8.self)
    }
  }

  /// Each line as it is drawn, without indent.
  var drawn: [String] { lines.map { drawn($0) } }

  /// Each line as it is drawn when all but the last fill the measure.
  var stretched: [String] {
    lines.map { line in
      let blanks = line.isLast ? [] : prepared.stretch(line, to: measure - line.indent)
      return drawn(
        line, blanks: Dictionary(uniqueKeysWithValues: blanks.map { ($0.cluster, $0.blanks) }))
    }
  }

  private func drawn(_ line: SetLine, blanks: [Int: Int] = [:]) -> String {
    let inked = prepared.clusters(in: line.bytes).map { cluster in
      let after =
        cluster.cells - cluster.leadingBlank - cluster.glyphCells + (blanks[cluster.offset] ?? 0)
      return spaces(cluster.leadingBlank) + (cluster.glyphCells > 0 ? cluster.glyph.text : "")
        + spaces(after)
    }
    return inked.joined() + (line.hyphen ? "-" : "")
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}

/// A case of line breaking: a text with a bar at each place where a line should end.
///
/// Blanks at line ends stand before the bar and are not compared.
func wrongLines(
  _ expected: String, _ tradition: Typography.Tradition, _ measure: Int, ambiguous: Int = 1
) -> [String]? {
  let lines = expected.split(separator: "|", omittingEmptySubsequences: false)
  let setting = Setting(lines.joined(), tradition, measure: measure, ambiguous: ambiguous)
  let wanted = lines.map { line in
    String(line.reversed().drop { $0.isWhitespace }.reversed())
  }
  return setting.sources == wanted ? nil : setting.sources
}

/// A generator of numbers that are the same in every run.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

/// Pieces of newspaper text to make random paragraphs of.
enum Pieces {
  static let chinese = [
    "市", "县里", "昨天", "全市重点工程", "，", "。", "、", "“", "”", "‘", "’", "《", "》", "（", "）",
    "——", "……", "：", "；", "？", "！", "·", "～", " ", "2017年", "3.5%", "12:30", "1,200元",
    "Wi-Fi", "PM2.5", "iPhone", "km", ",", ":", "(", ")", "-", "–", "/", "5G", "①", "　",
    "\u{AD}", "\u{200B}", "\u{2067}", "👩‍🚀", "％", "℃", "￥8",
  ]
  static let japanese = [
    "東京", "の", "ニュース", "シャッター", "、", "。", "「", "」", "『", "』", "々", "ー", "っ", "・", "〜",
    "10日", "か\u{3099}", "iPhone", " ", "…", "—", "“", "”", "％", "！", "？", "(", ")",
  ]
  static let korean = [
    "정부는", "오늘", "새로운", "경제", " ", " ", " ", ".", ",", "50%", "10월", "“", "”", "(", ")",
    "「", "」", "\u{1112}\u{1161}\u{11AB}", "Wi-Fi", "韓國", "·", "!", "?", "\u{200B}",
  ]
  static let latin = [
    "the", "council", "harbour", "incomprehensibilities", " ", " ", " ", ",", ".", ";",
    "“", "”", "‘", "’", "don’t", "—", " – ", "well-known", "3.5%", "$1,200", "(", ")",
    "[", "]", "/", "!", "?", "e\u{301}", "naïve", "co\u{AD}op\u{AD}er\u{AD}ate", "\n",
    "\u{A0}", "\t", "https://example.org/a/b", "\u{FEFF}", "\u{202E}", "שלום", "ﷺ", "%",
  ]

  static func of(_ tradition: Typography.Tradition) -> [String] {
    switch tradition {
    case .simplifiedChinese, .traditionalChinese: chinese
    case .japanese: japanese
    case .korean: korean
    case .latin: latin
    }
  }

  /// Random paragraphs, the same in every run.
  static func paragraphs(_ count: Int, of tradition: Typography.Tradition) -> [String] {
    var numbers = SeededNumbers(seed: 17)
    let pieces = of(tradition)
    return (0..<count).map { _ in
      let length = Int.random(in: 0...30, using: &numbers)
      return (0..<length).map { _ in pieces.randomElement(using: &numbers) ?? "" }.joined()
    }
  }
}
