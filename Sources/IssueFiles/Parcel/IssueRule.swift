package import NewsModel

/// A rule that every issue keeps, and where one does not.
///
/// The reader leans on these; what else an issue should be, `check` says of the folder it becomes.
package enum IssueRule: Hashable, Sendable {
  /// It has a page.
  case hasPages
  /// Each page has a label.
  case pagesHaveLabels
  /// This would be an id.
  case idsAreIDs(String)
  /// No two items share an id.
  case idsAreUnique(ItemID)
  /// What a page lists of a story is there.
  case partsExist(StoryPart)
  /// No part of a story stands in two places.
  case partsStandOnce(StoryPart)
  /// Ears and zones are those of items of their page.
  case itemsStandOnPage(ItemID)
}

extension IssueRule: CustomStringConvertible {
  /// Half a sentence about where it is broken.
  package var description: String {
    switch self {
    case .hasPages: "its issue has no pages"
    case .pagesHaveLabels: "a page of its issue has no label"
    case .idsAreIDs(let id): "\(quoted(id)) is no id"
    case .idsAreUnique(let id): "two items have the id \(quoted(id))"
    case .partsExist(let part): "story \(quoted(part.article)) has no part \(part.segment + 1)"
    case .partsStandOnce(let part):
      "part \(part.segment + 1) of story \(quoted(part.article)) stands in two places"
    case .itemsStandOnPage(let id): "\(quoted(id)) does not stand on the page that places it"
    }
  }
}

extension Issue {
  /// The first rule that the issue breaks; nil for every issue that the reader may be given.
  ///
  /// - Complexity: O(*n*) in the number of its items and parts.
  package var brokenRule: IssueRule? {
    var check = RuleCheck(self)
    do throws(IssueRule) {
      try check.run()
      return nil
    } catch {
      return error
    }
  }
}

extension IssueRule: Error {}

private struct RuleCheck {
  private let issue: Issue
  private var segmentCounts: [ItemID: Int] = [:]
  private var ids: Set<ItemID> = []
  private var parts: Set<StoryPart> = []

  init(_ issue: Issue) { self.issue = issue }

  mutating func run() throws(IssueRule) {
    guard !issue.pages.isEmpty else { throw .hasPages }
    for article in issue.articles { try take(article) }
    for page in issue.pages { try take(page) }
  }

  private mutating func take(_ article: Article) throws(IssueRule) {
    try check(article.id)
    if let owner = article.sidebarOf { try check(owner) }
    guard ids.insert(article.id).inserted else { throw .idsAreUnique(article.id) }
    segmentCounts[article.id] = article.segments.count
  }

  private mutating func take(_ page: Page) throws(IssueRule) {
    guard !page.label.isEmpty else { throw .pagesHaveLabels }
    for item in page.items { try take(item) }
    let own = Set(page.items.map(\.id))
    for id in page.ears + page.zones.keys.sorted() where !own.contains(id) {
      throw .itemsStandOnPage(id)
    }
  }

  private mutating func take(_ item: PageItem) throws(IssueRule) {
    if case .story(let part) = item { return try take(part) }
    try check(item.id)
    guard ids.insert(item.id).inserted else { throw .idsAreUnique(item.id) }
    if case .photo(let photo) = item, let story = photo.story { try check(story) }
    if case .refers(let box) = item {
      for refer in box.refers { if let article = refer.article { try check(article) } }
    }
  }

  private mutating func take(_ part: StoryPart) throws(IssueRule) {
    guard let count = segmentCounts[part.article], (0..<count).contains(part.segment) else {
      throw .partsExist(part)
    }
    guard parts.insert(part).inserted else { throw .partsStandOnce(part) }
  }

  private func check(_ id: ItemID) throws(IssueRule) {
    guard id.isItemID else { throw .idsAreIDs(id) }
  }
}
