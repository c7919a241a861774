/// Squeezing: a curly quote set in two cells gives back its blank one.
extension PreparedText {
  /// Cells by which a line of these bytes may be squeezed: the blanks of its quotes, but not the one
  /// that begins it.
  ///
  /// - Complexity: O(*n*) in its length.
  func squeezable(_ range: Range<Int>) -> Int {
    guard rules.squeezesQuotes else { return 0 }
    let (bytes, codes) = (text.utf8.span, codes.span)
    guard !LineBits.hold(range, of: codes) else {
      let bits = LineBits(codes, range)
      let quotes = bits.wideMarks.filter { bytes.isCurlyQuote(at: range.lowerBound + $0) }
      let first = bits.ink & (0 &- bits.ink)
      return (quotes & ~(first & ~bits.clusters(.closing, in: first))).nonzeroBitCount
    }
    var (found, hasBegun) = (0, false)
    for offset in range where codes[offset].cells > 0 {
      if codes[offset].cells == 2, bytes.isCurlyQuote(at: offset),
        hasBegun || codes[offset].role == .closing
      {
        found += 1
      }
      hasBegun = true
    }
    return found
  }

  /// The clusters after which a blank can be taken out, from the end of the line to its start.
  func squeezePlaces(_ range: Range<Int>) -> [Int] {
    guard rules.squeezesQuotes else { return [] }
    let bytes = text.utf8.span
    var places: [Int] = []
    for offset in range.reversed() where codes[offset].cells == 2 {
      guard bytes.isCurlyQuote(at: offset) else { continue }
      if codes[offset].role == .closing {
        places.append(offset)
      } else if let before = drawnCluster(before: offset, from: range.lowerBound) {
        places.append(before)
      }
    }
    return places
  }

  private func drawnCluster(before offset: Int, from start: Int) -> Int? {
    codes[start..<offset].lastIndex { $0.cells > 0 }
  }
}

extension Span where Element == UInt8 {
  /// Whether “ ” ‘ or ’ stands there.
  func isCurlyQuote(at offset: Int) -> Bool {
    guard offset + 2 < count, self[offset] == 0xE2, self[offset + 1] == 0x80 else { return false }
    switch self[offset + 2] {
    case 0x98, 0x99, 0x9C, 0x9D: return true
    default: return false
    }
  }
}
