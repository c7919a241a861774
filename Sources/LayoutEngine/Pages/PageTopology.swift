/// Which items of a page stand on which screen, and what stands beside what; no heights.
package struct PageTopology: Hashable, Sendable {
  /// What stands on a screen.
  package enum Screen: Hashable, Sendable {
    /// Items that share it.
    case shared(SlicingTopology)
    /// One item that no screen can hold.
    case carried(Int)
  }

  /// The screens, in order.
  package let screens: [Screen]
  /// For each item, the columns it stands in, of so many; all of them for one that is carried.
  package let spans: [Int]

  /// The topology of a planned page with so many items and columns.
  package init(_ plan: [PlannedScreen], items: Int, columns: Int) {
    screens = plan.map { screen in
      switch screen {
      case .tree(let tree, _): .shared(SlicingTopology(tree))
      case .carried(let item): .carried(item)
      }
    }
    var spans = Array(repeating: columns, count: items)
    for case .shared(let topology) in screens { topology.tellSpans(columns, &spans) }
    self.spans = spans
  }
}

extension SlicingTopology {
  /// Writes down in how many columns each item stands when all together have `columns`.
  fileprivate func tellSpans(_ columns: Int, _ spans: inout [Int]) {
    switch self {
    case .leaf(let item): spans[item] = columns
    case .stack(let above, let below):
      above.tellSpans(columns, &spans)
      below.tellSpans(columns, &spans)
    case .beside(let left, let right, let columnsLeft):
      left.tellSpans(columnsLeft, &spans)
      right.tellSpans(columns - columnsLeft, &spans)
    }
  }
}
