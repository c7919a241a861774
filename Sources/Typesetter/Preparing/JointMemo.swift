/// What a text has somewhere.
struct TextTraits: OptionSet {
  let rawValue: UInt8

  /// Some line must end inside it.
  static let mandatoryBreak = TextTraits(rawValue: 0x01)
  /// A blank follows a blank.
  static let blankRun = TextTraits(rawValue: 0x02)
}

/// What stands between two anchors, with all that its codes depend on.
///
/// Its letters are made alike, and so are its digits: the rules do not tell them apart.
struct Joint {
  /// The most bytes it may have: what comes after it is at most three.
  static let longest = 13

  /// The bytes; in the last two, the length and both anchors.
  fileprivate let low, high: UInt64

  /// The first `count` of `bytes`, at most `longest`.
  @inline(__always)
  init(
    _ bytes: SixteenBytes, letters: SixteenBytes, digits: SixteenBytes, count: Int,
    after left: Anchor, before right: Anchor
  ) {
    let alike =
      bytes & (letters | digits).inverse | letters & SixteenBytes(repeating: 0x61)
      | digits & SixteenBytes(repeating: 0x30)
    let words = alike.first(count).words
    let kinds = UInt64(0x80 | left.rawValue << 4 | right.rawValue)
    low = words[0]
    high = words[1] | UInt64(truncatingIfNeeded: count) << 48 | kinds << 56
  }

  /// A number of eight bits, as different as can be for joints that differ.
  @inline(__always)
  fileprivate var hash: Int {
    let mixed = (low ^ high &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed >> 56)
  }
}

/// The codes of joints that were asked about lately: a text has few kinds of them, over and over.
struct JointMemo {
  /// What was found.
  struct Entry {
    fileprivate var (low, high): (UInt64, UInt64) = (0, 0)
    /// The codes of the joint and of the anchor after it.
    let codes: SixteenBytes
    let traits: TextTraits

    /// What the rules said.
    init(codes: SixteenBytes, traits: TextTraits) { (self.codes, self.traits) = (codes, traits) }
  }

  /// A place for each hash; the joint in one that is free has no anchors.
  private var entries = Array(
    repeating: Entry(codes: SixteenBytes(repeating: 0), traits: []), count: 256)

  /// What is known of a joint, if it has been asked about and its place not been taken since.
  @inline(__always)
  subscript(joint: Joint) -> Entry? {
    let entry = entries[joint.hash]
    return entry.low == joint.low && entry.high == joint.high ? entry : nil
  }

  /// Takes note of what the rules said of a joint.
  mutating func keep(_ entry: Entry, of joint: Joint) {
    var entry = entry
    (entry.low, entry.high) = (joint.low, joint.high)
    entries[joint.hash] = entry
  }
}
