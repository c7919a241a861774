import ScreenModel
import Typesetter

/// A page too small for modules: its headlines in reading order, briefs, captions and adverts whole.
struct ListPage {
  /// The finished page.
  let layout: PageLayout

  /// A row to be dealt out: a head or a line of text.
  private enum Row {
    case head(HeadBlock.Row)
    case line(Flow.Line)
  }

  init(_ content: PageContent, size: Size) {
    let grid = ColumnGrid(single: size.columns)
    let head = PageHead(folio: content, size, grid, isFirst: false)
    var folds = [head.fold]
    var row = head.height
    for (number, item) in content.items.enumerated() {
      let rows = ListPage.rows(of: item, grid)
      let blank = row > head.height ? 1 : 0
      let room = size.rows - head.height
      if row + blank + min(rows.count, room) > size.rows {
        folds.append(head.fold)
        row = head.height
      } else {
        row += blank
      }
      var (part, next) = (0, 0)
      while next < rows.count {
        if row >= size.rows {
          folds.append(head.fold)
          (row, part) = (head.height, part + 1)
        }
        let end = min(rows.count, next + size.rows - row)
        ListPage.place(
          Array(rows[next..<end]), of: item, number, part: part, row: row, grid,
          on: &folds[folds.count - 1])
        (row, next) = (row + end - next, end)
      }
    }
    layout = PageLayout(
      label: content.label, paper: content.paper, size: size, mode: .list, grid: grid,
      typography: content.typography, items: content.items, folds: folds)
  }

  /// What of an item the list shows: the headline of a story (or its first words), else everything.
  private static func rows(of item: ContentItem, _ grid: ColumnGrid) -> [Row] {
    let heads = HeadBlock(item, width: grid.measure, isLead: false, limit: 0).rows.map(Row.head)
    if item.claim.mayBeCut, !heads.isEmpty { return heads }
    let flow = Flow(item, captions: item.kind == .photo, measure: grid.measure, gutter: 0)
    let lines = item.claim.mayBeCut ? flow.lines.filter { !$0.isRule }.prefix(2) : flow.lines[...]
    return heads + lines.map(Row.line)
  }

  private static func place(
    _ rows: [Row], of item: ContentItem, _ number: Int, part: Int, row: Int, _ grid: ColumnGrid,
    on fold: inout Fold
  ) {
    let rect = Rect(column: grid.margin, row: row, width: grid.measure, height: rows.count)
    var module = Module(item: number, rect: rect, columns: 0..<1, part: part)
    var lines: [PlacedLine] = []
    for (index, content) in rows.enumerated() {
      switch content {
      case .head(let head):
        module.heads.append(
          head.placed(row: row + index, column: rect.column, width: grid.measure))
      case .line(let line):
        lines.append(
          item.placed(line, row: row + index, column: rect.column, measure: grid.measure))
      }
    }
    if let first = lines.first {
      fold.addMarks(item, lines, rect.column)
      let legRect = Rect(
        column: rect.column, row: first.row, width: grid.measure, height: lines.count)
      let leg = Leg(rect: legRect, lines: lines)
      if item.kind == .photo { module.captions = [leg] } else { module.legs = [leg] }
    }
    fold.modules.append(module)
  }
}
