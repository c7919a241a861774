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

  let rows: [Row]
  /// The cells they stand across.
  private let measure: Int

  /// The number of screen rows.
  var height: Int { rows.count }

  /// Cells of the largest blank rectangle beside short rows, with `air` blank rows below them all.
  ///
  /// - Complexity: O(*n*²) in the rows.
  func hole(air: Int) -> Int {
    var beside = rows.map { $0.free(of: measure) }
    beside += Array(repeating: (measure, measure), count: air)
    var largest = 0
    for first in beside.indices {
      var (left, right) = (measure, measure)
      for last in first..<beside.count {
        (left, right) = (min(left, beside[last].left), min(right, beside[last].right))
        largest = max(largest, Weight.holeCells(max(left, right), rows: last - first + 1))
      }
    }
    return largest
  }

  /// Breaks the heads of `item` for `width` cells; at most `limit` rows if minor heads can be left
  /// out to that end.
  ///
  /// Headline and nameplate always stay.
  init(_ item: ContentItem, width: Int, isLead: Bool, limit: Int) {
    var rows = item.heads.indices.map { HeadBlock.rows(of: $0, in: item, width, isLead) }
    for role in [HeadText.Role.deck, .kicker, .byline, .from, .label] {
      for head in item.heads.indices.reversed() where item.heads[head].role == role {
        guard rows.reduce(0, { $0 + $1.count }) > limit else { break }
        rows[head] = []
      }
    }
    self.rows = rows.flatMap(\.self)
    measure = width
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
