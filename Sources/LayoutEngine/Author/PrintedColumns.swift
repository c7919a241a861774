/// The columns of a printed page, found from the edges of what stands on it.
///
/// - Invariant: `count >= 1`.
package struct PrintedColumns: Hashable, Sendable {
  /// The number of equal columns in which all edges lie.
  package let count: Int
  private let left: Int
  private let width: Int

  /// The most columns that are looked for: a broadsheet has eight, classified pages have twelve.
  private static let most = 16
  /// Edges nearer than this stand at one gutter, in ten-thousandths of the page.
  private static let gutter = 300
  /// How far an edge may lie from a column's, in ten-thousandths of the printed width.
  private static let tolerance = 150

  /// Finds the fewest equal columns whose edges are near those of all `boxes`; where there are none,
  /// those that miss them by the least.
  package init(_ boxes: [PrintedBox]) {
    let (first, last) = (boxes.map(\.left).min() ?? 0, boxes.map(\.right).max() ?? 1)
    (left, width) = (first, last - first)
    let edges = PrintedColumns.clusters(boxes).map {
      ($0 - first) * 10_000 / (last - first)
    }
    let misses = (1...PrintedColumns.most).map { count in
      edges.map { PrintedColumns.miss($0, of: count) }.max() ?? 0
    }
    let least = misses.min() ?? 0
    let wanted = max(least, PrintedColumns.tolerance)
    count = 1 + (misses.firstIndex { $0 <= wanted } ?? 0)
  }

  /// The columns a rectangle stands in, at least one.
  package func range(of box: PrintedBox) -> Range<Int> {
    let first = min(count - 1, column(at: box.left))
    return first..<max(first + 1, column(at: box.right))
  }

  private func column(at edge: Int) -> Int {
    min(count, max(0, ((edge - left) * count * 2 + width) / (width * 2)))
  }

  /// How far an edge lies from the nearest of `count` columns'.
  private static func miss(_ edge: Int, of count: Int) -> Int {
    let nearest = (edge * count + 5_000) / 10_000
    return abs(edge * count - nearest * 10_000) / count
  }

  /// Where left and right edges gather: the middle of each group that is no wider than a gutter.
  private static func clusters(_ boxes: [PrintedBox]) -> [Int] {
    var clusters: [(first: Int, last: Int)] = []
    for edge in (boxes.map(\.left) + boxes.map(\.right)).sorted() {
      if let current = clusters.last, edge - current.first <= gutter {
        clusters[clusters.count - 1].last = edge
      } else {
        clusters.append((edge, edge))
      }
    }
    return clusters.map { ($0.first + $0.last) / 2 }
  }
}
