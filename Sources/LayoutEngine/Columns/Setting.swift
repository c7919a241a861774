package import ScreenModel
import Typesetter

/// One way to set an item: in so many columns and rows, with so many lines shown.
struct Setting {
  /// The heads.
  let heads: HeadBlock
  /// The picture above the text; nil for none.
  let picture: Size?
  /// Where each leg ends.
  let feet: Feet
  /// Rows of text under the heads and the air, jump line included.
  let rows: Int
  /// Blank rows between the heads, or the upper edge, and the text.
  let air: Int
  /// Whether a blank row stands between two briefs.
  var isAired = false
  /// What stands at the foot of the last leg.
  let foot: Foot

  /// The foot of the last leg.
  enum Foot: Hashable {
    case plain
    case printedJump
    case cut(remaining: Int)
  }
}

/// All ways to set one item on a grid: the leaves of the composition.
///
/// A story runs in legs of the basic measure. A photo's words and an advert stand in one leg across
/// all their columns.
package struct LeafTable {
  /// Rows beyond those needed that an item may be given with others below it; the last takes any.
  package static let usefulAir = 12

  package let item: ContentItem
  /// The least number of columns in which the item may stand, and the item in that many and more.
  private let fewest: Int
  private let spans: [ItemSpan]
  private let grid: ColumnGrid
  private let screen: Size
  /// For each of these, what blanks beside the heads cost, without and with air below them.
  private let headHoles: [(plain: Int, airy: Int)]
  private let wanted: Int
  /// The picture of a photo, where there is one to draw.
  private let picture: PictureLeaf?
  /// Whether a picture of the page has to yield to its first lines.
  private let precedesPicture: Bool

  /// Breaks `item` for all numbers of columns of `grid`, or for those in `columns`; heads take at most
  /// `limit` rows where minor ones can be left out to that end; `screen` is the whole screen.
  ///
  /// A picture of the page yields to the first lines of an item that precedes it.
  package init(
    _ item: ContentItem, _ grid: ColumnGrid, columns: ClosedRange<Int>? = nil, isLead: Bool,
    limit: Int, screen: Size, precedesPicture: Bool = false
  ) {
    self.precedesPicture = precedesPicture
    (self.item, self.grid, self.screen) = (item, grid, screen)
    let columns = columns ?? 1...grid.count
    fewest = columns.lowerBound
    picture = PictureLeaf(item, grid, screen: screen)
    spans = ItemSpan.all(item, grid, columns: columns, isLead: isLead, limit: limit)
    headHoles = spans.map { span in
      (
        Weight.hole(span.heads.hole(air: 0), of: screen),
        Weight.hole(span.heads.hole(air: 1), of: screen)
      )
    }
    wanted = item.columnsWanted(of: grid)
  }

  /// The item in that many columns.
  func span(columns: Int) -> ItemSpan { spans[columns - fewest] }

  /// The text as it runs in that many columns.
  package func flow(columns: Int) -> Flow { span(columns: columns).flow }

  /// The number of legs in that many columns.
  package func legs(columns: Int) -> Int { span(columns: columns).legs }

  /// Rows that show everything in that many columns.
  package func naturalHeight(columns: Int) -> Int {
    span(columns: columns).fixedRows + span(columns: columns).rowsNeeded
      + (picture?.idealRows(columns: columns) ?? 0)
  }

  /// What the setting in `columns` columns and `height` rows costs, or nil where there is none.
  ///
  /// - Complexity: O(`columns`).
  package func cost(columns: Int, height: Int) -> Int? {
    let rows = height - span(columns: columns).fixedRows
    guard rows >= 0, height > 0 else { return nil }
    if rows >= span(columns: columns).rowsNeeded {
      let size = pictureSize(columns, rows: rows)
      return costWhole(columns, rows: rows - (size?.rows ?? 0))
        + (picture?.cost(columns: columns, size) ?? 0)
    }
    return cutFeet(columns, rows: rows).map { costCut(columns, rows: rows, feet: $0) }
  }

  /// The setting in `columns` columns and `height` rows, or nil where there is none; the lower rule of a
  /// box takes none of them where it `isAboveOther`, which is parted from it by a rule anyway.
  ///
  /// - Complexity: O(`columns`).
  func setting(columns: Int, height: Int, isAboveOther: Bool) -> Setting? {
    let (span, heads) = (span(columns: columns), span(columns: columns).heads)
    let rows = height - (isAboveOther ? heads.height : span.fixedRows)
    let (needed, jumpRows) = (span.rowsNeeded, span.jumpRows)
    guard rows >= 0, height > 0 else { return nil }
    if rows >= needed {
      let feet = span.flow.feet(legs: span.legs, rows: needed, reserved: jumpRows)
      let size = pictureSize(columns, rows: rows)
      let left = rows - (size?.rows ?? 0)
      let used = span.rowsUsed(of: left)
      return Setting(
        heads: heads, picture: size, feet: feet, rows: used,
        air: whiteness(columns, spare: left - used).air, isAired: used > needed,
        foot: jumpRows == 0 ? .plain : .printedJump)
    }
    guard let feet = cutFeet(columns, rows: rows) else { return nil }
    let hidden = span.flow.textLines(from: feet.ends.last ?? 0)
    return Setting(
      heads: heads, picture: nil, feet: feet, rows: rows, air: 0, foot: .cut(remaining: hidden))
  }

  /// The size of the picture where all of the text is shown in `rows` rows; nil where there is none.
  private func pictureSize(_ columns: Int, rows: Int) -> Size? {
    picture?.size(columns: columns, within: rows - span(columns: columns).rowsNeeded)
  }

  /// The feet of a story that is cut, or nil where it may not or cannot be.
  private func cutFeet(_ columns: Int, rows: Int) -> Feet? {
    guard item.claim.mayBeCut, rows >= 2 else { return nil }
    let flow = flow(columns: columns)
    let all = flow.lines.count
    let feet = flow.feet(legs: columns, rows: rows, reserved: 1, keeping: min(4, all - 1))
    let shown = feet.ends.last ?? 0
    return shown > 0 && shown < all ? feet : nil
  }

  private func costWhole(_ columns: Int, rows: Int) -> Int {
    let set = span(columns: columns)
    let (legs, needed) = (set.legs, set.rowsNeeded)
    // The lines of an advert fill the columns they need, and leave blank what is beside them.
    let filled = item.kind == .advert ? min(columns, wanted) : columns / legs
    let lines = (set.flow.lines.count + set.jumpRows) * filled
    let used = set.rowsUsed(of: rows)
    let blanks = used > needed ? set.blanks : 0
    let spare = max(0, rows * columns - lines - blanks - (legs - 1))
    let blank = spare * Weight.white + blanks * Weight.air
    // Air is no gain beyond the blank lines it stands for: solvers add costs to what is impossible.
    return max(
      0,
      blank + whiteness(columns, spare: rows - used).cost + shape(legs, rows: needed)
        + cost(ofSpan: columns))
  }

  /// How `rows` spare rows best stand in so many columns: how many of them above the text, and what their
  /// heaps cost more, or less, than as many blank lines here and there.
  ///
  /// One row sets heads off from the text; an advert stands in the middle.
  private func whiteness(_ columns: Int, spare rows: Int) -> (air: Int, cost: Int) {
    let below = hole(columns, rows: rows)
    let head = headHoles[columns - fewest].plain
    guard rows > 0 else { return (0, head) }
    if item.kind == .advert { return (rows / 2, max(below / 2, head)) }
    guard span(columns: columns).heads.height > 0 else { return (0, below) }
    let withAir =
      max(headHoles[columns - fewest].airy, hole(columns, rows: rows - 1))
      - columns * (Weight.white - Weight.air)
    let plain = max(head, below)
    return withAir <= plain ? (1, withAir) : (0, plain)
  }

  private func hole(_ columns: Int, rows: Int) -> Int {
    Weight.hole(Weight.holeCells(grid.span(columns), rows: rows), of: screen)
  }

  private func costCut(_ columns: Int, rows: Int, feet: Feet) -> Int {
    let (shown, all) = (feet.ends.last ?? 0, flow(columns: columns).lines.count)
    let hidden = all - shown
    var cost = Weight.hidden * item.claim.priority * hidden / all * hidden / all
    cost += item.jump == nil ? Weight.cut : Weight.cutBeforeJump
    cost += max(0, 5 - shown) * Weight.thinJump
    if precedesPicture, shown < 5 { cost += Weight.thinLead }
    cost += headHoles[columns - fewest].plain
    return cost + feet.cost + shape(columns, rows: rows) + self.cost(ofSpan: columns)
  }

  private func shape(_ legs: Int, rows: Int) -> Int {
    guard item.claim.mayBeCut else { return 0 }
    var cost = rows < 3 ? Weight.flat : 0
    if legs > 1, rows < 4 { cost += Weight.shortLegs }
    return cost + max(0, rows - 45) * Weight.longLeg
  }

  private func cost(ofSpan columns: Int) -> Int {
    // What is too wide for an advert is blank on either side of its lines.
    if item.kind == .advert { return Weight.span * abs(columns - wanted) / grid.count }
    let missed =
      columns < wanted ? Weight.narrow * (wanted - columns) : Weight.span * (columns - wanted)
    return missed / grid.count * item.claim.priority / 3
  }
}

extension ContentItem {
  /// The columns it would like: its share of them, as far as its heads fill them, and half of that at
  /// least; for an advert those in which its longest line needs to be broken but once.
  fileprivate func columnsWanted(of grid: ColumnGrid) -> Int {
    guard kind == .advert else {
      let claimed = max(1, (grid.count * claim.share + 50) / 100)
      return min(claimed, max((claimed + 1) / 2, columnsFilled(of: grid)))
    }
    let longest = paragraphs.map { $0.prepared.width(of: $0.prepared.bytes) }.max() ?? 0
    let wide = (1...grid.count).first { columns in
      let width = grid.span(columns)
      return 2 * (width - 2 * BoxRules(self, width: width, legs: 1).inset) >= longest
    }
    return wide ?? grid.count
  }

  /// The most columns whose width the widest row of its heads fills to four fifths: what is wider
  /// stands half empty; all of them where there are no heads.
  private func columnsFilled(of grid: ColumnGrid) -> Int {
    let rows = heads.flatMap { $0.lines(measure: grid.span(grid.count)) }
    guard let widest = rows.map(\.width).max(), widest > 0 else { return grid.count }
    return (1...grid.count).last { grid.span($0) * 4 <= widest * 5 } ?? 1
  }
}
