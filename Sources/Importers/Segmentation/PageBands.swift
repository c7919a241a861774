/// Parts a page into bands where a white runs through all its columns and the text says that what is below is
/// read for itself: a serial story at the foot of the page, say.
///
/// White alone is no proof, for lines of columns stand level by chance. So both orders are compared by how the
/// sentences go on: from the foot of a column to the top of the next one, or over the white.
struct PageBands {
  private let lines: [SegmentLine]
  private let columns: ColumnRuns
  private let metrics: SegmentMetrics
  /// From the first to the last column.
  private let width: Int
  /// The lines of each band, by their numbers from top to bottom.
  private(set) var bands: [[Int]] = []

  init(_ lines: [SegmentLine], _ columns: ColumnRuns, _ metrics: SegmentMetrics) {
    (self.lines, self.columns, self.metrics) = (lines, columns, metrics)
    let running = lines.filter { $0.text.utf8.count >= 16 }
    width = (running.map(\.right).max() ?? 0) - (running.map(\.left).min() ?? 0)
    let byTop = lines.indices.sorted { (lines[$0].top, $0) < (lines[$1].top, $1) }
    var (band, end) = ([Int](), Int.min)
    for line in byTop {
      if lines[line].top >= end, !band.isEmpty, isCut(above: band, next: lines[line].top) {
        bands.append(band.sorted())
        band = []
      }
      band.append(line)
      end = max(end, lines[line].bottom - lines[line].letterHeight / 6)
    }
    if !band.isEmpty { bands.append(band.sorted()) }
  }

  /// Whether the columns of a band end where the white is, and are not continued below it.
  private func isCut(above band: [Int], next top: Int) -> Bool {
    // Only what stands close above the white may end there.
    let reach = top - metrics.columnWidth
    let feet = band.filter { lines[$0].bottom > reach && isRunning($0) }
    let steps = feet.flatMap { foot in
      columns.below[foot].filter { lines[$0].top >= top && !metrics.isWide(lines[$0].box) }
        .map { (foot: foot, next: $0) }
    }.sorted { (lines[$0.foot].left, $0.foot, $0.next) < (lines[$1.foot].left, $1.foot, $1.next) }
    let widths = steps.reduce(0) { $0 + lines[$1.foot].column.count }
    guard steps.count >= 2, widths * 10 > width * 7 else { return false }
    let whites = steps.map { lines[$0.next].top - lines[$0.foot].bottom - metrics.leading }
    guard whites.allSatisfy({ $0 * 10 >= metrics.letterHeight * 4 }) else { return false }
    let across = zip(steps, steps.dropFirst()).reduce(0) { sum, pair in
      sum + (head(above: pair.1.foot, in: band).map { agreement(pair.0.foot, $0) } ?? 0)
    }
    let over = steps.dropLast().reduce(0) { $0 + agreement($1.foot, $1.next) }
    return across + bonus(steps, whites) - over >= 3
  }

  private func isRunning(_ line: Int) -> Bool {
    !metrics.isWide(lines[line].box) && lines[line].text.utf8.count >= 6
  }

  /// What speaks for a cut beside the text: a headline in the first column alone, three columns, a broad white.
  private func bonus(_ steps: [(foot: Int, next: Int)], _ whites: [Int]) -> Int {
    let hasHead = isHeadlike(steps[0].next) && !steps.dropFirst().contains { isHeadlike($0.next) }
    let isBroad = whites.allSatisfy { $0 > 2 * metrics.letterHeight }
    return (hasHead ? 3 : 0) + (steps.count >= 3 ? 1 : 0) + (isBroad ? 1 : 0)
  }

  private func isHeadlike(_ line: Int) -> Bool {
    let line = lines[line]
    return line.left - line.column.lowerBound > 2 * metrics.letterHeight
      || line.letterHeight * 10 > metrics.letterHeight * 13
  }

  /// The first line of the column above a line, inside a band.
  private func head(above line: Int, in band: [Int]) -> Int? {
    let core = metrics.core(of: lines[line].box)
    return band.filter { isRunning($0) && metrics.core(of: lines[$0].box).overlaps(core) }
      .min { (lines[$0].top, $0) < (lines[$1].top, $1) }
  }

  /// How well a line goes on with another: by the end of the sentence and the letter it begins with.
  private func agreement(_ line: Int, _ next: Int) -> Int {
    let isOpen = lines[line].text.endsOpen
    guard !isHeadlike(next) else { return isOpen ? -1 : 1 }
    guard let first = lines[next].text.unicodeScalars.first(where: { $0.properties.isAlphabetic })
    else { return 0 }
    if first.properties.isLowercase { return isOpen ? 2 : -2 }
    return isOpen ? 0 : 1
  }
}

extension String {
  /// Whether a sentence goes on behind the text.
  var endsOpen: Bool {
    guard let last = unicodeScalars.last(where: { !$0.closesQuotation && $0 != " " }) else {
      return false
    }
    return last.properties.isAlphabetic || last.isHyphen || ",;".unicodeScalars.contains(last)
  }
}
