/// The bands of a page of natural height that its author arranged: what stands above and beside what as in
/// print, the columns shared as there, or as near to it as leaves no more blank than that is worth.
///
/// Print sets what it has to fill the paper; here a text is as high as it is, and where neighbours would leave
/// a hole, the right one is set below the left one.
struct PrintedBands {
  /// The bands, from the top downwards.
  private(set) var bands: [SlicingTopology] = []

  private let page: PrintedPage
  private let leaves: [LeafTable]
  private let blank: WholeBlank
  /// The ways of each part that is solved, by its columns.
  private var known: [Part: WholeWays] = [:]

  private struct Part: Hashable {
    let tree: PrintedTree
    let columns: Int
  }

  /// What a column more or less than in print costs: as much as ten blank lines.
  private static let movedColumn = 90
  /// What it costs to set neighbours one below the other, the left one above, as on a page with too few
  /// columns: a hole of a quarter of a screen is worse.
  private static let partedNeighbours = 400

  /// Finds columns for the printed page.
  init(_ page: PrintedPage, _ ground: PageGround) {
    (self.page, leaves, blank) = (page, ground.leaves, WholeBlank(ground))
    for part in page.tree.stackedParts {
      let tree = part.narrowed(to: ground.grid.count)
      for part in tree.stackedParts {
        bands += ways(part, ground.grid.count).cheapest?.topology.stackedParts ?? []
      }
    }
    bands += page.unplaced.map { .leaf($0) }
  }

  private mutating func ways(_ tree: PrintedTree, _ columns: Int) -> WholeWays {
    let part = Part(tree: tree, columns: columns)
    if let ways = known[part] { return ways }
    let blank = blank
    let ways =
      if case .leaf(let item) = tree {
        WholeWays(leaves[item], item: item, columns: columns)
      } else {
        WholeWays(pairs(tree, columns), columns: columns) { blank.cost($0, rows: $1) }
      }
    known[part] = ways
    return ways
  }

  /// The ways to join the two parts of a tree.
  private mutating func pairs(_ tree: PrintedTree, _ columns: Int) -> [WholeWays.Pair] {
    switch tree {
    case .leaf: return []
    case .stack(let above, let below):
      return [
        WholeWays.Pair(
          one: ways(above, columns), two: ways(below, columns), joint: .stack, cut: 0)
      ]
    case .beside(let left, let right):
      let printed = page.columnsLeft(left, right, of: columns)
      let stack = WholeWays.Pair(
        one: ways(left, columns), two: ways(right, columns), joint: .stack,
        cut: Self.partedNeighbours)
      let beside = (left.leastColumns...columns - right.leastColumns).map { columnsLeft in
        WholeWays.Pair(
          one: ways(left, columnsLeft), two: ways(right, columns - columnsLeft),
          joint: .beside(columnsLeft: columnsLeft),
          cut: Self.movedColumn * abs(columnsLeft - printed))
      }
      return beside + [stack]
    }
  }
}
