import LayoutEngine
import ScreenModel
import TestSupport
import Testing

@Suite struct FixedSlicingTests {
  @Test func `the cheapest heights are those of an exhaustive search`() {
    for seed in 0..<200 as Range<UInt64> {
      let page = InventedTopology(seed: seed)
      let fixed = page.solved
      for height in 0...page.rows {
        let wanted = page.leastCost(of: page.topology, page.columns, height)
        let found = fixed.cost(height: height)
        #expect(
          found < Slicing.impossible ? found == wanted : wanted == nil,
          "seed \(seed), \(height) rows: \(page.topology)")
      }
    }
  }

  @Test func `the tree that is found has the topology and the cost that were asked for`() {
    for seed in 0..<200 as Range<UInt64> {
      let page = InventedTopology(seed: seed)
      let fixed = page.solved
      for height in 0...page.rows {
        let tree = fixed.tree(height: height)
        #expect((tree == nil) == (fixed.cost(height: height) >= Slicing.impossible))
        guard let tree else { continue }
        #expect(SlicingTopology(tree) == page.topology, "seed \(seed)")
        let cost = page.cost(of: tree, page.columns, height)
        #expect(cost == fixed.cost(height: height), "seed \(seed), \(height) rows")
      }
    }
  }

  @Test func `no heights are cheaper than those that the free slicing of a page has found`() throws
  {
    let content = try Sample("liancheng-daily").pages[1]
    for size in [Size(columns: 80, rows: 40), Size(columns: 120, rows: 60)] {
      let grid = ColumnGrid(width: size.columns)
      let leaves = content.items.prefix(6).enumerated().map {
        LeafTable($1, grid, isLead: $0 == 0, limit: 12, screen: size)
      }
      let slicing = Slicing(leaves, columns: grid.count, rows: size.rows)
      let tree = slicing.tree(0, 5, grid.count, size.rows)
      let fixed = FixedSlicing(
        SlicingTopology(tree), leaves, columns: grid.count, rows: size.rows)
      let cost = tree.cost(grid.count, size.rows) {
        leaves[$0].cost(columns: $1, height: $2)
      }
      #expect(fixed.cost(height: size.rows) == cost, "\(size)")
    }
  }

  @Test func `parts stacked one above another keep their order in a flat tree`() {
    #expect(SlicingTopology(stacking: [SlicingTopology]()) == nil)
    for count in 1...70 {
      let parts = (0..<count).map { SlicingTopology.leaf($0) }
      let stack = SlicingTopology(stacking: parts)
      #expect(stack?.leaves == Array(0..<count))
      #expect(stack?.stackedParts == parts)
      #expect((stack?.depth ?? 0) <= count.bitWidth - (count - 1).leadingZeroBitCount)
    }
  }
}

/// A topology made at random, with invented costs for its leaves.
private struct InventedTopology {
  let topology: SlicingTopology
  let columns: Int
  let rows: Int
  private let seed: UInt64

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    self.seed = seed
    columns = Int.random(in: 1...4, using: &random)
    rows = Int.random(in: 0...11, using: &random)
    var next = 0
    topology = Self.grow(Int.random(in: 1...5, using: &random), columns, &next, &random)
  }

  /// A topology of `count` leaves; where there is but one column they can only be stacked.
  private static func grow(
    _ count: Int, _ columns: Int, _ next: inout Int, _ random: inout SeededGenerator
  ) -> SlicingTopology {
    guard count > 1 else {
      next += 1
      return .leaf(next - 1)
    }
    let first = Int.random(in: 1..<count, using: &random)
    guard columns > 1, Bool.random(using: &random) else {
      return .stack(
        grow(first, columns, &next, &random), grow(count - first, columns, &next, &random))
    }
    let left = Int.random(in: 1..<columns, using: &random)
    return .beside(
      grow(first, left, &next, &random), grow(count - first, columns - left, &next, &random),
      columnsLeft: left)
  }

  var solved: FixedSlicing { FixedSlicing(topology, columns: columns, rows: rows, cost: cost) }

  /// A cost that looks like any; a quarter of the settings are impossible.
  func cost(_ item: Int, _ columns: Int, _ rows: Int) -> Int? {
    let key = UInt64(item * 10_000 + columns * 100 + rows)
    var random = SeededGenerator(seed: seed &* 1_000_003 &+ key)
    return Int.random(in: 0..<4, using: &random) == 0
      ? nil : Int.random(in: 0..<50, using: &random)
  }

  /// The least cost of a topology in a rectangle, every height tried.
  func leastCost(of topology: SlicingTopology, _ columns: Int, _ height: Int) -> Int? {
    guard height > 0 else { return nil }
    switch topology {
    case .leaf(let item): return cost(item, columns, height)
    case .stack(let above, let below):
      return (0..<height).compactMap { rowsAbove -> Int? in
        guard let one = leastCost(of: above, columns, rowsAbove),
          let two = leastCost(of: below, columns, height - 1 - rowsAbove)
        else { return nil }
        return one + two
      }.min()
    case .beside(let left, let right, let columnsLeft):
      guard let one = leastCost(of: left, columnsLeft, height),
        let two = leastCost(of: right, columns - columnsLeft, height)
      else { return nil }
      return one + two
    }
  }

  func cost(of tree: SlicingTree, _ columns: Int, _ height: Int) -> Int? {
    tree.cost(columns, height, cost)
  }
}

extension SlicingTree {
  /// The sum of what its leaves cost in a rectangle.
  fileprivate func cost(
    _ columns: Int, _ height: Int, _ leaf: (Int, Int, Int) -> Int?
  ) -> Int? {
    let parts: (Int?, Int?)
    switch self {
    case .leaf(let item): return leaf(item, columns, height)
    case .stack(let one, let two, let above):
      parts = (one.cost(columns, above, leaf), two.cost(columns, height - 1 - above, leaf))
    case .beside(let one, let two, let left):
      parts = (one.cost(left, height, leaf), two.cost(columns - left, height, leaf))
    }
    guard let one = parts.0, let two = parts.1 else { return nil }
    return one + two
  }
}

extension SlicingTopology {
  fileprivate var depth: Int {
    switch self {
    case .leaf: 0
    case .stack(let one, let two), .beside(let one, let two, _): 1 + max(one.depth, two.depth)
    }
  }
}
