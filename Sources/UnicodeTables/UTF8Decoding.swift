extension Span where Element == UInt8 {
  /// The code point whose UTF-8 form begins at `offset`, and its length in bytes.
  ///
  /// A byte that begins none counts as U+FFFD, alone.
  ///
  /// - Complexity: O(1).
  @inline(__always)
  package func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let lead = self[offset]
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    return wideScalar(at: offset, lead: UInt32(lead))
  }

  private func wideScalar(at offset: Int, lead: UInt32) -> (scalar: Unicode.Scalar, length: Int) {
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    let least: UInt32 = length == 4 ? 0x1_0000 : length == 3 ? 0x800 : 0x80
    if length == 3, offset + 2 < count {  // the usual case, without a loop
      let (second, third) = (UInt32(self[offset + 1]), UInt32(self[offset + 2]))
      let value = (lead & 0x0F) << 12 | (second & 0x3F) << 6 | third & 0x3F
      if second & 0xC0 == 0x80, third & 0xC0 == 0x80, value >= 0x800,
        let scalar = Unicode.Scalar(value)
      {
        return (scalar, 3)
      }
      return ("\u{FFFD}", 1)
    }
    guard lead >= 0xC2, lead <= 0xF4, offset + length <= count else { return ("\u{FFFD}", 1) }
    var value = lead & (0x7F >> UInt32(length))
    for index in offset + 1..<offset + length {
      guard self[index] & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
      value = value << 6 | UInt32(self[index] & 0x3F)
    }
    guard value >= least, let scalar = Unicode.Scalar(value) else { return ("\u{FFFD}", 1) }
    return (scalar, length)
  }
}
