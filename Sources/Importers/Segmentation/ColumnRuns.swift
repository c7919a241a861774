/// Pieces of columns: lines of which each has the next one, and nothing else, below it.
///
/// Lines are taken from top to bottom, and each looks up at what is still in sight (a skyline). A headline
/// over two columns sees no single line below, so it parts them.
/// - Complexity: O(*n* · *k*) for *n* lines of which *k* stand side by side.
struct ColumnRuns {
  private let lines: [SegmentLine]
  private let metrics: SegmentMetrics
  /// The lines in sight from below: stretches from left to right that do not overlap.
  private var skyline: [(from: Int, to: Int, line: Int)] = []
  /// What each line sees directly above it.
  private(set) var above: [[Int]]
  private(set) var below: [[Int]]
  /// The pieces, each from top to bottom.
  private(set) var runs: [[Int]] = []

  /// Finds the pieces of lines that stand from top to bottom.
  init(_ lines: [SegmentLine], _ metrics: SegmentMetrics) {
    (self.lines, self.metrics) = (lines, metrics)
    above = lines.map { _ in [] }
    below = above
    for line in lines.indices { look(up: line) }
    chain()
  }

  private mutating func look(up line: Int) {
    let range = metrics.core(of: lines[line].box)
    let first = skyline.firstIndex { $0.to > range.lowerBound } ?? skyline.count
    let end = skyline[first...].firstIndex { $0.from >= range.upperBound } ?? skyline.count
    var seen: [(line: Int, width: Int)] = []
    for stretch in skyline[first..<end] {
      let width = min(stretch.to, range.upperBound) - max(stretch.from, range.lowerBound)
      if let known = seen.firstIndex(where: { $0.line == stretch.line }) {
        seen[known].width += width
      } else {
        seen.append((stretch.line, width))
      }
    }
    let near = seen.filter {
      $0.width * 4 >= min(range.count, metrics.core(of: lines[$0.line].box).count)
    }.map(\.line)
    above[line] = near.filter { one in !near.contains { isAbove(one, $0) } }
    for other in above[line] { below[other].append(line) }
    cover(first..<end, range, line)
  }

  /// Whether a line is seen from another, or from one that this sees.
  private func isAbove(_ one: Int, _ other: Int) -> Bool {
    above[other].contains { $0 == one || above[$0].contains(one) }
  }

  /// Puts a line into the skyline in front of the stretches that it hides.
  private mutating func cover(_ stretches: Range<Int>, _ range: Range<Int>, _ line: Int) {
    var new = [(from: range.lowerBound, to: range.upperBound, line: line)]
    if let first = skyline[stretches].first, first.from < range.lowerBound {
      new.insert((first.from, range.lowerBound, first.line), at: 0)
    }
    if let last = skyline[stretches].last, last.to > range.upperBound {
      new.append((range.upperBound, last.to, last.line))
    }
    skyline.replaceSubrange(stretches, with: new)
  }

  private mutating func chain() {
    var run = [Int](repeating: -1, count: lines.count)
    for line in lines.indices {
      if let before = above[line].first, above[line].count == 1, below[before].count == 1,
        goesOn(before, line)
      {
        run[line] = run[before]
        runs[run[before]].append(line)
      } else {
        run[line] = runs.count
        runs.append([line])
      }
    }
  }

  /// Whether a line stands in the column of the one above it.
  private func goesOn(_ before: Int, _ line: Int) -> Bool {
    let (one, other) = (lines[before], lines[line])
    guard one.group == other.group, other.top - one.bottom <= 3 * metrics.letterHeight else {
      return false
    }
    let isWide = (metrics.isWide(one.box), metrics.isWide(other.box))
    let shared = min(one.right, other.right) - max(one.left, other.left)
    return isWide.0 == isWide.1 && shared * 10 >= min(one.box.width, other.box.width) * 6
  }
}

/// The measures of a page that others are compared with, in its own unit.
struct SegmentMetrics {
  /// The height of the letters of most running text, at least 1.
  let letterHeight: Int
  /// The width of most lines of running text, at least 1.
  let columnWidth: Int
  /// The white between lines of running text.
  private(set) var leading = 0

  init(_ lines: [SegmentLine]) {
    let running = lines.filter { $0.text.utf8.count >= 16 }
    let known = running.count >= 3 ? running : lines
    letterHeight = max(1, known.map(\.letterHeight).sorted().middle ?? 1)
    let widths = known.map(\.box.width).sorted()
    columnWidth = max(1, widths.isEmpty ? 1 : widths[widths.count * 6 / 10])
  }

  /// Takes the white between lines of one piece of a column.
  mutating func measureLeading(_ runs: ColumnRuns, _ lines: [SegmentLine]) {
    let whites = runs.runs.flatMap { run in
      zip(run, run.dropFirst()).map { lines[$1].top - lines[$0].bottom }
    }
    leading = whites.sorted().middle ?? 0
  }

  /// Whether a rectangle is wider than a column.
  func isWide(_ box: ScanBox) -> Bool { box.width * 10 > columnWidth * 14 }

  /// The extent from left to right, a little less than it is: neighbours may touch.
  func core(of box: ScanBox) -> Range<Int> {
    let slack = min(letterHeight / 2, box.width / 8)
    return Int(box.left) + slack..<max(Int(box.left) + slack + 1, Int(box.right) - slack)
  }
}

extension [Int] {
  /// The value in the middle of a sorted list.
  var middle: Int? { isEmpty ? nil : self[count / 2] }
}
