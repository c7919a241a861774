import ScreenModel

/// A page as it stands at the one width that stands for all those with as many columns.
///
/// Between two widths the number of lines of every text changes, and the best page with it: composed
/// anew, stories would leap across the screen while a window is dragged. What stands beside what is
/// therefore found here, and at the real width only the heights.
struct CanonicalPage {
  /// Which items stand on which screen and beside what.
  let topology: PageTopology
  /// What the page costs, by the costs in ``Weight``.
  let cost: Int

  /// Finds the best page with so many columns, on screens of so many rows.
  init(_ content: PageContent, columns: Int, rows: Int) {
    let grid = ColumnGrid(canonical: columns)
    let size = Size(columns: grid.span(columns) + grid.hangingRoom, rows: rows)
    let plan = FreePlan(PageGround(content, size, grid))
    (topology, cost) = (plan.topology, plan.cost)
  }
}

/// What composing one page at one size found out that holds for others: kept by the caller while the
/// window is dragged.
///
/// It saves work and changes nothing: a page composed with it is the same as without.
public struct PageMemory: Sendable {
  private var latest: (columns: Int, rows: Int, page: CanonicalPage)?
  /// Whether the page composed last had to be searched for anew, as the next one then has to be too:
  /// everything is prepared for that at once.
  package internal(set) var searchesAnew = false

  /// A memory of nothing.
  public init() {}

  /// The canonical page of `content`, made if it is not the one that was asked for last.
  mutating func canonicalPage(
    _ content: PageContent, columns: Int, rows: Int
  ) -> CanonicalPage {
    if let latest, (latest.columns, latest.rows) == (columns, rows) { return latest.page }
    let page = CanonicalPage(content, columns: columns, rows: rows)
    latest = (columns, rows, page)
    return page
  }
}
