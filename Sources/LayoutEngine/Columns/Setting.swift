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
  /// For each number of columns, from 1, the heads and the text.
  private let heads: [HeadBlock]
  private let flows: [Flow]
  private let isWide: Bool
  private let grid: ColumnGrid
  private let screen: Size
  /// For each number of columns, what blanks beside the heads cost, without and with air below them.
  private let headHoles: [(plain: Int, airy: Int)]
  /// The columns that it should stand across: those that its claim asks for, as far as its heads fill
  /// them, and half of them at least.
  private let wanted: Int
  /// Rows of the jump line that print set.
  private let jumpRows: Int
  /// For each number of columns, the rows under the heads in which everything is shown.
  private let rowsNeeded: [Int]

  /// Breaks `item` for every number of columns of `grid`; heads take at most `limit` rows where minor
  /// ones can be left out to that end; `screen` is the whole screen.
  package init(
    _ item: ContentItem, _ grid: ColumnGrid, isLead: Bool, limit: Int, screen: Size
  ) {
    (self.item, self.grid, self.screen) = (item, grid, screen)
    let spans = (1...grid.count).map { grid.span($0) }
    heads = spans.map { HeadBlock(item, width: $0, isLead: isLead, limit: limit) }
    headHoles = heads.map { heads in
      (Weight.hole(heads.hole(air: 0), of: screen), Weight.hole(heads.hole(air: 1), of: screen))
    }
    isWide = item.kind == .photo || item.kind == .advert
    flows =
      isWide
      ? spans.map {
        Flow(item, captions: item.kind == .photo, measure: $0, gutter: grid.hangingRoom)
      }
      : [Flow(item, captions: false, measure: grid.measure, gutter: grid.hangingRoom)]
    let claimed = max(1, (grid.count * item.claim.share + 50) / 100)
    wanted = min(claimed, max((claimed + 1) / 2, heads.columnsFilled(on: grid)))
    let jumpRows = item.jump?.lines(measure: grid.measure).count ?? 0
    self.jumpRows = jumpRows
    let (flows, isWide) = (flows, isWide)
    rowsNeeded = (1...grid.count).map { columns in
      flows[isWide ? columns - 1 : 0].rowsNeeded(legs: isWide ? 1 : columns, reserved: jumpRows)
    }
  }

  /// The text as it runs in that many columns.
  package func flow(columns: Int) -> Flow { flows[isWide ? columns - 1 : 0] }

  /// The number of legs in that many columns.
  package func legs(columns: Int) -> Int { isWide ? 1 : columns }

  /// Rows that show everything in that many columns.
  package func naturalHeight(columns: Int) -> Int {
    heads[columns - 1].height + rowsNeeded[columns - 1]
  }

  /// What the setting in `columns` columns and `height` rows costs, or nil where there is none.
  ///
  /// - Complexity: O(`columns`).
  package func cost(columns: Int, height: Int) -> Int? {
    let rows = height - heads[columns - 1].height
    guard rows >= 0, height > 0 else { return nil }
    if rows >= rowsNeeded[columns - 1] { return costWhole(columns, rows: rows) }
    return cutFeet(columns, rows: rows).map { costCut(columns, rows: rows, feet: $0) }
  }

  /// The setting in `columns` columns and `height` rows, or nil where there is none.
  ///
  /// - Complexity: O(`columns`).
  func setting(columns: Int, height: Int) -> Setting? {
    let heads = heads[columns - 1]
    let (rows, needed) = (height - heads.height, rowsNeeded[columns - 1])
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
    let (legs, needed) = (legs(columns: columns), rowsNeeded[columns - 1])
    let lines = (flow(columns: columns).lines.count + jumpRows) * (columns / legs)
    let spare = max(0, rows * columns - lines - (legs - 1))
    return spare * Weight.white + whiteness(columns, spare: rows - needed).cost
      + shape(legs, rows: needed) + span(columns)
  }

  /// How `rows` spare rows best stand in so many columns: how many of them above the text, and what their
  /// heaps cost more, or less, than as many blank lines here and there.
  ///
  /// One row sets heads off from the text; an advert stands in the middle.
  private func whiteness(_ columns: Int, spare rows: Int) -> (air: Int, cost: Int) {
    let below = hole(columns, rows: rows)
    let head = headHoles[columns - 1].plain
    guard rows > 0 else { return (0, head) }
    if item.kind == .advert { return (rows / 2, max(below / 2, head)) }
    guard heads[columns - 1].height > 0 else { return (0, below) }
    let withAir =
      max(headHoles[columns - 1].airy, hole(columns, rows: rows - 1))
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
    cost += headHoles[columns - 1].plain
    return cost + feet.cost + shape(columns, rows: rows) + span(columns)
  }

  private func shape(_ legs: Int, rows: Int) -> Int {
    guard item.claim.mayBeCut else { return 0 }
    var cost = rows < 3 ? Weight.flat : 0
    if legs > 1, rows < 4 { cost += Weight.shortLegs }
    return cost + max(0, rows - 45) * Weight.longLeg
  }

  private func span(_ columns: Int) -> Int {
    let missed = columns < wanted ? Weight.narrow * (wanted - columns) : Weight.span * (columns - wanted)
    return missed / grid.count * item.claim.priority / 3
  }
}

extension [HeadBlock] {
  /// The most columns whose width the widest row of heads fills to four fifths: what is wider stands
  /// half empty; all of them where there are no heads.
  fileprivate func columnsFilled(on grid: ColumnGrid) -> Int {
    guard let widest = last?.widestRow, widest > 0 else { return grid.count }
    return (1...grid.count).last { grid.span($0) * 4 <= widest * 5 } ?? 1
  }
}
