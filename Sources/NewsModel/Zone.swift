/// A rectangle of a printed page, in ten-thousandths of the page's width and height from its upper left
/// corner.
///
/// - Invariant: it lies on the page and is not empty.
public struct Zone: Hashable, Sendable {
  /// The width and height of the page.
  public static let whole = 10_000

  /// The left edge.
  public let left: Int
  /// The upper edge.
  public let top: Int
  /// The width.
  public let width: Int
  /// The height.
  public let height: Int

  /// Makes a rectangle; nil for one that is empty or leaves the page.
  public init?(left: Int, top: Int, width: Int, height: Int) {
    let page = 0...Zone.whole
    guard page.contains(left), page.contains(top), width > 0, height > 0,
      width <= Zone.whole - left, height <= Zone.whole - top
    else { return nil }
    (self.left, self.top, self.width, self.height) = (left, top, width, height)
  }

  /// The right edge, no longer part of it.
  public var right: Int { left + width }
  /// The lower edge, no longer part of it.
  public var bottom: Int { top + height }
}
