/// Sixteen bytes of a text or of its codes, asked and set all at once.
///
/// An answer is of the same kind: the top bit of each byte that it is true of. All is done with the
/// whole-word arithmetic of two machine words, because comparing lanes of `SIMD16` is slow.
struct SixteenBytes {
  private typealias Words = SIMD2<UInt64>

  private let words: SIMD2<UInt64>

  @inline(__always)
  private init(_ words: SIMD2<UInt64>) { self.words = words }

  /// The same byte sixteen times.
  @inline(__always)
  init(repeating byte: UInt8) {
    words = Words(repeating: 0x0101_0101_0101_0101 &* UInt64(byte))
  }

  /// The bytes from `offset` on.
  ///
  /// - Precondition: They are all there, which is not checked.
  @unsafe @inline(__always)
  init(_ bytes: RawSpan, uncheckedAt offset: Int) {
    words = unsafe bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: offset, as: SIMD2<UInt64>.self)
  }

  /// Writes the bytes from `offset` on.
  ///
  /// - Precondition: There is room for them all, which is not checked.
  @unsafe @inline(__always)
  func store(to bytes: inout MutableRawSpan, uncheckedAt offset: Int) {
    unsafe bytes.storeBytes(
      of: words, toUncheckedByteOffset: offset, as: SIMD2<UInt64>.self)
  }

  /// Which are from `first` to `last`; all bytes must be in ASCII.
  @inline(__always)
  func within(_ first: UInt8, _ last: UInt8) -> SixteenBytes {
    let from = words &+ SixteenBytes(repeating: 0x80 - first).words
    let after = words &+ SixteenBytes(repeating: 0x7F - last).words
    return SixteenBytes(from & Self.not(after))
  }

  /// Which are this byte; all bytes must be in ASCII.
  ///
  /// The lower bits of the answer mean nothing.
  @inline(__always)
  func equal(_ byte: UInt8) -> SixteenBytes {
    let difference = words ^ SixteenBytes(repeating: byte).words
    return SixteenBytes(Self.not(difference &+ SixteenBytes(repeating: 0x7F).words))
  }

  /// Which codes are those of blanks: the bits of the role alone are looked at.
  @inline(__always)
  var spaces: SixteenBytes {
    let role = ClusterCode(cells: 0, .space).bits
    return (self & SixteenBytes(repeating: 0x70)).equal(role) & SixteenBytes(repeating: 0x80)
  }

  /// Whether an answer is true of any byte; it must have no bits but the top ones.
  @inline(__always)
  var isAnywhere: Bool { words[0] | words[1] != 0 }

  @inline(__always)
  static func == (one: SixteenBytes, other: SixteenBytes) -> Bool {
    (one.words[0] ^ other.words[0]) | (one.words[1] ^ other.words[1]) == 0
  }

  /// How many bytes an answer is true of.
  @inline(__always)
  var count: Int { words[0].nonzeroBitCount + words[1].nonzeroBitCount }

  /// The places of the bytes that an answer is true of.
  @inline(__always)
  func forEach(_ body: (Int) -> Void) {
    for half in 0..<2 {
      var rest = words[half]
      while rest != 0 {
        body(half * 8 + rest.trailingZeroBitCount / 8)
        rest &= rest - 1
      }
    }
  }

  /// How many bytes from the first on an answer is true of.
  @inline(__always)
  var prefix: Int {
    let missing = Self.not(words) & SixteenBytes(repeating: 0x80).words
    let low = missing[0].trailingZeroBitCount / 8
    return low < 8 ? low : 8 + missing[1].trailingZeroBitCount / 8
  }

  /// The first `count` bytes, at most fifteen, and 0 for the others.
  @inline(__always)
  func first(_ count: Int) -> SixteenBytes {
    let low = count >= 8 ? UInt64.max : (1 << UInt64(count * 8)) - 1
    let high = count <= 8 ? 0 : (1 << UInt64(count * 8 - 64)) - 1 as UInt64
    return SixteenBytes(words & Words(low, high))
  }

  /// The sum of what the bits of `mask` hold in each byte, at most 7 in one.
  @inline(__always)
  func sum(_ mask: UInt8) -> Int {
    let kept = (self & SixteenBytes(repeating: mask)).words
    return Int(((kept[0] &+ kept[1]) &* 0x0101_0101_0101_0101) >> 56)
  }

  /// The first byte with which the sum of what the bits of `mask` hold reaches `wanted`, and the sum
  /// before it.
  ///
  /// `wanted` is 1 to 127, `mask` at most 7, and the whole sum reaches `wanted`.
  @inline(__always)
  func place(of wanted: Int, _ mask: UInt8) -> (place: Int, before: Int) {
    let kept = (self & SixteenBytes(repeating: mask)).words
    let ones: UInt64 = 0x0101_0101_0101_0101
    // Each byte of a product with ones is the sum up to there.
    let low = kept[0] &* ones
    let first = Int(low >> 56)
    if first >= wanted { return Self.place(of: wanted, inSums: low, base: 0, sum: 0) }
    return Self.place(of: wanted - first, inSums: kept[1] &* ones, base: 8, sum: first)
  }

  @inline(__always)
  private static func place(
    of wanted: Int, inSums sums: UInt64, base: Int, sum: Int
  ) -> (place: Int, before: Int) {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let reached = (sums &+ ones &* UInt64(0x80 - wanted)) & 0x8080_8080_8080_8080
    let bit = reached.trailingZeroBitCount & ~7
    let before = bit == 0 ? 0 : Int(sums >> UInt64(bit - 8) & 0xFF)
    return (base + bit / 8, sum + before)
  }

  /// Each word moved down by so many places.
  @inline(__always)
  func shifted(_ places: UInt64) -> SixteenBytes {
    SixteenBytes(words &>> Words(repeating: places))
  }

  /// The other answer.
  @inline(__always)
  var inverse: SixteenBytes { SixteenBytes(Self.not(words)) }

  /// All bits turned; `~` is taken word by word.
  @inline(__always)
  private static func not(_ words: SIMD2<UInt64>) -> SIMD2<UInt64> {
    words ^ Words(repeating: UInt64.max)
  }

  @inline(__always)
  static func & (one: SixteenBytes, other: SixteenBytes) -> SixteenBytes {
    SixteenBytes(one.words & other.words)
  }

  @inline(__always)
  static func | (one: SixteenBytes, other: SixteenBytes) -> SixteenBytes {
    SixteenBytes(one.words | other.words)
  }

  @inline(__always)
  static func ^ (one: SixteenBytes, other: SixteenBytes) -> SixteenBytes {
    SixteenBytes(one.words ^ other.words)
  }
}
