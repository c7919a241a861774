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
    /// What it costs to come to each node.
    var best: [Int]
    /// Where the line begins that ends at each node.
    var previous: [Int]
    /// The first node at which a line may begin that ends at each node.
    var first: [Int]

    /// Where the lines end, as numbers of nodes, the last included.
    var ends: [Int] {
      var (ends, node) = ([Int](), previous.count - 1)
      while node > 0 {
        ends.append(node)
        node = previous[node]
      }
      return ends.reversed()
    }
  }

  /// Where the lines end, as numbers of nodes, the last included.
  func ends() -> [Int] {
    let path = path()
    return hasWordSpaces ? FitPairs(self, path).ends() : path.ends
  }

  private func path() -> Path {
    let zeros = Array(repeating: 0, count: nodes.count)
    var path = Path(
      best: Array(repeating: Int.max, count: nodes.count), previous: zeros, first: zeros)
    path.best[0] = 0
    var window = CheapestInWindow()
    var first = 0
    for end in 1..<nodes.count {
      window.append(end - 1, cost: path.best[end - 1])
      while first < end - 1,
        reach(from: first) + Self.mostSqueeze < nodes[end].end - nodes[end].hang
      {
        first += 1
      }
      window.drop(before: first)
      path.first[end] = first
      (path.best[end], path.previous[end]) = cheapest(
        to: end, from: first, path.best, window.cost)
    }
    return path
  }

  /// The most blanks that are squeezed out of one line.
  static let mostSqueeze = 2

  /// The cheapest way to end a line at a node, and where that line begins.
  private func cheapest(
    to end: Int, from first: Int, _ best: [Int], _ floor: Int
  ) -> (cost: Int, start: Int) {
    let node = nodes[end]
    var (least, found) = (Int.max, end - 1)
    let isLast = end == nodes.count - 1
    for start in max(first, node.earliest)..<end where best[start] < Int.max {
      let slack = reach(from: start) - node.end
      guard let line = lineCost(start, end, slack: slack) else { continue }
      if best[start] + line < least { (least, found) = (best[start] + line, start) }
      // From here on lines get shorter, and none begins at a cheaper place than the cheapest.
      if !isLast, slack >= 0, least <= slack * slack + floor { break }
    }
    if least == Int.max {
      return ((best[end - 1] == Int.max ? 0 : best[end - 1]) + FitPenalty.overfull, end - 1)
    }
    return (least + node.penalty, found)
  }

  /// The cells up to which a line reaches that begins at a node, counted from the paragraph's start.
  @inline(__always)
  private func reach(from start: Int) -> Int {
    nodes[start].start + roomOfLine(from: start).cells
  }

  /// The room of a line that begins at a node.
  @inline(__always)
  func roomOfLine(from start: Int) -> LineRoom { start == 0 ? firstRoom : room }

  /// What the line between two nodes costs without the penalty of its end; nil where it does not fit.
  @inline(__always)
  func lineCost(_ start: Int, _ end: Int, slack: Int) -> Int? {
    if slack < 0 { return tightCost(start, end, excess: -slack) }
    guard end == nodes.count - 1 else {
      guard hasWordSpaces, slack > nodes[end].gaps - nodes[start].gapsAtStart else {
        return slack * slack
      }
      return slack * slack + FitPenalty.ragged
    }
    return text.isRunt(from: nodes[start].offset, to: nodes[end].offset) && start > 0
      ? FitPenalty.runt : 0
  }

  /// The cost of a line that fits only if a mark hangs or blanks are squeezed out.
  private func tightCost(_ start: Int, _ end: Int, excess: Int) -> Int? {
    let free = nodes[end].hang + (start == 0 ? outdent : 0)
    if excess <= free { return FitPenalty.hang }
    let squeeze = excess - free
    guard canSqueeze(start, end, by: squeeze) else { return nil }
    return FitPenalty.hang + squeeze * FitPenalty.squeeze
  }

  private func canSqueeze(_ start: Int, _ end: Int, by cells: Int) -> Bool {
    guard cells <= Self.mostSqueeze,
      nodes[end].squeezable - nodes[start].squeezable >= cells
    else { return false }
    let first = text.lineStart(from: nodes[start].offset)
    return text.squeezable(first..<nodes[end].offset) >= cells
  }

  /// The cells free in a line between two nodes, less than none where it is too long.
  func slack(_ start: Int, _ end: Int) -> Int { reach(from: start) - nodes[end].end }

  /// The end of the line between two nodes, squeezed as it must be.
  func lineEnd(_ start: Int, _ end: Int) -> LineEnd {
    let excess = -slack(start, end) - nodes[end].hang - (start == 0 ? outdent : 0)
    let squeeze = excess > 0 && canSqueeze(start, end, by: excess) ? excess : 0
    let (first, last) = (text.lineStart(from: nodes[start].offset), nodes[end].offset)
    return LineEnd(
      offset: last, cells: text.codes.span.cells(in: min(first, last)..<last), squeeze: squeeze)
  }
}

/// The cheapest of the places at which the current line may begin, as the window moves on.
private struct CheapestInWindow {
  private var queue: [(place: Int, cost: Int)] = []
  private var head = 0

  /// Takes the next place.
  mutating func append(_ place: Int, cost: Int) {
    while queue.count > head, queue[queue.count - 1].cost >= cost { queue.removeLast() }
    queue.append((place, cost))
  }

  /// Lets go of places before that.
  mutating func drop(before place: Int) {
    while head < queue.count, queue[head].place < place { head += 1 }
  }

  /// What the cheapest costs.
  var cost: Int { head < queue.count ? queue[head].cost : Int.max }
}
