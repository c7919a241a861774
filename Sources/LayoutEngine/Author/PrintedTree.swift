/// How print slices a page: what stands above what, and what beside what; still without columns.
package indirect enum PrintedTree: Hashable, Sendable {
  case leaf(Int)
  case stack(PrintedTree, PrintedTree)
  case beside(PrintedTree, PrintedTree)

  /// The items, in reading order: what stands above or left comes first.
  package var items: [Int] {
    switch self {
    case .leaf(let item): [item]
    case .stack(let one, let two), .beside(let one, let two): one.items + two.items
    }
  }

  /// The fewest columns in which nothing has to move.
  package var leastColumns: Int {
    switch self {
    case .leaf: 1
    case .stack(let one, let two): max(one.leastColumns, two.leastColumns)
    case .beside(let one, let two): one.leastColumns + two.leastColumns
    }
  }

  /// The parts that stand one above another, as far as no part is itself a stack.
  package var stackedParts: [PrintedTree] {
    guard case .stack(let above, let below) = self else { return [self] }
    return above.stackedParts + below.stackedParts
  }

  /// The tree for so many columns: while it needs more, the innermost neighbours are put one below the
  /// other, the left one above.
  ///
  /// - Complexity: O(*n*²).
  package func narrowed(to columns: Int) -> PrintedTree {
    if leastColumns <= columns { return self }
    if case .stack(let above, let below) = self {
      return .stack(above.narrowed(to: columns), below.narrowed(to: columns))
    }
    var tree = self
    while tree.leastColumns > columns { tree = tree.withInnermostStacked }
    return tree
  }

  /// How deep the innermost `beside` lies among those that the tree's width is due to; 0 for none.
  private var innermost: Int {
    switch self {
    case .leaf: 0
    case .beside(let left, let right): 1 + max(left.innermost, right.innermost)
    case .stack(let above, let below):
      [above, below].filter { $0.leastColumns == leastColumns && leastColumns > 1 }
        .map { 1 + $0.innermost }.max() ?? 0
    }
  }

  /// The tree with its ``innermost`` neighbours stacked, of several the last.
  private var withInnermostStacked: PrintedTree {
    switch self {
    case .leaf: self
    case .beside(let left, let right):
      if left.innermost == 0, right.innermost == 0 {
        .stack(left, right)
      } else if left.innermost > right.innermost {
        .beside(left.withInnermostStacked, right)
      } else {
        .beside(left, right.withInnermostStacked)
      }
    case .stack(let above, let below):
      if above.leastColumns > below.leastColumns
        || above.leastColumns == below.leastColumns && above.innermost > below.innermost
      {
        .stack(above.withInnermostStacked, below)
      } else {
        .stack(above, below.withInnermostStacked)
      }
    }
  }

  /// The tree with `item` directly above or below `host`.
  func stacking(_ item: Int, onto host: Int, isAbove: Bool) -> PrintedTree {
    switch self {
    case .leaf(host): isAbove ? .stack(.leaf(item), self) : .stack(self, .leaf(item))
    case .leaf: self
    case .stack(let one, let two):
      .stack(
        one.stacking(item, onto: host, isAbove: isAbove),
        two.stacking(item, onto: host, isAbove: isAbove))
    case .beside(let one, let two):
      .beside(
        one.stacking(item, onto: host, isAbove: isAbove),
        two.stacking(item, onto: host, isAbove: isAbove))
    }
  }
}
