/// What the rules see of an anchor: an ASCII letter or digit, or Han from U+4E00 to U+9FFF, that no
/// neighbour joins; or an end of the text.
///
/// No rule looks past an anchor, from either side: none asks about more than the nearest character of
/// these kinds. LB8, LB14 to LB17 look over spaces alone, LB25 over separators, LB30a over flags; LB15a,
/// LB15b, LB19a, LB20a, LB21a and LB28a ask about a second neighbour of a mark, a hyphen or a syllable,
/// and where the first is one of those, the second is the anchor at most. What traditions add looks over
/// blanks, quotes and what is not drawn. So the codes of what stands between two anchors, and the
/// break before the second, depend on nothing but that and the two.
enum Anchor: UInt8 {
  case edge, letter, digit, ideograph
  /// Han that counts or measures a figure before it; told from others only where there is one.
  case unit

  /// Whether Han goes on after it.
  @inline(__always)
  var isIdeograph: Bool { rawValue >= Self.ideograph.rawValue }

  /// Its length in bytes.
  @inline(__always)
  var byteCount: Int { isIdeograph ? 3 : self == .edge ? 0 : 1 }
}

extension Galley {
  /// The anchor that begins at a place, if one does; at the end of the text it is that.
  @unsafe @inline(__always)
  func anchor(at offset: Int) -> Anchor? {
    let lead = unsafe self[offset]
    if lead.isAlphanumeric {
      guard unsafe isAlone(offset, byteCount: 1) else { return nil }
      return lead.isLetter ? .letter : .digit
    }
    if unsafe isIdeograph(at: offset) {
      return unsafe isAlone(offset, byteCount: 3) ? .ideograph : nil
    }
    return lead == Self.edge ? .edge : nil
  }

  /// Whether the character that begins at a place surely is a cluster by itself, if it is one at all.
  @unsafe @inline(__always)
  func isAlone(_ offset: Int, byteCount: Int) -> Bool {
    unsafe takesNothing(at: offset) && joinsNothing(at: offset &+ byteCount)
  }

  /// Whether a code point from U+4E00 to U+9FFF begins at a place.
  @unsafe @inline(__always)
  func isIdeograph(at offset: Int) -> Bool {
    let lead = unsafe self[offset]
    return unsafe lead &- 0xE5 <= 4 || (lead == 0xE4 && self[offset &+ 1] >= 0xB8)
  }

  /// Whether what begins at a place surely is no mark of what stands before it.
  @unsafe @inline(__always)
  func joinsNothing(at offset: Int) -> Bool {
    let lead = unsafe self[offset]
    return unsafe lead < 0x80 || lead &- 0xE4 <= 5 || joinsNothingElse(at: offset)
  }

  /// The same where it is neither ASCII nor Han: of blocks without marks, or from the end of one.
  @unsafe
  private func joinsNothingElse(at offset: Int) -> Bool {
    let (second, third) = unsafe (self[offset &+ 1], self[offset &+ 2])
    switch unsafe self[offset] {
    case 0xC2...0xCB, Self.edge: return true  // to U+02FF
    case 0xE2: return second == 0x80 && third != 0x8C && third != 0x8D  // but for the joiners
    case 0xE3:  // but for U+302A to U+302F and the sound marks of kana
      switch second {
      case 0x80: return third < 0xAA || third > 0xAF
      case 0x82: return third != 0x99 && third != 0x9A
      default: return second == 0x81 || second == 0x83
      }
    case 0xEF: return second == 0xBC  // full-width forms
    default: return false
    }
  }

  /// Whether what ends before a place surely takes nothing that follows to itself, as U+0600 does.
  @unsafe @inline(__always)
  private func takesNothing(at offset: Int) -> Bool {
    let last = unsafe self[offset &- 1]
    if last < 0x80 || last == Self.edge { return true }
    return unsafe 0xE1...0xEF ~= self[offset &- 3] || 0xC2...0xD7 ~= self[offset &- 2]
  }
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
