/// What the cuts of a slicing tree cost, by what they part.
struct CutCosts {
  private let kinds: [ContentItem.Kind]
  private let families: Families
  private let columns: Int

  /// Of a page with these items in so many columns.
  init(_ leaves: [LeafTable], columns: Int) {
    (kinds, self.columns) = (leaves.map(\.item.kind), columns)
    families = Families(leaves.map(\.item))
  }

  /// A cut through a run of items across `span` columns, above one of them.
  func across(_ span: Int, of run: ClosedRange<Int>, above item: Int) -> Int {
    let parting = families.cost(ofCutting: run, before: item)
    if span < columns || columns == 1 { return parting + Weight.innerCut }
    let isAboveAdvert = kinds[item] == .advert
    return parting + (isAboveAdvert ? Weight.throughCutAboveAdvert : Weight.throughCut)
  }

  /// A cut through a run of items, one side of which begins with `item`.
  func between(_ run: ClosedRange<Int>, before item: Int) -> Int {
    let parting = families.cost(ofCutting: run, before: item)
    let left = run.lowerBound
    if left == 0 { return parting + Weight.besideLead }
    let areStories = kinds[left] == .article && kinds[item] == .article
    return parting + (areStories ? Weight.tombstone : Weight.besideOther)
  }

  /// All cuts of a topology in `span` columns.
  func all(of topology: SlicingTopology, span: Int) -> Int {
    let run = topology.first...topology.last
    return switch topology {
    case .leaf: 0
    case .stack(let above, let below):
      across(span, of: run, above: below.first) + all(of: above, span: span)
        + all(of: below, span: span)
    case .beside(let left, let right, let columnsLeft):
      between(run, before: right.first) + all(of: left, span: columnsLeft)
        + all(of: right, span: span - columnsLeft)
    }
  }
}
