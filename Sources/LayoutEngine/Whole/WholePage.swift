import ScreenModel

/// Composes a page as high as its text needs, for those who scroll: every story stands in full, unless
/// print itself goes on elsewhere, and nothing is cut.
///
/// The height of the screen changes nothing: the layout has one fold, and its size tells the rows. A page
/// that its author arranged keeps what stands beside what, where that is asked for and leaves no hole.
///
/// - Precondition: `width` is at least ``leastWholeWidth``, in cells.
/// - Complexity: that of ``WholeSlicing``, at this width and at the one that stands for it.
public func composeWhole(
  _ content: PageContent, width: Int, _ arrangement: Arrangement = .automatic
) -> PageLayout {
  precondition(width >= leastWholeWidth, "no whole page in \(width) columns")
  if arrangement == .author, let page = WholePage(asPrinted: content, width: width) {
    return page.layout(.author)
  }
  return WholePage(composing: content, width: width).layout(.automatic)
}

/// The fewest cells across in which a page is composed of columns.
public let leastWholeWidth = 40

/// A page of natural height: its bands, one above another.
struct WholePage {
  private let ground: PageGround
  private let bands: [SlicingTopology]
  /// The items that stand elsewhere than in print.
  private var loosened: [Int] = []

  /// The composer's page: what stands beside what is found at the width that stands for all those with as
  /// many columns, so that the page stands still while the window is dragged, unless the best page for
  /// this width is better by more than that is worth.
  init(composing content: PageContent, width: Int) {
    let grid = ColumnGrid(width: width)
    ground = PageGround(whole: content, grid, width: width)
    let canonical = ColumnGrid(canonical: grid.count)
    let canonicalGround = PageGround(
      whole: content, canonical, width: canonical.span(grid.count) + canonical.hangingRoom)
    let (steady, free) = (WholeSlicing(canonicalGround), WholeSlicing(ground))
    let isSteady =
      canonicalGround.items.count == ground.items.count
      && WholePage.cost(steady.bands, ground) <= free.cost + Weight.steadiness
    bands = isSteady ? steady.bands : free.bands
  }

  /// The author's page; nil where print does not tell how it is arranged.
  init?(asPrinted content: PageContent, width: Int) {
    guard content.isArranged else { return nil }
    ground = PageGround(whole: content, ColumnGrid(width: width), width: width)
    guard let page = PrintedPage(ground.items.map { content.zones[$0.id] ?? [] }) else {
      return nil
    }
    bands = PrintedBands(page, ground).bands
    loosened = ground.places(of: page.loosened)
  }

  /// What bands cost at their natural heights.
  private static func cost(_ bands: [SlicingTopology], _ ground: PageGround) -> Int {
    let columns = ground.grid.count
    let cuts = CutCosts(ground.leaves, columns: columns)
    return bands.enumerated().reduce(0) { sum, entry in
      let (number, band) = entry
      let heights = WholeHeights(band, ground.leaves, columns: columns)
      let run = 0...max(0, ground.leaves.count - 1)
      let cut = number == 0 ? 0 : cuts.across(columns, of: run, above: band.first)
      return sum + cut + cuts.all(of: band, span: columns)
        + heights.tree.cost(ground.leaves, columns: columns, rows: heights.rows)
    }
  }

  /// The finished page.
  func layout(_ arrangement: Arrangement) -> PageLayout {
    let heights = bands.map { WholeHeights($0, ground.leaves, columns: ground.grid.count) }
    let stacked = SlicingTree.stacking(heights.map { ($0.tree, $0.rows) }[...])
    let folds = stacked.map { [ground.screen($0.tree, rows: $0.rows, isFirst: true)] } ?? []
    var layout = ground.layout(folds)
    let rows = ground.size.rows - ground.firstRows + (stacked?.rows ?? 0)
    layout = PageLayout(
      label: layout.label, paper: layout.paper,
      size: Size(columns: ground.size.columns, rows: rows),
      mode: layout.mode, grid: layout.grid, typography: layout.typography, items: layout.items,
      folds: layout.folds)
    layout.isWhole = true
    (layout.arrangement, layout.loosened) = (arrangement, loosened)
    return layout
  }
}

extension PageGround {
  /// What a page of natural height stands on.
  ///
  /// Pictures, the name of the paper and holes are measured by a screen of common shape, three rows to ten
  /// columns; it is as high as the masthead needs in order to lose nothing.
  init(whole content: PageContent, _ grid: ColumnGrid, width: Int) {
    var size = Size(columns: width, rows: max(32, width * 3 / 10))
    while size.rows < Self.mostScreenRows, PageHead(first: content, size, grid).losesLines {
      size = Size(columns: width, rows: size.rows + 8)
    }
    self.init(content, size, grid, headLimit: .max)
  }

  /// The highest screen that a masthead is measured by: sixteen rows of lines around the name.
  private static let mostScreenRows = 128
}

extension PageHead {
  /// Whether lines around the name of the paper found no room.
  fileprivate var losesLines: Bool {
    guard let masthead = items.first, let module = fold.modules.first else { return false }
    return Set(module.heads.map(\.head)).count < masthead.heads.count
  }
}

extension SlicingTree {
  /// What the items of a tree cost in its columns and rows.
  fileprivate func cost(_ leaves: [LeafTable], columns: Int, rows: Int) -> Int {
    switch self {
    case .leaf(let item):
      leaves[item].cost(columns: columns, height: rows) ?? Slicing.impossible
    case .stack(let above, let below, let rowsAbove):
      above.cost(leaves, columns: columns, rows: rowsAbove)
        + below.cost(leaves, columns: columns, rows: rows - rowsAbove - 1)
    case .beside(let left, let right, let columnsLeft):
      left.cost(leaves, columns: columnsLeft, rows: rows)
        + right.cost(leaves, columns: columns - columnsLeft, rows: rows)
    }
  }

  /// Trees one above another, each in its rows, in a tree as flat as can be; nil for none.
  fileprivate static func stacking(
    _ parts: ArraySlice<(tree: SlicingTree, rows: Int)>
  ) -> (tree: SlicingTree, rows: Int)? {
    guard let first = parts.first, parts.count > 1 else { return parts.first }
    let middle = parts.startIndex + parts.count / 2
    guard let above = stacking(parts[..<middle]), let below = stacking(parts[middle...]) else {
      return first
    }
    return (
      .stack(above.tree, below.tree, rowsAbove: above.rows), above.rows + 1 + below.rows
    )
  }
}
