/// Short news set together under one label (简讯, 标题新闻).
public struct BriefGroup: Hashable, Sendable {
  /// Unique in the issue.
  public var id: ItemID
  /// The label over the group.
  public var label: String?
  /// The briefs, in order.
  public var briefs: [Brief]

  /// Makes a group.
  public init(id: ItemID, label: String? = nil, briefs: [Brief] = []) {
    self.id = id
    self.label = label
    self.briefs = briefs
  }
}

/// One short item: often nothing but its headline.
public struct Brief: Hashable, Sendable {
  /// Its headline, when it has one apart from the text.
  public var headline: String?
  /// Its text; may be empty when the headline is the news.
  public var text: String

  /// Makes a brief.
  public init(headline: String? = nil, text: String = "") {
    self.headline = headline
    self.text = text
  }
}

/// A picture with its words.
public struct Photo: Hashable, Sendable {
  /// Unique in the issue.
  public var id: ItemID
  /// The picture's file inside the issue folder; nil when only its words are there.
  public var image: String?
  /// What it shows (图说, cutline).
  public var caption: String
  /// Who took it: 本报记者 … 摄.
  public var credit: String?
  /// The story it belongs to; nil where it stands alone.
  public var story: ItemID?

  /// Makes a photo.
  public init(
    id: ItemID, image: String? = nil, caption: String = "", credit: String? = nil,
    story: ItemID? = nil
  ) {
    self.story = story
    self.id = id
    self.image = image
    self.caption = caption
    self.credit = credit
  }
}

/// A paid space, whose lines are set one by one, as the advertiser broke them.
public struct Advert: Hashable, Sendable {
  /// Unique in the issue.
  public var id: ItemID
  /// The lines of the advert, the first the largest.
  public var lines: [String]

  /// Makes an advert.
  public init(id: ItemID, lines: [String] = []) {
    self.id = id
    self.lines = lines
  }
}

/// Pointers to other pages (导读, index, きょうの紙面).
public struct ReferBox: Hashable, Sendable {
  /// Unique in the issue.
  public var id: ItemID
  /// The label over the box.
  public var label: String?
  /// The pointers, in order.
  public var refers: [Refer]

  /// Makes a box.
  public init(id: ItemID, label: String? = nil, refers: [Refer] = []) {
    self.id = id
    self.label = label
    self.refers = refers
  }
}

/// One pointer to another text; unlike a ``Jump`` it joins nothing.
public struct Refer: Hashable, Sendable {
  /// The words of the pointer, without the page.
  public var text: String
  /// The label of the page pointed to.
  public var page: String
  /// The article pointed to, when known.
  public var article: ItemID?

  /// Makes a pointer.
  public init(text: String, page: String, article: ItemID? = nil) {
    self.text = text
    self.page = page
    self.article = article
  }
}
