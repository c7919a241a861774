import ScreenModel
import Typesetter

/// The heads of an item, broken for one width: a row each, in order.
struct HeadBlock {
  /// One row of a head.
  struct Row {
    let head: Int
    let style: String
    let line: SetLine
    /// Blank cells between two clusters: the loose setting (疏排) of a short lead.
    let spacing: Int
    let alignment: Alignment
    /// Blank cells on either side: those of a label set in reverse.
    let padding: Int
    /// Cells of the drawn text, spacing included, padding excluded.
    let width: Int
    /// Places between its clusters.
    let gaps: Int
  }

  enum Alignment { case left, centre, right }

  /// The rows one above another, without those that stand aside.
  let rows: [Row]
  /// Decks that stand beside the others.
  let aside: Aside?
  /// The cells they stand across.
  private let measure: Int

  /// Decks to the right of short heads, in what would be left blank there.
  struct Aside {
    let rows: [Row]
    /// Which of the screen rows they begin in.
    let row: Int
    /// Cells before them.
    let column: Int
  }

  /// The number of screen rows.
  var height: Int { max(rows.count, aside.map { $0.row + $0.rows.count } ?? 0) }

  /// Cells of the largest blank rectangle beside short rows, with `air` blank rows below them all.
  ///
  /// - Complexity: O(*n*²) in the rows.
  func hole(air: Int) -> Int {
    let beside = (0..<height + air).map { free(inRow: $0) }
    var largest = 0
    for first in beside.indices {
      var (left, middle, right) = (measure, measure, measure)
      for last in first..<beside.count {
        left = min(left, beside[last].left)
        middle = min(middle, beside[last].middle)
        right = min(right, beside[last].right)
        let widest = max(left, middle, right)
        largest = max(largest, Weight.holeCells(widest, rows: last - first + 1))
      }
    }
    return largest
  }

  /// The blank cells before the first head of a row, before the deck aside or the edge, and at the edge.
  private func free(inRow row: Int) -> (left: Int, middle: Int, right: Int) {
    let (left, right) = row < rows.count ? rows[row].free(of: measure) : (measure, measure)
    guard let aside, aside.rows.indices.contains(row - aside.row) else {
      return (left, right, right)
    }
    let end = aside.column + aside.rows[row - aside.row].width
    return (left, max(0, right - measure + aside.column), max(0, measure - end))
  }

  /// Breaks the heads of `item` for `width` cells; at most `limit` rows if minor heads can be left
  /// out to that end.
  ///
  /// Headline and nameplate always stay. Where columns of text below begin at `columns`, decks may stand
  /// aside above one of them.
  init(_ item: ContentItem, width: Int, isLead: Bool, limit: Int, columns: [Int] = []) {
    var rows = item.heads.indices.map { HeadBlock.rows(of: $0, in: item, width, isLead) }
    for role in [HeadText.Role.deck, .kicker, .byline, .from, .label] {
      for head in item.heads.indices.reversed() where item.heads[head].role == role {
        guard rows.reduce(0, { $0 + $1.count }) > limit else { break }
        rows[head] = []
      }
    }
    let all = rows.flatMap(\.self)
    aside = HeadBlock.aside(all, of: item, width, columns)
    self.rows = aside == nil ? all : all.filter { item.heads[$0.head].role != .deck }
    measure = width
  }

  /// Where the decks stand aside: the other heads, set at the left, are so short that a column is free
  /// for them all, and rows are saved; nil elsewhere.
  private static func aside(
    _ rows: [Row], of item: ContentItem, _ width: Int, _ columns: [Int]
  ) -> Aside? {
    let decks = rows.filter { item.heads[$0.head].role == .deck }
    let others = rows.filter { item.heads[$0.head].role != .deck }
    guard !item.typography.isIdeographic, !decks.isEmpty, others.count > 1 else { return nil }
    let needed = others.reduce(0) { max($0, $1.width + 2 * $1.padding) } + 3
    let longest = decks.reduce(0) { max($0, $1.width) }
    guard let column = columns.first(where: { $0 >= needed && $0 + longest <= width }) else {
      return nil
    }
    let headline = others.firstIndex { item.heads[$0.head].role == .headline } ?? 0
    let row = max(0, min(headline, others.count - decks.count))
    return row + decks.count < rows.count ? Aside(rows: decks, row: row, column: column) : nil
  }

  /// The heads as they stand in a rectangle `width` cells wide, the uppermost of them in `row`.
  func placed(row: Int, column: Int, width: Int) -> [HeadLine] {
    var lines = rows.enumerated().map { index, head in
      head.placed(row: row + index, column: column, width: width)
    }
    guard let aside else { return lines }
    lines += aside.rows.enumerated().map { index, head in
      head.placed(
        row: row + aside.row + index, column: column + aside.column, width: width - aside.column)
    }
    return lines.sorted { ($0.head, $0.rect.row) < ($1.head, $1.rect.row) }
  }

  private static func rows(
    of index: Int, in item: ContentItem, _ width: Int, _ isLead: Bool
  ) -> [Row] {
    let head = item.heads[index]
    let padding = head.role == .label ? min(1, (width - 1) / 2) : 0
    let room = width - 2 * padding
    let lines = head.lines(measure: room)
    let spacing = isLead && head.role == .headline ? looseness(lines, room, head.prepared, item) : 0
    let alignment = alignment(of: head.role, item)
    return lines.map { line in
      Row(
        head: index, style: style(of: head.role, isLead), line: line, spacing: spacing,
        alignment: alignment, padding: padding,
        width: line.width + spacing * max(0, head.prepared.drawnCount(in: line.bytes) - 1),
        gaps: max(0, head.prepared.drawnCount(in: line.bytes) - 1))
    }
  }

  /// The blanks between the clusters of a lead's headline (疏排): two where all its lines then take no
  /// more than six tenths of the room, one where they take nine; none where a mark or figure would be
  /// left standing alone.
  private static func looseness(
    _ lines: [SetLine], _ room: Int, _ text: PreparedText, _ item: ContentItem
  ) -> Int {
    guard item.typography.isIdeographic, lines.count < 3, text.isOfIdeographsAlone else { return 0 }
    let widest = { blanks in
      lines.map { $0.width + blanks * (text.drawnCount(in: $0.bytes) - 1) }.max() ?? 0
    }
    if widest(2) <= room * 6 / 10 { return 2 }
    return widest(1) <= room * 9 / 10 ? 1 : 0
  }

  private static func style(of role: HeadText.Role, _ isLead: Bool) -> String {
    switch role {
    case .headline: isLead ? "A" : "B"
    case .nameplate: "N"
    case .label: "L"
    case .kicker: "K"
    case .deck: "D"
    case .byline, .from, .field: "S"
    }
  }

  /// Heads of ideographic papers stand in the middle of their columns, those of others at the left.
  private static func alignment(of role: HeadText.Role, _ item: ContentItem) -> Alignment {
    switch role {
    case .label, .from: .left
    case .nameplate, .field: .centre
    default: item.typography.isIdeographic ? .centre : .left
    }
  }
}

extension HeadBlock.Row {
  /// The blank cells on either side of it in `room` cells.
  fileprivate func free(of room: Int) -> (left: Int, right: Int) {
    let blank = max(0, room - width - 2 * padding)
    switch alignment {
    case .left: return (0, blank)
    case .centre: return (blank / 2, blank - blank / 2)
    case .right: return (blank, 0)
    }
  }

  /// The row as it stands in a rectangle `width` cells wide that begins at `column`.
  func placed(row: Int, column: Int, width room: Int) -> HeadLine {
    let whole = width + 2 * padding
    let shift =
      switch alignment {
      case .left: 0
      case .centre: max(0, room - whole) / 2
      case .right: max(0, room - whole)
      }
    return HeadLine(
      head: head, style: style,
      rect: Rect(column: column + shift, row: row, width: max(1, whole), height: 1),
      textColumn: column + shift + padding, line: line, spacing: spacing)
  }
}
