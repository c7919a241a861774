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
  /// The most blanks that are squeezed out of one line.
  static let mostSqueeze = 2

  /// Prepares a part of a paragraph in which no line must end.
  init(_ text: PreparedText, _ range: Range<Int>, _ measure: Measure, isFirst: Bool) {
    self.text = text
    hasWordSpaces = !text.rules.isIdeographic
    nodes = FitNodes.collected(in: range, of: text, measure)
    firstRoom = LineRoom(measure, isFirst: isFirst)
    room = LineRoom(measure, isFirst: false)
    outdent = text.outdent(
      at: text.lineStart(from: range.lowerBound), indent: firstRoom.indent)
  }

  /// The best way through the nodes as far as lines are judged one by one.
  struct Path {
    /// What it costs to come to each node, and the cells up to which a line reaches from it.
    var places: [Place]
    /// Where the line begins that ends at each node.
    var previous: [Int32]
    /// The first node at which a line may begin that ends at each node.
    var first: [Int32]

    /// What is known of a node once it has been reached.
    struct Place {
      var best: Int
      let reach: Int
    }

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

  /// Where the lines end, as numbers of nodes, the last included.
  func ends() -> [Int] {
    let path = path()
    return hasWordSpaces ? FitPairs(self, path).ends() : path.ends
  }

  /// After how many nodes the floor is found anew.
  private static let floorSpacing = 8

  private func path() -> Path {
    var found = nodes.indices.map { Path.Place(best: Int.max / 2, reach: reach(from: $0)) }
    found[0].best = 0
    var previous = Array(repeating: Int32(0), count: nodes.count)
    var firsts = previous
    var places = found.mutableSpan
    var (first, floor) = (0, 0)
    for end in 1..<nodes.count {
      let needed = Int(nodes[end].end) - Int(nodes[end].hang) - Self.mostSqueeze
      while first < end - 1, places[first].reach < needed { first += 1 }
      if end % Self.floorSpacing == 0 { floor = places.span.least(in: first..<end) }
      firsts[end] = Int32(truncatingIfNeeded: first)
      let (cost, start) = cheapest(to: end, from: first, places.span, floor)
      places[end].best = cost
      previous[end] = Int32(truncatingIfNeeded: start)
    }
    return Path(places: found, previous: previous, first: firsts)
  }

  /// The cheapest way to end a line at a node, and where that line begins.
  ///
  /// It costs at least `floor` to come to any node from `first` on: it did when that was found, of
  /// nodes further back, and no way gets cheaper on.
  private func cheapest(
    to end: Int, from first: Int, _ places: Span<Path.Place>, _ floor: Int
  ) -> (cost: Int, start: Int) {
    let node = nodes[end]
    let lineEnd = Int(node.end)
    var (least, found) = (Int.max, end - 1)
    var start = max(first, Int(node.earliest))
    // Lines that fit only if they hang or are squeezed; in the end all are judged in full.
    while start < end, end == nodes.count - 1 || places[start].reach < lineEnd {
      let place = places[start]
      let slack = place.reach - lineEnd
      defer { start += 1 }
      if slack < 0, -slack > Int(node.hang) + outdent, nodes[start].squeezable == node.squeezable {
        continue
      }
      if let cost = lineCost(start, end, slack: slack), place.best + cost < least {
        (least, found) = (place.best + cost, start)
      }
    }
    precondition(end <= places.count, "a place for each node")
    while start < end {
      let place = unsafe places[unchecked: start]
      let slack = place.reach &- lineEnd
      // From here on lines get shorter, and none begins at a cheaper place than the cheapest.
      if least <= slack &* slack &+ floor { break }
      var cost = place.best &+ slack &* slack
      if hasWordSpaces, isRagged(start, end, slack) { cost &+= FitPenalty.ragged }
      if cost < least { (least, found) = (cost, start) }
      start += 1
    }
    return least == Int.max
      ? (places[end - 1].best + FitPenalty.overfull, end - 1) : (least + Int(node.penalty), found)
  }

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

  /// What the line between two nodes costs without the penalty of its end; nil where it does not fit.
  func lineCost(_ start: Int, _ end: Int, slack: Int) -> Int? {
    if slack < 0 { return tightCost(start, end, excess: -slack) }
    guard end == nodes.count - 1 else {
      let isRagged = hasWordSpaces && isRagged(start, end, slack)
      return slack * slack + (isRagged ? FitPenalty.ragged : 0)
    }
    return start > 0 && text.isRunt(from: offset(of: start), to: offset(of: end))
      ? FitPenalty.runt : 0
  }

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

extension Span where Element == TotalFit.Path.Place {
  /// The least that it costs to come to a node of a range.
  fileprivate func least(in range: Range<Int>) -> Int {
    var least = Int.max / 2
    for node in range where self[node].best < least { least = self[node].best }
    return least
  }
}
