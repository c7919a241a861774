/// Slices the rectangles of a printed page, each time along the widest blank that parts them (recursive
/// XY-cut, after Nagy and Seth).
///
/// Not every page can be sliced: rectangles overlap, or stand round one another like the arms of a
/// pinwheel. Then the smallest that is in the way is loosened: it goes directly below or above the one
/// it stands nearest to.
struct PrintedCutter {
  private let boxes: [PrintedBox?]
  /// The items that do not stand where print has them.
  private(set) var loosened: [Int] = []

  private enum Way { case along, across }

  /// A cut, and what it parts, each side by item.
  private struct Cut {
    let gap: Int
    let first: [Int]
    let second: [Int]

    /// Whether all of one side come before all of the other in the order of the page's file.
    var keepsOrder: Bool { first.max() ?? 0 < second.min() ?? 0 }
  }

  /// `boxes` holds the rectangle of each item, nil for one that has none.
  init(_ boxes: [PrintedBox?]) { self.boxes = boxes }

  /// The tree of some items; nil for none.
  ///
  /// - Precondition: every one of them has a rectangle.
  /// - Complexity: O(*n*² log *n*), as much again for each that is loosened.
  mutating func tree(of items: [Int]) -> PrintedTree? {
    guard let first = items.first, items.count > 1 else { return items.first.map { .leaf($0) } }
    guard let (cut, isStack) = bestCut(items) else { return loosening(items, but: first) }
    guard let one = tree(of: cut.first), let two = tree(of: cut.second) else { return nil }
    return isStack ? .stack(one, two) : .beside(one, two)
  }

  /// The better of the cuts through a stack and between neighbours: that along the wider blank; where
  /// both are about as wide, the one that keeps the order of the file; else that through a stack.
  private func bestCut(_ items: [Int]) -> (cut: Cut, isStack: Bool)? {
    guard let stack = cut(items, .along) else {
      return cut(items, .across).map { ($0, false) }
    }
    guard let neighbours = cut(items, .across) else { return (stack, true) }
    let isClear = abs(stack.gap - neighbours.gap) > PrintedBox.slack / 2
    let isStack =
      isClear ? stack.gap > neighbours.gap : stack.keepsOrder || !neighbours.keepsOrder
    return isStack ? (stack, true) : (neighbours, false)
  }

  /// The widest blank on the way down the page or across it, the first of several.
  private func cut(_ items: [Int], _ way: Way) -> Cut? {
    let spans = items.compactMap { item in
      boxes[item].map { box -> (item: Int, start: Int, end: Int) in
        let (start, end) = way == .along ? (box.top, box.bottom) : (box.left, box.right)
        let inset = min(PrintedBox.slack / 2, (end - start) / 4)
        return (item, start + inset, end - inset)
      }
    }.sorted { ($0.start, $0.item) < ($1.start, $1.item) }
    var (reach, best) = (Int.max, (gap: -1, index: 0))
    for (index, span) in spans.enumerated() {
      if index > 0, span.start - reach > best.gap, span.start >= reach {
        best = (span.start - reach, index)
      }
      reach = index == 0 ? span.end : max(reach, span.end)
    }
    guard best.gap >= 0 else { return nil }
    return Cut(
      gap: best.gap, first: spans[..<best.index].map(\.item).sorted(),
      second: spans[best.index...].map(\.item).sorted())
  }

  /// The tree without the smallest item that keeps the others from being cut, which joins its host.
  private mutating func loosening(_ items: [Int], but first: Int) -> PrintedTree? {
    let bySize = items.sorted { (area(of: $0), $1) < (area(of: $1), $0) }
    let loose =
      bySize.first { candidate in
        let rest = items.filter { $0 != candidate }
        return rest.count == 1 || cut(rest, .along) != nil || cut(rest, .across) != nil
      } ?? bySize.first ?? first
    loosened.append(loose)
    let rest = items.filter { $0 != loose }
    guard let host = host(of: loose, among: rest) else { return .leaf(loose) }
    let isAbove = stands(loose, above: host)
    return tree(of: rest)?.stacking(loose, onto: host, isAbove: isAbove)
  }

  private func area(of item: Int) -> Int { boxes[item]?.area ?? 0 }

  /// The item that shares most with a loosened one, else the nearest above or below it, else beside it.
  private func host(of loose: Int, among items: [Int]) -> Int? {
    guard let box = boxes[loose] else { return items.first }
    return items.min { one, two in
      guard let first = boxes[one], let second = boxes[two] else { return one < two }
      return (-box.sharedArea(with: first), box.gapAcross(to: first), box.gapAlong(to: first), one)
        < (-box.sharedArea(with: second), box.gapAcross(to: second), box.gapAlong(to: second), two)
    }
  }

  /// Whether a loosened item goes above its host: where it stands apart from it and higher.
  private func stands(_ loose: Int, above host: Int) -> Bool {
    guard let box = boxes[loose], let other = boxes[host] else { return false }
    return box.sharedArea(with: other) == 0 && box.top + box.bottom < other.top + other.bottom
  }
}
