import Testing
import Typesetter
import UnicodeTables

/// Total fit against the plain way to find the best lines: trying all.
@Suite struct TotalFitTests {
  @Test(arguments: Typography.Tradition.allCases)
  func `no other lines of a short paragraph cost less`(tradition: Typography.Tradition) {
    var tried = 0
    for text in Pieces.paragraphs(50, of: tradition) where text.unicodeScalars.count < 60 {
      let prepared = PreparedText(text, Typography(tradition))
      for room in [
        Measure(9), Measure(14, indent: 2), Measure(16, gutter: 1), Measure(20, gutter: 2),
      ] {
        guard let best = BruteForce(prepared, room).leastCost(mostBreaks: 12) else { continue }
        let lines = prepared.fillTotally(room)
        let cost = PlainCost(prepared, room).cost(of: lines)
        tried += 1
        #expect(cost == best, "\(room) \(text): \(lines.map { prepared.text(of: $0) })")
      }
    }
    #expect(tried > 20)
  }

  @Test(arguments: Typography.Tradition.allCases)
  func `total fit never costs more than greedy filling`(tradition: Typography.Tradition) {
    for text in Pieces.paragraphs(100, of: tradition) {
      let prepared = PreparedText(text, Typography(tradition))
      for room in [Measure(14, indent: 2), Measure(26, indent: 4, gutter: 1), Measure(40)] {
        let greedy = prepared.fillGreedily(room)
        guard BruteForce(prepared, room).isLegal(greedy) else { continue }
        let costs = PlainCost(prepared, room)
        #expect(costs.cost(of: prepared.fillTotally(room)) <= costs.cost(of: greedy))
      }
    }
  }

  @Test func `a filler that keeps its room finds the lines that a new one finds`() {
    var (filler, lines) = (TextFiller(), [SetLine]())
    for tradition in Typography.Tradition.allCases {
      for text in Pieces.paragraphs(60, of: tradition) {
        let prepared = PreparedText(text, Typography(tradition))
        for room in [Measure(5), Measure(26, indent: 4, gutter: 1), Measure(40)] {
          filler.fillTotally(prepared, room, into: &lines)
          #expect(lines == prepared.fillTotally(room), "\(room) \(text)")
        }
      }
    }
  }

  @Test func `the spare cells are shared among the lines`() {
    let text = "昨天上午，市里在体育馆召开大会，五百多人参加。"
    let setting = Setting(text, .simplifiedChinese, measure: 16)
    #expect(setting.sources == ["昨天上午，市里在", "体育馆召开大会，", "五百多人参加。"])
  }

  @Test func `a dash rather ends a line than begins one`() {
    let text = "stop at nine—nine and a bit"
    #expect(Setting(text, .latin, measure: 13).sources == ["stop at nine—", "nine and a", "bit"])
  }

  @Test func `a hyphen costs five cells, and two in a row more`() {
    let text = "the incom\u{AD}pre\u{AD}hen\u{AD}sible harbour"
    #expect(Setting(text, .latin, measure: 16).drawn == ["the incomprehen-", "sible harbour"])
    #expect(Setting("the old incom\u{AD}prehension", .latin, measure: 14).drawn.count == 2)
  }
}

/// All ways to break a paragraph.
private struct BruteForce {
  private let text: PreparedText
  private let room: Measure
  private let places: [Int]

  init(_ text: PreparedText, _ room: Measure) {
    (self.text, self.room) = (text, room)
    var hasBegun = false
    var places: [Int] = []
    for cluster in text.clusters {
      if hasBegun, cluster.breakBefore != .prohibited { places.append(cluster.offset) }
      hasBegun = hasBegun || (cluster.cells > 0 && !cluster.isSpace)
    }
    self.places = places
  }

  /// The least cost of all ways; nil where there are too many, or none without a break in need.
  func leastCost(mostBreaks: Int) -> Int? {
    guard places.count <= mostBreaks,
      !text.clusters.contains(where: { $0.breakBefore == .mandatory })
    else { return nil }
    let costs = PlainCost(text, room)
    return (0..<(1 << places.count)).compactMap { set in
      let breaks = places.indices.filter { set >> $0 & 1 == 1 }.map { places[$0] }
      return costs.cost(breakingAt: breaks)
    }.min()
  }

  /// Whether all lines end where they may.
  func isLegal(_ lines: [SetLine]) -> Bool {
    lines.dropFirst().allSatisfy { line in
      let between = places.contains { $0 == line.bytes.lowerBound }
      return between
    } && !text.clusters.contains { $0.breakBefore == .mandatory }
  }
}

/// What lines cost, reckoned from what is drawn of them.
struct PlainCost {
  private let text: PreparedText
  private let room: Measure

  init(_ text: PreparedText, _ room: Measure) { (self.text, self.room) = (text, room) }

  /// The cost of the lines between breaks; nil where one does not fit.
  func cost(breakingAt breaks: [Int]) -> Int? {
    let lines = text.lines(breakingAt: breaks, room)
    return lines.map { cost(of: $0) }
  }

  /// The cost of lines that fit.
  func cost(of lines: [SetLine]) -> Int {
    var sum = 0
    for (number, line) in lines.enumerated() {
      sum += number == lines.count - 1 ? lastCost(line, isOnly: number == 0) : cost(of: line)
      if number + 1 < lines.count { sum += endCost(line, before: lines[number + 1]) }
    }
    for (above, below) in zip(lines, lines.dropFirst()) {
      if above.hyphen, below.hyphen { sum += 50 }
      sum += 9 * rivers(above, below)
    }
    return sum
  }

  private func cost(of line: SetLine) -> Int {
    let spare = room.cells - line.indent - line.width
    if isTight(line) { return 1 + 12 * line.squeeze }
    guard !text.typography.isIdeographic else { return spare * spare + (spare > 1 ? 10 : 0) }
    let gaps = text.text(of: line).split(whereSeparator: \.isBlank).count - 1
    return spare * spare + (spare > 2 * gaps ? 25 : spare > gaps ? 10 : 0)
  }

  private func lastCost(_ line: SetLine, isOnly: Bool) -> Int {
    if isTight(line) { return 1 + 12 * line.squeeze }
    let drawn = text.clusters(in: line.bytes).filter { $0.cells > 0 && !$0.isSpace }
    guard !isOnly else { return 0 }
    guard text.typography.isIdeographic else {
      let isStub = drawn.count <= 2 && 4 * line.width <= room.cells - line.indent
      return isStub ? 150 : 0
    }
    let isRunt =
      drawn.allSatisfy { $0.role != .letter } && drawn.count { $0.role == .ideograph } == 1
    return isRunt ? 10_000 : 0
  }

  private func endCost(_ line: SetLine, before next: SetLine) -> Int {
    let first = text.clusters(in: next.bytes.lowerBound..<next.bytes.upperBound).first
    return (line.hyphen ? 25 : 0) + (first?.breaksPoorly == true ? 50 : 0)
  }

  private func isTight(_ line: SetLine) -> Bool {
    line.hang > 0 || line.squeeze > 0 || line.indent + 1 == room.indent
  }

  private func rivers(_ above: SetLine, _ below: SetLine) -> Int {
    guard !text.typography.isIdeographic, !below.isLast else { return 0 }
    let (one, other) = (wideGaps(above), wideGaps(below))
    return max(0, one.count { other.contains($0) } - 1)
  }

  private func wideGaps(_ line: SetLine) -> [Int] {
    let gaps = text.stretch(line, to: room.cells - line.indent)
    var column = line.indent
    var found: [Int] = []
    for cluster in text.clusters(in: line.bytes) {
      column += cluster.cells
      if let gap = gaps.first(where: { $0.cluster == cluster.offset }) {
        found.append(column - 1)
        column += gap.blanks
      }
    }
    return found
  }
}

extension Character {
  fileprivate var isBlank: Bool { isWhitespace && self != "\u{A0}" }
}

extension PreparedText {
  /// The source of a line.
  fileprivate func text(of line: SetLine) -> String {
    String(decoding: Array(text.utf8)[line.bytes], as: UTF8.self)
  }
}
