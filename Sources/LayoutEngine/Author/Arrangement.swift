public import NewsModel

/// What decides where the items of a page stand.
public enum Arrangement: String, Hashable, Sendable, CaseIterable {
  /// The composer, by the costs in ``Weight``.
  case automatic
  /// The editor of the paper: the items stand as in print.
  case author
}

/// The items of a page that cannot stand where print has them, by the zones of each; none where the
/// page is not arranged as in print at all.
public func misplacedItems(_ zones: [[Zone]]) -> [Int] {
  PrintedPage.isKnown(zones) ? PrintedPage(zones)?.loosened ?? [] : []
}
