/// Puts rectangles of a page in the order in which they are read: columns from left to right, each from top to
/// bottom, below whatever spans them.
///
/// The page is cut along the white that runs through it (XY-cut): first down the gutters, and where there is
/// none, across. What no white parts is read by its upper edges.
/// - Complexity: O(*n* log *n*) a level, at most 40 levels.
struct ReadingOrder {
  private let boxes: [ScanBox]
  /// White narrower than this is none, in the unit of the page.
  private let gutter: Int
  private(set) var order: [Int] = []
  /// Which piece of the page each rectangle lies in: rectangles of one piece stand in one column.
  private(set) var pieces: [Int]
  private var pieceCount = 0

  /// Orders rectangles; `lineHeight` is that of most lines.
  init(_ boxes: [ScanBox], lineHeight: Int) {
    self.boxes = boxes
    gutter = max(1, lineHeight / 3)
    pieces = [Int](repeating: 0, count: boxes.count)
    cut(boxes.indices.map { $0 }, level: 0)
  }

  private mutating func cut(_ members: [Int], level: Int) {
    guard members.count > 1, level < 40 else { return keep(members) }
    for isDown in [true, false] {
      let parts = parts(members, isDown: isDown)
      if parts.count > 1 {
        for part in parts { cut(part, level: level + 1) }
        return
      }
    }
    keep(
      members.sorted { (boxes[$0].top, boxes[$0].left, $0) < (boxes[$1].top, boxes[$1].left, $1) })
  }

  private mutating func keep(_ members: [Int]) {
    for member in members { pieces[member] = pieceCount }
    order += members
    pieceCount += 1
  }

  /// The members between the whites that run down, or across, through all of them.
  private func parts(_ members: [Int], isDown: Bool) -> [[Int]] {
    let spans = members.map { (span: span(boxes[$0], isDown: isDown), member: $0) }.sorted {
      ($0.span.lowerBound, $0.span.upperBound, $0.member)
        < ($1.span.lowerBound, $1.span.upperBound, $1.member)
    }
    var (parts, end) = ([[Int]](), Int.min)
    for (span, member) in spans {
      if parts.isEmpty || span.lowerBound >= end { parts.append([]) }
      parts[parts.count - 1].append(member)
      end = max(end, span.upperBound)
    }
    return parts
  }

  /// The extent of a rectangle across the cut, a little less than it is: neighbours may touch.
  private func span(_ box: ScanBox, isDown: Bool) -> Range<Int> {
    let (from, to) = isDown ? (Int(box.left), Int(box.right)) : (Int(box.top), Int(box.bottom))
    let slack = min(gutter, (to - from) / 4)
    return (from + slack)..<max(from + slack + 1, to - slack)
  }
}
