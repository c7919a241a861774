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
  /// The most cells by which a line but the first can be too long and yet fit: a mark hangs, blanks are
  /// squeezed out.
  private let mostTight: Int
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
    mostTight = min(measure.gutter, 2) + (text.rules.squeezesQuotes ? Self.mostSqueeze : 0)
  }

  /// The best way through the nodes as far as lines are judged one by one, among the ways that cost no
  /// more than a bound.
  struct Path {
    /// The best way to a node.
    struct Way {
      /// What it costs; `unreached` where it would cost more than the bound.
      var cost: Int
      /// Where the line begins that ends at the node.
      var previous: Int32 = 0
      /// The last node at which a line ends that begins at the node and needs no squeezing, or the node.
      var lastEnd: Int32 = 0
    }

    /// The best way to each node.
    var ways: [Way]
    let bound: Int

    static let unreached = Int.max / 2

    /// What the whole way costs.
    var cost: Int { ways[ways.count - 1].cost }

    /// Where the lines end, as numbers of nodes, the last included.
    var ends: [Int] {
      var (ends, node) = ([Int](), ways.count - 1)
      while node > 0 {
        ends.append(node)
        node = Int(ways[node].previous)
      }
      ends.reverse()
      return ends
    }
  }

  /// Bounds within which the best way is looked for, one after the other: most paragraphs have one that
  /// costs next to nothing, and what costs more than the bound is soon left aside.
  ///
  /// Ideographs fill a line to the cell or nearly so, words do not.
  private func bound(after bound: Int?) -> Int {
    switch bound {
    case nil: hasWordSpaces ? 600 : 50
    case 50: 400
    case 600: 2_400
    case 400, 2_400: 3 * FitPenalty.runt
    default: Path.unreached - 1
    }
  }

  /// Where the lines end, as numbers of nodes, the last included.
  func ends() -> [Int] {
    var path = path(within: bound(after: nil))
    while path.cost > path.bound { path = self.path(within: bound(after: path.bound)) }
    return hasWordSpaces ? FitPairs(self, path).ends() : path.ends
  }

  /// The best way that costs no more than `bound`.
  func path(within bound: Int) -> Path {
    var path = Path(
      ways: Array(repeating: Path.Way(cost: Path.unreached), count: nodes.count), bound: bound)
    path.ways[0].cost = 0
    var ways = path.ways.mutableSpan
    let nodes = nodes.span
    precondition(ways.count == nodes.count, "a way to each node")
    var last = 0
    for start in 0..<nodes.count - 1 {
      let before = unsafe ways[unchecked: start].cost
      guard before <= bound else { continue }
      let reach = reach(from: start, nodes)
      last = max(last, start)
      while last + 1 < nodes.count, unsafe nodes[unchecked: last + 1].end <= reach { last += 1 }
      unsafe ways[unchecked: start].lastEnd = Int32(truncatingIfNeeded: last)
      forEachLine(from: start, to: last, within: bound - before, nodes) { end, cost in
        guard unsafe before + cost < ways[unchecked: end].cost else { return }
        unsafe ways[unchecked: end].cost = before + cost
        unsafe ways[unchecked: end].previous = Int32(truncatingIfNeeded: start)
      }
    }
    return path
  }

  /// The lines that begin at a node, with what each costs, the penalty of its end included, as far as
  /// that is no more than `budget`.
  ///
  /// Lines are tried from the fullest down: when the square of what one lacks is too much, it is for
  /// all shorter ones. `last` is the last node at which one ends that needs no squeezing.
  ///
  /// - Precondition: `start` and `last` are numbers of `nodes`, which is not checked.
  @inline(__always)
  func forEachLine(
    from start: Int, to last: Int, within budget: Int, _ nodes: Span<FitNode>,
    _ body: (_ end: Int, _ cost: Int) -> Void
  ) {
    let first = unsafe nodes[unchecked: start]
    let reach = reach(from: start, nodes)
    var fits = last > start
    // One cell more, for a hyphen may make an end later than the next one.
    let mostTight = mostTight + (start == 0 ? outdent : 0) + 1
    var end = last + 1
    while end < nodes.count {
      let node = unsafe nodes[unchecked: end]
      let excess = Int(node.end) - reach
      guard excess <= mostTight else { break }
      if Int(node.earliest) <= start, let cost = tightCost(start, end, first, node, excess) {
        fits = true
        if cost + Int(node.penalty) <= budget { body(end, cost + Int(node.penalty)) }
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
    let gaps = first.gapsAfter
    while end > start {
      let node = unsafe nodes[unchecked: end]
      let slack = reach &- Int(node.end)
      var cost = slack &* slack
      if cost > budget { break }
      if hasWordSpaces {
        if slack > Int(node.gaps &- gaps) { cost &+= FitPenalty.ragged }
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

  /// The word spaces of a line, those that justification may widen.
  func gaps(_ start: Int, _ end: Int) -> Int { Int(nodes[end].gaps - nodes[start].gapsAfter) }

  /// Whether a line of words lacks more cells than its spaces may take up.
  func isRagged(_ start: Int, _ end: Int, _ slack: Int) -> Bool { slack > gaps(start, end) }

  /// The cells up to which a line reaches that begins at a node, counted from the paragraph's start.
  @inline(__always)
  private func reach(from start: Int, _ nodes: Span<FitNode>) -> Int {
    unsafe Int(nodes[unchecked: start].start) + (start == 0 ? firstRoom.cells : room.cells)
  }

  /// The room of a line that begins at a node.
  func roomOfLine(from start: Int) -> LineRoom { start == 0 ? firstRoom : room }

  /// The cells free in a line between two nodes, less than none where it is too long.
  func slack(_ start: Int, _ end: Int) -> Int {
    Int(nodes[start].start) + roomOfLine(from: start).cells - Int(nodes[end].end)
  }

  /// The byte at which a node stands.
  func offset(of node: Int) -> Int { Int(nodes[node].offset) }

  /// The cost of a line that fits only if a mark hangs or blanks are squeezed out.
  @inline(__always)
  private func tightCost(
    _ start: Int, _ end: Int, _ first: FitNode, _ last: FitNode, _ excess: Int
  ) -> Int? {
    let squeeze = excess - Int(last.hang) - (start == 0 ? outdent : 0)
    if squeeze <= 0 { return FitPenalty.hang }
    // Few lines have a quote.
    guard last.squeezable > first.squeezable, canSqueeze(start, end, by: squeeze) else {
      return nil
    }
    return FitPenalty.hang + squeeze * FitPenalty.squeeze
  }

  @inline(never)
  private func canSqueeze(_ start: Int, _ end: Int, by cells: Int) -> Bool {
    cells <= Self.mostSqueeze
      && Int(nodes[end].squeezable - nodes[start].squeezable) >= cells
      && text.squeezable(text.lineStart(from: offset(of: start))..<offset(of: end)) >= cells
  }

  /// The end of the line between two nodes, squeezed as it must be, and where its first ink is.
  @inline(__always)
  func line(_ start: Int, _ end: Int) -> (first: Int, end: LineEnd) {
    let (from, to) = (nodes[start], nodes[end])
    let (first, last) = (text.lineStart(from: Int(from.offset)), Int(to.offset))
    // The nodes know the cells between them, unless blanks stand before the first ink.
    let cells =
      first == Int(from.offset) && !from.isInNeed && !to.isInNeed
      ? Int(to.start - from.start) : text.codes.span.cells(in: min(first, last)..<last)
    let excess = -slack(start, end) - Int(to.hang) - (start == 0 ? outdent : 0)
    let squeeze = excess > 0 && canSqueeze(start, end, by: excess) ? excess : 0
    return (first, LineEnd(offset: last, cells: cells, squeeze: squeeze))
  }
}
