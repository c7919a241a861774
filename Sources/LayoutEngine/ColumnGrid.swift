/// How a page splits into columns of equal measure.
///
/// The count depends on the width alone, so a window dragged taller keeps its columns.
///
/// - Invariant: `count * measure + (count - 1) * gutter + margin <= width`.
public struct ColumnGrid: Hashable, Sendable {
  /// The number of basic columns, at least 1.
  public let count: Int
  /// The width of a column in cells; even, so that ideographs fill it.
  public let measure: Int
  /// Blank cells between two columns; a rule stands in the middle one.
  public let gutter: Int
  /// Blank cells at the left edge.
  public let margin: Int
  /// Cells to the right of every column in which a mark may hang: 1 where the page has a right margin,
  /// as every gutter has a blank before its rule; else 0.
  public let hangingRoom: Int

  /// The narrowest of several columns, in cells: ten ideographs.
  static let leastMeasure = 20

  /// Fits columns as near to 26 cells as it can and, unless there is but one, none under
  /// ``leastMeasure``.
  ///
  /// 26 cells are the thirteen characters of a Chinese broadsheet's column; with fewer than ten,
  /// marks that may not start a line tear holes. The gutter of 3 has room for a rule with a blank on
  /// either side.
  public init(width: Int) {
    gutter = 3
    // round((W + 3) / 29); there are no ties, since 2(W + 3) is even and 29(2k + 1) odd.
    var count = max(1, (2 * (width + 3) + 29) / 58)
    while count > 1, ColumnGrid.measure(width, count) < Self.leastMeasure { count -= 1 }
    self.count = count
    measure = max(2, ColumnGrid.measure(width, count))
    let rest = max(0, width - count * measure - 3 * (count - 1))
    margin = rest / 2
    hangingRoom = min(1, rest - margin)
  }

  /// The grid that stands for all those with so many columns.
  ///
  /// Several columns have 24 cells: what fits them nearly always fits those of 20 to 30 that real pages
  /// have. The page has a right margin, as nearly all have one.
  package init(canonical count: Int) {
    self.init(count: count, measure: count == 1 ? 40 : 24, margin: 0, hangingRoom: 1)
  }

  /// One column as wide as the page.
  init(single width: Int) {
    (count, gutter, margin) = (1, 3, 0)
    measure = max(2, width / 2 * 2)
    hangingRoom = 0
  }

  private init(count: Int, measure: Int, margin: Int, hangingRoom: Int) {
    (self.count, self.measure, gutter, self.margin) = (count, measure, 3, margin)
    self.hangingRoom = hangingRoom
  }

  /// The columns of a story read by itself: one comfortable measure in the middle of a narrow screen,
  /// those of the page on a wide one.
  ///
  /// Lines of 40 to 56 cells are read with least effort; from 90 cells on two columns find room.
  init(storyWidth width: Int) {
    guard width < 90 else {
      self.init(width: width)
      return
    }
    let measure = max(2, min(56, width > 44 ? width - 4 : width) / 2 * 2)
    let rest = max(0, width - measure)
    self.init(
      count: 1, measure: measure, margin: rest / 2, hangingRoom: min(1, rest - rest / 2))
  }

  /// Cells of `columns` neighbouring columns with the gutters between them.
  public func span(_ columns: Int) -> Int { columns * measure + (columns - 1) * gutter }

  /// The first cell of a column.
  public func start(ofColumn column: Int) -> Int { margin + column * (measure + gutter) }

  private static func measure(_ width: Int, _ count: Int) -> Int {
    (width - 3 * (count - 1)) / count / 2 * 2
  }
}
