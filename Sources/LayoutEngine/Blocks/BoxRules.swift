import Typesetter

/// The rules around a boxed item in so many columns, and the room they leave for its text.
///
/// The upper edge is the rule that parts the item from what stands above it, and so is the lower edge
/// where something stands below; else that takes the last row of the item.
struct BoxRules: Hashable {
  /// Which sides are ruled.
  enum Shape: Hashable {
    /// None: the item is not boxed.
    case open
    /// Above and below, heavily: side rules would starve the text.
    case bars
    /// All four, with a blank cell inside.
    case closed
  }

  /// Which sides are ruled.
  let shape: Shape
  /// The weight of the rules above and below.
  let weight: Rule.Weight

  /// The rules of `item`, which is `width` cells wide and runs in `legs` legs.
  ///
  /// A box takes four cells of the width. It is closed where a leg keeps its ten ideographs, or where
  /// letters run in justified lines, and words need more, twenty-four cells.
  init(_ item: ContentItem, width: Int, legs: Int) {
    let least = item.typography.isIdeographic || item.kind == .advert ? ColumnGrid.leastMeasure : 24
    let isClosed = BoxRules.measure(width - 4, legs: legs) >= least
    shape = item.claim.boxed ? (isClosed ? .closed : .bars) : .open
    weight = shape == .bars || item.kind == .advert ? .heavy : .light
  }

  /// Cells between the edge of the item and its text: a rule and a blank.
  var inset: Int { shape == .closed ? 2 : 0 }
  /// Rows at the foot of the item that its lower rule takes where nothing stands below.
  var footRows: Int { shape == .open ? 0 : 1 }

  /// The cells of each of so many legs in `width` cells: even, so that ideographs fill it.
  static func measure(_ width: Int, legs: Int) -> Int {
    max(2, (width - 3 * (legs - 1)) / legs / 2 * 2)
  }
}
