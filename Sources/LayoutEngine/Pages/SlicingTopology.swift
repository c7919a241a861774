/// A slicing tree without heights: what stands above what, what beside what, and in how many columns.
package indirect enum SlicingTopology: Hashable, Sendable {
  case leaf(Int)
  case stack(SlicingTopology, SlicingTopology)
  case beside(SlicingTopology, SlicingTopology, columnsLeft: Int)

  /// The topology of a tree: its heights forgotten.
  package init(_ tree: SlicingTree) {
    switch tree {
    case .leaf(let item): self = .leaf(item)
    case .stack(let above, let below, _):
      self = .stack(SlicingTopology(above), SlicingTopology(below))
    case .beside(let left, let right, let columnsLeft):
      self = .beside(
        SlicingTopology(left), SlicingTopology(right), columnsLeft: columnsLeft)
    }
  }

  /// Parts one above another; nil for none.
  ///
  /// The tree is as flat as can be, so that its depth does not grow with the number of parts.
  package init?(stacking parts: some BidirectionalCollection<SlicingTopology>) {
    guard let first = parts.first else { return nil }
    let middle = parts.index(parts.startIndex, offsetBy: parts.count / 2)
    guard let above = SlicingTopology(stacking: parts[..<middle]),
      let below = SlicingTopology(stacking: parts[middle...])
    else {
      self = first
      return
    }
    self = .stack(above, below)
  }

  /// The leaves, in reading order: what stands above or left comes first.
  package var leaves: [Int] {
    switch self {
    case .leaf(let item): [item]
    case .stack(let one, let two), .beside(let one, let two, _): one.leaves + two.leaves
    }
  }

  /// The first of its leaves.
  var first: Int {
    switch self {
    case .leaf(let item): item
    case .stack(let one, _), .beside(let one, _, _): one.first
    }
  }

  /// The last of its leaves.
  var last: Int {
    switch self {
    case .leaf(let item): item
    case .stack(_, let two), .beside(_, let two, _): two.last
    }
  }

  /// The parts that stand one above another, as far as no part is itself a stack.
  package var stackedParts: [SlicingTopology] {
    guard case .stack(let above, let below) = self else { return [self] }
    return above.stackedParts + below.stackedParts
  }
}
