import ScreenModel

/// Ways to set runs of a printed page's items as the screen wants it, in print's order but not in print's places.
///
/// Print has one sheet; a small screen shows a part of it, and a part is seldom a page. Where what print has
/// makes a bad screen, its items may be composed like any others, at a price (``Weight/unprintedScreen``,
/// ``Weight/unprintedItem``): so a page is as near to print as the screen can bear.
package struct FreeRuns {
  /// The items in print's order: the place of each among the items of the page.
  private let order: [Int]
  private let slicing: Slicing
  private let ground: PageGround
  private let cuts: CutCosts

  /// Solves all runs of a page whose items stand in that order in print.
  ///
  /// - Complexity: That of ``Slicing``.
  init(_ ground: PageGround, order: [Int]) {
    (self.ground, self.order) = (ground, order)
    let leaves = order.map { ground.leaves[$0] }
    slicing = Slicing(
      leaves, columns: ground.grid.count, rows: max(ground.firstRows, ground.laterRows))
    cuts = CutCosts(leaves, columns: ground.grid.count)
  }

  /// The screen that a run of places in print's order makes in so many rows, and what it costs; nil where it
  /// fits none.
  func screen(_ run: Range<Int>, rows room: Int) -> (screen: PlannedScreen, cost: Int)? {
    let (first, last) = (run.lowerBound, run.upperBound - 1)
    let best = FoldPlan.best(columns: ground.grid.count, room: room, ground.size) {
      slicing.cost(first, last, ground.grid.count, $0)
    }
    guard let best else { return nil }
    let tree = slicing.tree(first, last, ground.grid.count, best.rows)
    return (
      .tree(tree.mapped { order[$0] }, rows: best.rows),
      best.cost + Weight.unprintedScreen + run.count * Weight.unprintedItem
    )
  }

  /// What all cuts cost of a topology that holds a run of places.
  func cuts(of topology: SlicingTopology, from place: Int) -> Int {
    var next = place - 1
    let placed = topology.mapped { _ in
      next += 1
      return next
    }
    return cuts.all(of: placed, span: ground.grid.count)
  }

  /// What the blank below some rows of a screen costs.
  func blank(rows: Int, of room: Int) -> Int {
    let free = room - rows
    return free * ground.grid.count * Weight.white
      + Weight.hole(Weight.holeCells(ground.size.columns, rows: free), of: ground.size)
  }
}

extension SlicingTree {
  /// The tree with other leaves, asked for in reading order.
  fileprivate func mapped(_ leaf: (Int) -> Int) -> SlicingTree {
    switch self {
    case .leaf(let item): return .leaf(leaf(item))
    case .stack(let above, let below, let rowsAbove):
      let one = above.mapped(leaf)
      return .stack(one, below.mapped(leaf), rowsAbove: rowsAbove)
    case .beside(let left, let right, let columnsLeft):
      let one = left.mapped(leaf)
      return .beside(one, right.mapped(leaf), columnsLeft: columnsLeft)
    }
  }
}

extension SlicingTopology {
  /// The topology with other leaves, asked for in reading order.
  fileprivate func mapped(_ leaf: (Int) -> Int) -> SlicingTopology {
    switch self {
    case .leaf(let item): return .leaf(leaf(item))
    case .stack(let above, let below):
      let one = above.mapped(leaf)
      return .stack(one, below.mapped(leaf))
    case .beside(let left, let right, let columnsLeft):
      let one = left.mapped(leaf)
      return .beside(one, right.mapped(leaf), columnsLeft: columnsLeft)
    }
  }
}
