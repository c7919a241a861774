/// Total fit: of all ways to break a paragraph the one whose lines cost least together.
///
/// The cost is in `FitPenalty`; all of it is whole cells. A line's cost depends on its two ends alone,
/// so the best way to each place follows from the best ways to the places before it (Knuth and
/// Plass 1981). What two lines cost by standing one above the other is settled afterwards, see
/// `FitPairs`.
struct TotalFit {
  /// The places at which lines may end, the first and the last included.
  let nodes: [FitNode]
  /// The room of the first line, and of the others.
  private let (firstRoom, room): (LineRoom, LineRoom)
  /// By how many cells an opening mark may stand in the indent of the first line.
  private let outdent: Int
  let text: PreparedText
  /// Whether lines are justified at their word spaces alone.
  private let hasWordSpaces: Bool
  /// The fewest spare cells that justification shares out.
  private let leastSpare: Int
  /// The most blanks that are squeezed out of one line.
  static let mostSqueeze = 2

  /// Prepares a part of a paragraph in which no line must end.
  init(_ text: PreparedText, _ range: Range<Int>, _ measure: Measure, isFirst: Bool) {
    self.text = text
    hasWordSpaces = !text.rules.isIdeographic
    leastSpare = text.rules.leastSpare
    nodes = FitNodes.collected(in: range, of: text, measure)
    firstRoom = LineRoom(measure, isFirst: isFirst)
    room = LineRoom(measure, isFirst: false)
    outdent = text.outdent(
      at: text.lineStart(from: range.lowerBound), indent: firstRoom.indent)
  }

  /// The best way through the nodes as far as lines are judged one by one, among the ways that cost no
  /// more than a bound.
  struct Path {
    /// What it costs to come to each node; `unreached` where it would cost more than the bound.
    var best: [Int]
    /// Where the line begins that ends at each node.
    var previous: [Int32]
    /// The last node at which a line ends that begins at a node and needs no squeezing, or that node.
    var lastEnds: [Int32]
    let bound: Int

    static let unreached = Int.max / 2

    /// What the whole way costs.
    var cost: Int { best[best.count - 1] }

    /// Where the lines end, as numbers of nodes, the last included.
    var ends: [Int] {
      var (ends, node) = ([Int](), previous.count - 1)
      while node > 0 {
        ends.append(node)
        node = Int(previous[node])
      }
      return ends.reversed()
    }
  }

  /// Bounds within which the best way is looked for, one after the other: most paragraphs have one that
  /// costs next to nothing, and what costs more than the bound is soon left aside.
  ///
  /// Ideographs fill a line to the cell or nearly so, words do not.
  private var bounds: [Int] {
    [
      hasWordSpaces ? 600 : 50, hasWordSpaces ? 2_400 : 400, 3 * FitPenalty.runt,
      Path.unreached - 1,
    ]
  }

  /// Where the lines end, as numbers of nodes, the last included.
  func ends() -> [Int] {
    for bound in bounds {
      let path = path(within: bound)
      guard path.cost <= bound else { continue }
      return hasWordSpaces ? FitPairs(self, path).ends() : path.ends
    }
    preconditionFailure("within the last bound every way lies")
  }

  /// The best way that costs no more than `bound`.
  ///
  /// Lines are tried from the fullest down: when the square of what one lacks is too much, it is for
  /// all shorter ones.
  func path(within bound: Int) -> Path {
    var best = Array(repeating: Path.unreached, count: nodes.count)
    var previous = Array(repeating: Int32(0), count: nodes.count)
    var lastEnds = previous
    best[0] = 0
    do {
      var last = 0
      var best = best.mutableSpan
      var previous = previous.mutableSpan
      for start in 0..<nodes.count - 1 where best[start] <= bound {
        last = lastEnd(from: start, after: max(last, start))
        lastEnds[start] = Int32(truncatingIfNeeded: last)
        let before = best[start]
        forEachLine(from: start, to: last, within: bound - before) { end, cost in
          guard before + cost < best[end] else { return }
          best[end] = before + cost
          previous[end] = Int32(truncatingIfNeeded: start)
        }
      }
    }
    return Path(best: best, previous: previous, lastEnds: lastEnds, bound: bound)
  }

  /// The last node from `node` on at which a line from `start` fits without squeezing.
  private func lastEnd(from start: Int, after node: Int) -> Int {
    let (reach, nodes) = (reach(from: start), nodes.span)
    var node = node
    while node + 1 < nodes.count, Int(nodes[node + 1].end) <= reach { node += 1 }
    return node
  }

  /// The lines that begin at a node, with what each costs, the penalty of its end included, as far as
  /// that is no more than `budget`.
  ///
  /// `last` is the last node at which one ends that needs no squeezing.
  @inline(__always)
  func forEachLine(
    from start: Int, to last: Int, within budget: Int, _ body: (_ end: Int, _ cost: Int) -> Void
  ) {
    let (reach, nodes) = (reach(from: start), nodes.span)
    var (end, fits) = (last + 1, last > start)
    while end < nodes.count, Int(nodes[end].end) - reach <= Self.mostTight {
      if Int(nodes[end].earliest) <= start,
        let cost = tightCost(start, end, excess: Int(nodes[end].end) - reach)
      {
        fits = true
        if cost + Int(nodes[end].penalty) <= budget { body(end, cost + Int(nodes[end].penalty)) }
      }
      end += 1
    }
    end = last
    if end == nodes.count - 1, end > start {
      let isRunt = start > 0 && text.isRunt(from: offset(of: start), to: offset(of: end))
      let cost = isRunt ? FitPenalty.runt : 0
      if cost <= budget { body(end, cost) }
      end -= 1
    }
    while end > start {
      let node = unsafe nodes[unchecked: end]
      let slack = reach &- Int(node.end)
      var cost = slack &* slack
      if cost > budget { break }
      if hasWordSpaces {
        if isRagged(start, end, slack) { cost &+= FitPenalty.ragged }
      } else if slack >= leastSpare {
        cost &+= FitPenalty.opened
      }
      cost &+= Int(node.penalty)
      if cost <= budget, Int(node.earliest) <= start { body(end, cost) }
      end &-= 1
    }
    // A cluster wider than the measure stands alone.
    if !fits, FitPenalty.overfull <= budget { body(start + 1, FitPenalty.overfull) }
  }

  /// The most cells by which a line can be too long and yet fit: a mark hangs, another stands in the
  /// indent, blanks are squeezed out.
  private static let mostTight = 2 + 1 + mostSqueeze

  /// Whether a line of words lacks more cells than its spaces may take up.
  @inline(__always)
  func isRagged(_ start: Int, _ end: Int, _ slack: Int) -> Bool {
    slack > Int(nodes[end].gaps - nodes[start].gaps) - (nodes[start].isAtGap ? 1 : 0)
  }

  /// The cells up to which a line reaches that begins at a node, counted from the paragraph's start.
  private func reach(from start: Int) -> Int {
    Int(nodes[start].start) + roomOfLine(from: start).cells
  }

  /// The room of a line that begins at a node.
  func roomOfLine(from start: Int) -> LineRoom { start == 0 ? firstRoom : room }

  /// The cells free in a line between two nodes, less than none where it is too long.
  func slack(_ start: Int, _ end: Int) -> Int { reach(from: start) - Int(nodes[end].end) }

  /// The byte at which a node stands.
  func offset(of node: Int) -> Int { Int(nodes[node].offset) }

  /// The cost of a line that fits only if a mark hangs or blanks are squeezed out.
  private func tightCost(_ start: Int, _ end: Int, excess: Int) -> Int? {
    let free = Int(nodes[end].hang) + (start == 0 ? outdent : 0)
    if excess <= free { return FitPenalty.hang }
    let squeeze = excess - free
    guard canSqueeze(start, end, by: squeeze) else { return nil }
    return FitPenalty.hang + squeeze * FitPenalty.squeeze
  }

  private func canSqueeze(_ start: Int, _ end: Int, by cells: Int) -> Bool {
    guard cells <= Self.mostSqueeze,
      Int(nodes[end].squeezable - nodes[start].squeezable) >= cells
    else { return false }
    return text.squeezable(text.lineStart(from: offset(of: start))..<offset(of: end)) >= cells
  }

  /// The end of the line between two nodes, squeezed as it must be.
  func lineEnd(_ start: Int, _ end: Int) -> LineEnd {
    let excess = -slack(start, end) - Int(nodes[end].hang) - (start == 0 ? outdent : 0)
    let squeeze = excess > 0 && canSqueeze(start, end, by: excess) ? excess : 0
    let (first, last) = (text.lineStart(from: offset(of: start)), offset(of: end))
    return LineEnd(
      offset: last, cells: text.codes.span.cells(in: min(first, last)..<last), squeeze: squeeze)
  }
}
