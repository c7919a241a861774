/// The lines of a page in reading order, each with its column.
struct PageOrder {
  private(set) var lines: [SegmentLine]
  private(set) var metrics: SegmentMetrics
  /// The lines in reading order.
  private(set) var ordered: [SegmentLine] = []

  /// Puts lines in order that come in any.
  init(_ unsorted: [SegmentLine], _ metrics: SegmentMetrics) {
    self.metrics = metrics
    lines = unsorted.sorted(by: SegmentLine.isAbove)
    let columns = ColumnRuns(lines, metrics)
    self.metrics.measureLeading(columns, lines)
    setWhites(columns)
    setColumns(columns)
    for band in PageBands(lines, columns, self.metrics).bands { put(band, columns) }
    gatherGroups()
  }

  /// Puts the pieces of a band of the page in reading order.
  private mutating func put(_ band: [Int], _ columns: ColumnRuns) {
    let members = Set(band)
    let pieces = columns.runs.map { $0.filter(members.contains) }.filter { !$0.isEmpty }
    let extents = pieces.map { piece in
      piece.dropFirst().reduce(lines[piece[0]].box) { $0.union(lines[$1].box) }
    }
    let last = ordered.last?.piece ?? -1
    let spans = pieces.map { $0.contains { lines[$0].spans } }
    for (number, index) in ReadingOrder(extents, spans: spans, metrics).order.enumerated() {
      for line in pieces[index] {
        lines[line].piece = last + 1 + number
        ordered.append(lines[line])
      }
    }
  }

  /// Puts what the file says is one thing together, where the first of it stands.
  private mutating func gatherGroups() {
    let groups = ordered.map(\.group)
    guard groups.contains(where: \.isWhole) else { return }
    var firsts: [SegmentGroup: Int] = [:]
    for (index, group) in groups.enumerated() where group.isWhole && firsts[group] == nil {
      firsts[group] = index
    }
    let keys = groups.enumerated().map { firsts[$0.element] ?? $0.offset }
    ordered = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { ordered[$0] }
  }

  private mutating func setWhites(_ columns: ColumnRuns) {
    for line in lines.indices {
      lines[line].whiteAbove = columns.above[line].map { lines[line].top - lines[$0].bottom }.min()
      lines[line].whiteBelow = columns.below[line].map { lines[$0].top - lines[line].bottom }.min()
    }
  }

  // MARK: Columns

  /// Tells each line the edges of its column: by its neighbours in a longer piece, else by the nearest piece
  /// above or below it.
  private mutating func setColumns(_ columns: ColumnRuns) {
    let long = columns.runs.filter { $0.count >= 4 }
    for run in long {
      for line in run { lines[line].spans = metrics.isWide(lines[line].box) }
      for (place, line) in run.enumerated() {
        let near = run[max(0, place - 10)..<min(run.count, place + 11)]
        lines[line].column = edges(near)
      }
    }
    for run in columns.runs where run.count < 4 {
      for line in run { setColumn(of: line, columns, long) }
    }
  }

  /// The edges of most lines: a quarter begins or ends further in.
  private func edges(_ run: ArraySlice<Int>) -> Range<Int> {
    let lefts = run.map { lines[$0].left }.sorted(), rights = run.map { lines[$0].right }.sorted()
    let left = lefts[lefts.count / 4], right = rights[rights.count * 3 / 4]
    return left..<max(left + 1, right)
  }

  private mutating func setColumn(of line: Int, _ columns: ColumnRuns, _ long: [[Int]]) {
    let own = lines[line].left..<max(lines[line].left + 1, lines[line].right)
    let isWide = metrics.isWide(lines[line].box)
    let fitting = isWide ? [] : long.filter { isColumn($0, of: line) }
    guard
      let nearest = fitting.min(by: { (distance(line, $0), $0[0]) < (distance(line, $1), $1[0]) })
    else {
      let under = columns.below[line].map { lines[$0].column }
      lines[line].spans = isWide || under.count >= 2
      lines[line].column =
        lines[line].spans
        ? under.reduce(own) {
          min($0.lowerBound, $1.lowerBound)..<max($0.upperBound, $1.upperBound)
        } : own
      return
    }
    let isAbove = lines[nearest[0]].top > lines[line].top
    lines[line].column = isAbove ? edges(nearest.prefix(12)) : edges(nearest.suffix(12))
  }

  private func isColumn(_ run: [Int], of line: Int) -> Bool {
    let extent = lines[run[0]].column
    let shared =
      min(extent.upperBound, lines[line].right) - max(extent.lowerBound, lines[line].left)
    return shared * 10 >= lines[line].box.width * 7 && extent.count * 10 < metrics.columnWidth * 16
  }

  private func distance(_ line: Int, _ run: [Int]) -> Int {
    let (first, last) = (lines[run[0]], lines[run[run.count - 1]])
    return max(first.top - lines[line].bottom, lines[line].top - last.bottom, 0)
  }
}
