/// Which neighbouring items belong together: a story with the sidebars that follow it.
struct Families {
  /// For each item, the family that it shares with the item before it.
  private let shared: [ClosedRange<Int>?]

  /// The families among items in reading order; a sidebar follows its parent.
  init(_ items: [ContentItem]) {
    var shared = [ClosedRange<Int>?](repeating: nil, count: items.count)
    for parent in items.indices {
      let last = items.indices.last { $0 > parent && items[$0].parent == items[parent].id }
      guard let last else { continue }
      for item in parent + 1...last { shared[item] = parent...last }
    }
    self.shared = shared
  }

  /// What it costs to cut a run of items before one of them: nothing where its family is not parted, or
  /// where nothing else is in the run, which then is the family's own part of the page.
  func cost(ofCutting run: ClosedRange<Int>, before item: Int) -> Int {
    guard let family = shared[item] else { return 0 }
    let isWithin = family.contains(run.lowerBound) && family.contains(run.upperBound)
    return isWithin ? 0 : Weight.partedFamily
  }
}

extension [ContentItem] {
  /// The items with each sidebar right after its parent and the other sidebars of that.
  var withSidebarsAfterParents: [ContentItem] {
    var ordered = filter { item in item.parent == nil || !contains { $0.id == item.parent } }
    for sidebar in self where !ordered.contains(where: { $0.id == sidebar.id }) {
      guard let parent = ordered.firstIndex(where: { $0.id == sidebar.parent }) else {
        ordered.append(sidebar)
        continue
      }
      let rest = ordered[(parent + 1)...]
      let end = rest.firstIndex { $0.parent != sidebar.parent } ?? ordered.endIndex
      ordered.insert(sidebar, at: end)
    }
    return ordered
  }
}
