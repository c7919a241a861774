/// The best page of a given topology: only the heights are searched.
package struct FixedPlan {
  /// The screens.
  package private(set) var screens: [PlannedScreen] = []
  /// What the page costs, on the scale of ``FreePlan/cost``.
  package private(set) var cost = 0

  /// Finds heights for the items of `ground`; nil where some item finds no room.
  package init?(_ topology: PageTopology, _ ground: PageGround) {
    guard topology.spans.count == ground.items.count else { return nil }
    let columns = ground.grid.count
    let cuts = CutCosts(ground.leaves, columns: columns)
    for screen in topology.screens {
      switch screen {
      case .carried(let item):
        screens.append(.carried(item))
        cost += Weight.carried
      case .shared(let slices):
        let isFirst = slices.first == 0
        let room = isFirst ? ground.firstRows : ground.laterRows
        let solved = FixedSlicing(slices, ground.leaves, columns: columns, rows: room)
        let best = FoldPlan.best(
          columns: columns, room: room, ground.size, { solved.cost(height: $0) })
        guard let best, let tree = solved.tree(height: best.rows) else { return nil }
        screens.append(.tree(tree, rows: best.rows))
        cost += best.cost + cuts.all(of: slices, span: columns)
        if !isFirst { cost += FoldPlan.cost(ofScreenWith: ground.items[slices.first]) }
      }
    }
  }
}
