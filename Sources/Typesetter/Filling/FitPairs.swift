/// What two lines cost by standing one above the other: hyphens in a ladder, gaps in a river.
///
/// Most paragraphs have neither, once their lines are the best one by one, and then no others can be
/// better. Else only lines can take part in a better way that lie on one which costs less than the
/// first with its pairs; among those the best is found, pairs and all.
struct FitPairs {
  private let fit: TotalFit
  private let text: PreparedText
  /// The most lines that are looked at; where there are more, the first way stands.
  static let mostLines = 4_000

  /// A line between two nodes, with the best way to it.
  private struct Line {
    let start: Int
    let end: Int
    /// What it costs by itself.
    let cost: Int
    /// Whether it has wide gaps.
    let isWide: Bool
    /// What it costs to come to its end, and the line before it on that way.
    var best = Int.max
    var previous: Int?
    /// Another line that ends where it does.
    var beside: Int?
  }

  /// Where the lines end, as numbers of nodes, where that is not along the ends of `fit`.
  static func betterEnds(_ fit: TotalFit, of text: PreparedText) -> [Int]? {
    let pairs = fit.pairCost
    guard pairs > 0, fit.cost < FitPenalty.overfull else { return nil }
    return FitPairs(fit: fit, text: text).betterEnds(than: fit.cost + pairs)
  }

  /// The ends of a way that costs less than `limit`, the cheapest, or nil where there is none.
  private func betterEnds(than limit: Int) -> [Int]? {
    guard var lines = candidates(under: limit) else { return nil }
    // The last of the lines that end at a node; each knows the one before it.
    var ending = Array(repeating: Int?.none, count: fit.nodes.count)
    var winner: (cost: Int, line: Int)?
    for index in lines.indices {
      if lines[index].start == 0 { lines[index].best = lines[index].cost }
      var next = ending[lines[index].start]
      while let before = next {
        improve(&lines[index], after: lines[before], before)
        next = lines[before].beside
      }
      if lines[index].best < Int.max {
        lines[index].beside = ending[lines[index].end]
        ending[lines[index].end] = index
      }
      if lines[index].end == fit.nodes.count - 1, lines[index].best < winner?.cost ?? limit {
        winner = (lines[index].best, index)
      }
    }
    guard let winner else { return nil }
    var (ends, next) = ([Int](), Optional(winner.line))
    while let line = next {
      ends.append(lines[line].end)
      next = lines[line].previous
    }
    return ends.reversed()
  }

  /// Takes another line for the one before, if that is better.
  private func improve(_ line: inout Line, after before: Line, _ number: Int) {
    let apart = before.best + line.cost
    guard apart < line.best else { return }
    let total = apart + cost(before, above: line)
    if total < line.best { (line.best, line.previous) = (total, number) }
  }

  /// The lines that lie on a way which costs less than `limit` line by line, by their starts; nil where
  /// they are too many.
  private func candidates(under limit: Int) -> [Line]? {
    var fit = fit
    if limit > fit.bound { fit.findWays(within: limit, of: text) }
    let rest = costsToTheEnd(fit, under: limit)
    let nodes = fit.nodes.span
    var found: [Line] = []
    for (start, way) in fit.ways.prefix(nodes.count - 1).enumerated() where way.cost < limit {
      let before = way.cost
      fit.lines.forEach(from: start, to: Int(way.lastEnd), within: limit - before, of: text, nodes)
      {
        guard before + $1 + rest[$0] < limit, found.count <= Self.mostLines else { return }
        found.append(line(start, $0, cost: $1))
      }
    }
    guard found.count <= Self.mostLines else { return nil }
    return found
  }

  /// What it costs at least to come from each node to the end.
  private func costsToTheEnd(_ fit: TotalFit, under limit: Int) -> [Int] {
    let nodes = fit.nodes.span
    var rest = Array(repeating: TotalFit.Way.unreached, count: nodes.count)
    rest[nodes.count - 1] = 0
    for start in (0..<nodes.count - 1).reversed() where fit.ways[start].cost < limit {
      var least = TotalFit.Way.unreached
      fit.lines.forEach(
        from: start, to: Int(fit.ways[start].lastEnd), within: limit, of: text, nodes
      ) {
        least = min(least, $1 + rest[$0])
      }
      rest[start] = least
    }
    return rest
  }

  /// What two lines cost together.
  private func cost(_ above: Line, above below: Line) -> Int {
    Self.ladderCost(above.end, below.end, fit.nodes.span)
      + (above.isWide && below.isWide ? fit.riverCost(above.start, above.end, below.end) : 0)
  }

  private func line(_ start: Int, _ end: Int, cost: Int) -> Line {
    Line(
      start: start, end: end, cost: cost,
      isWide: fit.lines.hasWideGaps(start, end, fit.nodes.span))
  }
}

extension TotalFit {
  /// What the pairs of lines along `ends` cost.
  fileprivate var pairCost: Int {
    let nodes = nodes.span
    var (cost, above, start, isAboveWide) = (0, 0, 0, false)
    for end in ends.dropLast() {
      let isWide = lines.hasWideGaps(start, end, nodes)
      if isWide, isAboveWide { cost += riverCost(above, start, end) }
      cost += FitPairs.ladderCost(start, end, nodes)
      (above, start, isAboveWide) = (start, end, isWide)
    }
    return cost
  }

  /// What the wide gaps of two lines, from the first place to the second and from there to the third, cost
  /// by standing in the same columns.
  fileprivate func riverCost(_ first: Int, _ second: Int, _ third: Int) -> Int {
    let (nodes, gaps) = (nodes.span, gaps.span)
    var above = WideGaps(first, second, of: lines, nodes)
    var below = WideGaps(second, third, of: lines, nodes)
    var aligned = 0
    var (upper, lower) = (above.next(gaps), below.next(gaps))
    while let one = upper, let other = lower {
      if one == other { aligned += 1 }
      if one <= other { upper = above.next(gaps) }
      if other <= one { lower = below.next(gaps) }
    }
    return max(0, aligned - 1) * FitPenalty.river
  }
}

/// The word spaces of a line that justification widens, one after the other.
private struct WideGaps {
  /// The next word space, and the first after the line.
  private var (gap, end): (Int, Int)
  /// Cells from the paragraph's start to the line's, less those before its ink, and the blanks so far.
  private var origin: Int
  /// As `stretch` shares them out, which a test holds this against.
  private var share: Share

  init(_ start: Int, _ end: Int, of lines: FitLines, _ nodes: Span<FitNode>) {
    (gap, self.end) = (Int(nodes[start].gapsAfter), Int(nodes[end].gaps))
    origin = Int(nodes[start].start) - lines.room(from: start).indent
    share = Share(lines.slack(start, end, nodes), among: self.end - gap)
  }

  /// The column of the next one, in cells from the line's left edge, indent included; `gaps` are the
  /// cells of the paragraph before each word space.
  mutating func next(_ gaps: Span<Int32>) -> Int? {
    while gap < end {
      let (column, blanks) = (Int(gaps[gap]) - origin, share.next())
      gap += 1
      origin -= blanks
      if blanks > 0 { return column }
    }
    return nil
  }
}

extension FitPairs {
  /// What it costs that two lines in a row end at these nodes.
  fileprivate static func ladderCost(_ one: Int, _ other: Int, _ nodes: Span<FitNode>) -> Int {
    nodes[one].isHyphenated && nodes[other].isHyphenated ? FitPenalty.hyphenLadder : 0
  }
}

extension FitLines {
  /// Whether justification widens two word spaces of a line or more; it does none in the last line.
  @inline(__always)
  fileprivate func hasWideGaps(_ start: Int, _ end: Int, _ nodes: Span<FitNode>) -> Bool {
    let slack = slack(start, end, nodes)
    return slack > 1 && end < nodes.count - 1
      && slack <= PreparedText.mostPerWordSpace * gaps(start, end, nodes)
  }
}
