import UnicodeTables

/// The codes of prose: ASCII words and figures with single blanks, commas, full stops and apostrophes.
///
/// Lines end in it after a blank; on nothing else does it depend. The rules of UAX #14 say so (LB18,
/// LB19, LB25, LB29); a test holds it against them.
struct Prose {
  /// Whether breaks between two words and between two figures are poor ones.
  private let partsPoorly: Bool

  /// Whether ’ is one cell wide.
  private let takesApostrophes: Bool

  init(_ typography: Typography) {
    partsPoorly = typography.isIdeographic
    takesApostrophes = typography.widths.cells(ofScalar: "’") == 1
  }

  /// Sets the codes of the prose that goes on at `start`, after an anchor; gives where it ends, after an
  /// anchor again or at the end of the text.
  func set(_ galley: Galley, from start: Int) -> Int {
    var offset = unsafe setWords(galley, from: start)
    while unsafe isApostrophe(at: offset, galley) {
      unsafe galley.setThree(apostrophe, at: offset)
      offset = unsafe setWords(galley, from: offset &+ 3)
    }
    if offset == galley.count { return offset }  // no rule asks what ends the text
    while unsafe !galley[offset &- 1].isAlphanumeric { offset &-= 1 }
    if unsafe galley.joinsNothing(at: offset) { return offset }
    offset &-= 1  // what follows may be a mark of the last letter
    while unsafe !galley[offset &- 1].isAlphanumeric { offset &-= 1 }
    return offset
  }

  /// Sets the codes of everything from a place on but apostrophes, and gives its end.
  @unsafe @inline(__always)
  private func setWords(_ galley: Galley, from start: Int) -> Int {
    var (offset, held) = (start, 0)
    repeat {
      held = unsafe setSixteen(galley, offset)
      offset &+= held
    } while held == 16
    return offset
  }

  /// Whether ’ stands at a place, between letters, and is as narrow as they are.
  @unsafe @inline(__always)
  private func isApostrophe(at offset: Int, _ galley: Galley) -> Bool {
    let four = unsafe galley.four(at: offset)
    return unsafe four & 0xFF_FFFF == 0x99_80E2 && UInt8(four >> 24).isLetter
      && galley[offset &- 1].isLetter && takesApostrophes
  }

  /// Sixteen codes at once, as many of them right as bytes are prose; says how many.
  @unsafe @inline(__always)
  private func setSixteen(_ galley: Galley, _ offset: Int) -> Int {
    let (here, before) = unsafe (galley.sixteen(at: offset), galley.sixteen(at: offset &- 1))
    let (letters, digits) = (here.letters, here.digits)
    let (blanks, afterBlank) = (here.equal(0x20), before.equal(0x20))
    let marks = (here & SixteenBytes(repeating: 0xFD)).equal(0x2C)  // , and .
    // A code is the letter's and what sets the others apart from it.
    var word =
      SixteenBytes(repeating: Self.letter) ^ blanks & SixteenBytes(repeating: Self.blank)
      ^ afterBlank & SixteenBytes(repeating: Self.start)
    if partsPoorly {
      let second = unsafe galley.sixteen(at: offset &- 2)
      let isLike = second.letters & letters | second.digits & digits
      word = word ^ afterBlank & isLike & SixteenBytes(repeating: 0x80)
    }
    unsafe galley.set(word, at: offset)
    // A blank is prose only where a word or figure follows.
    return (letters | digits | (blanks | marks) & afterBlank.inverse).prefix
  }

  /// The code of ’ between letters.
  private var apostrophe: ClusterCode { ClusterCode(cells: 1, .letter) }
  /// A letter's code, and the bits that set apart from it those of a blank, and of a letter before which
  /// a line may end.
  private static var letter: UInt8 { ClusterCode(cells: 1, .letter).bits }
  private static var blank: UInt8 { letter ^ ClusterCode(cells: 1, .space).bits }
  private static var start: UInt8 {
    letter ^ ClusterCode(cells: 1, .letter, breakBefore: .allowed).bits
  }
}

extension SixteenBytes {
  /// Which are ASCII letters.
  @inline(__always)
  var letters: SixteenBytes { (self | SixteenBytes(repeating: 0x20)).within(0x61, 0x7A) }

  /// Which are ASCII digits.
  @inline(__always)
  var digits: SixteenBytes { within(0x30, 0x39) }
}
