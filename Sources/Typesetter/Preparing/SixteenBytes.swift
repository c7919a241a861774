internal import CByteVectors

/// Sixteen bytes of a text or of its codes, asked and set all at once.
///
/// An answer is of the same kind: 0xFF for each byte that it is true of, 0 for the others.
struct SixteenBytes {
  private let lanes: SIMD16<UInt8>

  @inline(__always)
  private init(_ lanes: SIMD16<UInt8>) { self.lanes = lanes }

  /// The same byte sixteen times.
  @inline(__always)
  init(repeating byte: UInt8) { lanes = SIMD16(repeating: byte) }

  /// The bytes that a function gives for the places 0 to 15.
  init(_ byte: (Int) -> UInt8) {
    var lanes = SIMD16<UInt8>()
    for place in lanes.indices { lanes[place] = byte(place) }
    self.lanes = lanes
  }

  /// Three bytes over and over, the first of them last.
  @inline(__always)
  init(repeating first: UInt8, _ second: UInt8, _ third: UInt8) {
    let (a, b, c) = (first, second, third)
    lanes = SIMD16(a, b, c, a, b, c, a, b, c, a, b, c, a, b, c, a)
  }

  /// The bytes from `offset` on.
  ///
  /// - Precondition: They are all there, which is not checked.
  @unsafe @inline(__always)
  init(_ bytes: RawSpan, uncheckedAt offset: Int) {
    lanes = unsafe bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: offset, as: SIMD16<UInt8>.self)
  }

  /// The bytes that begin at a place in memory.
  ///
  /// - Precondition: They are all there, which is not checked.
  @unsafe @inline(__always)
  init(at place: UnsafeRawPointer) {
    lanes = unsafe place.loadUnaligned(as: SIMD16<UInt8>.self)
  }

  /// Writes the bytes from a place in memory on.
  ///
  /// - Precondition: There is room for them all, which is not checked.
  @unsafe @inline(__always)
  func store(at place: UnsafeMutableRawPointer) {
    unsafe place.storeBytes(of: lanes, as: SIMD16<UInt8>.self)
  }

  /// Writes the bytes from `offset` on.
  ///
  /// - Precondition: There is room for them all, which is not checked.
  @unsafe @inline(__always)
  func store(to bytes: inout MutableRawSpan, uncheckedAt offset: Int) {
    unsafe bytes.storeBytes(
      of: lanes, toUncheckedByteOffset: offset, as: SIMD16<UInt8>.self)
  }

  /// Which are from `first` to `last`.
  @inline(__always)
  func within(_ first: UInt8, _ last: UInt8) -> SixteenBytes {
    SixteenBytes(
      lanesAtMost(lanes &- SIMD16(repeating: first), SIMD16(repeating: last - first)))
  }

  /// Which are at most as large as those of `limit` once those of `least` are taken away.
  @inline(__always)
  func within(_ least: SixteenBytes, span limit: SixteenBytes) -> SixteenBytes {
    SixteenBytes(lanesAtMost(lanes &- least.lanes, limit.lanes))
  }

  /// Which are this byte.
  @inline(__always)
  func equal(_ byte: UInt8) -> SixteenBytes {
    SixteenBytes(lanesEqual(lanes, SIMD16(repeating: byte)))
  }

  /// Which codes are those of blanks: the bits of the role alone are looked at.
  @inline(__always)
  var spaces: SixteenBytes {
    (self & SixteenBytes(repeating: 0x70)).equal(ClusterCode(cells: 0, .space).bits)
  }

  /// A bit for each byte that an answer is true of, the lowest for the first byte.
  @inline(__always)
  var bits: UInt16 { topBits(lanes) }

  /// A bit for each byte in which the bit of this number is set, the lowest for the first byte.
  @inline(__always)
  func bits(at bit: Int) -> UInt16 { topBits(lanes &<< UInt8(truncatingIfNeeded: 7 - bit)) }

  /// Whether an answer is true of any byte.
  @inline(__always)
  var isAnywhere: Bool { bits != 0 }

  /// How many bytes an answer is true of.
  @inline(__always)
  var count: Int { bits.nonzeroBitCount }

  /// The places of the bytes that an answer is true of.
  @inline(__always)
  func forEach(_ body: (Int) -> Void) {
    var rest = bits
    while rest != 0 {
      body(rest.trailingZeroBitCount)
      rest &= rest &- 1
    }
  }

  /// How many bytes from the first on an answer is true of.
  @inline(__always)
  var prefix: Int { (~UInt32(bits)).trailingZeroBitCount }

  /// The first `count` bytes, at most fifteen, and 0 for the others.
  @inline(__always)
  func first(_ count: Int) -> SixteenBytes {
    SixteenBytes(lanes & firstLanes(UInt32(truncatingIfNeeded: count)))
  }

  /// The sum of what the bits of `mask` hold in each byte, at most 7 in one.
  @inline(__always)
  func sum(_ mask: UInt8) -> Int {
    let kept = (self & SixteenBytes(repeating: mask)).words
    return Int(((kept[0] &+ kept[1]) &* Self.ones) >> 56)
  }

  /// The first byte with which the sum of what the bits of `mask` hold reaches `wanted`, and the sum
  /// before it.
  ///
  /// `wanted` is 1 to 127, `mask` at most 7, and the whole sum reaches `wanted`.
  @inline(__always)
  func place(of wanted: Int, _ mask: UInt8) -> (place: Int, before: Int) {
    let kept = (self & SixteenBytes(repeating: mask)).words
    // Each byte of a product with ones is the sum up to there.
    let low = kept[0] &* Self.ones
    let first = Int(low >> 56)
    if first >= wanted { return Self.place(of: wanted, inSums: low, base: 0, sum: 0) }
    return Self.place(of: wanted &- first, inSums: kept[1] &* Self.ones, base: 8, sum: first)
  }

  @inline(__always)
  private static func place(
    of wanted: Int, inSums sums: UInt64, base: Int, sum: Int
  ) -> (place: Int, before: Int) {
    let reached =
      (sums &+ ones &* UInt64(truncatingIfNeeded: 0x80 &- wanted)) & 0x8080_8080_8080_8080
    let bit = reached.trailingZeroBitCount & ~7
    let before = bit == 0 ? 0 : Int(sums &>> UInt64(truncatingIfNeeded: bit &- 8) & 0xFF)
    return (base &+ bit &>> 3, sum &+ before)
  }

  /// The two machine words that the bytes are.
  @inline(__always)
  var words: SIMD2<UInt64> { unsafe unsafeBitCast(lanes, to: SIMD2<UInt64>.self) }

  @inline(__always)
  private static var ones: UInt64 { 0x0101_0101_0101_0101 }

  /// The other answer.
  @inline(__always)
  var inverse: SixteenBytes { self ^ SixteenBytes(repeating: 0xFF) }

  @inline(__always)
  static func & (one: SixteenBytes, other: SixteenBytes) -> SixteenBytes {
    SixteenBytes(one.lanes & other.lanes)
  }

  @inline(__always)
  static func | (one: SixteenBytes, other: SixteenBytes) -> SixteenBytes {
    SixteenBytes(one.lanes | other.lanes)
  }

  @inline(__always)
  static func ^ (one: SixteenBytes, other: SixteenBytes) -> SixteenBytes {
    SixteenBytes(one.lanes ^ other.lanes)
  }
}
