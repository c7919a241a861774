/// The codes of prose: ASCII words and figures with single blanks, commas, full stops and hyphens.
///
/// Lines end in it after a blank, and after a hyphen between words; on nothing else does it depend.
/// The rules of UAX #14 say so (LB18, LB21, LB25, LB29); a test holds it against them.
struct Prose {
  /// Whether breaks between two words and between two figures are poor ones.
  private let partsPoorly: Bool
  /// Whether a line may end after a hyphen.
  private let partsAtHyphens: Bool

  init(_ typography: Typography) {
    partsPoorly = typography.isIdeographic
    partsAtHyphens = !typography.endsLinesAtWords
  }

  /// Sets the codes of the prose from `start`, a letter or digit, on, and gives its end.
  ///
  /// The break before the first is left to others.
  func set(
    _ bytes: Span<UInt8>, from start: Int, to codes: inout MutableSpan<ClusterCode>
  ) -> Int {
    codes[start] = ClusterCode(cells: 1, .letter)
    var offset = start + 1
    if start == 0 {
      guard offset < bytes.count, holds(bytes, at: offset) else { return offset }
      codes[offset] = code(bytes, at: offset)
      offset += 1
    }
    var raw = unsafe codes.mutableBytes
    let text = unsafe bytes.bytes
    precondition(raw.byteCount == text.byteCount && offset >= 1, "a code for each byte")
    // A figure in ideographic text is short: five bytes on there is other text.
    let isLong = offset + 5 < bytes.count && bytes[offset + 4] < 0x80
    while isLong, offset + 16 <= text.byteCount, offset >= 2 {
      let held = unsafe set(text, offset, &raw)
      offset += held
      if held < 16 { return offset }
    }
    while offset < bytes.count, holds(bytes, at: offset) {
      raw.storeBytes(of: code(bytes, at: offset).bits, toByteOffset: offset, as: UInt8.self)
      offset += 1
    }
    return offset
  }

  /// Sixteen bytes at once, as far as they are prose; says how far that is.
  ///
  /// - Precondition: They are all there, and two before them, which is not checked.
  @unsafe @inline(__always)
  private func set(_ bytes: RawSpan, _ offset: Int, _ codes: inout MutableRawSpan) -> Int {
    let here = unsafe SixteenBytes(bytes, uncheckedAt: offset)
    let before = unsafe SixteenBytes(bytes, uncheckedAt: offset - 1)
    let (letters, digits) = (here.letters, here.digits)
    let (blanks, hyphens) = (here.equal(0x20), here.equal(0x2D))
    let marks = (here & SixteenBytes(repeating: 0xFD)).equal(0x2C)  // , and .
    let (afterBlank, afterHyphen) = (before.equal(0x20), before.equal(0x2D))
    var (others, starts) = (blanks | marks, afterBlank)
    var taboo = afterBlank  // a blank is prose only where a word or figure follows
    let hasHyphens = (hyphens | afterHyphen).isAnywhere
    if hasHyphens {  // and a hyphen between such, only
      (others, taboo) = (others | hyphens & (before.letters | before.digits), taboo | afterHyphen)
      if partsAtHyphens { starts = starts | afterHyphen & letters }
    }
    // A code is the letter's and what sets the others apart from it.
    var word =
      SixteenBytes(repeating: Self.letter) ^ blanks & SixteenBytes(repeating: Self.blank)
      ^ starts & SixteenBytes(repeating: Self.start)
    if hasHyphens { word = word ^ hyphens & SixteenBytes(repeating: Self.hyphen) }
    if partsPoorly {
      let second = unsafe SixteenBytes(bytes, uncheckedAt: offset - 2)
      let isLike = second.letters & letters | second.digits & digits
      word = word ^ afterBlank & isLike & SixteenBytes(repeating: 0x80)
    }
    let held = (letters | digits | others & taboo.inverse).prefix
    if held < 16 { word = word.first(held) }
    unsafe word.store(to: &codes, uncheckedAt: offset)
    return held
  }

  /// A letter's code, and the bits that set apart from it those of a blank, of a hyphen, and of a letter
  /// before which a line may end.
  private static let letter = ClusterCode(cells: 1, .letter).bits
  private static let blank = letter ^ ClusterCode(cells: 1, .space).bits
  private static let hyphen = letter ^ ClusterCode(cells: 1, .connector).bits
  private static let start = letter ^ ClusterCode(cells: 1, .letter, breakBefore: .allowed).bits

  /// Whether the byte at `offset`, which is not the first of the text, goes on with prose.
  private func holds(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
    let (byte, before) = (bytes[offset], bytes[offset - 1])
    if byte.isAlphanumeric { return true }
    guard before != 0x20, before != 0x2D else { return false }
    switch byte {
    case 0x20, 0x2C, 0x2E: return true
    case 0x2D: return before.isAlphanumeric
    default: return false
    }
  }

  /// The code of one byte of prose, not the first.
  private func code(_ bytes: Span<UInt8>, at offset: Int) -> ClusterCode {
    let byte = bytes[offset]
    if byte == 0x20 { return ClusterCode(cells: 1, .space) }
    if byte == 0x2D { return ClusterCode(cells: 1, .connector) }
    var code = ClusterCode(cells: 1, .letter)
    guard offset > 1 else { return code }
    let (before, second) = (bytes[offset - 1], bytes[offset - 2])
    if before == 0x20 {
      code.breakBefore = .allowed
      let isLike = byte.isLetter && second.isLetter || byte.isDigit && second.isDigit
      code.breaksPoorly = partsPoorly && isLike
    } else if before == 0x2D, partsAtHyphens, byte.isLetter, second.isAlphanumeric {
      code.breakBefore = .allowed
    }
    return code
  }
}

extension SixteenBytes {
  /// Which are ASCII letters.
  @inline(__always)
  fileprivate var letters: SixteenBytes {
    (self | SixteenBytes(repeating: 0x20)).within(0x61, 0x7A)
  }

  /// Which are ASCII digits.
  @inline(__always)
  fileprivate var digits: SixteenBytes { within(0x30, 0x39) }
}

extension UInt8 {
  /// Whether it is an ASCII letter.
  @inline(__always)
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

  /// Whether it is an ASCII digit.
  @inline(__always)
  var isDigit: Bool { self &- 0x30 < 10 }

  /// Whether it is an ASCII letter or digit.
  @inline(__always)
  var isAlphanumeric: Bool { isLetter || isDigit }
}
