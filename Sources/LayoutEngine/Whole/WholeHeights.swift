/// The heights of one band of a whole page: as low as its text allows, what is blank shared out by the costs
/// of its items.
///
/// Bands higher than ``mostRows`` leave what is blank at the foot of each column: there it is a small share
/// of the band, and the search would take long.
struct WholeHeights {
  /// The rows of the band.
  let rows: Int
  /// The band with heights.
  let tree: SlicingTree

  /// The highest band whose blanks are shared out; the search takes the square of it.
  static let mostRows = 800

  /// Solves a band in all columns of a page.
  init(_ band: SlicingTopology, _ leaves: [LeafTable], columns: Int) {
    let measured = Measured(band, leaves, columns: columns)
    let shared = Self.shared(band, leaves, columns: columns, rows: measured.rows)
    (rows, tree) = shared ?? (measured.rows, measured.tree(rows: measured.rows))
  }

  /// The heights that cost least, in at most so many rows; nil where the band is too high, or costs too
  /// much for the solver.
  private static func shared(
    _ band: SlicingTopology, _ leaves: [LeafTable], columns: Int, rows most: Int
  ) -> (Int, SlicingTree)? {
    guard most <= mostRows, case .beside = band else { return nil }
    var floors: [Int: Floor] = [:]
    let solved = FixedSlicing(band, columns: columns, rows: most) { item, columns, rows in
      let floor = floors[item] ?? Floor(leaves[item], columns: columns)
      floors[item] = floor
      guard rows >= floor.rows else { return nil }
      return leaves[item].cost(columns: columns, height: rows).map { max(0, $0 - floor.cost) }
    }
    let best = (0...most).min { (solved.cost(height: $0), $0) < (solved.cost(height: $1), $1) }
    return best.flatMap { rows in solved.tree(height: rows).map { (rows, $0) } }
  }

  /// The least of what an item takes and costs with all that belongs to it.
  ///
  /// The cost is left out of the search: sums of it would be more than the solver can tell.
  private struct Floor {
    let rows: Int
    let cost: Int

    init(_ leaf: LeafTable, columns: Int) {
      rows = leaf.leastWholeHeight(columns: columns)
      let best = leaf.preferredWholeHeight(columns: columns)
      cost = leaf.cost(columns: columns, height: best) ?? 0
    }
  }
}

/// A topology with the height that each part asks for.
private indirect enum Measured {
  case leaf(Int, rows: Int)
  case stack(Measured, Measured, rows: Int)
  case beside(Measured, Measured, columnsLeft: Int, rows: Int)

  init(_ topology: SlicingTopology, _ leaves: [LeafTable], columns: Int) {
    switch topology {
    case .leaf(let item):
      self = .leaf(item, rows: leaves[item].preferredWholeHeight(columns: columns))
    case .stack(let above, let below):
      let (one, two) = (
        Measured(above, leaves, columns: columns), Measured(below, leaves, columns: columns)
      )
      self = .stack(one, two, rows: one.rows + 1 + two.rows)
    case .beside(let left, let right, let columnsLeft):
      let one = Measured(left, leaves, columns: columnsLeft)
      let two = Measured(right, leaves, columns: columns - columnsLeft)
      self = .beside(one, two, columnsLeft: columnsLeft, rows: max(one.rows, two.rows))
    }
  }

  /// The least rows.
  var rows: Int {
    switch self {
    case .leaf(_, let rows), .stack(_, _, let rows), .beside(_, _, _, let rows): rows
    }
  }

  /// The tree in so many rows, at least ``rows``: the lowest part of a stack takes what is blank.
  func tree(rows: Int) -> SlicingTree {
    switch self {
    case .leaf(let item, _): .leaf(item)
    case .stack(let above, let below, _):
      .stack(
        above.tree(rows: above.rows), below.tree(rows: rows - above.rows - 1),
        rowsAbove: above.rows)
    case .beside(let left, let right, let columnsLeft, _):
      .beside(left.tree(rows: rows), right.tree(rows: rows), columnsLeft: columnsLeft)
    }
  }
}

extension LeafTable {
  /// The height in so many columns at which all is shown and that costs least.
  func preferredWholeHeight(columns: Int) -> Int {
    wholeHeights(columns: columns).min {
      (cost(columns: columns, height: $0) ?? .max, $0)
        < (cost(columns: columns, height: $1) ?? .max, $1)
    } ?? 1
  }
}
