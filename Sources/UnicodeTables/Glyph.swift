/// What is drawn in one place of the screen: a cluster of up to six code points, packed in 16 bytes.
///
/// A terminal cell of ncurses holds five code points, so nothing longer could be drawn. The empty
/// glyph stands for a blank.
///
/// - Invariant: no control character and no surrogate is in it.
public struct Glyph: Hashable, Sendable {
  /// Three code points of 21 bits each, the first lowest; 0 is no code point.
  private var low: UInt64 = 0
  /// Three more.
  private var high: UInt64 = 0

  /// A blank cell.
  public static let blank = Glyph()

  /// The empty glyph.
  public init() {}

  /// One code point; a control character becomes a blank.
  public init(_ scalar: Unicode.Scalar) {
    low = Self.isControl(scalar) ? 0 : UInt64(scalar.value)
  }

  /// Adds a code point; what does not fit, and any control character, is left out.
  public mutating func append(_ scalar: Unicode.Scalar) {
    guard !Self.isControl(scalar) else { return }
    let value = UInt64(scalar.value)
    if low >> 42 == 0 {
      low |= value << Self.firstFreeShift(in: low)
    } else if high >> 42 == 0 {
      high |= value << Self.firstFreeShift(in: high)
    }
  }

  /// Puts another code point, no control character, in the place of the last.
  mutating func replaceLast(with scalar: Unicode.Scalar) {
    if high != 0 {
      high = Self.replacingLast(of: high, with: scalar)
    } else {
      low = Self.replacingLast(of: low, with: scalar)
    }
  }

  private static func replacingLast(of word: UInt64, with scalar: Unicode.Scalar) -> UInt64 {
    let shift: UInt64 = word >> 42 != 0 ? 42 : word >> 21 != 0 ? 21 : 0
    return word & ~(0x1F_FFFF << shift) | UInt64(scalar.value) << shift
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }

  private static func firstFreeShift(in word: UInt64) -> UInt64 {
    word == 0 ? 0 : word >> 21 == 0 ? 21 : 42
  }

  /// Whether nothing is drawn.
  public var isBlank: Bool { low == 0 || (low == 0x20 && high == 0) }

  /// The code points, at most six.
  public var scalars: [Unicode.Scalar] {
    var found: [Unicode.Scalar] = []
    for word in [low, high] {
      for shift in [0, 21, 42] as [UInt64] {
        let value = UInt32(word >> shift & 0x1F_FFFF)
        if value == 0 { return found }
        if let scalar = Unicode.Scalar(value) { found.append(scalar) }
      }
    }
    return found
  }

  /// The first code point, or a blank.
  public var first: Unicode.Scalar {
    low == 0 ? " " : Unicode.Scalar(UInt32(low & 0x1F_FFFF)) ?? " "
  }

  /// The glyph as text; a blank is `" "`.
  public var text: String {
    if low == 0 { return " " }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
