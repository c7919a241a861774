/// What keeps bytes from being a picture in PBM.
public enum BitmapFault: Error, Hashable, Sendable {
  /// They do not begin with `P1` or `P4`.
  case otherFormat
  /// No two numbers say how large it is.
  case noSize
  /// It has no dot at all, or more than ``Bitmap/mostDots``.
  case badSize(width: Int, height: Int)
  /// It ends before its last dot.
  case tooShort
  /// A text has something else than 0 and 1 where a dot should be.
  case badDot
}

extension Bitmap {
  /// The most dots of a picture that is read: a thousand by a thousand, ten times what a screen shows.
  public static let mostDots = 1 << 20

  /// Reads a Portable Bitmap, as text (`P1`) or as bits (`P4`); of several pictures the first.
  ///
  /// Comments (`#` to the end of the line) may stand before the dots.
  public init(pbm bytes: [UInt8]) throws(BitmapFault) {
    guard bytes.starts(with: [0x50, 0x31]) || bytes.starts(with: [0x50, 0x34]) else {
      throw .otherFormat
    }
    var reader = PBMReader(bytes, offset: 2)
    guard let width = reader.number(), let height = reader.number() else { throw .noSize }
    guard width > 0, height > 0, width <= Self.mostDots, height <= Self.mostDots / width else {
      throw .badSize(width: width, height: height)
    }
    self.init(width: width, height: height)
    if bytes[1] == 0x31 { try readText(&reader) } else { try readBits(reader) }
  }

  private mutating func readText(_ reader: inout PBMReader) throws(BitmapFault) {
    for row in 0..<height {
      for column in 0..<width {
        guard let byte = reader.nextInk() else { throw .tooShort }
        guard byte == 0x30 || byte == 0x31 else { throw .badDot }
        self[row, column] = byte == 0x31
      }
    }
  }

  /// A row is whole bytes, the leftmost dot in the highest bit.
  private mutating func readBits(_ reader: PBMReader) throws(BitmapFault) {
    // One white-space character parts the size from the bits.
    let bits = reader.bytes.dropFirst(reader.offset + 1)
    let rowBytes = (width + 7) / 8
    guard bits.count >= rowBytes * height else { throw .tooShort }
    for row in 0..<height {
      for column in 0..<width {
        let byte = bits[bits.startIndex + row * rowBytes + column / 8]
        self[row, column] = byte >> (7 - column % 8) & 1 == 1
      }
    }
  }

  /// The picture as bits (`P4`).
  public var pbm: [UInt8] {
    var bytes = Array("P4\n\(width) \(height)\n".utf8)
    for row in 0..<height {
      for start in stride(from: 0, to: width, by: 8) {
        bytes.append((0..<8).reduce(0) { $0 << 1 | (self[row, start + $1] ? 1 : 0) })
      }
    }
    return bytes
  }
}

/// A place in the bytes of a PBM.
private struct PBMReader {
  let bytes: [UInt8]
  var offset: Int

  init(_ bytes: [UInt8], offset: Int) { (self.bytes, self.offset) = (bytes, offset) }

  /// The next byte that is neither white space nor in a comment; it is passed.
  mutating func nextInk() -> UInt8? {
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == 0x23 {
        offset = bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count
      } else if byte == 0x20 || (0x09...0x0D).contains(byte) {
        offset += 1
      } else {
        offset += 1
        return byte
      }
    }
    return nil
  }

  /// The next number of up to seven digits.
  mutating func number() -> Int? {
    guard let first = nextInk(), (0x30...0x39).contains(first) else { return nil }
    var value = Int(first) - 0x30
    var digits = 1
    while offset < bytes.count, (0x30...0x39).contains(bytes[offset]), digits < 7 {
      value = value * 10 + Int(bytes[offset]) - 0x30
      (offset, digits) = (offset + 1, digits + 1)
    }
    return value
  }
}
