/// The name of a Unicode encoding other than UTF-8; nil where there is no sign of one.
package func unicodeEncoding(_ bytes: [UInt8]) -> String? {
  if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
    return "UTF-32"
  }
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
  let head = bytes.prefix(4096)
  guard bytes.count >= 4, bytes.count.isMultiple(of: 2), head.contains(0) else { return nil }
  return isSixteenBit(head, low: 0) || isSixteenBit(head, low: 1) ? "UTF-16" : nil
}

/// Whether pairs of bytes, of which `low` is the place of the lower one, are text with some ASCII.
private func isSixteenBit(_ bytes: ArraySlice<UInt8>, low: Int) -> Bool {
  var ascii = 0
  for index in stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2) {
    let unit = UInt16(bytes[index + 1 - low]) << 8 | UInt16(bytes[index + low])
    let isText = unit >= 0x20 && unit < 0xFFFE || unit == 0x09 || unit == 0x0A || unit == 0x0D
    guard isText else { return false }
    if unit < 0x80 { ascii += 1 }
  }
  return ascii * 20 >= bytes.count / 2
}

/// The name of the older encoding that a text not in UTF-8 is probably in; nil for UTF-8, and for
/// UTF-8 with a few broken bytes.
///
/// A guess: the shares of the byte pairs that each encoding uses most decide.
package func legacyEncoding(_ bytes: [UInt8]) -> String? {
  guard let first = bytes.firstInvalidUTF8 else { return nil }
  let sample = Array(bytes.prefix(1 << 18))
  let (valid, broken) = sample.countOfUTF8Sequences
  if valid > 4 * broken || bytes.prefix(first).contains(where: { $0 >= 0x80 }) && valid > broken {
    return nil
  }
  let pairs = EastAsianPairs(sample)
  let visible = sample.count { $0 > 0x20 }
  guard pairs.high * 5 >= visible else {
    return pairs.high > 0 ? "ISO 8859-1 or Windows-1252" : nil
  }
  return pairs.name
}

/// Counts of the byte pairs of East Asian encodings.
private struct EastAsianPairs {
  /// Bytes above 0x7F.
  var high = 0
  /// Pairs of which both bytes are 0xA1 or above.
  private var plainPairs = 0
  private var eucKana = 0
  private var shiftKana = 0
  private var hangul = 0
  private var bigFive = 0

  init(_ bytes: [UInt8]) {
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      guard lead >= 0x80, index + 1 < bytes.count else {
        index += 1
        continue
      }
      let trail = bytes[index + 1]
      count(lead, trail)
      high += trail >= 0x80 ? 2 : 1
      index += trail >= 0x40 ? 2 : 1
    }
  }

  private mutating func count(_ lead: UInt8, _ trail: UInt8) {
    if lead == 0x82, (0x9F...0xF1).contains(trail) { shiftKana += 1 }
    if lead == 0x83, (0x40...0x96).contains(trail) { shiftKana += 1 }
    if (0xA4...0xC6).contains(lead), (0x40...0x7E).contains(trail) { bigFive += 1 }
    guard lead >= 0xA1, trail >= 0xA1 else { return }
    plainPairs += 1
    if lead == 0xA4 || lead == 0xA5 { eucKana += 1 }
    if (0xB0...0xC8).contains(lead) { hangul += 1 }
  }

  /// The encoding whose pairs prevail.
  var name: String {
    let pairs = max(1, high / 2)
    if shiftKana * 5 > pairs { return "Shift_JIS" }
    if eucKana * 5 > pairs { return "EUC-JP" }
    if bigFive * 4 > pairs { return "Big5" }
    if hangul * 10 > plainPairs * 9 { return "EUC-KR" }
    return "GB18030"
  }
}

extension [UInt8] {
  /// How many sequences of UTF-8 above ASCII are whole, and how many bytes belong to none.
  fileprivate var countOfUTF8Sequences: (valid: Int, broken: Int) {
    var (valid, broken, index) = (0, 0, 0)
    while index < count {
      if self[index] < 0x80 {
        index += 1
      } else if let length = sequenceLength(at: index) {
        (valid, index) = (valid + 1, index + length)
      } else {
        (broken, index) = (broken + 1, index + 1)
      }
    }
    return (valid, broken)
  }
}
