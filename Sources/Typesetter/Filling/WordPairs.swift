/// What two lines of a plain text cost by standing one above the other, as `FitPairs` reckons it.
///
/// The columns of a line's wide gaps are bits of one number, so that a river is what two numbers share.
struct WordPairs {
  private let fit: WordFit
  private var lines: [Line] = []
  /// The most lines that are looked at; where there are more, the first way stands.
  private static let mostLines = FitPairs.mostLines

  /// A line between two nodes, with the best way to it.
  private struct Line {
    let start: Int
    let end: Int
    /// What it costs by itself.
    let cost: Int
    /// The columns of its wide gaps.
    let gaps: GapColumns
    /// What it costs to come to its end, and the line before it on that way.
    var best = Int.max / 2
    var previous = -1
  }

  /// Notes where each line ends on the way that is best with its pairs, where that costs less than `limit`;
  /// gives the number of its lines.
  @unsafe @inline(never)
  static func betterLines(
    _ fit: WordFit, _ codes: Span<ClusterCode>, under limit: Int
  ) -> Int? {
    var pairs = WordPairs(fit: fit)
    guard unsafe pairs.collectLines(under: limit),
      let winner = unsafe pairs.join(under: limit, codes)
    else {
      return nil
    }
    var (line, count) = (winner, 0)
    while line >= 0 {
      unsafe fit.rows[.next, pairs.lines[line].start] = pairs.lines[line].end
      (line, count) = (pairs.lines[line].previous, count + 1)
    }
    return count
  }

  private init(fit: WordFit) { self.fit = fit }

  /// Collects the lines that lie on a way which costs less than `limit` line by line, those that end last and
  /// begin last first; false where they are too many.
  ///
  /// All that begin at a node are known before those that end there are looked for.
  @unsafe
  private mutating func collectLines(under limit: Int) -> Bool {
    let (rows, last) = (fit.rows, fit.last)
    for node in stride(from: 0, to: last, by: WordRows.margin) {
      unsafe rows.setEight(.rest, from: node, to: WordRows.most)
    }
    for start in (fit.firstStartOfLast..<last).reversed() {
      let cost = fit.costOfLast(from: start)
      if unsafe rows[.way, start] + cost < limit { unsafe append(start, last, cost, rest: 0) }
    }
    for end in (1..<last).reversed() {
      let rest = unsafe rows[.rest, end]
      guard rest < WordRows.most else { continue }
      unsafe rows[.line, end] = lines.count
      unsafe fit.forEachStart(to: end, under: limit - rest) { start in
        unsafe append(start, end, fit.cost(start, end), rest: rest)
      }
      guard lines.count <= Self.mostLines else { return false }
    }
    return lines.count <= Self.mostLines
  }

  @unsafe
  private mutating func append(_ start: Int, _ end: Int, _ cost: Int, rest: Int) {
    unsafe lines.append(
      Line(start: start, end: end, cost: cost, gaps: fit.wideGaps(start, end)))
    unsafe fit.rows[.rest, start] = min(fit.rows[.rest, start], rest + cost)
  }

  /// Finds the best way along the lines, pairs and all; gives its last line, if it costs less than `limit`.
  @unsafe
  private mutating func join(under limit: Int, _ codes: Span<ClusterCode>) -> Int? {
    var winner: (cost: Int, line: Int)?
    for index in lines.indices.reversed() {
      if lines[index].start == 0 {
        lines[index].best = lines[index].cost
      } else {
        unsafe improve(index, codes)
      }
      if lines[index].end == fit.last, lines[index].best < winner?.cost ?? limit {
        winner = (lines[index].best, index)
      }
    }
    return winner?.line
  }

  /// Finds the best line before another: of equal ones that which begins last.
  @unsafe
  private mutating func improve(_ index: Int, _ codes: Span<ClusterCode>) {
    var line = lines[index]
    let isHyphenated =
      unsafe fit.isHyphenated(line.start, codes) && fit.isHyphenated(line.end, codes)
    var next = unsafe fit.rows[.line, line.start]
    while next < lines.count, lines[next].end == line.start {
      var total = lines[next].best &+ line.cost
      if total < line.best {
        if isHyphenated { total += FitPenalty.hyphenLadder }
        total += lines[next].gaps.riverCost(above: line.gaps)
        if total < line.best { (line.best, line.previous) = (total, next) }
      }
      next += 1
    }
    lines[index] = line
  }
}

/// The columns of a line's wide gaps, as bits.
struct GapColumns {
  private var (low, high): (UInt64, UInt64) = (0, 0)

  /// Adds a column, at most the 127th.
  @inline(__always)
  mutating func insert(_ column: Int) {
    let bit = UInt64(1) &<< UInt64(truncatingIfNeeded: column)
    if column < 64 { low |= bit } else { high |= bit }
  }

  /// What the gaps cost by standing in the same columns as those of the line below.
  @inline(__always)
  func riverCost(above below: GapColumns) -> Int {
    let (low, high) = (low & below.low, high & below.high)
    guard low & (low &- 1) | high != 0 else { return 0 }
    let aligned = low.nonzeroBitCount + high.nonzeroBitCount
    return max(0, aligned - 1) * FitPenalty.river
  }
}

extension WordFit {
  /// What the pairs of lines cost along the way that was found.
  @unsafe @inline(__always)
  func pairCost(_ codes: Span<ClusterCode>) -> Int {
    var (cost, start, above, isAboveHyphenated) = (0, 0, GapColumns(), false)
    while true {
      let end = unsafe rows[.next, start]
      if end == last { return cost }
      let (gaps, isHyphenated) = unsafe (wideGaps(start, end), isHyphenated(end, codes))
      cost += above.riverCost(above: gaps)
      if isAboveHyphenated, isHyphenated { cost += FitPenalty.hyphenLadder }
      (start, above, isAboveHyphenated) = (end, gaps, isHyphenated)
    }
  }

  /// Whether a line that ends at a node ends with a drawn hyphen.
  @unsafe @inline(__always)
  fileprivate func isHyphenated(_ node: Int, _ codes: Span<ClusterCode>) -> Bool {
    let offset = unsafe range.lowerBound &+ rows[.offset, node]
    return node != last && codes[offset].breakBefore == .hyphenated
  }

  /// The columns of the word spaces that justification widens in a line, none where that is but one; it widens
  /// none in the last line.
  @unsafe
  fileprivate func wideGaps(_ start: Int, _ end: Int) -> GapColumns {
    let slack = unsafe slack(start, end)
    let (first, after) = unsafe (rows[.spacesBefore, start], rows[.spaces, end])
    let count = after &- first
    guard slack > 1, end < last, slack <= PreparedText.mostPerWordSpace &* count else {
      return GapColumns()
    }
    var column = start == 0 ? firstRoom.indent : unsafe room.indent &- rows[.start, start]
    // As `Share` does it.
    var (parts, found) = (count / 2, GapColumns())
    for space in first..<after {
      parts &+= slack
      guard parts >= count else { continue }
      unsafe found.insert(column &+ rows[.space, space])
      let blanks = parts >= 2 &* count ? 2 : 1
      parts &-= blanks &* count
      column &+= blanks
    }
    return found
  }

  /// The nodes, the last first, from which a line to another lies on a way there that costs less than `limit`.
  @unsafe @inline(__always)
  fileprivate func forEachStart(to end: Int, under limit: Int, _ body: (_ start: Int) -> Void) {
    let most = WordRows.Eight(repeating: Int16(truncatingIfNeeded: limit - 1))
    var first = end
    repeat {
      first &-= WordRows.margin
      var starts = unsafe rows.ways(
        to: end, fromEightAt: first, rows.eight(.way, from: first), room: room.cells
      ).noDearer(than: most)
      while starts != 0 {
        let place = UInt32.bitWidth - 1 - starts.leadingZeroBitCount
        body(first + place)
        starts ^= 1 &<< UInt32(truncatingIfNeeded: place)
      }
    } while unsafe slack(first, end) >= 0
  }

  /// What a line costs, the penalty of its end included.
  @unsafe
  fileprivate func cost(_ start: Int, _ end: Int) -> Int {
    let slack = unsafe slack(start, end)
    let spaces = unsafe rows[.spaces, end] - rows[.spacesBefore, start]
    let opened =
      slack > PreparedText.mostPerWordSpace * spaces
      ? FitPenalty.ragged : slack > spaces ? FitPenalty.loose : 0
    return unsafe slack * slack + opened + rows[.penalty, end]
  }
}
