import UnicodeTables

/// Sets the codes of texts: plain prose many bytes at a time, and between its stretches what the rules
/// say of each joint, or said of its like before.
struct TextCoder {
  private let rules: SettingRules
  private let (ideographic, prose): (IdeographicProse, Prose)
  private var memo = JointMemo()
  private var ruling: Ruling
  private var traits: TextTraits = []

  /// Prepares to set codes by `rules`.
  init(_ rules: SettingRules) {
    self.rules = rules
    (ideographic, prose) = (IdeographicProse(rules), Prose(rules.typography))
    ruling = Ruling(rules)
  }

  /// Sets the codes of a text, and says what it has.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  mutating func setCodes(of galley: Galley) -> TextTraits {
    traits = []
    ruling.begin()
    var (offset, anchor) = setStart(galley)
    while true {
      if anchor.isIdeograph {
        (offset, anchor) = (ideographic.set(galley, from: offset), .ideograph)
      } else if anchor != .edge {
        offset = prose.set(galley, from: offset)
        anchor = unsafe galley[offset &- 1].isLetter ? .letter : .digit
      }
      if offset == galley.count { return traits }
      (offset, anchor) = setJoint(galley, from: offset, after: anchor)
    }
  }

  /// The same; the rules are asked at every character, however plain.
  mutating func setCodesByRules(of galley: Galley) -> TextTraits {
    ruling.begin()
    return ruling.set(galley, 0..<galley.count, after: .edge, before: .edge)
  }

  /// Sets the code of the anchor that a text begins with, if it does: gives its end, and what it is.
  @inline(__always)
  private func setStart(_ galley: Galley) -> (end: Int, anchor: Anchor) {
    guard let anchor = unsafe galley.anchor(at: 0), anchor != .edge else { return (0, .edge) }
    galley.set(
      anchor.isIdeograph
        ? ClusterCode(cells: 2, .ideograph) : ClusterCode(cells: 1, .letter), at: 0)
    return (anchor.byteCount, anchor)
  }

  /// Sets the codes of the joint from `start` on and of the anchor after it: gives the end of that, and
  /// what it is.
  @inline(__always)
  private mutating func setJoint(
    _ galley: Galley, from start: Int, after left: Anchor
  ) -> (end: Int, anchor: Anchor) {
    let bytes = unsafe galley.sixteen(at: start)
    let (letters, digits) = (bytes.letters, bytes.digits)
    let ideographs = bytes.within(0xE4, 0xE9) | bytes.equal(Galley.edge)
    var anchors = UInt32(ideographs.bits)
    // What stands between Han may hold words and figures; they end it where Han is far.
    if left == .letter || left == .digit || anchors & (2 << UInt32(Joint.longest) - 1) == 0 {
      anchors |= UInt32((letters | digits).bits)
    }
    let count = (anchors | 1 << 16).trailingZeroBitCount
    let end = start &+ count
    guard count <= Joint.longest, var right = unsafe galley.anchor(at: end) else {
      return askRules(galley, from: start, after: left)
    }
    if right == .ideograph, left == .digit || digits.first(count).isAnywhere,
      unsafe galley.isUnit(at: end)
    {
      right = .unit
    }
    let joint = Joint(
      bytes, letters: letters, digits: digits, count: count, after: left, before: right)
    guard let known = memo[joint] else {
      return askRules(galley, start..<end, of: joint, after: left, before: right)
    }
    unsafe galley.set(known.codes, at: start)
    traits.formUnion(known.traits)
    return (end &+ right.byteCount, right)
  }

  /// Asks the rules about a joint of a kind that is not known, and takes note.
  @inline(never)
  private mutating func askRules(
    _ galley: Galley, _ range: Range<Int>, of joint: Joint, after left: Anchor, before right: Anchor
  ) -> (end: Int, anchor: Anchor) {
    guard ruling.isLocal(galley, range) else {
      return askRules(galley, from: range.lowerBound, after: left)
    }
    let found = ruling.set(galley, range, after: left, before: right)
    memo.keep(JointMemo.Entry(codes: ruling.sixteen, traits: found), of: joint)
    traits.formUnion(found)
    return (range.upperBound + right.byteCount, right)
  }

  /// Asks the rules about everything up to the next anchor that no pair of brackets holds.
  @inline(never)
  private mutating func askRules(
    _ galley: Galley, from start: Int, after left: Anchor
  ) -> (end: Int, anchor: Anchor) {
    let (end, right) = ruling.end(of: galley, from: start)
    traits.formUnion(ruling.set(galley, start..<end, after: left, before: right))
    return (end + right.byteCount, right)
  }
}

extension Galley {
  /// Whether the Han that begins at a place counts or measures a figure before it.
  @unsafe
  fileprivate func isUnit(at offset: Int) -> Bool {
    let (lead, second, third) = unsafe (self[offset], self[offset &+ 1], self[offset &+ 2])
    return Marks.isUnit(
      UInt32(lead & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F))
  }
}
