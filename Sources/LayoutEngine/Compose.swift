public import ScreenModel

/// Composes a page for a screen of `size`: the best page by the costs in `Weight`, the same every time.
///
/// A page that its author arranged stands as in print where that is asked for. Below 40x12 the page is a
/// list of headlines. Nothing overlaps or leaves the page, and what is not shown stands behind a jump line.
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
private struct Composition {
  private let ground: PageGround
  private let slicing: Slicing
  private let plan: FoldPlan

  init(_ content: PageContent, size: Size) {
    ground = PageGround(content, size)
    slicing = Slicing(
      ground.leaves, columns: ground.grid.count, rows: max(ground.firstRows, ground.laterRows))
    plan = FoldPlan(
      slicing, firstRows: ground.firstRows, laterRows: ground.laterRows, size: size)
  }

  /// The finished page.
  var layout: PageLayout {
    var folds: [Fold] = []
    for screen in plan.screens {
      switch screen {
      case .run(let first, let last, let rows):
        let tree = slicing.tree(first, last, ground.grid.count, rows)
        folds.append(ground.screen(tree, rows: rows, isFirst: folds.isEmpty))
      case .carried(let item):
        folds += ground.screens(carrying: item, isFirst: folds.isEmpty)
      }
    }
    return ground.layout(folds)
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
