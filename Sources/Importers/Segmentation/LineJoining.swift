/// Joins the pieces of a line that text recognition has parted inside a column.
///
/// Only pieces of one block are joined that stand level, close to each other, and are together no wider than a
/// column.
/// - Complexity: O(*n* log *n* + *n* · *k*) for *n* lines of which *k* stand level.
struct LineJoining {
  let metrics: SegmentMetrics

  /// The lines from top to bottom, with those that were parted as one.
  func joined(_ lines: [SegmentLine]) -> [SegmentLine] {
    var sorted = lines.sorted {
      $0.block != $1.block ? $0.block < $1.block : SegmentLine.isAbove($0, $1)
    }
    var isGone = [Bool](repeating: false, count: sorted.count)
    for index in sorted.indices {
      var next = index + 1
      while !isGone[index], next < sorted.count, sorted[next].block == sorted[index].block,
        sorted[next].box.middle.y - sorted[index].box.middle.y < metrics.letterHeight / 2
      {
        if !isGone[next], let whole = whole(sorted[index], sorted[next]) {
          // The lower one takes both, so that it meets what stands level with it.
          sorted[next] = whole
          isGone[index] = true
        }
        next += 1
      }
    }
    return sorted.indices.filter { !isGone[$0] }.map { sorted[$0] }
  }

  private func whole(_ one: SegmentLine, _ other: SegmentLine) -> SegmentLine? {
    let (left, right) = one.left <= other.left ? (one, other) : (other, one)
    let white = right.left - left.right
    let box = left.box.union(right.box)
    guard left.sharesRow(with: right), white > -metrics.letterHeight / 2,
      white < metrics.letterHeight * 5 / 2, box.width * 10 <= metrics.columnWidth * 11
    else { return nil }
    var whole = left.box.width >= right.box.width ? left : right
    (whole.runs, whole.text, whole.box) = (
      left.runs + right.runs, left.text + " " + right.text, box
    )
    return whole
  }
}
