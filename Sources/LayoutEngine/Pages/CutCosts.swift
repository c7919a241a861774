/// What the cuts of a slicing tree cost, by what they part.
struct CutCosts {
  private let kinds: [ContentItem.Kind]
  private let columns: Int

  /// Of a page with these items in so many columns.
  init(_ leaves: [LeafTable], columns: Int) {
    (kinds, self.columns) = (leaves.map(\.item.kind), columns)
  }

  /// A cut across `span` columns, above `item`.
  func across(_ span: Int, above item: Int) -> Int {
    if span < columns || columns == 1 { return Weight.innerCut }
    return kinds[item] == .advert ? Weight.throughCutAboveAdvert : Weight.throughCut
  }

  /// A cut between two runs side by side, by the items with which they begin.
  func between(_ left: Int, _ right: Int) -> Int {
    if left == 0 { return Weight.besideLead }
    return kinds[left] == .article && kinds[right] == .article
      ? Weight.tombstone : Weight.besideOther
  }

  /// All cuts of a topology in `span` columns.
  func all(of topology: SlicingTopology, span: Int) -> Int {
    switch topology {
    case .leaf: 0
    case .stack(let above, let below):
      across(span, above: below.first) + all(of: above, span: span) + all(of: below, span: span)
    case .beside(let left, let right, let columnsLeft):
      between(left.first, right.first) + all(of: left, span: columnsLeft)
        + all(of: right, span: span - columnsLeft)
    }
  }
}
