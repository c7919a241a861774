/// The best page by the costs in ``Weight``, whatever the page looks like at the next size.
package struct FreePlan {
  private let ground: PageGround
  private let slicing: Slicing
  private let plan: FoldPlan

  /// Searches all pages that keep the order of the items.
  package init(_ ground: PageGround) {
    self.ground = ground
    slicing = Slicing(
      ground.leaves, columns: ground.grid.count, rows: max(ground.firstRows, ground.laterRows))
    plan = FoldPlan(
      slicing, firstRows: ground.firstRows, laterRows: ground.laterRows, size: ground.size)
  }

  /// What the page costs.
  package var cost: Int { plan.cost }

  /// The screens.
  package var screens: [PlannedScreen] {
    plan.screens.map { screen in
      switch screen {
      case .run(let first, let last, let rows):
        .tree(slicing.tree(first, last, ground.grid.count, rows), rows: rows)
      case .carried(let item): .carried(item)
      }
    }
  }

  /// What stands on which screen and beside what.
  package var topology: PageTopology {
    PageTopology(screens, items: ground.items.count, columns: ground.grid.count)
  }
}
