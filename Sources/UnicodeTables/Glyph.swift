/// What is drawn in one place of the screen: a cluster of up to six code points, packed in 16 bytes.
///
/// A terminal cell of ncurses holds five code points, so nothing longer could be drawn. The empty
/// glyph stands for a blank.
///
/// - Invariant: no control character and no surrogate is in it.
public struct Glyph: Hashable, Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// A blank cell.
  public static let blank = Glyph()

  /// The empty glyph.
  public init() {}

  /// One code point; a control character becomes a blank.
  public init(_ scalar: Unicode.Scalar) {
    append(scalar)
  }

  /// Adds a code point; what does not fit, and any control character, is left out.
  public mutating func append(_ scalar: Unicode.Scalar) {
    guard scalar.value >= 0x20, !(0x7F...0x9F).contains(scalar.value) else { return }
    let value = UInt64(scalar.value)
    for shift in [0, 21, 42] as [UInt64] where low >> shift & 0x1F_FFFF == 0 {
      low |= value << shift
      return
    }
    for shift in [0, 21, 42] as [UInt64] where high >> shift & 0x1F_FFFF == 0 {
      high |= value << shift
      return
    }
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
  public var first: Unicode.Scalar { Unicode.Scalar(UInt32(low & 0x1F_FFFF)) ?? " " }

  /// The glyph as text; a blank is `" "`.
  public var text: String {
    if low == 0 { return " " }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
