import ScreenModel
import TestSupport
import Testing
import Typesetter

import LayoutEngine

@Suite struct SlicingTests {
  @Test func `the cheapest slicing is that of an exhaustive search`() {
    for seed in 0..<60 as Range<UInt64> {
      let (leaves, columns, rows) = Invented(seed: seed).instance
      let slicing = Slicing(leaves, columns: columns, rows: rows)
      var search = ExhaustiveSearch(leaves: leaves, columns: columns)
      for first in leaves.indices {
        for last in first..<leaves.count {
          for span in 1...columns {
            for height in 0...rows {
              let wanted = search.cost(first...last, span, height)
              let found = slicing.cost(first, last, span, height)
              #expect(
                found < Slicing.impossible ? found == wanted : wanted == nil,
                "seed \(seed): \(first)...\(last) in \(span)x\(height): \(found) for \(wanted ?? -1)"
              )
            }
          }
        }
      }
    }
  }

  @Test func `no tree costs less than the table says, each tree built and priced by itself`() {
    for seed in 0..<60 as Range<UInt64> {
      let (leaves, columns, rows) = Invented(seed: seed).small
      let slicing = Slicing(leaves, columns: columns, rows: rows)
      let search = ExhaustiveSearch(leaves: leaves, columns: columns)
      for height in 0...rows {
        let trees = allTrees(0...leaves.count - 1, columns, height)
        let wanted = trees.compactMap { search.cost(of: $0, columns, height) }.min()
        let found = slicing.cost(0, leaves.count - 1, columns, height)
        #expect(
          found < Slicing.impossible ? found == wanted : wanted == nil,
          "seed \(seed): \(trees.count) trees in \(columns)x\(height)")
      }
    }
  }

  @Test func `the tree that is found costs what the table says`() {
    for seed in 0..<60 as Range<UInt64> {
      let (leaves, columns, rows) = Invented(seed: seed).instance
      let slicing = Slicing(leaves, columns: columns, rows: rows)
      let search = ExhaustiveSearch(leaves: leaves, columns: columns)
      for height in 0...rows {
        let cost = slicing.cost(0, leaves.count - 1, columns, height)
        guard cost < Slicing.impossible else { continue }
        let tree = slicing.tree(0, leaves.count - 1, columns, height)
        #expect(search.cost(of: tree, columns, height) == cost, "seed \(seed), \(height) rows")
        #expect(tree.leaves == Array(leaves.indices), "seed \(seed), \(height) rows")
      }
    }
  }

  @Test func `the screens cost as little as any way to deal out the items`() {
    for seed in 0..<60 as Range<UInt64> {
      let (leaves, columns, rows) = Invented(seed: seed).instance
      let slicing = Slicing(leaves, columns: columns, rows: rows)
      for firstRows in [rows - 3, rows] {
        let size = Size(columns: 27 * columns, rows: rows)
        let plan = FoldPlan(slicing, firstRows: firstRows, laterRows: rows - 1, size: size)
        let dealer = Dealer(
          slicing: slicing, firstRows: firstRows, laterRows: rows - 1, size: size)
        #expect(plan.screens.flatMap(\.items) == Array(leaves.indices), "seed \(seed)")
        #expect(dealer.cost(of: plan.screens) == dealer.leastCost(from: 0), "seed \(seed)")
      }
    }
  }
}

/// A small page made at random.
private struct Invented {
  private var random: SeededGenerator
  private var text: InventedText

  init(seed: UInt64) { (random, text) = (SeededGenerator(seed: seed), InventedText(seed: seed)) }

  /// One to five items on a grid of one to four columns, 24 rows at most.
  var instance: (leaves: [LeafTable], columns: Int, rows: Int) { make(items: 5, columns: 4, 24) }

  /// One to four items on a grid of one to three columns, eight rows at most: few enough trees to build
  /// them all.
  var small: (leaves: [LeafTable], columns: Int, rows: Int) { make(items: 4, columns: 3, 8) }

  private func make(
    items most: Int, columns: Int, _ highest: Int
  ) -> (leaves: [LeafTable], columns: Int, rows: Int) {
    var copy = self
    let grid = ColumnGrid(width: 40 + 20 * Int.random(in: 0..<columns, using: &copy.random))
    let count = Int.random(in: 1...most, using: &copy.random)
    let leaves = (0..<count).map { number in
      LeafTable(
        copy.item(number), grid, isLead: number == 0, limit: 4,
        screen: Size(columns: 27 * grid.count, rows: highest))
    }
    return (leaves, grid.count, Int.random(in: 6...highest, using: &copy.random))
  }

  private mutating func item(_ number: Int) -> ContentItem {
    let kinds: [ContentItem.Kind] = [.article, .article, .article, .briefs, .photo, .advert]
    let kind = kinds[Int.random(in: 0..<kinds.count, using: &random)]
    let rules = Typography(.simplifiedChinese)
    let role: ParagraphText.Role =
      switch kind {
      case .briefs: .brief
      case .photo: .caption
      case .advert: .advert
      default: .body
      }
    let paragraphs = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      ParagraphText(role, text.chinese(Int.random(in: 4...60, using: &random)), rules, mark: .brief)
    }
    let claim = Claim(
      priority: Int.random(in: 1...5, using: &random),
      share: 10 * Int.random(in: 2...7, using: &random),
      mayBeCut: kind == .article, boxed: false)
    let parent = number > 0 && Int.random(in: 0..<4, using: &random) == 0 ? "i\(number - 1)" : nil
    return ContentItem(
      id: "i\(number)", kind: kind, place: nil, parent: parent,
      heads: kind == .article ? [HeadText(.headline, text.chinese(8), rules)] : [],
      paragraphs: paragraphs, jump: nil, claim: claim, typography: rules)
  }
}

/// Every guillotine slicing of a run of items, tried one by one.
private struct ExhaustiveSearch {
  let leaves: [LeafTable]
  let columns: Int
  private var known: [Key: Int?] = [:]

  private struct Key: Hashable {
    let run: ClosedRange<Int>
    let span: Int
    let height: Int
  }

  init(leaves: [LeafTable], columns: Int) { (self.leaves, self.columns) = (leaves, columns) }

  /// The least cost of a run in a rectangle; nil where it cannot be set there.
  mutating func cost(_ run: ClosedRange<Int>, _ span: Int, _ height: Int) -> Int? {
    guard height > 0 else { return nil }
    let key = Key(run: run, span: span, height: height)
    if let cost = known[key] { return cost }
    var costs: [Int?] = []
    if run.count == 1 {
      costs.append(leaves[run.lowerBound].cost(columns: span, height: height))
    }
    for split in run.dropLast() {
      let (one, two) = (run.lowerBound...split, split + 1...run.upperBound)
      for above in 1..<max(1, height - 1) where above <= most(one, span) {
        costs.append(
          sum(
            cost(one, span, above), cost(two, span, height - 1 - above),
            cut(above: two, span) + parting(one, two)))
      }
      for left in 1..<span {
        costs.append(
          sum(
            cost(one, left, height), cost(two, span - left, height),
            cut(one, two) + parting(one, two)))
      }
    }
    let least = costs.compactMap(\.self).min()
    known[key] = .some(least)
    return least
  }

  /// The most rows that a run may take with others below it: each item of a stack what it needs, and so
  /// much air.
  private func most(_ run: ClosedRange<Int>, _ span: Int) -> Int {
    guard run.count > 1 else {
      return leaves[run.lowerBound].naturalHeight(columns: span) + LeafTable.usefulAir
    }
    return run.dropLast().reduce(0) { most, split in
      let (one, two) = (run.lowerBound...split, split + 1...run.upperBound)
      let stacked = self.most(one, span) + 1 + self.most(two, span)
      let beside = (1..<span).map { max(self.most(one, $0), self.most(two, span - $0)) }
      return max(most, stacked, beside.max() ?? 0)
    }
  }

  /// What a tree costs in a rectangle.
  func cost(of tree: SlicingTree, _ span: Int, _ height: Int) -> Int? {
    switch tree {
    case .leaf(let item): leaves[item].cost(columns: span, height: height)
    case .stack(let one, let two, let above):
      sum(
        cost(of: one, span, above), cost(of: two, span, height - 1 - above),
        cut(above: two.run, span) + parting(one.run, two.run))
    case .beside(let one, let two, let left):
      sum(
        cost(of: one, left, height), cost(of: two, span - left, height),
        cut(one.run, two.run) + parting(one.run, two.run))
    }
  }

  private func sum(_ one: Int?, _ two: Int?, _ cut: Int) -> Int? {
    guard let one, let two else { return nil }
    return one + two + cut
  }

  /// A rule above a run: dear across the whole page, except above adverts.
  private func cut(above run: ClosedRange<Int>, _ span: Int) -> Int {
    guard span == columns, columns > 1 else { return Weight.innerCut }
    let isAdvert = leaves[run.lowerBound].item.kind == .advert
    return isAdvert ? Weight.throughCutAboveAdvert : Weight.throughCut
  }

  /// A cut between a story and its sidebar, or between two sidebars of one story: dear where either side
  /// has other items in it.
  private func parting(_ one: ClosedRange<Int>, _ two: ClosedRange<Int>) -> Int {
    let items = leaves.map(\.item)
    for sidebar in items.indices where sidebar >= two.lowerBound {
      guard let parent = items.firstIndex(where: { $0.id == items[sidebar].parent }),
        parent <= one.upperBound
      else { continue }
      let last = items.lastIndex { $0.parent == items[parent].id } ?? parent
      return one.lowerBound >= parent && two.upperBound <= last ? 0 : Weight.partedFamily
    }
    return 0
  }

  /// A rule between two runs: dear where two stories stand side by side, less so beside the lead.
  private func cut(_ one: ClosedRange<Int>, _ two: ClosedRange<Int>) -> Int {
    if one.lowerBound == 0 { return Weight.besideLead }
    let areStories = [one, two].allSatisfy { leaves[$0.lowerBound].item.kind == .article }
    return areStories ? Weight.tombstone : Weight.besideOther
  }
}

/// Every slicing tree of a run of items in a rectangle, whether its items can be set there or not.
private func allTrees(_ run: ClosedRange<Int>, _ span: Int, _ height: Int) -> [SlicingTree] {
  guard height > 0 else { return [] }
  guard run.count > 1 else { return [.leaf(run.lowerBound)] }
  var trees: [SlicingTree] = []
  for split in run.dropLast() {
    let (one, two) = (run.lowerBound...split, split + 1...run.upperBound)
    for above in 1..<max(1, height - 1) {
      let below = allTrees(two, span, height - 1 - above)
      trees += allTrees(one, span, above).flatMap { upper in
        below.map { .stack(upper, $0, rowsAbove: above) }
      }
    }
    for left in 1..<span {
      let right = allTrees(two, span - left, height)
      trees += allTrees(one, left, height).flatMap { tree in
        right.map { .beside(tree, $0, columnsLeft: left) }
      }
    }
  }
  return trees
}

/// Every way to deal out items to screens.
private struct Dealer {
  let slicing: Slicing
  let firstRows: Int
  let laterRows: Int
  let size: Size

  /// The least cost of the items from `first` on.
  func leastCost(from first: Int) -> Int {
    let count = slicing.leaves.count
    guard first < count else { return 0 }
    var costs = [Weight.carried + leastCost(from: first + 1)]
    for last in first..<count {
      if let cost = cost(first...last) { costs.append(cost + leastCost(from: last + 1)) }
    }
    return costs.min() ?? 0
  }

  func cost(of screens: [FoldPlan.Screen]) -> Int {
    screens.reduce(0) { sum, screen in
      switch screen {
      case .carried: sum + Weight.carried
      case .run(let first, let last, let rows): sum + (cost(first...last, rows) ?? 0)
      }
    }
  }

  /// A run on a screen of its own, at the best height.
  private func cost(_ run: ClosedRange<Int>) -> Int? {
    let room = run.lowerBound == 0 ? firstRows : laterRows
    return (0...room).compactMap { cost(run, $0) }.min()
  }

  /// Blank rows below cost as blank lines do, and more in a heap.
  private func cost(_ run: ClosedRange<Int>, _ rows: Int) -> Int? {
    let cost = slicing.cost(run.lowerBound, run.upperBound, slicing.columns, rows)
    guard cost < Slicing.impossible else { return nil }
    let free = (run.lowerBound == 0 ? firstRows : laterRows) - rows
    let heap = free > 1 ? Weight.hole(size.columns * free, of: size) : 0
    let blank = free * slicing.columns * Weight.white + heap
    return cost + blank + (run.lowerBound == 0 ? 0 : Weight.fold)
  }
}

extension SlicingTree {
  /// The items, in order.
  fileprivate var leaves: [Int] {
    switch self {
    case .leaf(let item): [item]
    case .stack(let one, let two, _), .beside(let one, let two, _): one.leaves + two.leaves
    }
  }

  fileprivate var run: ClosedRange<Int> { (leaves.first ?? 0)...(leaves.last ?? 0) }
}

extension FoldPlan.Screen {
  fileprivate var items: [Int] {
    switch self {
    case .run(let first, let last, _): Array(first...last)
    case .carried(let item): [item]
    }
  }
}
