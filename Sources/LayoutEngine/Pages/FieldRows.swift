import ScreenModel
import Typesetter

/// The lines around the name of a paper, several on a row with two blanks between.
struct FieldRows {
  /// The rows; what found no room is left out, the last lines first.
  private(set) var rows: [[HeadBlock.Row]] = []

  /// The last head that is shown; 0 is the name, which always is.
  var lastHead: Int { rows.last?.last?.head ?? 0 }

  /// Breaks the lines for `width` cells; takes at most `limit` rows, but shows no line in part.
  init(_ masthead: ContentItem, width: Int, limit: Int) {
    let block = HeadBlock(masthead, width: width, isLead: true, limit: .max)
    var (used, opened) = (0, 0)
    for row in block.rows where masthead.heads[row.head].role != .nameplate {
      let continues = rows.last?.last?.head == row.head
      if opened == 0 || continues || used + 2 + row.width > width {
        guard opened < limit || continues else { break }
        rows.append([])
        (used, opened) = (-2, opened + 1)
      }
      rows[rows.count - 1].append(row)
      used += 2 + row.width
    }
  }

  /// A row in the middle of `width` cells from `column` on.
  static func placed(
    _ heads: [HeadBlock.Row], row: Int, column: Int, width: Int
  ) -> [HeadLine] {
    let whole = heads.reduce(-2) { $0 + $1.width + 2 }
    var next = column + max(0, width - whole) / 2
    return heads.map { head in
      defer { next += head.width + 2 }
      return head.placed(row: row, column: next, width: head.width)
    }
  }
}

extension HeadBlock.Row {
  /// The same row with blanks between its clusters, up to three, so that it nears `wanted` cells.
  func loosened(toward wanted: Int, within room: Int) -> HeadBlock.Row {
    guard gaps > 0, gaps < 16 else { return self }
    let most = min(3, max(0, min(room, wanted) - line.width) / gaps)
    return HeadBlock.Row(
      head: head, style: style, line: line, spacing: most, alignment: alignment, padding: padding,
      width: line.width + most * gaps, gaps: gaps)
  }
}

extension HeadLine {
  /// The line at another place.
  func moved(rows: Int, columns: Int) -> HeadLine {
    let place = Rect(
      column: rect.column + columns, row: rect.row + rows, width: rect.width, height: rect.height)
    return HeadLine(
      head: head, style: style, rect: place, textColumn: textColumn + columns, line: line,
      spacing: spacing, art: art)
  }
}
