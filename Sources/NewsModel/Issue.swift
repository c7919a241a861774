/// One day's paper: its nameplate, its pages in order and its articles.
///
/// - Invariant: every article part that a page lists exists in ``articles``; ids are unique among all
///   items. Jumps may lead to pages the file lacks; they then say so (``Continuation/absent(label:)``).
public struct Issue: Hashable, Sendable {
  /// The language most of the text is in; an article may state its own.
  public var language: LanguageTag
  /// How strictly lines are broken, where the paper says; an article may state its own.
  public var lineBreaking: LineBreaking?
  /// Name, date and numbers of the paper, as page 1 prints them.
  public var nameplate: Nameplate
  /// The pages in the order they are turned.
  public var pages: [Page]
  /// Every article, by the order in which the pages first show it.
  public var articles: [Article]

  /// Makes an issue of its parts; nothing is checked here, `IssueFiles` checks what it reads.
  public init(
    language: LanguageTag, lineBreaking: LineBreaking? = nil, nameplate: Nameplate,
    pages: [Page] = [], articles: [Article] = []
  ) {
    self.language = language
    self.lineBreaking = lineBreaking
    self.nameplate = nameplate
    self.pages = pages
    self.articles = articles
  }

  /// The article of that id.
  ///
  /// - Complexity: O(*n*) in the number of articles.
  public func article(_ id: ItemID) -> Article? { articles.first { $0.id == id } }

  /// The place of the page with that label, from 0.
  ///
  /// An exact label answers first; then the same number with the same section, without zeros (`8` finds `08`).
  /// A number alone finds that of section A, else of any; a number with a section finds it in a paper whose
  /// pages have none, for print says A4 where a site says 第 4 版. A label without a number is found exactly only.
  public func pageIndex(labelled label: String) -> Int? {
    if let exact = pages.firstIndex(where: { $0.label == label }) { return exact }
    let wanted = PageLabel(label)
    guard wanted.number != nil else { return nil }
    let labels = pages.map { PageLabel($0.label) }
    if let same = labels.firstIndex(of: wanted) { return same }
    let sameNumber = labels.indices.filter { labels[$0].number == wanted.number }
    if wanted.section.isEmpty {
      return sameNumber.first { labels[$0].section == "A" } ?? sameNumber.first
    }
    return labels.allSatisfy(\.section.isEmpty) ? sameNumber.first : nil
  }
}

/// What names an item within its issue: letters, digits, `-`, `_` and `.`.
public typealias ItemID = String
