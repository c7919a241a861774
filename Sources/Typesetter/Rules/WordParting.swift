import UnicodeTables

/// Marks on the codes of a paragraph where its words may be parted with a hyphen.
enum WordParting {
  /// Words of fewer letters are not asked for.
  private static let leastLetters = Hyphenator.leastBefore + Hyphenator.leastAfter

  /// Marks the places inside the words of a paragraph that `hyphenator` knows and no rule has spoken
  /// of.
  ///
  /// - Complexity: O(*n*) in the length of the text, beside what the hyphenator takes.
  static func mark(
    _ bytes: Span<UInt8>, by hyphenator: Hyphenator, on codes: inout MutableSpan<ClusterCode>
  ) {
    var offset = 0
    while offset < bytes.count {
      let end = bytes.endOfWord(from: offset)
      if end - offset >= leastLetters, !bytes.isHyphen(at: end), !bytes.isHyphen(at: offset - 1) {
        for place in hyphenator.offsets(in: bytes.extracting(offset..<end)) {
          let code = codes[offset + place]
          guard !code.isRest, code.breakBefore == .prohibited else { continue }
          codes[offset + place].breakBefore = .hyphenated
        }
      }
      offset = end > offset ? end : offset + bytes.scalar(at: offset).length
    }
  }
}

extension Span where Element == UInt8 {
  /// Whether a hyphen stands there: a word that has one already gets no other.
  fileprivate func isHyphen(at offset: Int) -> Bool {
    indices.contains(offset) && self[offset] == 0x2D
  }

  /// The end of the letters from `start` on, apostrophes between them included.
  fileprivate func endOfWord(from start: Int) -> Int {
    var offset = start
    while offset < count {
      if self[offset].isLetter {
        offset += 1
        continue
      }
      let (scalar, length) = scalar(at: offset)
      let isApostrophe = scalar == "’" || scalar == "'"
      let joins =
        isApostrophe
        ? offset > start && offset + length < count && self[offset + length].isLetter
        : scalar.value >= 0x80 && scalar.properties.isAlphabetic
      guard joins else { break }
      offset += length
    }
    return offset
  }
}
