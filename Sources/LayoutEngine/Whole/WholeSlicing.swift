/// The page of natural height on which all items stand with all of their text, in reading order, at the
/// least cost: interval dynamic programming as in ``Slicing``, but with the few heights that are of use
/// instead of all that a screen has.
///
/// Where nothing is cut, a text has one height in so many columns. What costs is the blank under what
/// ends sooner than its neighbour, and what ``Weight`` says of spans and cuts.
///
/// - Complexity: O(`n` · `r`² · `N`² · `k`²) for n items, runs of at most r, N columns and k ways a run.
struct WholeSlicing {
  /// The most items that share a band: with more, blanks do not get fewer.
  static let longestRun = 10

  /// The bands of the page, from its top downwards.
  private(set) var bands: [SlicingTopology] = []
  /// What the page costs.
  private(set) var cost = 0

  private let leaves: [LeafTable]
  private let columns: Int
  private let cuts: CutCosts
  private let blank: WholeBlank
  private var table: [WholeWays] = []

  /// Solves every run of the items of `ground` and every number of columns.
  init(_ ground: PageGround) {
    (leaves, columns) = (ground.leaves, ground.grid.count)
    cuts = CutCosts(ground.leaves, columns: columns)
    blank = WholeBlank(ground)
    for first in leaves.indices.reversed() { solve(runsFrom: first) }
    deal()
  }

  private var runs: Int { Self.longestRun * columns }

  /// The ways of a run; runs are solved from the last first item to the first.
  private func ways(_ first: Int, _ last: Int, _ span: Int) -> WholeWays {
    table[(leaves.count - 1 - first) * runs + (last - first) * columns + span - 1]
  }

  private mutating func solve(runsFrom first: Int) {
    for length in 0..<Self.longestRun {
      for span in 1...columns {
        let last = first + length
        if length == 0 {
          table.append(WholeWays(leaves[first], item: first, columns: span))
        } else if last < leaves.count {
          table.append(
            WholeWays(pairs(first, last, span), columns: span) { blank.cost($0, rows: $1) })
        } else {
          table.append(WholeWays([], columns: span) { _, _ in 0 })
        }
      }
    }
  }

  /// All ways to cut a run in two.
  private func pairs(_ first: Int, _ last: Int, _ span: Int) -> [WholeWays.Pair] {
    (first..<last).flatMap { split in
      let side = cuts.between(first...last, before: split + 1)
      let stack = WholeWays.Pair(
        one: ways(first, split, span), two: ways(split + 1, last, span), joint: .stack,
        cut: cuts.across(span, of: first...last, above: split + 1))
      let beside = (1..<span).map { left in
        WholeWays.Pair(
          one: ways(first, split, left), two: ways(split + 1, last, span - left),
          joint: .beside(columnsLeft: left), cut: side)
      }
      return [stack] + beside
    }
  }

  /// Deals the items out to bands.
  private mutating func deal() {
    var best: [(cost: Int, first: Int, band: SlicingTopology?)] = [(0, 0, nil)]
    for end in leaves.indices.map({ $0 + 1 }) {
      var found: (cost: Int, first: Int, band: SlicingTopology?) = (.max, 0, nil)
      for first in max(0, end - Self.longestRun)..<end {
        guard let way = ways(first, end - 1, columns).cheapest else { continue }
        let cut = first == 0 ? 0 : cuts.across(columns, of: 0...leaves.count - 1, above: first)
        let cost = best[first].cost + cut + way.cost
        if cost < found.cost { found = (cost, first, way.topology) }
      }
      best.append(found)
    }
    cost = best[leaves.count].cost
    var end = leaves.count
    while end > 0, let band = best[end].band {
      bands += band.stackedParts.reversed()
      end = best[end].first
    }
    bands.reverse()
  }
}

/// What blank rows cost under what ends before its neighbour.
struct WholeBlank {
  private let ground: PageGround

  init(_ ground: PageGround) { self.ground = ground }

  /// So many blank rows under so many columns.
  func cost(_ columns: Int, rows: Int) -> Int {
    guard rows > 0 else { return 0 }
    let hole = Weight.holeCells(ground.grid.span(columns), rows: rows)
    return rows * columns * Weight.white + Weight.hole(hole, of: ground.size)
  }
}
