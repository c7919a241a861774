import ScreenModel
import Typesetter

extension PageContent {
  /// The ears that find room beside the nameplate: one where there are four columns, two where there are
  /// six; whole, and no higher than a fifth of the screen.
  func standingEars(_ grid: ColumnGrid, _ size: Size) -> [ContentItem] {
    guard grid.count >= 4 else { return [] }
    let fitting = ears.compactMap { id in items.first { $0.id == id } }.filter { item in
      let isText = item.claim.mayBeCut && item.jump == nil
      let isPlain = !item.paragraphs.contains { $0.role == .pullQuote }
      return (item.kind == .advert || isText && isPlain)
        && EarBlock(item, grid).height <= max(4, size.rows / 5)
    }
    return Array(fitting.prefix(grid.count >= 6 ? 2 : 1))
  }
}

/// What stands in an ear, one column wide: an advert, or a short text such as the weather.
struct EarBlock {
  private let item: ContentItem
  private let heads: HeadBlock
  private let flow: Flow
  private let grid: ColumnGrid

  init(_ item: ContentItem, _ grid: ColumnGrid) {
    (self.item, self.grid) = (item, grid)
    heads = HeadBlock(item, width: grid.measure, isLead: false, limit: .max)
    flow = Flow(item, captions: false, measure: grid.measure, gutter: grid.hangingRoom)
  }

  /// Rows taken.
  var height: Int { heads.height + flow.lines.count }

  /// The ear in the middle of so many rows of a column.
  func module(item number: Int, column: Int, rows: Int) -> Module {
    let start = grid.start(ofColumn: column)
    let rect = Rect(column: start, row: 0, width: grid.measure, height: rows)
    var module = Module(item: number, rect: rect, columns: column..<column + 1, part: 0)
    let top = (rows - height) / 2
    module.heads = heads.rows.enumerated().map { row, head in
      head.placed(row: top + row, column: start, width: grid.measure)
    }
    let first = top + heads.height
    let legRect = Rect(
      column: start, row: first, width: grid.measure, height: max(1, flow.lines.count))
    let lines = flow.lines.enumerated().map { row, line in
      item.placed(line, row: first + row, column: start, measure: grid.measure)
    }
    module.legs = flow.lines.isEmpty ? [] : [Leg(rect: legRect, lines: lines)]
    return module
  }
}
