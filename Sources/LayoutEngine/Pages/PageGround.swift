package import ScreenModel

/// What a page stands on at one size, however its items are arranged: columns, the heads of its screens,
/// and all ways to set each item.
package struct PageGround {
  let content: PageContent
  let size: Size
  let grid: ColumnGrid
  /// The items below the head, in order.
  let items: [ContentItem]
  /// All ways to set each of them.
  let leaves: [LeafTable]
  /// The head of the first screen, masthead or folio, and that of all others.
  private let head, later: PageHead

  /// Measures what `content` takes on a screen of that size, on such columns.
  ///
  /// With `spans`, if there are as many as items, each item is set only for that number of columns.
  /// Minor heads are left out beyond `headLimit` rows, or what a screen has room for.
  package init(
    _ content: PageContent, _ size: Size, _ grid: ColumnGrid, spans: [Int]? = nil,
    headLimit: Int? = nil
  ) {
    (self.content, self.size) = (content, size)
    head = PageHead(first: content, size, grid)
    later = PageHead(folio: content, size, grid, isFirst: false)
    let placedAbove = Set(head.ears)
    let items = content.items.filter { !placedAbove.contains($0.id) }
    (self.grid, self.items) = (grid, items)
    let lead = items.firstIndex { $0.kind == .article }
    let limit = headLimit ?? max(2, size.rows - max(head.height, later.height) - 5)
    let known = spans.flatMap { $0.count == items.count ? $0 : nil }
    let hasPicture = items.contains { $0.picture != nil }
    leaves = items.enumerated().map { number, item in
      LeafTable(
        item, grid, columns: known.map { $0[number]...$0[number] }, isLead: number == lead,
        limit: limit, screen: size, precedesPicture: hasPicture && number == lead)
    }
  }

  /// Rows below the head of the first screen.
  var firstRows: Int { size.rows - head.height }
  /// Rows below the head of every other one.
  var laterRows: Int { size.rows - later.height }

  /// A screen on which items stand as `tree` says, in so many rows.
  func screen(_ tree: SlicingTree, rows: Int, isFirst: Bool) -> Fold {
    let head = isFirst ? head : later
    var placer = ModulePlacer(grid, leaves, shift: self.head.items.count, fold: head.fold)
    placer.place(tree, columns: 0..<grid.count, row: head.height, rows: rows)
    return placer.fold
  }

  /// The screens over which an item is carried that none can hold.
  func screens(carrying item: Int, isFirst: Bool) -> [Fold] {
    PagedItem(
      items[item], number: item + head.items.count, grid, size, tellsOfMore: true
    ).folds(first: isFirst ? head : later, later: later)
  }

  /// The page of those screens; of none but its head where there are none.
  ///
  /// Where there are several, each says in its first row which it is.
  func layout(_ screens: [Fold]) -> PageLayout {
    var folds = screens.isEmpty ? [head.fold] : screens
    if folds.count > 1 {
      for index in folds.indices {
        let end = index == 0 ? head.foldNumberEnd : later.foldNumberEnd
        folds[index].furniture.append(Furniture(fold: index, of: folds.count, end: end))
      }
    }
    return PageLayout(
      label: content.label, paper: content.paper, size: size, mode: .page, grid: grid,
      typography: content.typography, items: head.items + items, folds: folds)
  }

  /// The places that some of the items have in the layout.
  func places(of items: [Int]) -> [Int] { items.map { $0 + head.items.count } }
}

extension Furniture {
  /// The number of a screen, counted from 0, that ends before a column of the first row.
  fileprivate init(fold: Int, of count: Int, end: Int) {
    let text = "\(fold + 1)/\(count)"
    self.init(
      role: .fold,
      rect: Rect(column: end - text.utf8.count, row: 0, width: text.utf8.count, height: 1),
      text: text)
  }
}
