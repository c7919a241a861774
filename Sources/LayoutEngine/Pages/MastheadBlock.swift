import ScreenModel
import Typesetter

/// The name of the paper and the lines around it, set for one width.
struct MastheadBlock {
  /// Where it may stand.
  struct Room {
    /// Cells across.
    let width: Int
    /// Rows of the whole screen.
    let screenRows: Int
    /// The first row whose right end is free of the number of the screen, 0 or 1.
    let firstFree: Int
    /// Rows that the ear beside it takes anyway.
    let earRows: Int

    /// Cells between the two places that the number of the screen would take.
    var inner: Int { width - 2 * PageHead.foldNumberRoom }
    /// The same where the first row is left free.
    var free: Int { firstFree == 0 ? width : inner }
    /// The most rows of the lines around the name, an eighth of the screen.
    var fieldLimit: Int { max(1, screenRows / 8) }
  }

  /// Rows taken.
  let height: Int
  /// The lines in their places, the first row and column being 0.
  private let lines: [HeadLine]

  /// Sets the name as large as it looks well; what finds no room is left out, the last lines first.
  init(_ masthead: ContentItem, _ nameplate: LargeNameplate?, _ room: Room) {
    let plain = MastheadBlock(plain: masthead, room)
    self = nameplate.flatMap { plain.enlarged(masthead, $0, room) } ?? plain
  }

  private init(height: Int, lines: [HeadLine]) { (self.height, self.lines) = (height, lines) }

  /// The name as text, letter-spaced, and the other lines under it.
  private init(plain masthead: ContentItem, _ room: Room) {
    let width = room.inner
    let name = HeadBlock(masthead, width: width, isLead: true, limit: .max).rows
      .filter { masthead.heads[$0.head].role == .nameplate }
      .map { [$0.loosened(toward: width / 3, within: width)] }
    let rows = name + FieldRows(masthead, width: width, limit: room.fieldLimit).rows
    height = rows.count
    lines = rows.enumerated().flatMap { number, row in
      FieldRows.placed(row, row: number, column: PageHead.foldNumberRoom, width: width)
    }
  }

  /// The same with the name in large type; nil where no size looks well.
  ///
  /// It costs the page little: the head is a row higher than as text, or as high as the ear or a sixth
  /// of the screen (a fifth where the lines stand under the name), and no line is lost that stands with
  /// the plain name.
  private func enlarged(
    _ masthead: ContentItem, _ nameplate: LargeNameplate, _ room: Room
  ) -> MastheadBlock? {
    let most = max(height + 1, (room.screenRows + 5) / 6, room.earRows)
    for (rows, breadth) in nameplate.sizes(within: min(most, LargeMasthead.mostRows)) {
      guard let art = nameplate.art(rows: rows, breadth: breadth, columns: room.free)
      else { continue }
      let large = LargeMasthead(masthead, art, room, least: lines.map(\.head).max() ?? 0)
      if let set = large.under(within: max(most, (room.screenRows + 4) / 5)) ?? large.beside {
        return MastheadBlock(height: set.height, lines: set.lines)
      }
    }
    return nil
  }

  /// The block in its place: its first row `top` rows below that of `area`.
  func module(in area: Rect, top: Int) -> Module {
    var module = Module(item: 0, rect: area, columns: 0..<1, part: 0)
    module.heads = lines.map { $0.moved(rows: area.row + top, columns: area.column) }
    return module
  }
}

/// A name in large type with the lines around it under or beside it.
struct LargeMasthead {
  /// The most rows of large type: 24 dots, of which more only grow, and look no better.
  static let mostRows = 12
  /// Blank cells between the name and what stands beside it.
  private static let gap = 4
  /// The fewest cells of lines that are stacked: narrower, they look like a column of text.
  private static let leastStack = 24

  private let masthead: ContentItem
  private let art: BlockArt
  private let room: MastheadBlock.Room
  private let least: Int

  /// `least` is the last head that must find room.
  init(_ masthead: ContentItem, _ art: BlockArt, _ room: MastheadBlock.Room, least: Int) {
    (self.masthead, self.art, self.room, self.least) = (masthead, art, room, least)
  }

  /// The name in the middle, at most an eighth of the screen high, the lines under it.
  func under(within most: Int) -> (height: Int, lines: [HeadLine])? {
    let limit = min(room.fieldLimit, most - art.size.rows)
    guard art.size.rows <= (room.screenRows + 7) / 8, limit > 0 || least == 0,
      let (fields, width) = balanced(limit: limit, width: room.free)
    else { return nil }
    let name = name(row: 0, column: (room.width - art.size.columns) / 2)
    let lines = fields.rows.enumerated().flatMap { number, row in
      FieldRows.placed(
        row, row: art.size.rows + number, column: (room.width - width) / 2, width: width)
    }
    return (art.size.rows + fields.rows.count, [name] + lines)
  }

  /// The lines in as few rows as `most` cells allow, and these as equal as can be.
  private func balanced(limit: Int, width most: Int) -> (fields: FieldRows, width: Int)? {
    var best = (fields: FieldRows(masthead, width: most, limit: limit), width: most)
    let (count, last) = (best.fields.rows.count, best.fields.lastHead)
    guard last >= least, count <= limit else { return nil }
    for width in stride(from: most - 2, through: Self.leastStack, by: -2) {
      let fields = FieldRows(masthead, width: width, limit: limit)
      guard fields.rows.count == count, fields.lastHead == last else { break }
      best = (fields, width)
    }
    return best
  }

  /// The name at the left, the lines stacked at its right, both together in the middle.
  ///
  /// The stack is as narrow as its height allows: a broad one leaves a hole beside the name. The name
  /// takes two thirds of the room at most, so that the stack is no appendix.
  var beside: (height: Int, lines: [HeadLine])? {
    guard art.size.columns <= room.width * 2 / 3 else { return nil }
    let rows = art.size.rows - room.firstFree
    let most = room.width - art.size.columns - Self.gap
    guard let (stack, width) = stack(rows: rows, width: most) else { return nil }
    let left = (most - width) / 2
    let start = left + art.size.columns + Self.gap
    let top = room.firstFree + (rows - stack.rows.count) / 2
    let lines = stack.rows.enumerated().flatMap { number, row in
      FieldRows.placed(row, row: top + number, column: start, width: width)
    }
    return (art.size.rows, [name(row: 0, column: left)] + lines)
  }

  /// The lines in at most `rows` rows and so many cells, as narrow as can be; nil where one is lost.
  private func stack(rows: Int, width most: Int) -> (stack: FieldRows, width: Int)? {
    for width in stride(from: Self.leastStack, through: most, by: 2) {
      let stack = FieldRows(masthead, width: width, limit: rows)
      let isWhole = stack.lastHead == masthead.heads.count - 1
      if stack.rows.count <= rows, isWhole || width + 2 > most && stack.lastHead >= least {
        return (stack, width)
      }
    }
    return nil
  }

  private func name(row: Int, column: Int) -> HeadLine {
    let text = masthead.heads[0].prepared
    let rect = Rect(column: column, row: row, width: art.size.columns, height: art.size.rows)
    return HeadLine(
      head: 0, style: "N", rect: rect, textColumn: column, line: SetLine(text.bytes, of: text),
      spacing: 0, art: art)
  }
}
