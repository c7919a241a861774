import UnicodeTables

/// Asks the rules about stretches of a text, in room that is used again.
struct Ruling {
  private let rules: SettingRules
  private var scan: Scan
  /// The codes of the stretch asked about last, from the anchor before it to the one after it.
  private var codes: [ClusterCode] = []
  /// Where among them those of the stretch begin.
  private var start = 0
  /// From where on the text is known to close no bracket.
  private var closesNone = Int.max
  /// Whether brackets change in pairs, however far apart.
  private let pairsBrackets: Bool

  /// Prepares to ask `rules`.
  init(_ rules: SettingRules) {
    self.rules = rules
    scan = Scan(rules)
    pairsBrackets = rules.isIdeographic && rules.typography.widensMarks
  }

  /// Makes ready for another text.
  mutating func begin() { closesNone = Int.max }

  /// Sets the codes of a stretch between two anchors, and of the second of them; says what it has.
  mutating func set(
    _ galley: Galley, _ range: Range<Int>, after left: Anchor, before right: Anchor
  ) -> TextTraits {
    start = left.byteCount
    let whole = range.lowerBound - start..<range.upperBound + right.byteCount
    let bytes = unsafe galley.bytes(whole)
    unsafe scan.rule(bytes.span, to: &codes)
    for offset in range.lowerBound..<whole.upperBound {
      galley.set(codes[offset - whole.lowerBound], at: offset)
    }
    return (scan.hasMandatoryBreak ? .mandatoryBreak : TextTraits())
      .union(scan.hasBlankRun ? .blankRun : [])
  }

  /// Codes of the stretch asked about last, the first sixteen.
  var sixteen: SixteenBytes {
    SixteenBytes { start + $0 < codes.count ? codes[start + $0].bits : 0 }
  }
}

// MARK: How far to ask

extension Ruling {
  /// Whether what the rules say of a joint depends on nothing outside: it opens no bracket whose form may
  /// depend on the one that closes it.
  func isLocal(_ galley: Galley, _ range: Range<Int>) -> Bool {
    !pairsBrackets || !range.contains { unsafe galley[$0] == 0x28 }
  }

  /// The first anchor from `start` on that no open bracket stands before, and its place.
  mutating func end(of galley: Galley, from start: Int) -> (end: Int, right: Anchor) {
    var (offset, open) = (start, 0)
    while offset < galley.count {
      let byte = unsafe galley[offset]
      if byte == 0x28, pairsBrackets, isClosed(galley, from: offset) { open += 1 }
      if byte == 0x29, open > 0, unsafe galley.isAlone(offset, byteCount: 1) { open -= 1 }
      if open == 0, let anchor = unsafe galley.anchor(at: offset) { return (offset, anchor) }
      offset += 1
    }
    return (offset, .edge)
  }

  /// Whether any bracket closes from `offset` on.
  private mutating func isClosed(_ galley: Galley, from offset: Int) -> Bool {
    if offset >= closesNone { return false }
    if (offset..<galley.count).contains(where: { unsafe galley[$0] == 0x29 }) { return true }
    closesNone = offset
    return false
  }
}
