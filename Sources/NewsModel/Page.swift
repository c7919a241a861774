/// One page: its label, its name and what stands on it, in order of importance.
public struct Page: Hashable, Sendable {
  /// The page number as printed, with its section letter: `1`, `A8`.
  public var label: String
  /// The name of the page: 要闻, Sport.
  public var name: String?
  /// The section the page opens or belongs to.
  public var section: String?
  /// What stands in the ears beside the nameplate (报眼): ids of adverts or stories of this page.
  public var ears: [ItemID]
  /// The items, the lead first; this is also the reading order.
  public var items: [PageItem]
  /// Where print has the items, by their ids, as far as it is known: one rectangle, or several for an
  /// item whose shape is none.
  public var zones: [ItemID: [Zone]]
  /// 责编, 校对, 美编: the people who made the page, one printed line each.
  public var credits: [String]

  /// Makes a page.
  public init(
    label: String, name: String? = nil, section: String? = nil, ears: [ItemID] = [],
    items: [PageItem] = [], zones: [ItemID: [Zone]] = [:], credits: [String] = []
  ) {
    self.label = label
    self.name = name
    self.section = section
    self.ears = ears
    self.items = items
    self.zones = zones
    self.credits = credits
  }
}

/// One thing that stands on a page.
public enum PageItem: Hashable, Sendable {
  case story(StoryPart)
  case briefs(BriefGroup)
  case photo(Photo)
  case advert(Advert)
  case refers(ReferBox)

  /// The id, unique in the issue but for the parts of one story, which share their article's.
  public var id: ItemID {
    switch self {
    case .story(let part): part.article
    case .briefs(let group): group.id
    case .photo(let photo): photo.id
    case .advert(let advert): advert.id
    case .refers(let box): box.id
    }
  }
}

/// The part of an article that stands on one page.
public struct StoryPart: Hashable, Sendable {
  /// The article.
  public var article: ItemID
  /// Which of the article's ``Article/segments``, from 0.
  public var segment: Int

  /// Names a part.
  public init(article: ItemID, segment: Int = 0) {
    self.article = article
    self.segment = segment
  }
}

/// Where an item stands: a page and a place in its ``Page/items``, both from 0.
public struct Place: Hashable, Sendable {
  /// The page, from 0.
  public var page: Int
  /// The item on that page, from 0.
  public var item: Int

  /// Names a place.
  public init(page: Int, item: Int) {
    self.page = page
    self.item = item
  }
}
