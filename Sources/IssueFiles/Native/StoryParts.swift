import NewsModel
import YAMLTree

/// Finds which part of a story stands on which page.
///
/// A jump mark names the page of the part after it; the page left over has the beginning. Each page
/// has one part of a story at most.
struct StoryParts {
  /// A page that lists the story.
  struct Listing {
    /// The page, from 0.
    let page: Int
    /// Where the page lists it, from 0.
    let item: Int
    let label: String
    /// Where `issue.yaml` lists it.
    let mark: YAMLMark
  }

  /// The story.
  let story: DecodedArticle
  /// The pages that list it, in order.
  let listings: [Listing]
  /// The page, from 0, that each jump mark names; nil where the issue lacks it.
  let targets: [Int?]
  private let listedPages: Set<Int>

  /// The segment on each page that lists the story.
  private(set) var segments: [Int: Int] = [:]
  /// Faults of the article's file.
  private(set) var markFaults: [(fault: IssueFault, mark: YAMLMark)] = []
  /// Faults of `issue.yaml`.
  private(set) var listingFaults: [(fault: IssueFault, mark: YAMLMark)] = []

  init(_ story: DecodedArticle, listings: [Listing], targets: [Int?]) {
    self.story = story
    self.listings = listings
    self.targets = targets
    listedPages = Set(listings.map(\.page))
    assignSegments()
    checkListings()
  }

  private var id: ItemID { story.article.id }

  /// How many parts have something in them; a mark at the end leads to a part that is not here.
  private var partCount: Int { story.article.segments.count }

  private mutating func assignSegments() {
    let namedPages = Set(targets.prefix(partCount - 1).compactMap(\.self))
    guard let beginning = listings.first(where: { !namedPages.contains($0.page) }) ?? listings.first
    else { return }
    segments[beginning.page] = 0
    var page: Int? = beginning.page
    for (index, target) in targets.enumerated() {
      follow(mark: index, from: page, to: target)
      page = target
    }
  }

  /// Follows a jump mark from one page to the next, and notes where it cannot lead.
  private mutating func follow(mark index: Int, from page: Int?, to target: Int?) {
    let label = story.article.segments[index].jump?.page ?? ""
    let hasText = index + 1 < partCount
    guard let target else {
      return note(.jumpToAbsentPage(label: label, hidesText: hasText), index)
    }
    if target == page { return note(.jumpToOwnPage(label: label), index) }
    if segments[target] != nil { return note(.jumpRevisits(label: label, id: id), index) }
    guard hasText else { return }
    segments[target] = index + 1
    if !listedPages.contains(target) {
      note(.restUnlisted(id: id, label: label), index)
    }
  }

  private mutating func note(_ fault: IssueFault, _ index: Int) {
    markFaults.append((fault, story.marks[index]))
  }

  private mutating func checkListings() {
    var seen: Set<Int> = []
    let named = namedLabels
    for listing in listings {
      guard seen.insert(listing.page).inserted else {
        listingFaults.append((.listedTwice(id: id, label: listing.label), listing.mark))
        continue
      }
      guard segments[listing.page] == nil else { continue }
      let fault: IssueFault =
        listings.count > partCount
        ? .listedTooOften(id: id, times: listings.count, parts: partCount)
        : .listedWithoutMark(id: id, label: listing.label, named: named)
      listingFaults.append((fault, listing.mark))
    }
  }

  /// The labels that the marks name; of very many the first.
  private var namedLabels: [String] {
    story.article.segments.prefix(8).compactMap { $0.jump?.page }
  }
}
