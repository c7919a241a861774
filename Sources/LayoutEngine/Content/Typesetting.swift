public import NewsModel
public import Typesetter
public import UnicodeTables

/// What pages are set with beside the issue itself: the widths of the terminal, where words may be
/// parted, what draws the name of the paper, and where pictures come from.
public struct Typesetting: Sendable {
  /// The widths of the terminal.
  public var widths: WidthPolicy
  /// For each language what parts its words; a language without one has no hyphens.
  public var hyphenators: [LanguageTag: Hyphenator]
  /// What draws the name of the paper; nil where it is set as text.
  public var largeType: LargeType?
  /// What gives the pictures of photos; nil where their words stand alone.
  public var pictures: PictureSource?
  /// What large type and pictures are made of.
  public var blocks: BlockSet

  /// Usual widths, no hyphens, no large type and no pictures, unless they are given.
  public init(
    widths: WidthPolicy = WidthPolicy(), hyphenators: [LanguageTag: Hyphenator] = [:],
    largeType: LargeType? = nil, pictures: PictureSource? = nil, blocks: BlockSet = .quadrants
  ) {
    (self.widths, self.hyphenators) = (widths, hyphenators)
    (self.largeType, self.pictures, self.blocks) = (largeType, pictures, blocks)
  }

  /// How text in a language is set.
  ///
  /// Korean papers end lines between any two syllables, unless the issue says otherwise: in columns of a
  /// dozen syllables whole words leave every other line short; KLREQ knows both.
  func typography(_ language: LanguageTag, _ lineBreaking: LineBreaking?) -> Typography {
    var typography = Typography(Typography.Tradition(language), widths: widths)
    typography.hyphenator = hyphenators[language]
    switch lineBreaking {
    case .word: break
    case nil, .character: typography.keepsWords = false
    case let level?:
      typography.prohibition = Typography.Prohibition(rawValue: level.rawValue) ?? .basic
    }
    return typography
  }

  /// How most of an issue is set.
  func typography(of issue: Issue) -> Typography {
    typography(issue.language, issue.lineBreaking)
  }

  /// How an article is set: as it says itself, else as its issue.
  func typography(of article: Article, in issue: Issue) -> Typography {
    typography(article.language ?? issue.language, article.lineBreaking ?? issue.lineBreaking)
  }
}
