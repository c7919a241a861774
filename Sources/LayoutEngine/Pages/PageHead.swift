import NewsModel
import ScreenModel
import Typesetter

/// The rows above the stories of a screen: the masthead of page 1, elsewhere the folio, and a rule.
struct PageHead {
  /// The fold with nothing but the head on it.
  let fold: Fold
  /// Rows taken, the rule included.
  let height: Int
  /// The items that stand in the head: the masthead first, then the ears.
  let items: [ContentItem]

  /// The column before which the first row ends with `1/2`.
  let foldNumberEnd: Int

  /// Ids of the items in the head.
  var ears: [ItemID] { items.map(\.id) }

  /// Cells at the right end of the first row that stay free for `1/2`.
  static let foldNumberRoom = 7

  /// The head of a page's first screen.
  init(first content: PageContent, _ size: Size, _ grid: ColumnGrid) {
    if let masthead = content.masthead {
      self.init(
        masthead, content.nameplate, ears: content.standingEars(grid, size), size, grid)
    } else {
      self.init(folio: content, size, grid, isFirst: true)
    }
  }

  /// The masthead: the name and the lines around it in the middle, the first ear at the right, the second
  /// at the left (报眼).
  private init(
    _ masthead: ContentItem, _ nameplate: LargeNameplate?, ears: [ContentItem], _ size: Size,
    _ grid: ColumnGrid
  ) {
    let blocks = ears.map { EarBlock($0, grid) }
    let columns = (blocks.count > 1 ? 1 : 0)..<grid.count - min(1, blocks.count)
    let earRows = blocks.map(\.height).max() ?? 0
    let lift = size.rows >= 30 ? 1 : 0
    let room = MastheadBlock.Room(
      width: grid.span(columns.count), screenRows: size.rows, firstFree: 1 - lift,
      earRows: earRows - lift)
    let block = MastheadBlock(masthead, nameplate, room)
    var fold = Fold()
    let rows = max(block.height + lift, earRows)
    let area = Rect(
      column: grid.start(ofColumn: columns.lowerBound), row: 0, width: room.width, height: rows)
    let top = min(max(lift, (rows - block.height + lift) / 2), rows - block.height)
    fold.modules.append(block.module(in: area, top: top))
    foldNumberEnd = area.right
    for (number, ear) in blocks.enumerated() {
      let column = number == 0 ? columns.upperBound : 0
      fold.modules.append(ear.module(item: number + 1, column: column, rows: rows))
      let side = number == 0 ? area.right + 1 : area.column - 2
      let rule = Rect(column: side, row: 0, width: 1, height: rows)
      fold.rules.append(Rule(rect: rule, weight: .light))
    }
    let below = Rect(column: grid.margin, row: rows, width: grid.span(grid.count), height: 1)
    fold.rules.append(Rule(rect: below, weight: .heavy))
    self.fold = fold
    height = rows + 1
    items = [masthead] + ears
  }

  /// The folio: page and paper first; what finds no room goes on in further rows of the first screen.
  init(folio content: PageContent, _ size: Size, _ grid: ColumnGrid, isFirst: Bool) {
    let area = Rect(column: grid.margin, row: 0, width: grid.span(grid.count), height: 1)
    var rows = [[PreparedText]]()
    var used = 0
    let widest = area.width - PageHead.foldNumberRoom
    for segment in content.folio.flatMap({ $0.pieces(within: widest, content.typography) }) {
      let width = segment.width(of: segment.bytes)
      let room = area.width - (rows.count <= 1 ? PageHead.foldNumberRoom : 0)
      if rows.isEmpty || used + 3 + width > room {
        if !isFirst, rows.count == 1 { break }
        rows.append([])
        used = -3
      }
      rows[rows.count - 1].append(segment)
      used += 3 + width
    }
    var fold = Fold()
    for (row, segments) in rows.enumerated() {
      var column = area.column
      for segment in segments {
        let width = segment.width(of: segment.bytes)
        fold.furniture.append(
          Furniture(
            role: .folio, rect: Rect(column: column, row: row, width: width, height: 1),
            text: segment.plainText))
        column += width + 3
      }
    }
    fold.rules.append(
      Rule(
        rect: Rect(column: area.column, row: max(1, rows.count), width: area.width, height: 1),
        weight: .heavy))
    self.fold = fold
    height = max(1, rows.count) + 1
    items = []
    foldNumberEnd = area.right
  }
}
