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
    /// The columns of its wide gaps, as bits.
    let gaps: UInt128
    /// What it costs to come to its end, and the line before it on that way.
    var best = Int.max
    var previous = -1
    /// Another line that ends where it does.
    var beside = -1

    @unsafe
    init(_ start: Int, _ end: Int, of fit: WordFit) {
      (self.start, self.end) = (start, end)
      cost = unsafe fit.cost(start, end)
      gaps = unsafe fit.wideGaps(start, end)
    }
  }

  /// Notes where each line ends on the way that is best with its pairs, where that costs less than `limit`;
  /// gives the number of its lines.
  @unsafe @inline(never)
  static func betterLines(
    _ fit: WordFit, _ codes: Span<ClusterCode>, under limit: Int
  ) -> Int? {
    var pairs = WordPairs(fit: fit)
    unsafe fit.findRests()
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

  /// Collects the lines that lie on a way which costs less than `limit` line by line; false where they are
  /// too many.
  @unsafe
  private mutating func collectLines(under limit: Int) -> Bool {
    let rows = fit.rows
    for start in 0..<fit.last {
      let before = unsafe rows[.way, start]
      guard unsafe before + rows[.rest, start] - rows[.penalty, start] < limit else { continue }
      unsafe fit.forEachLine(from: start, under: limit - before) { end in
        lines.append(unsafe Line(start, end, of: fit))
        unsafe rows[.line, end] = -1
        return lines.count <= Self.mostLines
      }
    }
    return lines.count <= Self.mostLines
  }

  /// Finds the best way along the lines, pairs and all; gives its last line, if it costs less than `limit`.
  @unsafe
  private mutating func join(under limit: Int, _ codes: Span<ClusterCode>) -> Int? {
    var winner: (cost: Int, line: Int)?
    for index in lines.indices {
      let (start, end) = (lines[index].start, lines[index].end)
      if start == 0 {
        lines[index].best = lines[index].cost
      } else {
        unsafe improve(index, codes)
      }
      if lines[index].best < Int.max {
        lines[index].beside = unsafe fit.rows[.line, end]
        unsafe fit.rows[.line, end] = index
      }
      if end == fit.last, lines[index].best < winner?.cost ?? limit {
        winner = (lines[index].best, index)
      }
    }
    return winner?.line
  }

  /// Finds the best line before another.
  @unsafe
  private mutating func improve(_ index: Int, _ codes: Span<ClusterCode>) {
    var line = lines[index]
    let isHyphenated =
      unsafe fit.isHyphenated(line.start, codes) && fit.isHyphenated(line.end, codes)
    var next = unsafe fit.rows[.line, line.start]
    while next >= 0 {
      let before = lines[next]
      var total = before.best + line.cost
      if total < line.best {
        if isHyphenated { total += FitPenalty.hyphenLadder }
        total += WordFit.riverCost(before.gaps, line.gaps)
        if total < line.best { (line.best, line.previous) = (total, next) }
      }
      next = before.beside
    }
    lines[index] = line
  }
}

extension WordFit {
  /// What the pairs of lines cost along the way that was found.
  @unsafe @inline(__always)
  func pairCost(_ codes: Span<ClusterCode>) -> Int {
    var (cost, start, above, isAboveHyphenated) = (0, 0, UInt128(0), false)
    while true {
      let end = unsafe rows[.next, start]
      if end == last { return cost }
      let (gaps, isHyphenated) = unsafe (wideGaps(start, end), isHyphenated(end, codes))
      cost += Self.riverCost(above, gaps)
      if isAboveHyphenated, isHyphenated { cost += FitPenalty.hyphenLadder }
      (start, above, isAboveHyphenated) = (end, gaps, isHyphenated)
    }
  }

  /// What wide gaps cost by standing in the same columns.
  @inline(__always)
  fileprivate static func riverCost(_ above: UInt128, _ below: UInt128) -> Int {
    let aligned = above & below
    return aligned & (aligned &- 1) == 0 ? 0 : (aligned.nonzeroBitCount - 1) * FitPenalty.river
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
  fileprivate func wideGaps(_ start: Int, _ end: Int) -> UInt128 {
    let slack = unsafe slack(start, end)
    let (first, after) = unsafe (rows[.spacesBefore, start], rows[.spaces, end])
    let count = after &- first
    guard slack > 1, end < last, slack <= PreparedText.mostPerWordSpace &* count else { return 0 }
    var column = start == 0 ? firstRoom.indent : unsafe room.indent &- rows[.start, start]
    // As `Share` does it.
    var (parts, found) = (count / 2, UInt128(0))
    for space in first..<after {
      parts &+= slack
      guard parts >= count else { continue }
      found |= unsafe 1 &<< UInt128(truncatingIfNeeded: column &+ rows[.space, space])
      let blanks = parts >= 2 &* count ? 2 : 1
      parts &-= blanks &* count
      column &+= blanks
    }
    return found
  }

  /// Finds what it costs to come from each node to the end, its penalty included.
  @unsafe
  fileprivate func findRests() {
    let room = room.cells
    for node in 1...last {
      unsafe rows[.lineEnd, node] = rows[.end, node]
      unsafe rows[.lineSpaces, node] = rows[.spaces, node]
    }
    unsafe rows.setEight(.lineEnd, from: last + 1, to: WordRows.most)
    unsafe rows[.rest, last] = WordRows.most  // `costOfLast` says it
    for start in (0..<last).reversed() {
      var first = start &+ 1
      var least = unsafe rows.rests(from: start, toEightAt: first, room: room).least
      while unsafe reachesFurther(start, first) {
        first &+= WordRows.margin
        let further = unsafe rows.rests(from: start, toEightAt: first, room: room).least
        if further[0] < least[0] { least = further }
      }
      let rest =
        start < firstStartOfLast ? Int(least[0]) : min(Int(least[0]), costOfLast(from: start))
      unsafe rows[.rest, start] = min(WordRows.most, rest &+ rows[.penalty, start])
    }
  }

  /// Whether lines from a node reach beyond the eight nodes from `first` on.
  @unsafe @inline(__always)
  private func reachesFurther(_ start: Int, _ first: Int) -> Bool {
    let next = first &+ WordRows.margin
    return unsafe next <= last && slack(start, next) >= 0
  }

  /// The ends of the lines from a node that lie on a way to the end which costs less than `limit`, the furthest
  /// first, until one is not wanted.
  @unsafe
  fileprivate func forEachLine(from start: Int, under limit: Int, _ body: (_ end: Int) -> Bool) {
    if start >= firstStartOfLast, costOfLast(from: start) < limit, !body(last) { return }
    var first = start + 1
    while unsafe reachesFurther(start, first) { first += WordRows.margin }
    let most = WordRows.Eight(repeating: Int16(truncatingIfNeeded: limit - 1))
    while first > start {
      var ends = unsafe rows.rests(from: start, toEightAt: first, room: room.cells).noDearer(
        than: most)
      while ends != 0 {
        let place = UInt32.bitWidth - 1 - ends.leadingZeroBitCount
        guard body(first + place) else { return }
        ends ^= 1 << UInt32(place)
      }
      first -= WordRows.margin
    }
  }

  /// What a line costs, the penalty of its end included.
  @unsafe
  fileprivate func cost(_ start: Int, _ end: Int) -> Int {
    if end == last { return costOfLast(from: start) }
    let slack = unsafe slack(start, end)
    let spaces = unsafe rows[.spaces, end] - rows[.spacesBefore, start]
    let opened =
      slack > PreparedText.mostPerWordSpace * spaces
      ? FitPenalty.ragged : slack > spaces ? FitPenalty.loose : 0
    return unsafe slack * slack + opened + rows[.penalty, end]
  }
}
