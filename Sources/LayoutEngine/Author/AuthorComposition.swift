import ScreenModel

/// A page composed for one screen size as its author arranged it.
struct AuthorComposition {
  private let content: PageContent
  private let page: PrintedPage
  private let size: Size
  private let grid: ColumnGrid
  private let items: [ContentItem]
  private let head: PageHead
  private let later: PageHead
  private let leaves: [LeafTable]
  private let plan: AuthorPlan

  /// Arranges `content`; nil where print does not tell how.
  init?(_ content: PageContent, size: Size) {
    guard content.isArranged else { return nil }
    (self.content, self.size) = (content, size)
    grid = ColumnGrid(width: size.columns)
    head = PageHead(first: content, size, grid)
    later = PageHead(folio: content, size, grid, isFirst: false)
    let placedAbove = Set(head.ears)
    items = content.items.filter { !placedAbove.contains($0.id) }
    guard let page = PrintedPage(items.map { content.zones[$0.id] ?? [] }) else { return nil }
    self.page = page
    let (firstRows, laterRows) = (size.rows - head.height, size.rows - later.height)
    let (grid, lead) = (grid, items.firstIndex { $0.kind == .article })
    let leaves = items.enumerated().map { number, item in
      LeafTable(
        item, grid, isLead: number == lead, limit: max(2, min(firstRows, laterRows) - 5),
        screen: size)
    }
    self.leaves = leaves
    var costs = LeafCosts(leaves, columns: grid.count, rows: max(firstRows, laterRows))
    plan = AuthorPlan(
      page, columns: grid.count, firstRows: firstRows, laterRows: laterRows
    ) { costs.cost($0, columns: $1, rows: $2) }
  }

  /// The finished page.
  var layout: PageLayout {
    let shift = head.items.count
    var folds: [Fold] = []
    for screen in plan.screens {
      folds += placed(screen, isFirst: folds.isEmpty, shift: shift)
    }
    folds.addNumbers(head, later)
    var layout = PageLayout(
      label: content.label, paper: content.paper, size: size, mode: .page, grid: grid,
      typography: content.typography, items: head.items + items, folds: folds)
    layout.arrangement = .author
    layout.loosened = page.loosened.map { $0 + shift }
    return layout
  }

  private func placed(_ screen: AuthorPlan.Screen, isFirst: Bool, shift: Int) -> [Fold] {
    let head = isFirst ? head : later
    switch screen {
    case .tree(let tree, let rows):
      // Of the slicing, the placer needs the leaves alone; without rows there is nothing to solve.
      let slicing = Slicing(leaves, columns: 1, rows: 0)
      var placer = ModulePlacer(grid, slicing: slicing, shift: shift, fold: head.fold)
      placer.place(tree, columns: 0..<grid.count, row: head.height, rows: rows)
      return [placer.fold]
    case .carried(let item):
      return PagedItem(leaves[item].item, number: item + shift, grid, size, tellsOfMore: true)
        .folds(first: head, later: later)
    }
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
