/// Parts lines that text recognition has drawn across the white between columns.
///
/// Only lines wider than a column are looked at, so rows of tables stay whole.
struct LineSplitting {
  private let page: ScanPage
  private let plane: SegmentPlane
  private let metrics: SegmentMetrics
  /// The lines of text no wider than a column, from top to bottom.
  private let narrow: [SegmentLine]

  init(_ page: ScanPage, _ plane: SegmentPlane, _ lines: [SegmentLine], _ metrics: SegmentMetrics) {
    (self.page, self.plane, self.metrics) = (page, plane, metrics)
    narrow = lines.filter {
      !metrics.isWide($0.box) && $0.text.utf8.count >= 10
        && $0.letterHeight * 10 < metrics.letterHeight * 13
    }.sorted(by: SegmentLine.isAbove)
  }

  /// The pieces of a line, from left to right; the line itself where nothing parts it.
  ///
  /// - Complexity: O(*n* · *k*) for *n* words and *k* lines beside it.
  func pieces(of line: SegmentLine) -> [SegmentLine] {
    guard metrics.isWide(line.box), line.runs.count == 1, let range = line.runs[0].words,
      range.count > 1
    else { return [line] }
    let words = words(range, of: line.block)
    let boxes = words.compactMap { word in word.box.map { plane.place($0) } }
    guard boxes.count == words.count else { return [line] }
    let near = neighbours(of: line)
    let cuts = boxes.indices.dropFirst().filter { isCut(boxes[$0 - 1], boxes[$0], line, near) }
    guard !cuts.isEmpty else { return [line] }
    let bounds = [0] + cuts + [boxes.count]
    return zip(bounds, bounds.dropFirst()).map { from, to in
      var piece = line
      piece.runs[0].words = range.lowerBound + from..<range.lowerBound + to
      piece.box = boxes[from..<to].reduce(boxes[from]) { $0.union($1) }
      piece.text = words[from..<to].map(\.text).joined(separator: " ")
      let heights = boxes[from..<to].map(\.height).sorted()
      piece.letterHeight = max(1, heights.middle ?? line.letterHeight)
      return piece
    }
  }

  private func words(_ range: Range<Int>, of block: Int) -> [ScanWord] {
    page.blocks[block].lines(of: range).flatMap(\.words)
  }

  /// The lines of columns not further above or below than twenty lines.
  private func neighbours(of line: SegmentLine) -> ArraySlice<SegmentLine> {
    let (middle, reach) = (line.box.middle.y, 20 * metrics.letterHeight)
    let first = narrow.partitioningIndex { $0.box.middle.y >= middle - reach }
    let end = narrow.partitioningIndex { $0.box.middle.y > middle + reach }
    return narrow[first..<max(first, end)]
  }

  /// Whether the white between two words is one between columns: no line of a column crosses it and several
  /// end there; or it is much wider than any between words.
  private func isCut(
    _ before: ScanBox, _ next: ScanBox, _ line: SegmentLine, _ near: ArraySlice<SegmentLine>
  ) -> Bool {
    let white = Int(next.left) - Int(before.right)
    guard white * 4 > metrics.letterHeight else { return false }
    let middle = (Int(next.left) + Int(before.right)) / 2
    let crossing = near.count {
      $0.left + metrics.letterHeight < middle && middle + metrics.letterHeight < $0.right
    }
    guard crossing * 10 <= near.count else { return false }
    if white > 5 * max(metrics.letterHeight, line.letterHeight) { return true }
    let isRunning = line.letterHeight * 10 < metrics.letterHeight * 13
    let reach = 2 * metrics.letterHeight
    let edges = near.count { abs($0.right - middle) <= reach || abs($0.left - middle) <= reach }
    return isRunning && white * 10 >= metrics.letterHeight * 7 && edges >= max(3, near.count / 5)
  }
}

extension RandomAccessCollection {
  /// The first place from which on a condition holds, of a collection that it parts in two.
  func partitioningIndex(where holds: (Element) -> Bool) -> Index {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = index(low, offsetBy: distance(from: low, to: high) / 2)
      if holds(self[middle]) { high = middle } else { low = index(after: middle) }
    }
    return low
  }
}
