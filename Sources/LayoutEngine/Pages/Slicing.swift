/// How a run of items shares a rectangle: one alone, one run above another, or one beside another.
package indirect enum SlicingTree: Hashable {
  case leaf(Int)
  case stack(SlicingTree, SlicingTree, rowsAbove: Int)
  case beside(SlicingTree, SlicingTree, columnsLeft: Int)
}

/// The cheapest way to slice rectangles among runs of neighbouring items: interval × guillotine
/// dynamic programming (after Gange, Marriott and Stuckey's free layout, kept to the reading order).
///
/// `cost(i, j, c, h)` is the least cost of items `i...j` in `c` columns and exactly `h` rows. A stack
/// gives one row to the rule between its halves. Runs are at most ``longestRun`` items, which bounds
/// the work by counts and never by time, so that the same page always comes out the same. Ties go to
/// the leaf, then the smaller split, then the stack.
///
/// - Complexity: O(`r`² · `n` · `N` · `H`²) in the run length, the items, the columns and the rows.
package struct Slicing {
  /// The most items that are composed on one screen.
  package static let longestRun = 12
  package static let impossible: Int32 = .max / 4

  package let leaves: [LeafTable]
  package let columns: Int
  package let rows: Int
  private var costs: [Int32]
  /// For each run and number of columns: the least height that is possible, and the height beyond
  /// which nothing is gained.
  private var least: [Int]
  private var most: [Int]

  /// Solves every run, every number of columns and every height up to `rows`.
  package init(_ leaves: [LeafTable], columns: Int, rows: Int) {
    (self.leaves, self.columns, self.rows) = (leaves, columns, rows)
    let runs = leaves.count * Slicing.longestRun
    costs = Array(repeating: Slicing.impossible, count: runs * columns * (rows + 1))
    least = Array(repeating: rows + 1, count: runs * columns)
    most = Array(repeating: 0, count: runs * columns)
    for length in 1...max(1, min(leaves.count, Slicing.longestRun)) {
      for first in 0..<max(0, leaves.count - length + 1) {
        for span in 1...columns { solve(first, first + length - 1, span) }
      }
    }
  }

  /// The least cost of items `first...last` in `span` columns and exactly `height` rows.
  package func cost(_ first: Int, _ last: Int, _ span: Int, _ height: Int) -> Int32 {
    guard height >= 0, height <= rows else { return Slicing.impossible }
    return costs[base(first, last, span) + height]
  }

  private func run(_ first: Int, _ last: Int, _ span: Int) -> Int {
    (first * Slicing.longestRun + (last - first)) * columns + span - 1
  }

  private func base(_ first: Int, _ last: Int, _ span: Int) -> Int {
    run(first, last, span) * (rows + 1)
  }

  private mutating func solve(_ first: Int, _ last: Int, _ span: Int) {
    if first == last { solveLeaf(first, span) }
    for split in first..<last {
      solveStack(first, split, last, span)
      for left in 1..<span { solveBeside(first, split, last, span, left) }
    }
    let (start, place) = (base(first, last, span), run(first, last, span))
    least[place] = (0...rows).first { costs[start + $0] < Slicing.impossible } ?? rows + 1
  }

  private mutating func solveLeaf(_ item: Int, _ span: Int) {
    let (start, leaf) = (base(item, item, span), leaves[item])
    for height in 0...rows {
      guard let cost = leaf.cost(columns: span, height: height) else { continue }
      costs[start + height] = Int32(clamping: min(cost, Int(Slicing.impossible) - 1))
    }
    most[run(item, item, span)] = min(rows, leaf.naturalHeight(columns: span) + 2)
  }

  private mutating func solveStack(_ first: Int, _ split: Int, _ last: Int, _ span: Int) {
    let (above, below) = (run(first, split, span), run(split + 1, last, span))
    let (leastAbove, leastBelow, mostAbove) = (least[above], least[below], most[above])
    let place = run(first, last, span)
    most[place] = max(most[place], min(rows, mostAbove + 1 + most[below]))
    let highest = min(mostAbove, rows - 1 - leastBelow)
    guard leastAbove <= highest else { return }
    let (one, two) = (base(first, split, span), base(split + 1, last, span))
    let target = base(first, last, span) + 1
    let (cut, rows) = (Int32(cutCost(before: split + 1, span)), rows)
    // The one hot loop of the composition. Both runs are read and written in order, without checks, so
    // that it is compiled to vector instructions; every place lies within the run's `rows + 1` costs.
    unsafe costs.withUnsafeMutableBufferPointer { costs in
      for rowsAbove in leastAbove...highest {
        let fixed = unsafe costs[one + rowsAbove] &+ cut
        guard fixed < Slicing.impossible else { continue }
        for rowsBelow in leastBelow...(rows - 1 - rowsAbove) {
          let place = target + rowsAbove + rowsBelow
          unsafe costs[place] = unsafe min(costs[place], fixed &+ costs[two + rowsBelow])
        }
      }
    }
  }

  private mutating func solveBeside(
    _ first: Int, _ split: Int, _ last: Int, _ span: Int, _ left: Int
  ) {
    let (sideOne, sideTwo) = (run(first, split, left), run(split + 1, last, span - left))
    let place = run(first, last, span)
    most[place] = max(most[place], max(most[sideOne], most[sideTwo]))
    let lowest = max(least[sideOne], least[sideTwo])
    guard lowest <= rows else { return }
    let (one, two) = (base(first, split, left), base(split + 1, last, span - left))
    let target = base(first, last, span)
    let cut = Int32(sideCost(first, split + 1))
    let rows = rows
    var costs = costs.mutableSpan
    for height in lowest...rows {
      let cost = costs[one + height] &+ costs[two + height] &+ cut
      costs[target + height] = min(costs[target + height], cost)
    }
  }

  private func cutCost(before item: Int, _ span: Int) -> Int {
    if span < columns || columns == 1 { return Weight.innerCut }
    return leaves[item].item.kind == .advert ? Weight.throughCutAboveAdvert : Weight.throughCut
  }

  private func sideCost(_ left: Int, _ right: Int) -> Int {
    if left == 0 { return Weight.besideLead }
    let stories = [left, right].allSatisfy { leaves[$0].item.kind == .article }
    return stories ? Weight.tombstone : Weight.besideOther
  }

  /// The tree whose cost ``cost(_:_:_:_:)`` gives, found again from the table.
  package func tree(_ first: Int, _ last: Int, _ span: Int, _ height: Int) -> SlicingTree {
    let wanted = cost(first, last, span, height)
    if first == last { return .leaf(first) }
    for split in first..<last {
      let cut = Int32(cutCost(before: split + 1, span))
      for above in 1..<max(1, height - 1)
      where cost(first, split, span, above) &+ cost(split + 1, last, span, height - 1 - above)
        &+ cut
        == wanted
      {
        return .stack(
          tree(first, split, span, above), tree(split + 1, last, span, height - 1 - above),
          rowsAbove: above)
      }
      let side = Int32(sideCost(first, split + 1))
      for left in 1..<span
      where cost(first, split, left, height) &+ cost(split + 1, last, span - left, height) &+ side
        == wanted
      {
        return .beside(
          tree(first, split, left, height), tree(split + 1, last, span - left, height),
          columnsLeft: left)
      }
    }
    preconditionFailure("no slicing of \(first)...\(last) in \(span)x\(height) costs \(wanted)")
  }
}
