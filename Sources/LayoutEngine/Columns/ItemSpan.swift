import Typesetter

/// An item set across so many columns: rules, heads and text at that width, still without a height.
struct ItemSpan {
  /// The rules around it.
  let box: BoxRules
  /// The heads, inside the box.
  let heads: HeadBlock
  /// The text.
  let flow: Flow
  /// The number of legs it runs in: one for each column, or one across all of them for the words of a
  /// photo and an advert.
  let legs: Int
  /// Rows of the jump line that print set.
  let jumpRows: Int
  /// Rows under the heads in which everything is shown.
  let rowsNeeded: Int
  /// The same with a blank row between two briefs; nil where there is none to set, or it would make the
  /// feet uneven.
  let rowsAired: Int?
  /// The blank rows that this takes in all legs together.
  let blanks: Int
  /// Cells across, box included.
  private let width: Int

  /// Rows that the heads and the lower rule take.
  var fixedRows: Int { heads.height + box.footRows }

  /// Sets `item` across each of those numbers of columns; heads take at most `limit` rows where minor
  /// ones can be left out to that end.
  static func all(
    _ item: ContentItem, _ grid: ColumnGrid, columns: ClosedRange<Int>, isLead: Bool, limit: Int
  ) -> [ItemSpan] {
    let isWide = item.kind == .photo || item.kind == .advert
    var spans: [ItemSpan] = []
    for columns in columns {
      let (width, legs) = (grid.span(columns), isWide ? 1 : columns)
      let box = BoxRules(item, width: width, legs: legs)
      let room = width - 2 * box.inset
      let measure = isWide ? room : BoxRules.measure(room, legs: legs)
      let known = spans.last.flatMap { $0.flow.measure == measure ? $0.flow : nil }
      let flow =
        known
        ?? Flow(
          item, captions: item.kind == .photo, measure: measure, gutter: grid.hangingRoom)
      let starts =
        isWide ? [] : (1..<max(1, columns)).map { grid.span($0) + grid.gutter - box.inset }
      let heads = HeadBlock(item, width: room, isLead: isLead, limit: limit, columns: starts)
      spans.append(ItemSpan(item, width: width, box, heads, flow, legs: legs))
    }
    return spans
  }

  private init(
    _ item: ContentItem, width: Int, _ box: BoxRules, _ heads: HeadBlock, _ flow: Flow, legs: Int
  ) {
    (self.width, self.box, self.heads) = (width, box, heads)
    (self.flow, self.legs) = (flow, legs)
    jumpRows = item.jump?.lines(measure: flow.measure).count ?? 0
    rowsNeeded = flow.rowsNeeded(legs: legs, reserved: jumpRows)
    (rowsAired, blanks) = ItemSpan.air(item, flow, legs: legs, rows: rowsNeeded)
  }

  /// The rows that briefs take with air between them, and how much of it there is.
  private static func air(
    _ item: ContentItem, _ flow: Flow, legs: Int, rows: Int
  ) -> (rows: Int?, blanks: Int) {
    guard item.paragraphs.first?.mark == .brief else { return (nil, 0) }
    let ends = flow.feet(legs: legs, rows: rows).ends
    var (start, plain, aired, blanks) = (0, [Int](), [Int](), 0)
    for end in ends {
      let gaps = flow.gaps(start..<end)
      (plain, aired, blanks) = (plain + [end - start], aired + [end - start + gaps], blanks + gaps)
      start = end
    }
    let unevenness = { (legs: [Int]) in (legs.max() ?? 0) - (legs.min() ?? 0) }
    let isEven = unevenness(aired) <= max(1, unevenness(plain))
    return blanks > 0 && isEven ? (aired.max(), blanks) : (nil, 0)
  }

  /// Of so many rows under the heads, at least ``rowsNeeded``, those that the text takes.
  func rowsUsed(of rows: Int) -> Int {
    rowsAired.flatMap { $0 <= rows ? $0 : nil } ?? rowsNeeded
  }

  /// The first cell of a leg, from the left edge of the item; what the measures leave over is shared by
  /// the gutters.
  func offset(ofLeg leg: Int) -> Int {
    guard legs > 1 else { return box.inset }
    let gutters = width - 2 * box.inset - legs * flow.measure
    return box.inset + leg * flow.measure + gutters * leg / (legs - 1)
  }
}
