import LayoutEngine
import NewsModel
import TestSupport
import Testing

@Suite struct AuthorPlanTests {
  /// Items that can be set in `least` rows or more, and are whole in `whole` rows of one column.
  private static func cost(least: Int, whole: Int) -> (Int, Int, Int) -> Int? {
    { _, columns, rows in
      rows < least ? nil : abs(rows * columns - whole) * 5
    }
  }

  @Test func `a page stands on one screen where it can`() throws {
    let page = try #require(
      PrintedPage([
        Zone.percent(0, 0, 100, 40), Zone.percent(0, 42, 50, 58), Zone.percent(52, 42, 48, 58),
      ]))
    let plan = AuthorPlan(
      page, columns: 4, firstRows: 30, laterRows: 30, cost: Self.cost(least: 4, whole: 60))
    #expect(plan.screens.count == 1)
    guard case .tree(let tree, rows: _)? = plan.screens.first else {
      Testing.Issue.record("\(plan.screens)")
      return
    }
    #expect(
      SlicingTopology(tree) == .stack(.leaf(0), .beside(.leaf(1), .leaf(2), columnsLeft: 2)))
  }

  @Test func `a page that is too high is parted where print cuts across it`() throws {
    let page = try #require(
      PrintedPage([
        Zone.percent(0, 0, 50, 30), Zone.percent(52, 0, 48, 30), Zone.percent(0, 32, 100, 30),
        Zone.percent(0, 64, 50, 36), Zone.percent(52, 64, 48, 36),
      ]))
    func screens(leastBelow: Int) -> [[Int]] {
      let (above, below) = (
        Self.cost(least: 8, whole: 12), Self.cost(least: leastBelow, whole: 12)
      )
      return AuthorPlan(page, columns: 2, firstRows: 17, laterRows: 19) {
        $0 < 3 ? above($0, $1, $2) : below($0, $1, $2)
      }.screens.map(\.items)
    }
    #expect(screens(leastBelow: 11) == [[0, 1, 2], [3, 4]])
    #expect(screens(leastBelow: 19) == [[0, 1, 2], [3, 4]])
    // Where not even neighbours fit, each has screens of its own.
    #expect(screens(leastBelow: 20) == [[0, 1, 2], [3], [4]])
  }

  @Test func `neighbours share columns otherwise than in print before one goes below`() throws {
    // The right column is printed as a quarter, and its five items find no room in a quarter.
    let page = try #require(
      PrintedPage(
        [Zone.percent(0, 0, 73, 100)] + (0..<5).map { Zone.percent(75, 20 * $0, 25, 19) }))
    let cost = { (_: Int, columns: Int, rows: Int) in
      rows < (columns == 1 ? 5 : 3) ? nil : rows
    }
    func columnsLeft(rows: Int) -> Int? {
      let plan = AuthorPlan(page, columns: 4, firstRows: rows, laterRows: rows, cost: cost)
      guard case .tree(.beside(_, _, let left), rows: _)? = plan.screens.first else { return nil }
      return left
    }
    #expect(columnsLeft(rows: 29) == 3)
    #expect(columnsLeft(rows: 28) == 2)
    #expect(columnsLeft(rows: 19) == 2)
    #expect(columnsLeft(rows: 18) == nil)
    let plan = AuthorPlan(page, columns: 4, firstRows: 18, laterRows: 18, cost: cost)
    #expect(plan.screens.flatMap(\.items) == Array(0...5))
  }

  @Test func `whatever the page and the screen, every item is dealt once and in order`() throws {
    for seed in 0..<42 as Range<UInt64> {
      var invented = InventedZones(seed: seed)
      let zones = invented.forgetting(
        seed % 3 == 0 ? invented.scattered(12) : invented.sliced(1 + Int(seed % 14)))
      let page = try #require(PrintedPage(zones))
      for columns in 1...4 {
        for rows in [3, 8, 24] {
          let plan = AuthorPlan(
            page, columns: columns, firstRows: rows - 2, laterRows: rows,
            cost: Self.cost(least: 1 + Int(seed % 6), whole: 30))
          let place = "seed \(seed), \(columns)x\(rows)"
          #expect(plan.screens.flatMap(\.items) == page.tree.items + page.unplaced, "\(place)")
          for (number, screen) in plan.screens.enumerated() {
            guard case .tree(_, let height) = screen else { continue }
            #expect(height <= (number == 0 ? rows - 2 : rows), "\(place)")
          }
        }
      }
    }
  }
}

extension PlannedScreen {
  fileprivate var items: [Int] {
    switch self {
    case .tree(let tree, rows: _): SlicingTopology(tree).leaves
    case .carried(let item): [item]
    }
  }
}
