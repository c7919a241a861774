package import NewsModel

/// A rectangle that an item fills in print, in ten-thousandths of the page.
///
/// - Invariant: `left < right && top < bottom`, all within 0 to ``NewsModel/Zone/whole``.
package struct PrintedBox: Hashable, Sendable {
  package let left: Int
  package let top: Int
  package let right: Int
  package let bottom: Int

  /// How far two rectangles may reach into one another and still count as parted, in ten-thousandths:
  /// zones drawn by hand or found by a scanner are no more exact than a gutter is wide.
  static let slack = 200

  package init(_ zone: Zone) {
    (left, top, right, bottom) = (zone.left, zone.top, zone.right, zone.bottom)
  }

  private init(_ one: PrintedBox, _ other: PrintedBox) {
    (left, top) = (min(one.left, other.left), min(one.top, other.top))
    (right, bottom) = (max(one.right, other.right), max(one.bottom, other.bottom))
  }

  /// The rectangle of an item: around all its zones, or the largest of them where that would cover
  /// other items; nil for no zones.
  package init?(_ zones: [Zone], among others: [Zone]) {
    let boxes = zones.map { PrintedBox($0) }
    guard var around = boxes.first else { return nil }
    for box in boxes.dropFirst() { around = PrintedBox(around, box) }
    let isFree = !others.contains { around.overlaps(PrintedBox($0)) }
    let largest = boxes.enumerated().max {
      ($0.element.area, -$0.offset) < ($1.element.area, -$1.offset)
    }
    self = isFree ? around : largest?.element ?? around
  }

  var area: Int { (right - left) * (bottom - top) }

  /// Whether two rectangles share more than their ``slack``.
  func overlaps(_ other: PrintedBox) -> Bool {
    min(right, other.right) - max(left, other.left) > PrintedBox.slack
      && min(bottom, other.bottom) - max(top, other.top) > PrintedBox.slack
  }

  /// The area that two rectangles share.
  func sharedArea(with other: PrintedBox) -> Int {
    max(0, min(right, other.right) - max(left, other.left))
      * max(0, min(bottom, other.bottom) - max(top, other.top))
  }

  /// The distance from side to side, 0 where the rectangles stand above one another.
  func gapAcross(to other: PrintedBox) -> Int {
    max(0, max(left, other.left) - min(right, other.right))
  }

  /// The distance from top to bottom, 0 where the rectangles stand beside one another.
  func gapAlong(to other: PrintedBox) -> Int {
    max(0, max(top, other.top) - min(bottom, other.bottom))
  }
}
