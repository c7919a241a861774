import Glibc

/// How a dictionary writes letters: in UTF-8, or each as one byte.
enum CharacterSet: Sendable {
  case unicode
  /// The byte of each code point above ASCII.
  case bytes([Unicode.Scalar: UInt8])

  /// Understands the names that dictionaries begin with (`UTF-8`, `ISO8859-2`, `microsoft-cp1251`);
  /// nil where the C library cannot read the encoding, or a letter is more than a byte.
  init?(named name: String) {
    let known = name.hasPrefix("microsoft-") ? String(name.dropFirst(10)) : name
    switch known.uppercased() {
    case "UTF-8": self = .unicode
    case "ISO8859-1", "ISO-8859-1":
      let bytes = (UInt8(0xA0)...0xFF).map { (Unicode.Scalar($0), $0) }
      self = .bytes(Dictionary(uniqueKeysWithValues: bytes))
    default:
      guard let bytes = table(of: known) else { return nil }
      self = .bytes(bytes)
    }
  }

  /// How many bytes a letter takes that the set can write.
  func byteCount(of letter: Unicode.Scalar) -> Int {
    if case .unicode = self { UTF8.width(letter) } else { 1 }
  }

  /// The letters as the dictionary writes them, with a zero at the end; nil where it cannot.
  func encoded(_ letters: [Unicode.Scalar]) -> [CChar]? {
    var bytes: [CChar] = []
    bytes.reserveCapacity(letters.count + 1)
    for letter in letters {
      switch self {
      case _ where letter.isASCII: bytes.append(CChar(letter.value))
      case .unicode: bytes += UTF8.encode(letter).map { $0.map { CChar(bitPattern: $0) } } ?? []
      case .bytes(let table):
        guard let byte = table[letter] else { return nil }
        bytes.append(CChar(bitPattern: byte))
      }
    }
    return bytes + [0]
  }
}

/// The bytes above ASCII of an encoding by iconv; nil where it knows none of one byte a letter.
private func table(of encoding: String) -> [Unicode.Scalar: UInt8]? {
  let converter = unsafe iconv_open("UTF-32LE", encoding)
  guard unsafe converter != iconv_t(bitPattern: -1) else { return nil }
  defer { unsafe iconv_close(converter) }
  var table: [Unicode.Scalar: UInt8] = [:]
  for byte in UInt8(0x80)...0xFF {
    if let scalar = unsafe scalar(of: byte, by: converter) { table[scalar] = byte }
  }
  return table.isEmpty ? nil : table
}

/// What one byte alone stands for.
private func scalar(of byte: UInt8, by converter: iconv_t?) -> Unicode.Scalar? {
  var (input, output) = (CChar(bitPattern: byte), UInt32(0))
  var (inputLeft, outputLeft) = (1, 4)
  // A byte that begins a longer letter must not wait for the next one's.
  unsafe iconv(converter, nil, nil, nil, nil)
  let count = unsafe withUnsafeMutablePointer(to: &input) { input in
    unsafe withUnsafeMutableBytes(of: &output) { output in
      var from: UnsafeMutablePointer<CChar>? = unsafe input
      var to = unsafe output.baseAddress?.assumingMemoryBound(to: CChar.self)
      return unsafe iconv(converter, &from, &inputLeft, &to, &outputLeft)
    }
  }
  return count == 0 && outputLeft == 0 ? Unicode.Scalar(UInt32(littleEndian: output)) : nil
}
