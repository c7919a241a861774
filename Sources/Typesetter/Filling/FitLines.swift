/// The lines between the nodes of a part of a paragraph: which of them fit, and what each costs.
///
/// Nodes are named by their numbers.
struct FitLines {
  /// The room of the first line, and of the others.
  private let (firstRoom, room): (LineRoom, LineRoom)
  /// By how many cells an opening mark may stand in the indent of the first line.
  private let outdent: Int
  /// Whether lines are justified at their word spaces alone.
  let hasWordSpaces: Bool
  /// The fewest spare cells that justification shares out.
  private let leastSpare: Int
  /// The most cells by which a line but the first can be too long and yet fit: a mark hangs, blanks are
  /// squeezed out.
  private let mostTight: Int
  /// The most blanks that are squeezed out of one line.
  static let mostSqueeze = 2

  init(_ text: PreparedText, _ range: Range<Int>, _ measure: Measure, isFirst: Bool) {
    hasWordSpaces = !text.rules.isIdeographic
    leastSpare = text.rules.leastSpare
    firstRoom = LineRoom(measure, isFirst: isFirst)
    room = LineRoom(measure, isFirst: false)
    outdent = text.outdent(
      at: text.lineStart(from: range.lowerBound), indent: firstRoom.indent)
    mostTight = min(measure.gutter, 2) + (text.rules.squeezesQuotes ? Self.mostSqueeze : 0)
  }

  /// The room of a line that begins at a node.
  @inline(__always)
  func room(from start: Int) -> LineRoom { start == 0 ? firstRoom : room }

  /// The cells up to which a line reaches that begins at a node, counted from the paragraph's start.
  ///
  /// - Precondition: It is one of the nodes, which is not checked.
  @inline(__always)
  private func reach(from start: Int, _ nodes: Span<FitNode>) -> Int {
    unsafe Int(nodes[unchecked: start].start) &+ (start == 0 ? firstRoom.cells : room.cells)
  }

  /// The last node from `node` on at which a line from `start` ends that fits without squeezing.
  ///
  /// - Precondition: Both are among the nodes, which is not checked.
  @inline(__always)
  func lastEnd(from start: Int, after node: Int, _ nodes: Span<FitNode>) -> Int {
    let reach = reach(from: start, nodes)
    var next = node &+ 1
    while next < nodes.count, unsafe Int(nodes[unchecked: next].end) <= reach { next &+= 1 }
    return next &- 1
  }

  /// The lines that begin at a node, with what each costs, the penalty of its end included, as far as
  /// that is no more than `budget`.
  ///
  /// Lines are tried from the fullest down: when the square of what one lacks is too much, it is for
  /// all shorter ones. `last` is the last node at which one ends that needs no squeezing.
  ///
  /// - Precondition: `start` and `last` are among the nodes, which is not checked.
  @inline(__always)
  func forEach(
    from start: Int, to last: Int, within budget: Int, of text: PreparedText,
    _ nodes: Span<FitNode>, _ body: (_ end: Int, _ cost: Int) -> Void
  ) {
    let reach = reach(from: start, nodes)
    let hasTight = forEachTight(
      from: start, after: last, reach, within: budget, of: text, nodes, body)
    var end = last
    if end == nodes.count &- 1, end > start {
      let cost = costOfLast(from: start, of: text, nodes)
      if cost <= budget { body(end, cost) }
      end &-= 1
    }
    let gaps = unsafe Int(nodes[unchecked: start].gapsAfter)
    while end > start {
      let node = unsafe nodes[unchecked: end]
      let slack = reach &- Int(node.end)
      if slack &* slack > budget { break }
      let cost = cost(slack: slack, gaps: Int(node.gaps) &- gaps) &+ Int(node.penalty)
      if cost <= budget, Int(node.earliest) <= start { body(end, cost) }
      end &-= 1
    }
    // A cluster wider than the measure stands alone.
    if last == start, !hasTight, FitPenalty.overfull <= budget {
      body(start &+ 1, FitPenalty.overfull)
    }
  }

  /// What a line costs that fits without squeezing, the penalty of its end included.
  @inline(__always)
  func cost(
    from start: Int, to end: Int, of text: PreparedText, _ nodes: Span<FitNode>
  ) -> Int {
    if end == nodes.count &- 1 { return costOfLast(from: start, of: text, nodes) }
    let slack = slack(start, end, nodes)
    return cost(slack: slack, gaps: gaps(start, end, nodes)) &+ Int(nodes[end].penalty)
  }

  /// What a line costs that lacks so many cells and has so many word spaces.
  @inline(__always)
  private func cost(slack: Int, gaps: Int) -> Int {
    var cost = slack &* slack
    if !hasWordSpaces {
      if slack >= leastSpare { cost &+= FitPenalty.opened }
    } else if slack > gaps {
      let isRagged = slack > PreparedText.mostPerWordSpace &* gaps
      cost &+= isRagged ? FitPenalty.ragged : FitPenalty.loose
    }
    return cost
  }

  private func costOfLast(
    from start: Int, of text: PreparedText, _ nodes: Span<FitNode>
  ) -> Int {
    guard start > 0 else { return 0 }
    let line = Int(nodes[start].offset)..<Int(nodes[nodes.count - 1].offset)
    if hasWordSpaces { return text.isStub(line, in: room.cells) ? FitPenalty.stub : 0 }
    return text.isRunt(line) ? FitPenalty.runt : 0
  }

  /// The lines that fit only if a mark hangs or blanks are squeezed out; false where there is none.
  @inline(__always)
  private func forEachTight(
    from start: Int, after last: Int, _ reach: Int, within budget: Int, of text: PreparedText,
    _ nodes: Span<FitNode>, _ body: (_ end: Int, _ cost: Int) -> Void
  ) -> Bool {
    let outdent = start == 0 ? outdent : 0
    // One cell more, for a hyphen may make a line's end later than the next one.
    let most = reach &+ mostTight &+ outdent &+ 1
    var (end, found) = (last &+ 1, false)
    while end < nodes.count, unsafe Int(nodes[unchecked: end].end) <= most {
      let node = unsafe nodes[unchecked: end]
      let squeeze = max(0, Int(node.end) &- reach &- Int(node.hang) &- outdent)
      if Int(node.earliest) <= start,
        squeeze == 0 || canSqueeze(start, end, by: squeeze, of: text, nodes)
      {
        found = true
        let cost = FitPenalty.hang &+ squeeze &* FitPenalty.squeeze &+ Int(node.penalty)
        if cost <= budget { body(end, cost) }
      }
      end &+= 1
    }
    return found
  }

  @inline(__always)
  private func canSqueeze(
    _ start: Int, _ end: Int, by cells: Int, of text: PreparedText, _ nodes: Span<FitNode>
  ) -> Bool {
    let (first, last) = unsafe (nodes[unchecked: start], nodes[unchecked: end])
    // Few lines have a quote.
    guard cells <= Self.mostSqueeze, Int(last.squeezable - first.squeezable) >= cells else {
      return false
    }
    return text.squeezable(text.lineStart(from: Int(first.offset))..<Int(last.offset)) >= cells
  }
}

extension FitLines {
  /// The cells free in a line between two nodes, less than none where it is too long.
  @inline(__always)
  func slack(_ start: Int, _ end: Int, _ nodes: Span<FitNode>) -> Int {
    Int(nodes[start].start) + room(from: start).cells - Int(nodes[end].end)
  }

  /// The word spaces of a line, those that justification may widen.
  @inline(__always)
  func gaps(_ start: Int, _ end: Int, _ nodes: Span<FitNode>) -> Int {
    Int(nodes[end].gaps - nodes[start].gapsAfter)
  }

  /// The line between two nodes, squeezed as it must be.
  @inline(__always)
  func line(
    _ start: Int, _ end: Int, of text: PreparedText, _ nodes: Span<FitNode>
  ) -> SetLine {
    let (from, to) = (nodes[start], nodes[end])
    let (first, last) = (text.lineStart(from: Int(from.offset)), Int(to.offset))
    // The nodes know the cells between them, unless blanks stand before the first ink.
    let cells =
      first == Int(from.offset) && !from.isInNeed && !to.isInNeed
      ? Int(to.start - from.start) : text.codes.span.cells(in: min(first, last)..<last)
    let excess = -slack(start, end, nodes) - Int(to.hang) - (start == 0 ? outdent : 0)
    let squeeze = excess > 0 && canSqueeze(start, end, by: excess, of: text, nodes) ? excess : 0
    return text.line(
      first, to: LineEnd(offset: last, cells: cells, squeeze: squeeze), in: room(from: start))
  }
}
