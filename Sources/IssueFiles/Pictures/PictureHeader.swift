public import NewsModel

/// What the first bytes of a picture's file say of it: nothing is decoded for that, and what they say is
/// checked before any decoder sees the file.
public struct PictureHeader: Hashable, Sendable {
  /// How the picture is written.
  public enum Format: Hashable, Sendable { case png, jpeg, webp }

  /// How it is written.
  public let format: Format
  /// Its sides.
  public let shape: PictureShape

  /// The most dots of a picture: those of the largest cameras in use, and 48 million bytes of greys.
  public static let mostDots = 48_000_000
  /// The most bytes of its file.
  public static let mostBytes = 32 << 20
  /// The most bytes of a file that are searched for its size: a JPEG may bring profiles, notes and a
  /// miniature before.
  static let bytesLookedAt = 1 << 18

  /// Reads the header of a picture from the first bytes of its file.
  public init(_ bytes: [UInt8]) throws(PictureFault) {
    let found: (format: Format, size: (Int, Int)?)
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      found = (.png, pngSize(bytes))
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      found = (.jpeg, jpegSize(bytes))
    } else if bytes.starts(with: Array("RIFF".utf8)), bytes.holds("WEBP", at: 8) {
      found = (.webp, webpSize(bytes))
    } else {
      throw .otherFormat
    }
    guard let (width, height) = found.size else { throw .noSize }
    // Sides are below 2³¹, so that their product is no overflow.
    guard width > 0, height > 0, width * height <= PictureHeader.mostDots else {
      throw .badSize(width: width, height: height)
    }
    (format, shape) = (found.format, PictureShape(width: width, height: height))
  }
}

/// The sides in the first chunk of a PNG, which has to be IHDR (PNG 1.2, section 11.2.2).
private func pngSize(_ bytes: [UInt8]) -> (Int, Int)? {
  guard bytes.holds("IHDR", at: 12), let width = bytes.bigEndian(at: 16, count: 4),
    let height = bytes.bigEndian(at: 20, count: 4), max(width, height) < 1 << 31
  else { return nil }
  return (width, height)
}

/// The sides in the frame header of a JPEG (T.81, B.2.2), behind segments of other kinds.
private func jpegSize(_ bytes: [UInt8]) -> (Int, Int)? {
  var offset = 2
  while let mark = bytes.bigEndian(at: offset, count: 2), mark >> 8 == 0xFF {
    let code = mark & 0xFF
    if code == 0xFF {  // A fill byte.
      offset += 1
      continue
    }
    // SOF0 to SOF15 without DHT, JPG and DAC, which stand among them.
    if (0xC0...0xCF).contains(code), ![0xC4, 0xC8, 0xCC].contains(code) {
      guard let height = bytes.bigEndian(at: offset + 5, count: 2),
        let width = bytes.bigEndian(at: offset + 7, count: 2)
      else { return nil }
      return (width, height)
    }
    let isBare = code == 0x01 || (0xD0...0xD7).contains(code)
    if isBare {
      offset += 2
      continue
    }
    guard code != 0xD9, code != 0xDA, let length = bytes.bigEndian(at: offset + 2, count: 2),
      length >= 2
    else { return nil }
    offset += 2 + length
  }
  return nil
}

/// The sides in the first chunk of a WebP, of whichever of its three kinds (RFC 9649).
private func webpSize(_ bytes: [UInt8]) -> (Int, Int)? {
  if bytes.holds("VP8X", at: 12) {
    guard let width = bytes.littleEndian(at: 24, count: 3),
      let height = bytes.littleEndian(at: 27, count: 3)
    else { return nil }
    return (width + 1, height + 1)
  }
  if bytes.holds("VP8L", at: 12), bytes.bigEndian(at: 20, count: 1) == 0x2F {
    return bytes.littleEndian(at: 21, count: 4).map { bits in
      (bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
    }
  }
  guard bytes.holds("VP8 ", at: 12), bytes.bigEndian(at: 23, count: 3) == 0x9D_012A,
    let width = bytes.littleEndian(at: 26, count: 2),
    let height = bytes.littleEndian(at: 28, count: 2)
  else { return nil }
  return (width & 0x3FFF, height & 0x3FFF)
}

extension [UInt8] {
  /// Whether an ASCII word stands at a place.
  fileprivate func holds(_ word: String, at offset: Int) -> Bool {
    count >= offset + word.utf8.count && self[offset...].starts(with: word.utf8)
  }

  /// The number of so many bytes at a place, the highest first; nil beyond the end.
  fileprivate func bigEndian(at offset: Int, count wanted: Int) -> Int? {
    guard count >= offset + wanted else { return nil }
    return self[offset..<offset + wanted].reduce(0) { $0 << 8 | Int($1) }
  }

  /// The number of so many bytes at a place, the lowest first; nil beyond the end.
  fileprivate func littleEndian(at offset: Int, count wanted: Int) -> Int? {
    guard count >= offset + wanted else { return nil }
    return self[offset..<offset + wanted].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
