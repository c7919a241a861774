/// The codes of a line of at most 64 bytes, asked all at once: a bit for each byte, that of the first
/// lowest.
///
/// What stands between two clusters is told by the bit of the second.
struct LineBits {
  /// The most bytes that have a bit.
  static let mostBytes = 64

  /// Where clusters begin, and where those that are drawn do, blanks among them.
  private(set) var (starts, ink): (UInt64, UInt64) = (0, 0)
  /// Where clusters of two cells begin.
  private(set) var wide: UInt64 = 0
  /// The three bits of the role.
  private var (low, middle, high): (UInt64, UInt64, UInt64) = (0, 0, 0)

  /// Whether the codes of a range have bits: it is short, and sixteen bytes can be read at its end.
  @inline(__always)
  static func hold(_ range: Range<Int>, of codes: Span<ClusterCode>) -> Bool {
    range.count <= mostBytes && codes.count >= 16
  }

  /// The codes of a range that has bits.
  @inline(__always)
  init(_ codes: Span<ClusterCode>, _ range: Range<Int>) {
    precondition(
      Self.hold(range, of: codes) && range.lowerBound >= 0 && range.upperBound <= codes.count)
    let raw = unsafe codes.bytes
    var offset = range.lowerBound
    while offset < range.upperBound {
      // The last sixteen bytes of the text are read again rather than any beyond them.
      let block = min(offset, codes.count &- 16)
      let sixteen = unsafe SixteenBytes(raw, uncheckedAt: block)
      let skipped = UInt16(truncatingIfNeeded: offset &- block)
      let place = UInt64(truncatingIfNeeded: offset &- range.lowerBound)
      func placed(_ bits: UInt16) -> UInt64 { UInt64(bits &>> skipped) &<< place }
      let cells = sixteen & SixteenBytes(repeating: ClusterCode.cellBits)
      starts |= placed(sixteen.equal(ClusterCode.rest.bits).inverse.bits)
      ink |= placed(cells.equal(0).inverse.bits)
      wide |= placed(cells.equal(2).bits)
      low |= placed(sixteen.bits(at: 4))
      middle |= placed(sixteen.bits(at: 5))
      high |= placed(sixteen.bits(at: 6))
      offset &+= 16
    }
    let all: UInt64 = range.isEmpty ? 0 : .max &>> UInt64(Self.mostBytes &- range.count)
    starts &= all
    ink &= all
  }

  /// The clusters of a role among those of `set`.
  @inline(__always)
  func clusters(_ role: PreparedCluster.Role, in set: UInt64) -> UInt64 {
    let bits = role.rawValue
    return set & (bits & 1 == 0 ? ~low : low) & (bits & 2 == 0 ? ~middle : middle)
      & (bits & 4 == 0 ? ~high : high)
  }

  /// The clusters of `set` that stand next after one of `clusters`, which is part of it.
  @inline(__always)
  static func following(_ clusters: UInt64, in set: UInt64) -> UInt64 {
    // A carry runs through all that is not in the set.
    (clusters << 1 &+ ~set) & set
  }

  /// The cluster of `set` before the one at `place`, where there is one.
  @inline(__always)
  static func preceding(_ place: Int, in set: UInt64) -> Int {
    mostBytes - 1 - (set & (1 &<< UInt64(place) - 1)).leadingZeroBitCount
  }

  /// The marks of two cells.
  var wideMarks: UInt64 {
    let clusters = wide & ink
    return clusters & ~self.clusters(.ideograph, in: clusters)
  }

  /// Cells of the clusters before the one at `place`.
  @inline(__always)
  func cells(before place: Int) -> Int {
    let before = UInt64(1) &<< UInt64(place) - 1
    return (ink & before).nonzeroBitCount + (wide & before).nonzeroBitCount
  }
}

extension LineBits {
  /// The blanks of a range that has bits which another cluster follows that is none, where word spaces can be
  /// widened; nil where one of them is longer than a byte.
  @inline(__always)
  static func wordSpaces(_ codes: Span<ClusterCode>, _ range: Range<Int>) -> UInt64? {
    precondition(
      hold(range, of: codes) && range.lowerBound >= 0 && range.upperBound <= codes.count)
    let raw = unsafe codes.bytes
    var (spaces, rests) = (UInt64(0), UInt64(0))
    var offset = range.lowerBound
    while offset < range.upperBound {
      // The last sixteen bytes of the text are read again rather than any beyond them.
      let block = min(offset, codes.count &- 16)
      let sixteen = unsafe SixteenBytes(raw, uncheckedAt: block)
      let skipped = UInt16(truncatingIfNeeded: offset &- block)
      let place = UInt64(truncatingIfNeeded: offset &- range.lowerBound)
      spaces |= UInt64(sixteen.spaces.bits &>> skipped) &<< place
      rests |= UInt64(sixteen.equal(ClusterCode.rest.bits).bits &>> skipped) &<< place
      offset &+= 16
    }
    let followers: UInt64 = range.count < 2 ? 0 : .max &>> UInt64(mostBytes &- range.count &+ 1)
    guard spaces & followers & rests >> 1 == 0 else { return nil }
    return spaces & followers & ~(spaces >> 1)
  }
}

extension UInt64 {
  /// The bits whose numbers are true of something.
  @inline(__always)
  func filter(_ isIncluded: (Int) -> Bool) -> UInt64 {
    var (rest, found) = (self, UInt64(0))
    while rest != 0 {
      if isIncluded(rest.trailingZeroBitCount) { found |= rest & (0 &- rest) }
      rest &= rest &- 1
    }
    return found
  }
}
