/// Where a part of a story goes on.
public enum Continuation: Hashable, Sendable {
  /// At that place of this issue.
  case place(Place)
  /// On a page this issue has, where nothing of the story was found.
  case pageOnly(Int)
  /// On a page this issue lacks.
  case absent(label: String)
}

extension Issue {
  /// Where `part` goes on, or nil where it ends.
  ///
  /// - Complexity: O(*n*) in the number of items of the issue.
  public func continuation(of part: StoryPart) -> Continuation? {
    guard let article = article(part.article), article.segments.indices.contains(part.segment),
      let jump = article.segments[part.segment].jump
    else { return nil }
    let next = StoryPart(article: part.article, segment: part.segment + 1)
    if let place = place(of: next) { return .place(place) }
    if let page = pageIndex(labelled: jump.page) { return .pageOnly(page) }
    return .absent(label: jump.page)
  }

  /// Where the text before `part` stands, or nil for the start of a story.
  public func origin(of part: StoryPart) -> Place? {
    guard part.segment > 0 else { return nil }
    return place(of: StoryPart(article: part.article, segment: part.segment - 1))
  }

  /// Where that part of a story stands.
  public func place(of part: StoryPart) -> Place? {
    for (page, sheet) in pages.enumerated() {
      if let item = sheet.items.firstIndex(of: .story(part)) {
        return Place(page: page, item: item)
      }
    }
    return nil
  }

  /// The item at `place`, or nil where there is none.
  public func item(at place: Place) -> PageItem? {
    guard pages.indices.contains(place.page), pages[place.page].items.indices.contains(place.item)
    else { return nil }
    return pages[place.page].items[place.item]
  }
}
