import Typesetter

/// One way to set an item: in so many columns and rows, with so many lines shown.
struct Setting {
  /// The heads.
  let heads: HeadBlock
  /// The line after the last of each leg.
  let feet: [Int]
  /// Rows of text under the heads, jump line included.
  let rows: Int
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
  package let item: ContentItem
  /// For each number of columns, from 1, the heads and the text.
  private let heads: [HeadBlock]
  private let flows: [Flow]
  private let isWide: Bool
  private let columnCount: Int
  private let wanted: Int
  /// Rows of the jump line that print set.
  private let jumpRows: Int
  /// For each number of columns, the rows under the heads in which everything is shown.
  private let rowsNeeded: [Int]

  /// Breaks `item` for every number of columns of `grid`; heads take at most `limit` rows where minor
  /// ones can be left out to that end.
  package init(_ item: ContentItem, _ grid: ColumnGrid, isLead: Bool, limit: Int) {
    self.item = item
    columnCount = grid.count
    let spans = (1...grid.count).map { grid.span($0) }
    heads = spans.map { HeadBlock(item, width: $0, isLead: isLead, limit: limit) }
    isWide = item.kind == .photo || item.kind == .advert
    flows =
      isWide
      ? spans.map {
        Flow(item, captions: item.kind == .photo, measure: $0, gutter: grid.hangingRoom)
      }
      : [Flow(item, captions: false, measure: grid.measure, gutter: grid.hangingRoom)]
    wanted = max(1, (grid.count * item.claim.share + 50) / 100)
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
        heads: heads, feet: feet, rows: needed, foot: jumpRows == 0 ? .plain : .printedJump)
    }
    guard let feet = cutFeet(columns, rows: rows) else { return nil }
    let hidden = flow(columns: columns).lines.count - (feet.last ?? 0)
    return Setting(heads: heads, feet: feet, rows: rows, foot: .cut(remaining: hidden))
  }

  /// The feet of a story that is cut, or nil where it may not or cannot be.
  private func cutFeet(_ columns: Int, rows: Int) -> [Int]? {
    guard item.claim.mayBeCut, rows >= 2 else { return nil }
    let flow = flow(columns: columns)
    let all = flow.lines.count
    let feet = flow.feet(legs: columns, rows: rows, reserved: 1, keeping: min(4, all - 1))
    let shown = feet.last ?? 0
    return shown > 0 && shown < all ? feet : nil
  }

  private func costWhole(_ columns: Int, rows: Int) -> Int {
    let (legs, needed) = (legs(columns: columns), rowsNeeded[columns - 1])
    let lines = (flow(columns: columns).lines.count + jumpRows) * (columns / legs)
    let spare = max(0, rows * columns - lines - (legs - 1))
    return spare * Weight.white + shape(legs, rows: needed) + span(columns)
  }

  private func costCut(_ columns: Int, rows: Int, feet: [Int]) -> Int {
    let (shown, all) = (feet.last ?? 0, flow(columns: columns).lines.count)
    let hidden = all - shown
    var cost = Weight.hidden * item.claim.priority * hidden / all * hidden / all
    cost += item.jump == nil ? Weight.cut : Weight.cutBeforeJump
    cost += max(0, 5 - shown) * Weight.thinJump
    return cost + shape(columns, rows: rows) + span(columns)
  }

  private func shape(_ legs: Int, rows: Int) -> Int {
    guard item.claim.mayBeCut else { return 0 }
    var cost = rows < 3 ? Weight.flat : 0
    if legs > 1, rows < 4 { cost += Weight.shortLegs }
    return cost + max(0, rows - 45) * Weight.longLeg
  }

  private func span(_ columns: Int) -> Int {
    Weight.span * abs(columns - wanted) / columnCount * item.claim.priority / 3
  }
}
