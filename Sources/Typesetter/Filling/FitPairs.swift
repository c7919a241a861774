/// What two lines cost by standing one above the other: hyphens in a ladder, gaps in a river.
///
/// Most paragraphs have neither, once their lines are the best one by one, and then no others can be
/// better. Else only lines can take part in a better way that lie on one which costs less than the
/// first with its pairs; among those the best is found, pairs and all.
struct FitPairs {
  private let fit: TotalFit
  /// The most lines that are looked at; where there are more, the first way stands.
  private static let mostLines = 4_000

  /// A line between two nodes, with the best way to it.
  private struct Line {
    let start: Int
    let end: Int
    /// What it costs by itself.
    let cost: Int
    /// The columns of its wide gaps, in cells from its left edge, indent included.
    var wideGaps: [Int] = []
    /// What it costs to come to its end, and the line before it on that way.
    var best = Int.max
    var previous: Int?
  }

  /// Where the lines end, as numbers of nodes, where that is not along the ends of `fit`.
  static func betterEnds(_ fit: TotalFit) -> [Int]? {
    let pairs = fit.pairCost
    guard pairs > 0, fit.cost < FitPenalty.overfull else { return nil }
    return FitPairs(fit: fit).betterEnds(than: fit.cost + pairs)
  }

  /// The ends of a way that costs less than `limit`, the cheapest, or nil where there is none.
  private func betterEnds(than limit: Int) -> [Int]? {
    guard var lines = candidates(under: limit) else { return nil }
    var ending = Array(repeating: [Int](), count: fit.nodes.count)  // lines that end at a node
    var winner: (cost: Int, line: Int)?
    for index in lines.indices {
      if lines[index].start == 0 { lines[index].best = lines[index].cost }
      for before in ending[lines[index].start] where lines[before].best < Int.max {
        let pair = cost(lines[before], above: lines[index])
        let total = lines[before].best + lines[index].cost + pair
        if total < lines[index].best {
          (lines[index].best, lines[index].previous) = (total, before)
        }
      }
      ending[lines[index].end].append(index)
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

  /// The lines that lie on a way which costs less than `limit` line by line, by their starts; nil where
  /// they are too many.
  private func candidates(under limit: Int) -> [Line]? {
    var fit = fit
    if limit > fit.bound { fit.findWays(within: limit) }
    let rest = costsToTheEnd(fit, under: limit)
    let nodes = fit.nodes.span
    var found: [Line] = []
    for (start, way) in fit.ways.prefix(nodes.count - 1).enumerated() where way.cost < limit {
      let before = way.cost
      fit.lines.forEach(from: start, to: Int(way.lastEnd), within: limit - before, nodes) {
        guard before + $1 + rest[$0] < limit, found.count <= Self.mostLines else { return }
        found.append(line(start, $0, cost: $1))
      }
    }
    guard found.count <= Self.mostLines else { return nil }
    return found.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  /// What it costs at least to come from each node to the end.
  private func costsToTheEnd(_ fit: TotalFit, under limit: Int) -> [Int] {
    let nodes = fit.nodes.span
    var rest = Array(repeating: TotalFit.Way.unreached, count: nodes.count)
    rest[nodes.count - 1] = 0
    for start in (0..<nodes.count - 1).reversed() where fit.ways[start].cost < limit {
      var least = TotalFit.Way.unreached
      fit.lines.forEach(from: start, to: Int(fit.ways[start].lastEnd), within: limit, nodes) {
        least = min(least, $1 + rest[$0])
      }
      rest[start] = least
    }
    return rest
  }

  /// What two lines cost together.
  private func cost(_ above: Line, above below: Line) -> Int {
    Self.ladderCost(above.end, below.end, fit.nodes.span)
      + Self.riverCost(above.wideGaps, below.wideGaps)
  }

  private func line(_ start: Int, _ end: Int, cost: Int) -> Line {
    var line = Line(start: start, end: end, cost: cost)
    if fit.lines.hasWideGaps(start, end, fit.nodes.span) {
      fit.lines.findWideGaps(start, end, fit.nodes.span, into: &line.wideGaps)
    }
    return line
  }
}

extension TotalFit {
  /// What the pairs of lines along `ends` cost.
  fileprivate var pairCost: Int {
    let nodes = nodes.span
    var (cost, start) = (0, 0)
    var (above, below) = ([Int](), [Int]())
    var (isAboveWide, knowsAbove) = (false, false)
    for index in ends.indices.dropLast() {
      let end = ends[index]
      let isWide = lines.hasWideGaps(start, end, nodes)
      if isWide, isAboveWide {
        if !knowsAbove {
          lines.findWideGaps(index > 1 ? ends[index - 2] : 0, start, nodes, into: &above)
        }
        lines.findWideGaps(start, end, nodes, into: &below)
        cost += FitPairs.riverCost(above, below)
        swap(&above, &below)
      }
      knowsAbove = isWide && isAboveWide
      isAboveWide = isWide
      cost += FitPairs.ladderCost(start, end, nodes)
      start = end
    }
    return cost
  }
}

extension FitPairs {
  /// What it costs that two lines in a row end at these nodes.
  fileprivate static func ladderCost(_ one: Int, _ other: Int, _ nodes: Span<FitNode>) -> Int {
    nodes[one].isHyphenated && nodes[other].isHyphenated ? FitPenalty.hyphenLadder : 0
  }

  /// What the wide gaps of two lines cost by standing in the same columns.
  fileprivate static func riverCost(_ above: [Int], _ below: [Int]) -> Int {
    var (one, other, aligned) = (0, 0, 0)
    while one < above.count, other < below.count {
      let (upper, lower) = (above[one], below[other])
      if upper == lower { aligned += 1 }
      if upper <= lower { one += 1 }
      if lower <= upper { other += 1 }
    }
    return max(0, aligned - 1) * FitPenalty.river
  }
}

extension FitLines {
  /// Whether justification widens two word spaces of a line or more; it does none in the last line.
  @inline(__always)
  fileprivate func hasWideGaps(_ start: Int, _ end: Int, _ nodes: Span<FitNode>) -> Bool {
    let slack = slack(start, end, nodes)
    return slack > 1 && slack <= gaps(start, end, nodes) && end < nodes.count - 1
  }

  /// The columns at which the word spaces of a line stand that justification widens, in cells from its
  /// left edge, indent included.
  fileprivate func findWideGaps(
    _ start: Int, _ end: Int, _ nodes: Span<FitNode>, into columns: inout [Int]
  ) {
    columns.removeAll(keepingCapacity: true)
    let codes = text.codes.span
    let line = text.lineStart(from: Int(nodes[start].offset))..<Int(nodes[end].offset)
    // As `stretch` does, which a test holds this against.
    var share = Share(slack(start, end, nodes), among: gaps(start, end, nodes))
    var column = room(from: start).indent
    guard !LineBits.hold(line, of: codes) else {
      let bits = LineBits(codes, line)
      var places = bits.wordSpaces
      while places != 0 {
        let blanks = share.next()
        if blanks > 0 {
          let space = LineBits.preceding(places.trailingZeroBitCount, in: bits.starts)
          columns.append(column + bits.cells(before: space))
        }
        column += blanks
        places &= places &- 1
      }
      return
    }
    var from = line.lowerBound
    codes.forEachLastSpace(in: line) { space in
      column += codes.cells(in: from..<space)
      from = space
      let blanks = share.next()
      if blanks > 0 { columns.append(column) }
      column += blanks
    }
  }
}
