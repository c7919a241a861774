/// Canonical composition: which two code points are one (Unicode Standard, D108 to D117).
///
/// For what is drawn alone: a terminal may lose a mark, or measure a syllable by its letters. Text
/// is never altered.
package enum Composition {
  /// Digits of a code point in the table.
  private static let digits = 4
  /// Digits of a pair and its composite.
  private static let rowSize = 3 * digits

  /// All second parts lie between these, and no emoji does.
  private static let seconds: ClosedRange<UInt32> = 0x300...0x1_6FFF

  /// The primary composite of two code points that follow one another; nil if they have none.
  ///
  /// - Complexity: O(log *n*) in the number of composites, some thousand.
  package static func composite(
    _ first: Unicode.Scalar, _ second: Unicode.Scalar
  ) -> Unicode.Scalar? {
    guard seconds.contains(second.value) else { return nil }
    return syllable(first.value, second.value) ?? listed(first.value, second.value)
  }

  /// Hangul: a consonant and a vowel, or both of them and a final consonant.
  private static func syllable(_ first: UInt32, _ second: UInt32) -> Unicode.Scalar? {
    switch (first, second) {
    case (0x1100...0x1112, 0x1161...0x1175):
      Unicode.Scalar(0xAC00 + ((first - 0x1100) * 21 + second - 0x1161) * 28)
    case (0xAC00...0xD7A3, 0x11A8...0x11C2) where (first - 0xAC00) % 28 == 0:
      Unicode.Scalar(first + second - 0x11A7)
    default: nil
    }
  }

  private static func listed(_ first: UInt32, _ second: UInt32) -> Unicode.Scalar? {
    var (low, high) = (0, pairs.utf8CodeUnitCount / rowSize)
    while low < high {
      let middle = (low + high) / 2
      let found = (codePoint(middle, 0), codePoint(middle, 1))
      if found == (first, second) { return Unicode.Scalar(codePoint(middle, 2)) }
      if found < (first, second) { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  private static func codePoint(_ row: Int, _ column: Int) -> UInt32 {
    Bytes(pairs).codePoint(at: row * rowSize + column * digits)
  }
}

extension Bytes {
  /// A number of four digits to the base of 64, counted from 0x20.
  @inline(__always)
  func codePoint(at index: Int) -> UInt32 {
    var value: UInt32 = 0
    for digit in index..<index + 4 { value = value << 6 | UInt32(self[digit] - 0x20) }
    return value
  }
}
