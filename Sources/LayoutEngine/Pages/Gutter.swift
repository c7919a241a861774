import ScreenModel

/// The gutter between two neighbours, and the rule down its middle.
///
/// Beside a closed box there is none: the side of the box parts what stands there, with three blanks
/// between. Rules across that would have met it go on to the box, or end at their own.
struct Gutter {
  /// The column of the rule.
  private let column: Int
  private let rows: Range<Int>
  private let boxes: [Rect]

  /// The gutter around `column`, in `rows`, with `boxes` on either side of it and elsewhere.
  init(column: Int, rows: Range<Int>, boxes: [Rect]) {
    (self.column, self.rows, self.boxes) = (column, rows, boxes)
  }

  /// The side of a box to the left or to the right, where one stands in that row.
  private func side(_ side: Int, row: Int) -> Int? {
    boxes.contains { box in
      (side < column ? box.right - 1 : box.column) == side && row >= box.row && row < box.bottom
    } ? side : nil
  }

  private func isBesideBox(_ row: Int) -> Bool {
    side(column - 2, row: row) != nil || side(column + 2, row: row) != nil
  }

  /// The runs of rows in which there is a rule; a row alone is but the one where rules across meet.
  private var runs: [Range<Int>] {
    var (runs, start) = ([Range<Int>](), rows.lowerBound)
    for row in rows where isBesideBox(row) {
      runs.append(start..<row)
      start = row + 1
    }
    runs.append(start..<rows.upperBound)
    return runs.filter { $0.count > 1 || $0.count == rows.count && !$0.isEmpty }
  }

  /// The rule, in as many pieces as boxes leave.
  var rules: [Rule] {
    runs.map {
      Rule(
        rect: Rect(column: column, row: $0.lowerBound, width: 1, height: $0.count), weight: .light)
    }
  }

  /// Moves the ends of rules across that would stand in the open: to the box on the other side, or
  /// back to the one on their own.
  func join(_ across: inout ArraySlice<Rule>) {
    let runs = runs
    for index in across.indices {
      let rect = across[index].rect
      let isAcross = rect.width > 1 && rect.height == 1
      guard isAcross, rows.contains(rect.row), !runs.contains(where: { $0.contains(rect.row) })
      else { continue }
      let ends = rect.right == column + 1
      guard ends || rect.column == column else { continue }
      let isMet = across.contains { other in
        other.rect.row == rect.row && other.rect.height == 1
          && (ends ? other.rect.column == column : other.rect.right == column + 1)
      }
      if isMet { continue }
      let (own, other) = ends ? (column - 2, column + 2) : (column + 2, column - 2)
      let end = side(other, row: rect.row) ?? own
      let (left, right) = ends ? (rect.column, end + 1) : (end, rect.right)
      across[index] = Rule(
        rect: Rect(column: left, row: rect.row, width: right - left, height: 1),
        weight: across[index].weight)
    }
  }
}
