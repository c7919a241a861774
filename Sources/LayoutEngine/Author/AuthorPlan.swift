/// How a page arranged as in print is dealt out to screens, and how high everything stands on each.
///
/// Where print has a cut across the whole page, it may be parted, at the price of a further screen as on
/// any page; what does not fit a screen even so is set one below the other.
package struct AuthorPlan {
  /// The screens, in order.
  package private(set) var screens: [PlannedScreen] = []

  private let page: PrintedPage
  private let columns: Int
  private let firstRows: Int
  private let laterRows: Int
  private let cost: (_ item: Int, _ columns: Int, _ rows: Int) -> Int?
  private let free: FreeRuns?
  private var blocks: [Block] = []

  /// What stands on one screen as a whole: as print slices it, and with its columns.
  private struct Block {
    let tree: PrintedTree
    let topology: SlicingTopology

    var count: Int { tree.items.count }
  }

  /// The most blocks on a screen, which bounds the work.
  private static let longestRun = Slicing.longestRun

  /// Deals out a page: `firstRows` rows on the first screen, `laterRows` on all others.
  ///
  /// `cost` tells what an item costs in so many columns and rows, nil where it cannot be set there. With `free`,
  /// what makes a bad screen as print has it may be set otherwise.
  ///
  /// - Complexity: O(`n` · `H`²) for n items and H rows, times ``Slicing/longestRun``.
  package init(
    _ page: PrintedPage, columns: Int, firstRows: Int, laterRows: Int, free: FreeRuns? = nil,
    cost: @escaping (_ item: Int, _ columns: Int, _ rows: Int) -> Int?
  ) {
    (self.page, self.columns, self.cost, self.free) = (page, columns, cost, free)
    (self.firstRows, self.laterRows) = (firstRows, laterRows)
    for part in page.tree.stackedParts { addBlocks(of: part) }
    blocks += page.unplaced.map { Block(tree: .leaf($0), topology: .leaf($0)) }
    deal()
  }

  /// Adds the blocks that a part of the page makes, each fit for a screen or a single item.
  ///
  /// Neighbours share the columns as in print, else as nearly so as fits; where nothing does, the
  /// right one is set below the left one.
  private mutating func addBlocks(of part: PrintedTree) {
    let tree = part.narrowed(to: columns)
    switch tree {
    case .leaf(let item): blocks.append(Block(tree: tree, topology: .leaf(item)))
    case .stack: for part in tree.stackedParts { addBlocks(of: part) }
    case .beside:
      let topologies = page.topologies(of: tree, columns: columns)
      if let topology = topologies.first(where: fits) {
        blocks.append(Block(tree: tree, topology: topology))
      } else if case .beside(let left, let right) = part {
        for part in left.stackedParts + right.stackedParts { addBlocks(of: part) }
      }
    }
  }

  /// Whether the next block can stand at the top of a screen: the first block at that of the first one.
  private func fits(_ topology: SlicingTopology) -> Bool {
    let rows = blocks.isEmpty ? firstRows : laterRows
    let solved = FixedSlicing(topology, columns: columns, rows: rows, cost: cost)
    return (0...rows).contains { solved.cost(height: $0) < Slicing.impossible }
  }

  /// The cheapest way to deal out the items, as ``FoldPlan`` does: whole blocks as in print, any run freely.
  ///
  /// There always is one: a block of several items fits a screen, a single item can be carried.
  private mutating func deal() {
    let starts = blocks.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    let blockEnding = Dictionary(
      uniqueKeysWithValues: starts.dropFirst().enumerated().map { ($1, $0) })
    let count = starts[blocks.count]
    var costs = [0] + Array(repeating: Int.max / 2, count: count)
    var choices: [(first: Int, screen: PlannedScreen)] = Array(
      repeating: (0, .carried(0)), count: count + 1)
    func take(_ end: Int, from first: Int, _ found: (screen: PlannedScreen, cost: Int)?) {
      let isFirst = first == 0
      guard let found, costs[first] + found.cost + (isFirst ? 0 : Weight.fold) < costs[end] else {
        return
      }
      costs[end] = costs[first] + found.cost + (isFirst ? 0 : Weight.fold)
      choices[end] = (first, found.screen)
    }
    for end in 1..<max(1, count + 1) {
      if let last = blockEnding[end] {
        if case .leaf(let item) = blocks[last].tree {
          costs[end] = costs[end - 1] + Weight.carried
          choices[end] = (end - 1, .carried(item))
        }
        for first in max(0, last + 1 - AuthorPlan.longestRun)...last {
          take(end, from: starts[first], screen(first..<last + 1, from: starts[first]))
        }
      }
      guard let free else { continue }
      for first in max(0, end - AuthorPlan.longestRun)..<end {
        take(end, from: first, free.screen(first..<end, rows: first == 0 ? firstRows : laterRows))
      }
    }
    var end = count
    while end > 0 {
      screens.append(choices[end].screen)
      end = choices[end].first
    }
    screens.reverse()
  }

  /// The best height for some blocks on a screen, and what it costs; nil where they do not fit.
  private func screen(_ run: Range<Int>, from place: Int) -> (screen: PlannedScreen, cost: Int)? {
    let room = run.lowerBound == 0 ? firstRows : laterRows
    let (run, isLast) = (blocks[run], run.upperBound == blocks.count)
    guard let topology = SlicingTopology(stacking: run.map(\.topology)) else { return nil }
    var wanted: [Int: Int] = [:]
    page.share(room, among: run.map(\.tree), into: &wanted)
    let solved = FixedSlicing(topology, columns: columns, rows: room) { item, columns, rows in
      cost(item, columns, rows).map { cost in
        cost + (wanted[item].map { Weight.printedShare * abs(rows - $0) / room } ?? 0)
      }
    }
    var best: (rows: Int, cost: Int)?
    for rows in stride(from: room, to: 0, by: -1) {
      let cost = solved.cost(height: rows)
      guard cost < Slicing.impossible else { continue }
      let blank =
        free?.blank(rows: rows, of: room) ?? (room - rows) * columns * Weight.white
        / (isLast ? 4 : 1)
      if best.map({ cost + blank < $0.cost }) ?? true { best = (rows, cost + blank) }
    }
    guard let best, let found = solved.tree(height: best.rows) else { return nil }
    return (
      .tree(found, rows: best.rows), best.cost + (free?.cuts(of: topology, from: place) ?? 0)
    )
  }
}

extension PrintedPage {
  /// Shares rows out to trees that stand one above another.
  func share(_ rows: Int, among trees: [PrintedTree], into wanted: inout [Int: Int]) {
    let area = trees.reduce(0) { $0 + self.area(of: $1) }
    for tree in trees where area > 0 {
      share(
        max(0, rows - trees.count + 1) * self.area(of: tree) / area, among: tree, into: &wanted)
    }
  }

  /// Shares rows out to the items of a tree as print shares out the paper.
  func share(_ rows: Int, among tree: PrintedTree, into wanted: inout [Int: Int]) {
    switch tree {
    case .leaf(let item): if area(of: item) > 0 { wanted[item] = rows }
    case .beside(let left, let right):
      share(rows, among: left, into: &wanted)
      share(rows, among: right, into: &wanted)
    case .stack(let above, let below):
      let (one, two) = (area(of: above), area(of: below))
      let rowsAbove = one + two > 0 ? max(0, rows - 1) * one / (one + two) : 0
      share(rowsAbove, among: above, into: &wanted)
      share(max(0, rows - 1 - rowsAbove), among: below, into: &wanted)
    }
  }
}
