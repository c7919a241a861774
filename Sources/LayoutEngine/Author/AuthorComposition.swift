import ScreenModel

/// A page composed for one screen size as its author arranged it.
struct AuthorComposition {
  private let ground: PageGround
  private let page: PrintedPage
  private let plan: AuthorPlan

  /// Arranges `content`; nil where print does not tell how.
  init?(_ content: PageContent, size: Size) {
    guard content.isArranged else { return nil }
    ground = PageGround(content, size, ColumnGrid(width: size.columns))
    guard let page = PrintedPage(ground.items.map { content.zones[$0.id] ?? [] }) else {
      return nil
    }
    self.page = page
    let (columns, firstRows, laterRows) = (ground.grid.count, ground.firstRows, ground.laterRows)
    var costs = LeafCosts(ground.leaves, columns: columns, rows: max(firstRows, laterRows))
    let free = FreeRuns(ground, order: page.tree.items + page.unplaced)
    plan = AuthorPlan(
      page, columns: columns, firstRows: firstRows, laterRows: laterRows, free: free
    ) {
      costs.cost($0, columns: $1, rows: $2)
    }
  }

  /// The finished page.
  var layout: PageLayout {
    var layout = ground.layout(of: plan.screens)
    layout.arrangement = .author
    layout.loosened = ground.places(of: page.loosened)
    return layout
  }
}

/// What items cost in given columns, each asked of its table once: the plan asks again for every way
/// to deal out the page.
private struct LeafCosts {
  private let leaves: [LeafTable]
  private let columns: Int
  private let rows: Int
  private var known: [[Int?]]

  init(_ leaves: [LeafTable], columns: Int, rows: Int) {
    (self.leaves, self.columns, self.rows) = (leaves, columns, rows)
    known = Array(repeating: [], count: leaves.count * columns)
  }

  mutating func cost(_ item: Int, columns span: Int, rows height: Int) -> Int? {
    let place = item * columns + span - 1
    if known[place].isEmpty {
      known[place] = (0...rows).map { leaves[item].cost(columns: span, height: $0) }
    }
    return known[place][height]
  }
}
