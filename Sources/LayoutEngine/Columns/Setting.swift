package import ScreenModel
import Typesetter

/// One way to set an item: in so many columns and rows, with so many lines shown.
struct Setting {
  /// The heads.
  let heads: HeadBlock
  /// Where each leg ends.
  let feet: Feet
  /// Rows of text under the heads and the air, jump line included.
  let rows: Int
  /// Blank rows between the heads, or the upper edge, and the text.
  let air: Int
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
  /// The numbers of columns in which the item may stand.
  private let spans: ClosedRange<Int>
  /// For each of ``spans``, the heads and the text; running text is the same for all.
  private let heads: [HeadBlock]
  private let flows: [Flow]
  private let isWide: Bool
  private let grid: ColumnGrid
  private let screen: Size
  /// For each of ``spans``, what blanks beside the heads cost, without and with air below them.
  private let headHoles: [(plain: Int, airy: Int)]
  private let wanted: Int
  /// Rows of the jump line that print set.
  private let jumpRows: Int
  /// For each of ``spans``, the rows under the heads in which everything is shown.
  private let rowsNeeded: [Int]

  /// Breaks `item` for all numbers of columns of `grid`, or for those in `spans`; heads take at most
  /// `limit` rows where minor ones can be left out to that end; `screen` is the whole screen.
  package init(
    _ item: ContentItem, _ grid: ColumnGrid, spans: ClosedRange<Int>? = nil, isLead: Bool,
    limit: Int, screen: Size
  ) {
    let spans = spans ?? 1...grid.count
    (self.item, self.grid, self.screen, self.spans) = (item, grid, screen, spans)
    let widths = spans.map { grid.span($0) }
    heads = widths.map { HeadBlock(item, width: $0, isLead: isLead, limit: limit) }
    headHoles = heads.map { heads in
      (Weight.hole(heads.hole(air: 0), of: screen), Weight.hole(heads.hole(air: 1), of: screen))
    }
    isWide = item.kind == .photo || item.kind == .advert
    flows =
      isWide
      ? widths.map {
        Flow(item, captions: item.kind == .photo, measure: $0, gutter: grid.hangingRoom)
      }
      : [Flow(item, captions: false, measure: grid.measure, gutter: grid.hangingRoom)]
    wanted = max(1, (grid.count * item.claim.share + 50) / 100)
    let jumpRows = item.jump?.lines(measure: grid.measure).count ?? 0
    self.jumpRows = jumpRows
    let (flows, isWide) = (flows, isWide)
    rowsNeeded = spans.enumerated().map { place, columns in
      flows[isWide ? place : 0].rowsNeeded(legs: isWide ? 1 : columns, reserved: jumpRows)
    }
  }

  /// Where the numbers for that many columns stand.
  private func place(_ columns: Int) -> Int { columns - spans.lowerBound }

  /// The text as it runs in that many columns.
  package func flow(columns: Int) -> Flow { flows[isWide ? place(columns) : 0] }

  /// The number of legs in that many columns.
  package func legs(columns: Int) -> Int { isWide ? 1 : columns }

  /// Rows that show everything in that many columns.
  package func naturalHeight(columns: Int) -> Int {
    heads[place(columns)].height + rowsNeeded[place(columns)]
  }

  /// What the setting in `columns` columns and `height` rows costs, or nil where there is none.
  ///
  /// - Complexity: O(`columns`).
  package func cost(columns: Int, height: Int) -> Int? {
    let rows = height - heads[place(columns)].height
    guard rows >= 0, height > 0 else { return nil }
    if rows >= rowsNeeded[place(columns)] { return costWhole(columns, rows: rows) }
    return cutFeet(columns, rows: rows).map { costCut(columns, rows: rows, feet: $0) }
  }

  /// The setting in `columns` columns and `height` rows, or nil where there is none.
  ///
  /// - Complexity: O(`columns`).
  func setting(columns: Int, height: Int) -> Setting? {
    let heads = heads[place(columns)]
    let (rows, needed) = (height - heads.height, rowsNeeded[place(columns)])
    guard rows >= 0, height > 0 else { return nil }
    if rows >= needed {
      let feet = flow(columns: columns).feet(
        legs: legs(columns: columns), rows: needed, reserved: jumpRows)
      return Setting(
        heads: heads, feet: feet, rows: needed, air: whiteness(columns, spare: rows - needed).air,
        foot: jumpRows == 0 ? .plain : .printedJump)
    }
    guard let feet = cutFeet(columns, rows: rows) else { return nil }
    let hidden = flow(columns: columns).lines.count - (feet.ends.last ?? 0)
    return Setting(heads: heads, feet: feet, rows: rows, air: 0, foot: .cut(remaining: hidden))
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
    let (legs, needed) = (legs(columns: columns), rowsNeeded[place(columns)])
    let lines = (flow(columns: columns).lines.count + jumpRows) * (columns / legs)
    let spare = max(0, rows * columns - lines - (legs - 1))
    // Air is no gain beyond the blank lines it stands for: solvers add costs to what is impossible.
    return max(
      0,
      spare * Weight.white + whiteness(columns, spare: rows - needed).cost
        + shape(legs, rows: needed) + span(columns))
  }

  /// How `rows` spare rows best stand in so many columns: how many of them above the text, and what their
  /// heaps cost more, or less, than as many blank lines here and there.
  ///
  /// One row sets heads off from the text; an advert stands in the middle.
  private func whiteness(_ columns: Int, spare rows: Int) -> (air: Int, cost: Int) {
    let below = hole(columns, rows: rows)
    let head = headHoles[place(columns)].plain
    guard rows > 0 else { return (0, head) }
    if item.kind == .advert { return (rows / 2, max(below / 2, head)) }
    guard heads[place(columns)].height > 0 else { return (0, below) }
    let withAir =
      max(headHoles[place(columns)].airy, hole(columns, rows: rows - 1))
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
    cost += headHoles[place(columns)].plain
    return cost + feet.cost + shape(columns, rows: rows) + span(columns)
  }

  private func shape(_ legs: Int, rows: Int) -> Int {
    guard item.claim.mayBeCut else { return 0 }
    var cost = rows < 3 ? Weight.flat : 0
    if legs > 1, rows < 4 { cost += Weight.shortLegs }
    return cost + max(0, rows - 45) * Weight.longLeg
  }

  private func span(_ columns: Int) -> Int {
    Weight.span * abs(columns - wanted) / grid.count * item.claim.priority / 3
  }
}
