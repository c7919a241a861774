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

  /// The masthead: the name, the lines around it in the middle, an ear at the right (报眼).
  private init(
    _ masthead: ContentItem, _ nameplate: LargeNameplate?, ears: [ContentItem], _ size: Size,
    _ grid: ColumnGrid
  ) {
    let columns = grid.count - (ears.isEmpty ? 0 : 1)
    let lift = size.rows >= 30 ? 1 : 0
    let ear = ears.first.map { EarBlock($0, grid) }
    let room = MastheadBlock.Room(
      width: grid.span(columns), screenRows: size.rows, firstFree: 1 - lift,
      earRows: (ear?.height ?? 0) - lift)
    let block = MastheadBlock(masthead, nameplate, room)
    var fold = Fold()
    let rows = max(block.height + lift, ear?.height ?? 0)
    let area = Rect(column: grid.margin, row: 0, width: grid.span(grid.count), height: rows)
    let left = Rect(column: area.column, row: 0, width: grid.span(columns), height: rows)
    let top = min(max(lift, (rows - block.height + lift) / 2), rows - block.height)
    fold.modules.append(block.module(in: left, top: top))
    foldNumberEnd = left.right
    if let ear {
      fold.modules.append(ear.module(item: 1, rows: rows))
      fold.rules.append(
        Rule(
          rect: Rect(
            column: grid.start(ofColumn: grid.count - 1) - 2, row: 0, width: 1, height: rows),
          weight: .light))
    }
    fold.rules.append(
      Rule(rect: Rect(column: area.column, row: rows, width: area.width, height: 1), weight: .heavy)
    )
    self.fold = fold
    height = rows + 1
    items = [masthead] + ears.prefix(1)
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

extension PageContent {
  /// The ears that find room beside the nameplate: there are four columns, and the ear is no higher
  /// than a fifth of the screen.
  func standingEars(_ grid: ColumnGrid, _ size: Size) -> [ContentItem] {
    guard grid.count >= 4 else { return [] }
    return items.filter { item in
      ears.contains(item.id) && item.kind == .advert
        && EarBlock(item, grid).height <= max(4, size.rows / 5)
    }
  }
}

/// An advert in the ear: its lines in the middle of the last column.
struct EarBlock {
  private let item: ContentItem
  private let flow: Flow
  private let grid: ColumnGrid

  init(_ item: ContentItem, _ grid: ColumnGrid) {
    (self.item, self.grid) = (item, grid)
    flow = Flow(item, captions: false, measure: grid.measure, gutter: grid.hangingRoom)
  }

  var height: Int { flow.lines.count }

  func module(item number: Int, rows: Int) -> Module {
    let column = grid.start(ofColumn: grid.count - 1)
    let rect = Rect(column: column, row: 0, width: grid.measure, height: rows)
    var module = Module(
      item: number, rect: rect, columns: grid.count - 1..<grid.count, part: 0)
    let top = (rows - height) / 2
    let legRect = Rect(column: column, row: top, width: grid.measure, height: max(1, height))
    let lines = flow.lines.enumerated().map { row, line in
      item.placed(line, row: top + row, column: column, measure: grid.measure)
    }
    module.legs = [Leg(rect: legRect, lines: lines)]
    return module
  }
}
