/// Puts the pieces of columns of a page in the order in which they are read.
///
/// What stands above goes first where two share a stretch of the page from left to right. Where they do not, the
/// left one goes first, unless something between them in height spans both (Breuel 2003): so columns are read
/// one by one under a headline that spans them, and those beside it are read for themselves.
/// - Complexity: O(*n*² · *w*) for *n* pieces of which *w* are wider than a column; beyond
///   ``SegmentLimits/pieces`` O(*n* log *n*), by columns alone.
struct ReadingOrder {
  private let boxes: [ScanBox]
  private let metrics: SegmentMetrics
  private let cores: [Range<Int>]
  private let all: [Int]
  private let wide: [Int]
  private var isDone: [Bool]
  /// The numbers of the pieces in reading order.
  private(set) var order: [Int] = []

  /// Orders pieces that come from top to bottom; `spans` tells those that stand over several columns.
  init(_ boxes: [ScanBox], spans: [Bool], _ metrics: SegmentMetrics) {
    (self.boxes, self.metrics) = (boxes, metrics)
    all = Array(boxes.indices)
    cores = boxes.map { metrics.core(of: $0) }
    wide = boxes.indices.filter { spans[$0] || metrics.isWide(boxes[$0]) }
    isDone = boxes.map { _ in false }
    let byColumn = boxes.indices.sorted {
      (Int(boxes[$0].left) / metrics.columnWidth, boxes[$0].top, boxes[$0].left, $0)
        < (Int(boxes[$1].left) / metrics.columnWidth, boxes[$1].top, boxes[$1].left, $1)
    }
    guard boxes.count <= SegmentLimits.pieces else {
      order = byColumn
      return
    }
    for piece in byColumn { visit(piece, byColumn) }
  }

  /// Takes what goes before a piece, then the piece; where they go round in a circle, the first seen.
  private mutating func visit(_ piece: Int, _ candidates: [Int]) {
    guard !isDone[piece] else { return }
    isDone[piece] = true
    for other in candidates where !isDone[other] && goesBefore(other, piece) {
      visit(other, candidates)
    }
    order.append(piece)
  }

  private func goesBefore(_ one: Int, _ other: Int) -> Bool {
    if sharesColumn(one, other) {
      return (boxes[one].top, boxes[one].bottom, one) < (
        boxes[other].top, boxes[other].bottom, other
      )
    }
    let (own, its) = (boxes[one].middle.x, boxes[other].middle.x)
    guard (own, one) < (its, other) else { return false }
    // Crumbs of one column are parted by its lines, columns by what is wider.
    let isOneColumn =
      max(boxes[one].right, boxes[other].right) - min(boxes[one].left, boxes[other].left)
      < metrics.columnWidth * 5 / 4
    return !(isOneColumn ? all : wide).contains { isBetween($0, one, other) }
  }

  /// Whether one stands above the other: a third of the narrower one, so that boxes may touch their neighbours.
  private func sharesColumn(_ one: Int, _ other: Int) -> Bool {
    cores[one].overlaps(cores[other])
      && cores[one].clamped(to: cores[other]).count * 3 > min(cores[one].count, cores[other].count)
  }

  /// Whether something that spans both parts two pieces that stand side by side.
  private func isBetween(_ wide: Int, _ one: Int, _ other: Int) -> Bool {
    guard wide != one, wide != other, sharesColumn(wide, one), sharesColumn(wide, other) else {
      return false
    }
    let (upper, lower) = boxes[one].top < boxes[other].top ? (one, other) : (other, one)
    return boxes[upper].top < boxes[wide].top && boxes[wide].top < boxes[lower].top
  }
}
