/// A story: its heads, and its text in as many segments as print spread it over.
public struct Article: Hashable, Sendable {
  /// What kind of text it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case story
    case notice
    /// A paid space with running text, as scanned papers have them.
    case advert
    /// Text an importer could give to nothing; it is shown all the same.
    case unowned
  }

  /// Unique in the issue.
  public var id: ItemID
  /// Story, notice or unowned text.
  public var kind: Kind
  /// The article's own language, where it differs from the issue's.
  public var language: LanguageTag?
  /// How strictly its lines are broken, where that differs from the issue's.
  public var lineBreaking: LineBreaking?
  /// The standing head or series label over it (栏目): 记者手记.
  public var label: String?
  /// The line above the headline (引题, 肩题).
  public var kicker: String?
  /// The headline; each element is a line the editor broke.
  public var headline: [String]
  /// The lines below the headline (副题), each a line of its own.
  public var deck: [String]
  /// Who wrote it, as printed: 本报记者 …, By ….
  public var byline: String?
  /// Place and source at the start of the text (电头), when set apart from the first paragraph.
  public var dateline: String?
  /// The line after the end (尾注): who contributed, where it first appeared.
  public var tailLine: String?
  /// The story this one stands beside as a sidebar (链接, 记者手记).
  public var sidebarOf: ItemID?
  /// Whether it stands in a box (围框).
  public var boxed: Bool
  /// The text, one segment a page, in reading order.
  ///
  /// - Invariant: not empty.
  public var segments: [Segment]

  /// Makes an article.
  public init(
    id: ItemID, kind: Kind = .story, language: LanguageTag? = nil,
    lineBreaking: LineBreaking? = nil, label: String? = nil, kicker: String? = nil,
    headline: [String] = [], deck: [String] = [], byline: String? = nil,
    dateline: String? = nil, tailLine: String? = nil, sidebarOf: ItemID? = nil,
    boxed: Bool = false, segments: [Segment] = [Segment()]
  ) {
    self.id = id
    self.kind = kind
    self.language = language
    self.lineBreaking = lineBreaking
    self.label = label
    self.kicker = kicker
    self.headline = headline
    self.deck = deck
    self.byline = byline
    self.dateline = dateline
    self.tailLine = tailLine
    self.sidebarOf = sidebarOf
    self.boxed = boxed
    self.segments = segments.isEmpty ? [Segment()] : segments
  }

  /// The headline on one line, its lines parted by a blank.
  public var title: String { headline.joined(separator: " ") }
}

/// What of an article stands together on one page.
public struct Segment: Hashable, Sendable {
  /// The from-line at its head, as printed: （上接第一版）.
  ///
  /// A continuation may have one; the first segment has one where the beginning is not at hand.
  public var fromLine: String?
  /// The text.
  public var blocks: [Block]
  /// Where the article goes on after this segment, if print broke it here.
  public var jump: Jump?
  /// Whether the jump falls inside a paragraph, so that the next segment's first block goes on
  /// with this segment's last.
  public var breaksParagraph: Bool

  /// Makes a segment.
  public init(
    fromLine: String? = nil, blocks: [Block] = [], jump: Jump? = nil, breaksParagraph: Bool = false
  ) {
    self.fromLine = fromLine
    self.blocks = blocks
    self.jump = jump
    self.breaksParagraph = breaksParagraph
  }
}

/// A block of an article's text.
public struct Block: Hashable, Sendable {
  /// What the block is.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    case paragraph
    /// A heading inside the text (小标题, 中見出し).
    case crosshead
    /// Words lifted out of the text and set large.
    case pullQuote
  }

  /// What the block is.
  public var role: Role
  /// The text, unchanged from the source, without line breaks.
  public var text: String

  /// Makes a block.
  public init(_ role: Role = .paragraph, _ text: String) {
    self.role = role
    self.text = text
  }
}

/// Where print broke an article off.
public struct Jump: Hashable, Sendable {
  /// The label of the page it goes on, as printed: `8`, `A4`.
  public var page: String
  /// The jump line as printed, （下转第八版）; nil where the paper printed none.
  public var toLine: String?

  /// Makes a jump.
  public init(page: String, toLine: String? = nil) {
    self.page = page
    self.toLine = toLine
  }
}
