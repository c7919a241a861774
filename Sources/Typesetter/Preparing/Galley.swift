/// A text and the codes of its bytes, side by side, with a margin that lets sixteen bytes be read and
/// set wherever the text is: print's word for the tray that type is set in.
///
/// Bytes of the margin are `edge`, which occurs in no UTF-8: what walks over a text needs to look at no
/// length, for nothing goes on there. Codes in the margin may be set, and are lost.
///
/// Its unsafe members have one precondition, held against debug builds alone: a place is in the text,
/// or at its end, or fewer than sixteen bytes before or after it.
@safe struct Galley {
  /// What no text holds.
  static let edge: UInt8 = 0xFF
  /// The bytes to be had before and after the text.
  static let margin = 32

  private let text: UnsafePointer<UInt8>
  private let codes: UnsafeMutablePointer<ClusterCode>
  /// The length of the text in bytes.
  let count: Int

  /// A text that begins `margin` bytes after `room` does, and its codes, which begin `codes`.
  ///
  /// - Precondition: A margin follows both; the galley is used only as long as both are there.
  @unsafe
  init(
    _ room: UnsafeBufferPointer<UInt8>, _ codes: UnsafeMutableBufferPointer<ClusterCode>,
    count: Int
  ) {
    precondition(room.count >= count + 2 * Self.margin && codes.count >= count + Self.margin)
    guard let text = room.baseAddress, let first = codes.baseAddress else {
      preconditionFailure("a margin has a place")
    }
    unsafe self.text = text + Self.margin
    unsafe self.codes = first
    self.count = count
  }

  /// The byte at a place.
  @unsafe @inline(__always)
  subscript(offset: Int) -> UInt8 {
    assert(offset > -16 && offset < count + 16)
    return unsafe text[offset]
  }

  /// Four bytes from a place on, the first one lowest.
  @unsafe @inline(__always)
  func four(at offset: Int) -> UInt32 {
    assert(offset > -16 && offset < count + 16)
    return unsafe UInt32(
      littleEndian: UnsafeRawPointer(text + offset).loadUnaligned(as: UInt32.self))
  }

  /// Sixteen bytes from a place on.
  @unsafe @inline(__always)
  func sixteen(at offset: Int) -> SixteenBytes {
    assert(offset > -16 && offset < count + 16)
    return unsafe SixteenBytes(at: text + offset)
  }

  /// Sets sixteen codes from a place on that is not before the text.
  @unsafe @inline(__always)
  func set(_ sixteen: SixteenBytes, at offset: Int) {
    assert(offset >= 0 && offset < count + 16)
    unsafe sixteen.store(at: codes + offset)
  }

  /// Sets the code of a character of three bytes, and that of the byte after it to `rest`.
  @unsafe @inline(__always)
  func setThree(_ code: ClusterCode, at offset: Int) {
    assert(offset >= 0 && offset < count + 16)
    unsafe UnsafeMutableRawPointer(codes + offset).storeBytes(
      of: UInt32(code.bits).littleEndian, as: UInt32.self)
  }

  /// Sets the code at a place of the text.
  @inline(__always)
  func set(_ code: ClusterCode, at offset: Int) {
    precondition(offset >= 0 && offset < count)
    unsafe codes[offset] = code
  }

  /// The bytes of a range of the text, to be used as long as the galley.
  @unsafe
  func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe UnsafeBufferPointer(start: text + range.lowerBound, count: range.count)
  }
}
