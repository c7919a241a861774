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

  /// The number of screen rows.
  var height: Int { rows.count }

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
  }

  private static func rows(
    of index: Int, in item: ContentItem, _ width: Int, _ isLead: Bool
  ) -> [Row] {
    let head = item.heads[index]
    let padding = head.role == .label ? min(1, (width - 1) / 2) : 0
    let room = width - 2 * padding
    let lines = head.lines(measure: room, item.typography)
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

  /// One blank between the clusters of a lead's headline, where all its lines have room for it and
  /// no mark or figure would be left standing alone.
  private static func looseness(
    _ lines: [SetLine], _ room: Int, _ text: PreparedText, _ item: ContentItem
  ) -> Int {
    guard item.typography.isIdeographic, lines.count < 3 else { return 0 }
    let fits = lines.allSatisfy { $0.width + text.drawnCount(in: $0.bytes) - 1 <= room * 9 / 10 }
    return fits && text.isOfIdeographsAlone ? 1 : 0
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
