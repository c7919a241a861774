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
/// gives one row to the rule between its halves, and to its upper half at most ``LeafTable/usefulAir``
/// rows an item more than that needs. Runs are at most ``longestRun`` items. Both bound the work by
/// counts and never by time, so that the same page always comes out the same. Ties go to the leaf, then
/// the smaller split, then the stack.
///
/// - Complexity: O(`r`² · `n` · `N` · `H`²) in the run length, the items, the columns and the rows.
package struct Slicing {
  /// The most items that are composed on one screen.
  package static let longestRun = 16
  package static let impossible = Int(CostTable.impossible)

  package let leaves: [LeafTable]
  package let columns: Int
  package let rows: Int
  private let cuts: CutCosts
  private var table: CostTable
  /// For each run and number of columns: the least height that is possible, and the most that it is
  /// given with others below it.
  private var least: [Int]
  private var most: [Int]

  /// Solves every run, every number of columns and every height up to `rows`.
  package init(_ leaves: [LeafTable], columns: Int, rows: Int) {
    (self.leaves, self.columns, self.rows) = (leaves, columns, rows)
    cuts = CutCosts(leaves, columns: columns)
    let runs = leaves.count * Slicing.longestRun * columns
    table = CostTable(runs: runs, rows: rows)
    least = Array(repeating: rows + 1, count: runs)
    most = Array(repeating: 0, count: runs)
    for length in 1...max(1, min(leaves.count, Slicing.longestRun)) {
      for first in 0..<max(0, leaves.count - length + 1) {
        for span in 1...columns { solve(first, first + length - 1, span) }
      }
    }
  }

  /// The least cost of items `first...last` in `span` columns and exactly `height` rows.
  package func cost(_ first: Int, _ last: Int, _ span: Int, _ height: Int) -> Int {
    guard height >= 0, height <= rows else { return Slicing.impossible }
    return Int(table[run(first, last, span), height])
  }

  private func run(_ first: Int, _ last: Int, _ span: Int) -> Int {
    (first * Slicing.longestRun + (last - first)) * columns + span - 1
  }

  private mutating func solve(_ first: Int, _ last: Int, _ span: Int) {
    if first == last { solveLeaf(first, span) }
    for split in first..<last {
      solveStack(first, split, last, span)
      for left in 1..<span { solveBeside(first, split, last, span, left) }
    }
    let place = run(first, last, span)
    least[place] = (0...rows).first { table[place, $0] < CostTable.impossible } ?? rows + 1
  }

  private mutating func solveLeaf(_ item: Int, _ span: Int) {
    let (place, leaf) = (run(item, item, span), leaves[item])
    for height in 0...rows {
      guard let cost = leaf.cost(columns: span, height: height) else { continue }
      table[place, height] = Int16(clamping: min(cost, Slicing.impossible - 1))
    }
    most[place] = min(rows, leaf.naturalHeight(columns: span) + LeafTable.usefulAir)
  }

  private mutating func solveStack(_ first: Int, _ split: Int, _ last: Int, _ span: Int) {
    let (above, below) = (run(first, split, span), run(split + 1, last, span))
    let place = run(first, last, span)
    most[place] = max(most[place], min(rows, most[above] + 1 + most[below]))
    let highest = min(most[above], rows - 1 - least[below])
    guard least[above] <= highest else { return }
    table.relax(
      place, above, least[above]...highest, below, from: least[below],
      Int16(cuts.across(span, of: first...last, above: split + 1)))
  }

  private mutating func solveBeside(
    _ first: Int, _ split: Int, _ last: Int, _ span: Int, _ left: Int
  ) {
    let (one, two) = (run(first, split, left), run(split + 1, last, span - left))
    let place = run(first, last, span)
    most[place] = max(most[place], max(most[one], most[two]))
    let lowest = max(least[one], least[two])
    guard lowest <= rows else { return }
    table.relax(
      place, one, two, from: lowest, Int16(cuts.between(first...last, before: split + 1)))
  }

  /// The tree whose cost ``cost(_:_:_:_:)`` gives, found again from the table.
  package func tree(_ first: Int, _ last: Int, _ span: Int, _ height: Int) -> SlicingTree {
    let wanted = cost(first, last, span, height)
    if first == last { return .leaf(first) }
    for split in first..<last {
      let cut = cuts.across(span, of: first...last, above: split + 1)
      for above in 1..<max(1, height - 1)
      where cost(first, split, span, above) + cost(split + 1, last, span, height - 1 - above) + cut
        == wanted
      {
        return .stack(
          tree(first, split, span, above), tree(split + 1, last, span, height - 1 - above),
          rowsAbove: above)
      }
      let side = cuts.between(first...last, before: split + 1)
      for left in 1..<span
      where cost(first, split, left, height) + cost(split + 1, last, span - left, height) + side
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
