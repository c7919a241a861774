import UnicodeTables

/// Runs: characters that follow one another so plainly that no rule need look at each.
///
/// They are most of any text: ideographic prose, and prose in ASCII. The rules see a run as one
/// unit, or two where it begins with a letter and ends with a digit, because it breaks inside at
/// places that depend on nothing outside.
extension Scan {
  /// Takes the run that begins at `offset`, if one does, and returns its end.
  ///
  /// The last character before other text is left out if that text may join it, as in é.
  ///
  /// - Complexity: O(*n*) in its length.
  mutating func appendRun(
    _ bytes: Span<UInt8>, from offset: Int, to codes: inout MutableSpan<ClusterCode>
  ) -> Int {
    if bytes[offset] < 0x80 {
      return bytes[offset].isAlphanumeric ? appendProse(bytes, from: offset, to: &codes) : offset
    }
    return bytes.isIdeograph(at: offset)
      ? appendIdeographs(bytes, from: offset, to: &codes) : offset
  }

  private mutating func appendIdeographs(
    _ bytes: Span<UInt8>, from start: Int, to codes: inout MutableSpan<ClusterCode>
  ) -> Int {
    var (end, setEnd) = rules.ideographic.set(bytes, from: start, to: &codes)
    if setEnd == bytes.count {
      end = setEnd  // no rule asks what ends the text
    } else if !bytes.joinsNothing(at: end) {
      end -= 3  // what follows may be a mark of the last character
      while end > start, !bytes.isIdeograph(at: end - 3) { end -= 3 }
    }
    for offset in end..<setEnd { codes[offset] = .rest }
    guard end > start else { return start }
    if units.last?.isIdeograph != true {
      codes[start].breakBefore = .prohibited
      units.append(
        BreakUnit(run: bytes.ideograph(at: start), .id, isEastAsian: true, offset: start))
    }
    return end
  }

  private mutating func appendProse(
    _ bytes: Span<UInt8>, from start: Int, to codes: inout MutableSpan<ClusterCode>
  ) -> Int {
    let found = rules.prose.set(bytes, from: start, to: &codes)
    var end = found
    if found < bytes.count {  // else no rule asks what ends the text
      while !bytes[end - 1].isAlphanumeric { end -= 1 }
    }
    if end < bytes.count, bytes[end] >= 0x80, !bytes.joinsNothing(at: end) {
      end -= 1  // what follows may be a mark of the last letter
      while end > start, !bytes[end - 1].isAlphanumeric { end -= 1 }
    }
    for offset in end..<found { codes[offset] = .rest }
    guard end > start else { return start }
    appendUnit(of: bytes[start], at: start, isInside: false)
    let last = bytes[end - 1]
    if last.isLetter != bytes[start].isLetter, last.isAlphanumeric {
      appendUnit(of: last, at: end - 1, isInside: true)
    }
    return end
  }

  /// The unit of the first or last byte of prose, if the last unit is of another kind.
  private mutating func appendUnit(of byte: UInt8, at offset: Int, isInside: Bool) {
    if let last = units.last, byte.isLetter ? last.isLetter : last.isDigit { return }
    var unit = BreakUnit(
      run: UInt32(byte), byte.isLetter ? .al : .nu, isEastAsian: false, offset: offset)
    if isInside { unit.traits.insert(.settled) }
    units.append(unit)
  }
}

extension Span where Element == UInt8 {
  /// Whether a code point from U+4E00 to U+9FFF begins there, whole.
  @inline(__always)
  fileprivate func isIdeograph(at offset: Int) -> Bool {
    guard offset < count else { return false }
    let lead = self[offset]
    return lead &- 0xE5 <= 4 || (lead == 0xE4 && self[offset + 1] >= 0xB8)
  }

  /// The code point of three bytes that begins there.
  fileprivate func ideograph(at offset: Int) -> UInt32 {
    UInt32(self[offset] & 0x0F) << 12 | UInt32(self[offset + 1] & 0x3F) << 6
      | UInt32(self[offset + 2] & 0x3F)
  }

  /// Whether what begins there surely is no mark: ASCII, Han, full-width forms, CJK punctuation.
  @inline(__always)
  fileprivate func joinsNothing(at offset: Int) -> Bool {
    guard offset < count else { return true }
    let lead = self[offset]
    if lead < 0x80 || lead &- 0xE4 <= 5 { return true }
    guard offset + 2 < count else { return false }
    return (lead == 0xEF && self[offset + 1] == 0xBC)
      || (lead == 0xE3 && self[offset + 1] == 0x80 && self[offset + 2] < 0xA0)
  }
}
