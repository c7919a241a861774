import UnicodeTables

/// The codes of ideographic prose: Han from U+4E00 to U+9FFF with its stops, brackets and quotes.
///
/// Lines end in it before every character that is no closing mark and does not follow an opening one;
/// on nothing else does it depend. The rules of UAX #14 say so (LB13, LB14, LB31); a test holds it
/// against them.
struct IdeographicProse {
  /// What a character of such prose is.
  private enum Kind: UInt8 {
    case other, closing, opening
  }

  /// Han after Han or a closing mark; the same after an opening one.
  private let (ideograph, bound): (ClusterCode, ClusterCode)
  private let closing = ClusterCode(cells: 2, .closing)
  private let opening: ClusterCode
  /// What curly quotes take.
  private let (quoteEnd, quoteStart): (ClusterCode, ClusterCode)
  /// Whether marks belong to it, and not Han alone.
  private let hasMarks: Bool

  init(_ typography: Typography) {
    let breakBefore: PreparedCluster.Break = typography.partsIdeographs ? .allowed : .prohibited
    ideograph = ClusterCode(cells: 2, .ideograph, breakBefore: breakBefore)
    bound = ClusterCode(cells: 2, .ideograph)
    opening = ClusterCode(cells: 2, .opening, breakBefore: breakBefore)
    hasMarks = typography.isIdeographic && typography.prohibition >= .basic
    let isWide = typography.widensQuotes || typography.widths.cells(ofScalar: "“") == 2
    quoteEnd = isWide ? closing : ClusterCode(cells: 1, .letter)
    quoteStart = isWide ? opening : ClusterCode(cells: 1, .letter, breakBefore: breakBefore)
  }

  /// The code of an ideograph after another.
  var following: ClusterCode { ideograph }

  /// Sets the codes of the prose from `start`, a Han character, on; gives the end of its last Han
  /// character, and the end of the codes that have been set.
  ///
  /// The first gets the code of one that follows another.
  func set(
    _ bytes: Span<UInt8>, from start: Int, to codes: inout MutableSpan<ClusterCode>
  ) -> (end: Int, setEnd: Int) {
    precondition(codes.count == bytes.count, "a code for each byte")
    let limit = bytes.count - 2
    var (offset, end) = (start, start + 3)
    while true {
      while offset < limit, unsafe bytes.isIdeograph(uncheckedAt: offset) {
        unsafe codes[unchecked: offset] = ideograph
        offset &+= 3
        end = offset
      }
      guard hasMarks, offset < limit else { return (end, offset) }
      let (setEnd, isBound) = setMarks(bytes, from: offset, to: &codes)
      guard setEnd > offset, setEnd < limit else { return (end, setEnd) }
      offset = setEnd
      // Marks set what comes after an opening one apart.
      guard unsafe bytes.isIdeograph(uncheckedAt: offset) else { return (end, offset) }
      if isBound {
        codes[offset] = bound
        offset += 3
        end = offset
      }
    }
  }

  /// Sets the codes of the marks from `offset` on; gives their end, and whether the last one opens.
  private func setMarks(
    _ bytes: Span<UInt8>, from start: Int, to codes: inout MutableSpan<ClusterCode>
  ) -> (end: Int, opens: Bool) {
    var (offset, isBound) = (start, false)
    while offset + 2 < bytes.count {
      let lead = bytes[offset]
      switch Self.kind(lead, bytes[offset + 1], bytes[offset + 2]) {
      case .other: return (offset, isBound)
      case .closing:
        codes[offset] = lead == 0xE2 ? quoteEnd : closing
        isBound = false
      case .opening:
        var code = lead == 0xE2 ? quoteStart : opening
        if isBound { code.breakBefore = .prohibited }
        codes[offset] = code
        isBound = true
      }
      offset += 3
    }
    return (offset, isBound)
  }

  @inline(__always)
  private static func kind(_ lead: UInt8, _ second: UInt8, _ third: UInt8) -> Kind {
    let place: Int
    switch (lead, second) {
    case (0xE3, 0x80): place = 0
    case (0xEF, 0xBC): place = 64
    case (0xE2, 0x80): place = 128
    default: return .other
    }
    return kinds[place + Int(third & 0x3F)]
  }

  /// What the marks are in U+3000–303F, U+FF00–FF3F and U+2000–203F.
  private static let kinds: [Kind] = [0x3000..<0x3040, 0xFF00..<0xFF40, 0x2000..<0x2040].flatMap {
    $0.map { kind(ofScalar: $0) }
  }

  private static func kind(ofScalar scalar: UInt32) -> Kind {
    switch scalar {
    case 0x201C: return .opening
    case 0x201D, 0xFF1A, 0xFF1B: return .closing
    case 0x2000..<0x2040: return .other  // what the others are, their neighbours say
    default: break
    }
    let traits = Marks.traits(of: scalar)
    guard traits.contains(.chinese) else { return .other }
    return traits.contains(.opens) ? .opening : .closing
  }
}

extension Span where Element == UInt8 {
  /// Whether a code point from U+4E00 to U+9FFF begins at a place that is not the last.
  @unsafe @inline(__always)
  fileprivate func isIdeograph(uncheckedAt offset: Int) -> Bool {
    let lead = unsafe self[unchecked: offset]
    if lead &- 0xE5 <= 4 { return true }
    return unsafe lead == 0xE4 && self[unchecked: offset &+ 1] >= 0xB8
  }
}
