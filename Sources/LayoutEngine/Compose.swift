public import ScreenModel

/// Composes a page for a screen of `size`: the best page by the costs in `Weight`, the same every time.
///
/// A page that its author arranged stands as in print where that is asked for. Below 40x12 the page is a list of headlines. Nothing overlaps or leaves the page, and what is not
/// shown stands behind a jump line.
///
/// - Precondition: `size` is at least 20x5.
/// - Complexity: O(n · N · H²) for n items, N columns and H rows.
public func compose(
  _ content: PageContent, size: Size, _ arrangement: Arrangement = .automatic
) -> PageLayout {
  precondition(size.columns >= 20 && size.rows >= 5, "no layout below 20x5, asked for \(size)")
  if size.columns < 40 || size.rows < 12 { return ListPage(content, size: size).layout }
  if arrangement == .author, let page = AuthorComposition(content, size: size) {
    return page.layout
  }
  return Composition(content, size: size).layout
}

/// The steps from a measured page to a placed one.
struct Composition {
  let content: PageContent
  let size: Size
  let grid: ColumnGrid
  let items: [ContentItem]
  /// The head of the first screen: masthead or folio.
  private let head: PageHead
  private let later: PageHead
  private let leaves: [LeafTable]
  private let slicing: Slicing
  private let plan: FoldPlan

  init(_ content: PageContent, size: Size) {
    (self.content, self.size) = (content, size)
    grid = ColumnGrid(width: size.columns)
    head = PageHead(first: content, size, grid)
    later = PageHead(folio: content, size, grid, isFirst: false)
    let placedAbove = Set(head.ears)
    items = content.items.filter { !placedAbove.contains($0.id) }
    let (firstRows, laterRows) = (size.rows - head.height, size.rows - later.height)
    let (grid, rows) = (grid, max(firstRows, laterRows))
    let lead = items.firstIndex { $0.kind == .article }
    leaves = items.enumerated().map { number, item in
      LeafTable(
        item, grid, isLead: number == lead, limit: max(2, min(firstRows, laterRows) - 5),
        screen: size)
    }
    slicing = Slicing(leaves, columns: grid.count, rows: rows)
    plan = FoldPlan(slicing, firstRows: firstRows, laterRows: laterRows, size: size)
  }

  /// The finished page.
  var layout: PageLayout {
    let shift = head.items.count
    var folds: [Fold] = []
    for screen in plan.screens.isEmpty ? [nil] : plan.screens.map(Optional.some) {
      folds += placed(screen, isFirst: folds.isEmpty, shift: shift)
    }
    folds.addNumbers(head, later)
    return PageLayout(
      label: content.label, paper: content.paper, size: size, mode: .page, grid: grid,
      typography: content.typography, items: head.items + items, folds: folds)
  }

  private func placed(_ screen: FoldPlan.Screen?, isFirst: Bool, shift: Int) -> [Fold] {
    let head = isFirst ? head : later
    switch screen {
    case nil: return [head.fold]
    case .run(let first, let last, let rows):
      var placer = ModulePlacer(grid, slicing: slicing, shift: shift, fold: head.fold)
      let tree = slicing.tree(first, last, grid.count, rows)
      placer.place(tree, columns: 0..<grid.count, row: head.height, rows: rows)
      return [placer.fold]
    case .carried(let item):
      return PagedItem(leaves[item].item, number: item + shift, grid, size, tellsOfMore: true)
        .folds(first: head, later: later)
    }
  }

}

extension [Fold] {
  /// Where there are several screens, each says in its first row which it is.
  mutating func addNumbers(_ head: PageHead, _ later: PageHead) {
    guard count > 1 else { return }
    for index in indices {
      let text = "\(index + 1)/\(count)"
      let end = index == 0 ? head.foldNumberEnd : later.foldNumberEnd
      let rect = Rect(column: end - text.utf8.count, row: 0, width: text.utf8.count, height: 1)
      self[index].furniture.append(Furniture(role: .fold, rect: rect, text: text))
    }
  }
}

/// Composes one item by itself, over as many screens as it needs.
///
/// - Precondition: `size` is at least 20x5.
public func compose(_ story: StoryContent, size: Size) -> PageLayout {
  precondition(size.columns >= 20 && size.rows >= 5, "no layout below 20x5, asked for \(size)")
  let grid = ColumnGrid(storyWidth: size.columns)
  let head = PageHead(folio: story.page, size, grid, isFirst: false)
  let paged = PagedItem(story.item, number: 0, grid, size, tellsOfMore: false)
  return PageLayout(
    label: story.page.label, paper: story.page.paper, size: size, mode: .page, grid: grid,
    typography: story.page.typography, items: [story.item],
    folds: paged.folds(first: head, later: head))
}
