import NewsModel

extension ReaderState {
  /// `?`: says where the item in focus came from.
  mutating func tellOrigin() -> [Effect] {
    guard let item = focusedItem, let origin = provenance().origins[item.id] else {
      notice = .noOrigin
      return [.bell]
    }
    notice = .origin(origin)
    return []
  }

  /// `u`: goes to the next item of which something is uncertain, after the last to the first, and says what.
  mutating func showNextDoubt() -> [Effect] {
    let known = provenance()
    let places = issue.doubtfulPlaces(known)
    let here = Place(page: page, item: focus ?? -1)
    let next = places.first { ($0.page, $0.item) > (here.page, here.item) } ?? places.first
    guard let next, let item = issue.item(at: next) else {
      notice = .noDoubt
      return [.bell]
    }
    leap { $0.show(page: next.page, item: next.item) }
    notice = known.doubts[item.id].map { .doubt($0) }
    return []
  }
}
