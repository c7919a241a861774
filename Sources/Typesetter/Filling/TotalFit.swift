/// Total fit: of all ways to break a paragraph the one whose lines cost least together.
///
/// The cost is in `FitPenalty`; all of it is whole cells. A line's cost depends on its two ends alone,
/// so the best way to each place follows from the best ways to the places before it (Knuth and
/// Plass 1981). What two lines cost by standing one above the other is settled afterwards, see
/// `FitPairs`.
struct TotalFit {
  /// The lines between the nodes.
  let lines: FitLines
  /// The places at which lines may end, the first and the last included.
  private(set) var nodes: [FitNode] = []
  /// The cells before each word space, as `FitNodes.collect` gives them.
  private(set) var gaps: [Int32] = []
  /// The best way to each node, as far as lines are judged one by one, among the ways that cost no more
  /// than `bound`; there may be more of them than nodes.
  private(set) var ways: [Way] = []
  /// Where the lines end, as numbers of nodes, the last included.
  private(set) var ends: [Int] = []
  /// What the ways cost at most that were looked for.
  private(set) var bound = 0

  /// The best way to a node.
  struct Way {
    /// What it costs; `unreached` where it would cost more than the bound.
    var cost = unreached
    /// Where the line begins that ends at the node.
    var previous: Int32 = 0
    /// The last node at which a line ends that begins at the node and needs no squeezing, or the node.
    var lastEnd: Int32 = 0

    static let unreached = Int.max / 2
  }

  /// What total fit works in, kept from one paragraph to the next.
  struct Workroom {
    fileprivate var (nodes, gaps): ([FitNode], [Int32]) = ([], [])
    fileprivate var (ways, ends): ([Way], [Int]) = ([], [])
    /// What `WordRows` stand in.
    var rows: [Int16] = []
    /// What `SparseWays` stand in.
    var places = SparseWays.Memory()
  }

  /// Finds the lines of a part of a paragraph in which no line must end.
  init(
    _ text: PreparedText, _ range: Range<Int>, _ measure: Measure, isFirst: Bool,
    in workroom: inout Workroom
  ) {
    lines = FitLines(text, range, measure, isFirst: isFirst)
    swapArrays(with: &workroom)
    FitNodes.collect(range, of: text, measure, into: &nodes, gaps: &gaps)
    findEnds(of: text)
  }

  /// Writes the lines after others.
  func appendLines(of text: PreparedText, to lines: inout [SetLine]) {
    lines.append(addingCapacity: ends.count) { lines in
      let nodes = nodes.span
      var start = 0
      for end in ends {
        lines.append(self.lines.line(start, end, of: text, nodes))
        start = end
      }
    }
  }

  /// Gives the arrays back to the workroom that they came from.
  mutating func leave(_ workroom: inout Workroom) { swapArrays(with: &workroom) }

  private mutating func swapArrays(with workroom: inout Workroom) {
    swap(&nodes, &workroom.nodes)
    swap(&gaps, &workroom.gaps)
    swap(&ways, &workroom.ways)
    swap(&ends, &workroom.ends)
  }

  /// What the way along `ends` costs, its lines judged one by one.
  var cost: Int { ways[nodes.count - 1].cost }

  /// Looks for the ends within one bound after the other, none of which is more than what the fullest
  /// lines cost: most paragraphs have a way that costs little, and what costs more than the bound is soon
  /// left aside.
  ///
  /// Ideographs fill a line to the cell or nearly so; each line of words lacks a few cells.
  private mutating func findEnds(of text: PreparedText) {
    ends.removeAll(keepingCapacity: true)
    let most = lines.findFullest(nodes, of: text, &ends)
    guard most > 0 else { return }
    let least = lines.hasWordSpaces ? 60 + 4 * nodes.count : 16
    findWays(within: most <= 4 * least ? most : least, of: text)
    while cost > bound { findWays(within: min(4 * bound, most), of: text) }
    ends.removeAll(keepingCapacity: true)
    var node = nodes.count - 1
    while node > 0 {
      ends.append(node)
      node = Int(ways[node].previous)
    }
    ends.reverse()
    if lines.hasWordSpaces, let better = FitPairs.betterEnds(self, of: text) { ends = better }
  }

  /// Finds the best ways that cost no more than `bound`.
  mutating func findWays(within bound: Int, of text: PreparedText) {
    self.bound = bound
    let count = nodes.count
    if ways.count < count { ways = Array(repeating: Way(), count: count + count / 2) }
    lines.findWays(through: nodes, within: bound, of: text, &ways)
  }
}

extension FitLines {
  /// Finds the ends of the lines that take as much as they can without squeezing, and gives what they cost
  /// together; `unreached`, and any ends, where one line cannot be set so.
  fileprivate func findFullest(
    _ nodes: [FitNode], of text: PreparedText, _ ends: inout [Int]
  ) -> Int {
    let nodes = nodes.span
    var (start, last, cost) = (0, 0, 0)
    while start < nodes.count &- 1 {
      last = lastEnd(from: start, after: max(last, start), nodes)
      guard last > start, nodes[last].earliest <= start else { return TotalFit.Way.unreached }
      cost &+= self.cost(from: start, to: last, of: text, nodes)
      ends.append(last)
      start = last
    }
    return cost
  }

  /// Tries all lines from each node that can be reached, in order.
  fileprivate func findWays(
    through nodes: [FitNode], within bound: Int, of text: PreparedText, _ ways: inout [TotalFit.Way]
  ) {
    let nodes = nodes.span
    var ways = ways.mutableSpan
    precondition(ways.count >= nodes.count && !nodes.isEmpty, "a way to each node")
    for node in 0..<nodes.count { unsafe ways[unchecked: node] = TotalFit.Way() }
    ways[0].cost = 0
    var last = 0
    for start in 0..<nodes.count &- 1 {
      let before = unsafe ways[unchecked: start].cost
      guard before <= bound else { continue }
      last = lastEnd(from: start, after: max(last, start), nodes)
      unsafe ways[unchecked: start].lastEnd = Int32(truncatingIfNeeded: last)
      forEach(from: start, to: last, within: bound &- before, of: text, nodes) { end, cost in
        guard unsafe before &+ cost < ways[unchecked: end].cost else { return }
        unsafe ways[unchecked: end].cost = before &+ cost
        unsafe ways[unchecked: end].previous = Int32(truncatingIfNeeded: start)
      }
    }
  }
}
