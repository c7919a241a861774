import Glibc
import IssueFiles

/// A text in UTF-8, and the encoding that it was found to be in.
struct DecodedText {
  /// The text in UTF-8, without a byte order mark.
  var bytes: [UInt8]
  /// The encoding that was guessed; nil for UTF-8, which is no guess.
  var guessed: String?
}

/// Turns bytes in whatever encoding into UTF-8; `declared` is what the file says of itself, if it does.
///
/// Bytes that the encoding does not know become U+FFFD, which the reader shows.
func decodedText(_ bytes: [UInt8], declared: String? = nil) -> DecodedText {
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
    return DecodedText(bytes: Array(bytes.dropFirst(3)))
  }
  if let encoding = unicodeEncoding(bytes) {
    return DecodedText(
      bytes: converted(bytes, from: encodingName(encoding, bytes)), guessed: encoding)
  }
  if bytes.firstInvalidUTF8 == nil { return DecodedText(bytes: bytes) }
  if let declared, !declared.isUTF8Name, let text = tryConverting(bytes, from: declared) {
    return DecodedText(bytes: text, guessed: nil)
  }
  guard let encoding = legacyEncoding(bytes) else {
    return DecodedText(bytes: Array(String(decoding: bytes, as: UTF8.self).utf8))
  }
  return DecodedText(
    bytes: converted(bytes, from: encodingName(encoding, bytes)), guessed: encoding)
}

/// The name by which iconv knows what was guessed.
private func encodingName(_ guess: String, _ bytes: [UInt8]) -> String {
  switch guess {
  case "ISO 8859-1 or Windows-1252": "WINDOWS-1252"
  case "Shift_JIS": "CP932"
  case "Big5": "BIG5-HKSCS"
  case "EUC-KR": "CP949"
  case "UTF-16" where !bytes.starts(with: [0xFF, 0xFE]) && !bytes.starts(with: [0xFE, 0xFF]):
    bytes.first == 0 ? "UTF-16BE" : "UTF-16LE"
  default: guess
  }
}

private func converted(_ bytes: [UInt8], from encoding: String) -> [UInt8] {
  tryConverting(bytes, from: encoding) ?? Array(String(decoding: bytes, as: UTF8.self).utf8)
}

/// Converts by iconv; nil where the C library does not know the encoding.
private func tryConverting(_ bytes: [UInt8], from encoding: String) -> [UInt8]? {
  let name = encoding.isLatinName ? "WINDOWS-1252" : encoding
  guard let converter = unsafe iconv_open("UTF-8", name), Int(bitPattern: converter) != -1
  else { return nil }
  defer { unsafe iconv_close(converter) }
  var (input, output) = (bytes, [UInt8]())
  output.reserveCapacity(bytes.count * 3 / 2)
  var room = [CChar](repeating: 0, count: 1 << 16)
  unsafe input.withUnsafeMutableBytes { source in
    var next = unsafe source.bindMemory(to: CChar.self).baseAddress
    var left = source.count
    while left > 0 {
      var failure: CInt = 0
      let written = unsafe room.withUnsafeMutableBufferPointer { place -> Int in
        var target = place.baseAddress
        var free = place.count
        let count = unsafe iconv(converter, &next, &left, &target, &free)
        failure = count == -1 ? errno : 0
        return place.count - free
      }
      output += room.prefix(written).map { UInt8(bitPattern: $0) }
      guard failure != 0, failure != E2BIG else { continue }
      // A byte that the encoding does not know.
      output += Array("\u{FFFD}".utf8)
      unsafe next = next.map { unsafe $0 + 1 }
      left -= 1
    }
  }
  return output.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(output.dropFirst(3)) : output
}

extension String {
  fileprivate var isUTF8Name: Bool {
    let name = lowercased()
    return name == "utf-8" || name == "utf8"
  }

  /// What calls itself ISO 8859-1 or ASCII is read as Windows-1252, as browsers do.
  fileprivate var isLatinName: Bool {
    ["iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", "windows-1252"].contains(lowercased())
  }
}
