/// How a character stands in vertical text (Vertical_Orientation of UAX #50).
public enum VerticalOrientation: UInt8, Hashable, Sendable {
  /// Turned by a quarter to the right, as Latin letters are (R).
  case rotated
  /// As in horizontal text (U).
  case upright
  /// Upright in a form of its own, or else as in horizontal text (Tu): 、 。 small kana.
  case transformedUpright
  /// In a form of its own, or else turned (Tr): brackets, ー.
  case transformedRotated

  /// Bytes of a range in the table.
  private static let rowSize = 9

  /// Looks a code point up.
  ///
  /// - Complexity: O(log *n*) in the number of ranges, some two hundred.
  public init(of scalar: Unicode.Scalar) {
    let table = Bytes(Self.ranges)
    var (low, high) = (0, Self.ranges.utf8CodeUnitCount / Self.rowSize)
    while low < high {  // to the first range that does not end before the code point
      let middle = (low + high) / 2
      let last = table.codePoint(at: middle * Self.rowSize + 4)
      if last < scalar.value { low = middle + 1 } else { high = middle }
    }
    let row = low * Self.rowSize
    guard row < Self.ranges.utf8CodeUnitCount, table.codePoint(at: row) <= scalar.value else {
      self = .rotated
      return
    }
    self = VerticalOrientation(rawValue: table[row + 8] - 0x20) ?? .rotated
  }
}
