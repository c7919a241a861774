package import NewsModel

/// The arrangement of a page as print has it; nothing in it depends on the size of the screen.
///
/// - Invariant: every item of the page is in ``tree`` or in ``unplaced``, once.
package struct PrintedPage: Hashable, Sendable {
  /// The columns of the printed page.
  package let columns: PrintedColumns
  /// What stands above and beside what.
  package let tree: PrintedTree
  /// The items without a zone, in the order of the file; they follow the others.
  package let unplaced: [Int]
  /// The items that stand elsewhere than in print, because rectangles overlap or cannot be sliced.
  package let loosened: [Int]
  private let boxes: [PrintedBox?]

  /// The share of the items that must have zones, in hundredths: with fewer, the page as print has it
  /// is not known.
  private static let leastPlaced = 70
  /// The most items that are arranged as in print.
  ///
  /// Few editors fill a page with more; crumbs of a scan do, and of them the composer makes a better
  /// page.
  package static let mostItems = 64

  /// Whether so much is known of a page that it can stand as in print, by the zones of its items.
  package static func isKnown(_ zones: [[Zone]]) -> Bool {
    let placed = zones.count { !$0.isEmpty }
    return placed > 0 && placed * 100 >= zones.count * leastPlaced && zones.count <= mostItems
  }

  /// Arranges a page by the zones of each of its items; nil where none has any, or the items are too
  /// many.
  ///
  /// - Complexity: O(*n*³ log *n*) for pages that cannot be sliced, mostly O(*n*² log *n*).
  package init?(_ zones: [[Zone]]) {
    guard zones.count <= PrintedPage.mostItems else { return nil }
    let boxes = zones.indices.map { item in
      let others = zones.indices.filter { $0 != item }.flatMap { zones[$0] }
      return PrintedBox(zones[item], among: others)
    }
    let placed = boxes.indices.filter { boxes[$0] != nil }
    var cutter = PrintedCutter(boxes)
    guard let tree = cutter.tree(of: placed) else { return nil }
    self.boxes = boxes
    self.tree = tree
    columns = PrintedColumns(boxes.compactMap(\.self))
    unplaced = boxes.indices.filter { boxes[$0] == nil }
    loosened = cutter.loosened.sorted()
  }

  /// The area of an item in print; 0 for one without a zone.
  func area(of item: Int) -> Int { boxes[item]?.area ?? 0 }

  /// The area of all items of a tree.
  func area(of tree: PrintedTree) -> Int { tree.items.reduce(0) { $0 + area(of: $1) } }

  /// A tree in so many columns of the screen; neighbours share them as they share the printed ones.
  ///
  /// - Precondition: `tree` needs no more columns.
  package func topology(of tree: PrintedTree, columns count: Int) -> SlicingTopology {
    switch tree {
    case .leaf(let item): return .leaf(item)
    case .stack(let above, let below):
      return .stack(
        topology(of: above, columns: count), topology(of: below, columns: count))
    case .beside(let left, let right):
      let columnsLeft = columnsLeft(left, right, of: count)
      return .beside(
        topology(of: left, columns: columnsLeft),
        topology(of: right, columns: count - columnsLeft), columnsLeft: columnsLeft)
    }
  }

  /// All ways in which the outermost neighbours of a tree can share so many columns, first as in print,
  /// then less and less so; of two as near, the one with fewer columns on the left.
  func topologies(of tree: PrintedTree, columns count: Int) -> [SlicingTopology] {
    guard case .beside(let left, let right) = tree else {
      return [topology(of: tree, columns: count)]
    }
    let printed = columnsLeft(left, right, of: count)
    return (left.leastColumns...count - right.leastColumns)
      .sorted { (abs($0 - printed), $0) < (abs($1 - printed), $1) }
      .map { columnsLeft in
        .beside(
          topology(of: left, columns: columnsLeft),
          topology(of: right, columns: count - columnsLeft), columnsLeft: columnsLeft)
      }
  }

  /// How many of `count` columns the left one of two neighbours takes.
  func columnsLeft(_ left: PrintedTree, _ right: PrintedTree, of count: Int) -> Int {
    let (one, two) = (width(of: left), width(of: right))
    let share = (2 * count * one + one + two) / (2 * (one + two))
    return min(max(share, left.leastColumns), count - right.leastColumns)
  }

  /// The printed columns a tree takes, at least 1.
  private func width(of tree: PrintedTree) -> Int {
    let ranges = tree.items.filter { !loosened.contains($0) }.compactMap { boxes[$0] }
      .map { columns.range(of: $0) }
    let first = ranges.map(\.lowerBound).min() ?? 0
    return max(1, (ranges.map(\.upperBound).max() ?? 1) - first)
  }
}
