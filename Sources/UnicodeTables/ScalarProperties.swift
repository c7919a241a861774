/// What Unicode says of one code point: its width, and its part in line breaks and clusters.
public struct ScalarProperties: Hashable, Sendable {
  /// The cells of a code point, as the reference of cell widths defines them.
  package enum Width: UInt8, Sendable {
    case zero, one, two
    /// East Asian Ambiguous: one or two, as the terminal likes.
    case ambiguous
  }

  /// The side of a quotation mark, where its General_Category tells it.
  package enum QuoteSide: UInt8, Sendable {
    case neither, initial, final
  }

  /// Three bytes below 128: traits, Line_Break, cluster class.
  private let bits: UInt32

  /// Looks a code point up.
  ///
  /// - Complexity: O(1).
  public init(of scalar: Unicode.Scalar) {
    self = ScalarTable.properties(of: scalar.value)
  }

  init(traits: UInt8, lineBreak: UInt8, clusterBreak: UInt8) {
    bits = UInt32(traits) | UInt32(lineBreak) << 8 | UInt32(clusterBreak) << 16
  }

  /// Packs what the table generator has read from the data files.
  package init(
    width: Width, lineBreak: LineBreakClass, clusterBreak: ClusterBreakClass, isEastAsian: Bool,
    quoteSide: QuoteSide, isReservedPictograph: Bool, mayBecomeEmoji: Bool
  ) {
    let traits =
      width.rawValue | (isEastAsian ? 0x04 : 0) | quoteSide.rawValue << 3
      | (isReservedPictograph ? 0x20 : 0) | (mayBecomeEmoji ? 0x40 : 0)
    self.init(
      traits: traits, lineBreak: lineBreak.rawValue, clusterBreak: clusterBreak.rawValue)
  }

  /// The three bytes that the generated table holds.
  package var tableBytes: [UInt8] {
    [UInt8(bits & 0x7F), UInt8(bits >> 8 & 0x7F), UInt8(bits >> 16 & 0x7F)]
  }

  /// The cells it takes.
  @inline(__always)
  package var width: Width { Width(rawValue: UInt8(bits & 0x03)) ?? .one }

  /// Line_Break, resolved by LB1.
  @inline(__always)
  public var lineBreak: LineBreakClass {
    LineBreakClass(rawValue: UInt8(bits >> 8 & 0x7F)) ?? .al
  }

  /// Its part in grapheme clusters.
  @inline(__always)
  package var clusterBreak: ClusterBreakClass {
    ClusterBreakClass(rawValue: UInt8(bits >> 16 & 0x7F)) ?? .other
  }

  /// Whether it joins neither what is before it nor, being as plain, what is after it.
  @inline(__always)
  package var isPlain: Bool { bits >> 16 == 0 }

  /// The traits that rules of line breaking ask for, as they lie in the table: 0x04 for
  /// `isEastAsian`, 0x08 and 0x10 for an initial and a final quotation mark, 0x20 for
  /// `isReservedPictograph`.
  package var lineBreakTraits: UInt8 { UInt8(bits & 0x3C) }

  /// Whether East_Asian_Width is Fullwidth, Wide or Halfwidth, as rules LB19a and LB30 ask.
  @inline(__always)
  public var isEastAsian: Bool { bits & 0x04 != 0 }

  /// Whether it opens (Pi) or closes (Pf) a quotation, as rules LB15a, LB15b and LB19 ask.
  package var quoteSide: QuoteSide { QuoteSide(rawValue: UInt8(bits >> 3 & 0x03)) ?? .neither }

  /// Whether it is unassigned and set aside for emoji, as rule LB30b asks.
  package var isReservedPictograph: Bool { bits & 0x20 != 0 }

  /// Whether it is text that U+FE0F makes an emoji: ❤, ©, the digits.
  var mayBecomeEmoji: Bool { bits & 0x40 != 0 }
}
