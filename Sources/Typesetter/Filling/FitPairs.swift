/// What two lines cost by standing one above the other: hyphens in a ladder, gaps in a river.
///
/// Most paragraphs have neither, once their lines are the best one by one, and then no others can be
/// better. Else only lines can take part in a better way that lie on one which costs less than the
/// first with its pairs; among those the best is found, pairs and all.
struct FitPairs {
  private let fit: TotalFit
  private let path: TotalFit.Path
  /// The most lines that are looked at; where there are more, the first way stands.
  private static let mostLines = 4_000

  init(_ fit: TotalFit, _ path: TotalFit.Path) {
    (self.fit, self.path) = (fit, path)
  }

  /// A line between two nodes, with the best way to it.
  private struct Line {
    let start: Int
    let end: Int
    /// What it costs by itself.
    let cost: Int
    /// The columns of its wide gaps, in cells from its left edge, indent included.
    let wideGaps: [Int]
    /// What it costs to come to its end, and the line before it on that way.
    var best = Int.max
    var previous: Int?
  }

  /// Where the lines end, as numbers of nodes, the last included.
  func ends() -> [Int] {
    let first = path.ends
    let pairs = pairCost(along: first)
    guard pairs > 0, path.cost < FitPenalty.overfull else { return first }
    return betterEnds(than: path.cost + pairs) ?? first
  }

  /// What the pairs of lines on a way cost.
  private func pairCost(along ends: [Int]) -> Int {
    var (cost, start) = (0, 0)
    var above: Line?
    for (number, end) in ends.enumerated() {
      // Only a line with two wide gaps or a hyphen can cost anything beside another.
      let mayCost = fit.slack(start, end) > 1 || fit.nodes[end].isHyphenated
      let line = mayCost && number + 1 < ends.count ? line(start, end, cost: 0) : nil
      if let above, let line { cost += self.cost(above, above: line) }
      (above, start) = (line, end)
    }
    return cost
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
    let path = limit > path.bound ? fit.path(within: limit) : path
    let rest = costsToTheEnd(path, under: limit)
    var found: [Line] = []
    for (start, way) in path.ways.dropLast().enumerated() where way.cost < limit {
      let before = way.cost
      fit.forEachLine(
        from: start, to: Int(way.lastEnd), within: limit - before, fit.nodes.span
      ) {
        guard before + $1 + rest[$0] < limit, found.count <= Self.mostLines else { return }
        found.append(line(start, $0, cost: $1))
      }
    }
    guard found.count <= Self.mostLines else { return nil }
    return found.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  /// What it costs at least to come from each node to the end.
  private func costsToTheEnd(_ path: TotalFit.Path, under limit: Int) -> [Int] {
    var rest = Array(repeating: TotalFit.Path.unreached, count: path.ways.count)
    rest[rest.count - 1] = 0
    for (start, way) in path.ways.enumerated().dropLast().reversed() where way.cost < limit {
      var least = TotalFit.Path.unreached
      fit.forEachLine(from: start, to: Int(way.lastEnd), within: limit, fit.nodes.span) {
        least = min(least, $1 + rest[$0])
      }
      rest[start] = least
    }
    return rest
  }

  /// What two lines cost together.
  private func cost(_ above: Line, above below: Line) -> Int {
    var cost = 0
    if fit.nodes[above.end].isHyphenated, fit.nodes[below.end].isHyphenated {
      cost += FitPenalty.hyphenLadder
    }
    var (one, other, aligned) = (0, 0, 0)
    while one < above.wideGaps.count, other < below.wideGaps.count {
      let (upper, lower) = (above.wideGaps[one], below.wideGaps[other])
      if upper == lower { aligned += 1 }
      if upper <= lower { one += 1 }
      if lower <= upper { other += 1 }
    }
    return cost + max(0, aligned - 1) * FitPenalty.river
  }

  private func line(_ start: Int, _ end: Int, cost: Int) -> Line {
    Line(start: start, end: end, cost: cost, wideGaps: fit.wideGaps(start, end))
  }
}

extension TotalFit {
  /// The columns at which the word spaces of a line stand that justification widens; none in the last
  /// line.
  fileprivate func wideGaps(_ start: Int, _ end: Int) -> [Int] {
    let slack = slack(start, end)
    guard end < nodes.count - 1, slack > 1, !isRagged(start, end, slack) else { return [] }
    let (first, codes) = (text.lineStart(from: offset(of: start)), text.codes.span)
    let places = gaps(start, end)
    var share = Share(slack, among: places)
    var (column, from, found) = (roomOfLine(from: start).indent, first, [Int]())
    found.reserveCapacity(places)
    // As `stretch` does, which a test holds this against.
    codes.forEachLastSpace(in: first..<offset(of: end)) { space in
      column += codes.cells(in: from..<space)
      from = space
      let blanks = share.next()
      if blanks > 0 { found.append(column) }
      column += blanks
    }
    return found
  }
}
