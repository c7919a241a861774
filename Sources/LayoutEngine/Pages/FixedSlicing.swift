/// The cheapest heights for a slicing tree whose topology and columns are given.
///
/// `cost(height)` is the least cost of the whole tree in exactly that many rows: the sum of what its
/// leaves cost. Cuts cost nothing, since they cannot be avoided; a stack gives one row to the rule
/// between its halves. Ties go to the smaller upper half.
///
/// - Complexity: O(`n` · `H`²) for n leaves and H rows to make; O(`n` · `H`) to find a tree.
package struct FixedSlicing {
  /// The most rows that are solved.
  package let rows: Int

  /// A node of the tree; its children come before it.
  private enum Node {
    case leaf(Int)
    case stack(Int, Int)
    case beside(Int, Int, columnsLeft: Int)
  }

  private var nodes: [Node] = []
  /// For each node, its cost in 0 to `rows` rows.
  private var costs: [Int] = []

  /// Solves every height up to `rows`; `cost` tells what an item costs in so many columns and rows,
  /// nil where it cannot be set there.
  ///
  /// - Precondition: every side of a `beside` is left a column at least.
  package init(
    _ topology: SlicingTopology, columns: Int, rows: Int,
    cost: (_ item: Int, _ columns: Int, _ rows: Int) -> Int?
  ) {
    self.rows = rows
    _ = solve(topology, columns, cost)
  }

  /// Solves every height up to `rows` by the costs of `leaves`, which the topology names by place.
  package init(_ topology: SlicingTopology, _ leaves: [LeafTable], columns: Int, rows: Int) {
    self.init(topology, columns: columns, rows: rows) {
      leaves[$0].cost(columns: $1, height: $2)
    }
  }

  /// The least cost in exactly `height` rows; ``Slicing/impossible`` where there is no way.
  package func cost(height: Int) -> Int {
    guard (0...rows).contains(height) else { return Slicing.impossible }
    return costs[base(nodes.count - 1) + height]
  }

  /// The tree whose cost is ``cost(height:)``; nil where there is none.
  package func tree(height: Int) -> SlicingTree? {
    cost(height: height) < Slicing.impossible ? tree(nodes.count - 1, height) : nil
  }

  private func base(_ node: Int) -> Int { node * (rows + 1) }

  /// Appends the node of `topology` after those of its children, and gives its place.
  private mutating func solve(
    _ topology: SlicingTopology, _ columns: Int, _ cost: (Int, Int, Int) -> Int?
  ) -> Int {
    switch topology {
    case .leaf(let item):
      append(.leaf(item))
      let start = base(nodes.count - 1)
      for height in 1..<max(1, rows + 1) {
        guard let cost = cost(item, columns, height) else { continue }
        costs[start + height] = min(cost, Slicing.impossible - 1)
      }
    case .stack(let above, let below):
      let (one, two) = (solve(above, columns, cost), solve(below, columns, cost))
      append(.stack(one, two))
      solveStack(one, two)
    case .beside(let left, let right, let columnsLeft):
      precondition((1..<columns).contains(columnsLeft), "\(columnsLeft) of \(columns) columns")
      let one = solve(left, columnsLeft, cost)
      let two = solve(right, columns - columnsLeft, cost)
      append(.beside(one, two, columnsLeft: columnsLeft))
      solveBeside(one, two)
    }
    return nodes.count - 1
  }

  private mutating func append(_ node: Node) {
    nodes.append(node)
    costs += repeatElement(Slicing.impossible, count: rows + 1)
  }

  private mutating func solveStack(_ above: Int, _ below: Int) {
    let (one, two, target) = (base(above), base(below), base(nodes.count - 1))
    for rowsAbove in 0..<rows where costs[one + rowsAbove] < Slicing.impossible {
      let fixed = costs[one + rowsAbove]
      for rowsBelow in 0..<rows - rowsAbove {
        let place = target + rowsAbove + 1 + rowsBelow
        costs[place] = min(costs[place], sum(fixed, costs[two + rowsBelow]))
      }
    }
  }

  private mutating func solveBeside(_ left: Int, _ right: Int) {
    let (one, two, target) = (base(left), base(right), base(nodes.count - 1))
    for height in 0...rows {
      costs[target + height] = sum(costs[one + height], costs[two + height])
    }
  }

  private func sum(_ one: Int, _ two: Int) -> Int {
    min(Slicing.impossible, one + two)
  }

  private func tree(_ node: Int, _ height: Int) -> SlicingTree {
    switch nodes[node] {
    case .leaf(let item): return .leaf(item)
    case .stack(let above, let below):
      let (one, two, wanted) = (base(above), base(below), costs[base(node) + height])
      let rowsAbove = (0..<height).first {
        sum(costs[one + $0], costs[two + height - 1 - $0]) == wanted
      }
      guard let rowsAbove else { preconditionFailure("no stack of \(height) rows") }
      return .stack(
        tree(above, rowsAbove), tree(below, height - 1 - rowsAbove), rowsAbove: rowsAbove)
    case .beside(let left, let right, let columnsLeft):
      return .beside(tree(left, height), tree(right, height), columnsLeft: columnsLeft)
    }
  }
}
