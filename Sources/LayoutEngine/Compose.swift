public import ScreenModel

/// Composes a page for a screen of `size`, the same every time.
///
/// A page that its author arranged stands as in print where that is asked for; any other is the best
/// by the costs in `Weight`, but items stand beside one another as they do at all widths with as many
/// columns, so that the page stands still while the window is dragged. Below 40x12 the page is a
/// list of headlines. Nothing overlaps or leaves the page, and what is not shown stands behind a jump line.
///
/// - Precondition: `size` is at least 20x5.
/// - Complexity: O(n · N · H²) for n items, N columns and H rows.
public func compose(
  _ content: PageContent, size: Size, _ arrangement: Arrangement = .automatic
) -> PageLayout {
  var memory = PageMemory()
  return compose(content, size: size, arrangement, &memory)
}

/// The same page, sooner where `memory` has seen it at a width with as many columns.
///
/// - Precondition: `memory` has seen no other page.
public func compose(
  _ content: PageContent, size: Size, _ arrangement: Arrangement, _ memory: inout PageMemory
) -> PageLayout {
  precondition(size.columns >= 20 && size.rows >= 5, "no layout below 20x5, asked for \(size)")
  if size.columns < 40 || size.rows < 12 { return ListPage(content, size: size).layout }
  if arrangement == .author, let page = AuthorComposition(content, size: size) {
    return page.layout
  }
  return composeSteadily(content, size, &memory)
}

/// The canonical page at its real size; where that is bad, and the best page for the size is
/// better by more than steadiness is worth, the best page.
private func composeSteadily(
  _ content: PageContent, _ size: Size, _ memory: inout PageMemory
) -> PageLayout {
  let grid = ColumnGrid(width: size.columns)
  let canonical = memory.canonicalPage(content, columns: grid.count, rows: size.rows)
  let spans = memory.searchesAnew ? nil : canonical.topology.spans
  let fixedGround = PageGround(content, size, grid, spans: spans)
  let fixed = FixedPlan(canonical.topology, fixedGround)
  if let fixed, fixed.cost <= canonical.cost + Weight.steadiness {
    memory.searchesAnew = false
    return fixedGround.layout(of: fixed.screens)
  }
  let ground = memory.searchesAnew ? fixedGround : PageGround(content, size, grid)
  memory.searchesAnew = true
  let free = FreePlan(ground)
  if let fixed, fixed.cost <= free.cost + Weight.steadiness {
    return fixedGround.layout(of: fixed.screens)
  }
  return ground.layout(of: free.screens)
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
