import YAMLTree

/// A text file made fit to be parsed: UTF-8 without byte order mark, lines ended by a line feed,
/// no control characters but line feeds and tabs.
struct SourceText {
  /// The text, as bytes.
  let bytes: [UInt8]
  /// What was replaced: at most one warning.
  let warning: (fault: IssueFault, mark: YAMLMark)?

  /// Checks and cleans what a file holds; form feeds may stay, to part the pages of a text.
  ///
  /// - Complexity: O(*n*); a text that needs no cleaning is only looked through.
  init(_ raw: [UInt8], keepingFormFeeds: Bool = false) throws(SourceFault) {
    if let offset = raw.firstInvalidUTF8 {
      throw SourceFault(
        fault: .invalidUTF8(byte: raw[offset]), mark: raw[..<offset].markOfEnd)
    }
    let text = raw.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(raw.dropFirst(3)) : raw
    guard text.needsCleaning else {
      (bytes, warning) = (text, nil)
      return
    }
    var cleaner = TextCleaner(text, keepsFormFeeds: keepingFormFeeds)
    cleaner.run()
    bytes = cleaner.output
    warning = cleaner.first.map { first in
      (.controlCharacters(code: first.code, count: cleaner.count), first.mark)
    }
  }

  /// The text as a string.
  var string: String { String(decoding: bytes, as: UTF8.self) }
}

/// Why bytes are no text, and where.
struct SourceFault: Error {
  let fault: IssueFault
  let mark: YAMLMark
}

/// Replaces control characters by U+FFFD, and every kind of line end by a line feed.
private struct TextCleaner {
  let input: [UInt8]
  let keepsFormFeeds: Bool
  var output: [UInt8] = []
  var first: (code: UInt32, mark: YAMLMark)?
  var count = 0

  init(_ input: [UInt8], keepsFormFeeds: Bool) {
    self.input = input
    self.keepsFormFeeds = keepsFormFeeds
    output.reserveCapacity(input.count)
  }

  mutating func run() {
    var index = 0
    while index < input.count {
      let byte = input[index]
      let next = index + 1 < input.count ? input[index + 1] : 0
      switch byte {
      case 0x0D:
        output.append(0x0A)
        index += next == 0x0A ? 2 : 1
      case 0xC2 where (0x80...0x9F).contains(next):
        replace(UInt32(next))
        index += 2
      case _ where byte.isStrayControl && !(keepsFormFeeds && byte == 0x0C):
        replace(UInt32(byte))
        index += 1
      default:
        output.append(byte)
        index += 1
      }
    }
  }

  private mutating func replace(_ code: UInt32) {
    if first == nil { first = (code, output[...].markOfEnd) }
    count += 1
    output += [0xEF, 0xBF, 0xBD]
  }
}

extension UInt8 {
  /// Whether the byte is a control character that no text needs.
  fileprivate var isStrayControl: Bool {
    self < 0x20 ? self != 0x0A && self != 0x09 : self == 0x7F
  }
}

extension [UInt8] {
  /// Whether a control character or a carriage return is in the text.
  fileprivate var needsCleaning: Bool {
    var before: UInt8 = 0
    for byte in self {
      if byte.isStrayControl || before == 0xC2 && byte < 0xA0 { return true }
      before = byte
    }
    return false
  }

  /// The offset of the first byte that cannot be UTF-8; nil where all is well.
  ///
  /// Overlong forms, surrogates and values above U+10FFFF are refused, by the ranges that the
  /// Unicode standard gives for the byte after the first (table 3-7).
  package var firstInvalidUTF8: Int? {
    var index = 0
    while index < count {
      let byte = self[index]
      if byte < 0x80 {
        index += 1
        continue
      }
      guard let length = sequenceLength(at: index) else { return index }
      index += length
    }
    return nil
  }

  /// The length of the whole sequence that begins at `index` with a byte above ASCII, or nil.
  func sequenceLength(at index: Int) -> Int? {
    let (length, second): (Int, ClosedRange<UInt8>) =
      switch self[index] {
      case 0xC2...0xDF: (2, 0x80...0xBF)
      case 0xE0: (3, 0xA0...0xBF)
      case 0xED: (3, 0x80...0x9F)
      case 0xE1...0xEF: (3, 0x80...0xBF)
      case 0xF0: (4, 0x90...0xBF)
      case 0xF1...0xF3: (4, 0x80...0xBF)
      case 0xF4: (4, 0x80...0x8F)
      default: (0, 0x80...0xBF)
      }
    guard length > 0, index + length <= count, second.contains(self[index + 1]) else { return nil }
    for offset in 2..<length where self[index + offset] & 0xC0 != 0x80 { return nil }
    return length
  }
}

extension ArraySlice<UInt8> {
  /// The place after the last byte, where the text begins at line 1, column 1.
  var markOfEnd: YAMLMark {
    var (line, column) = (1, 1)
    for byte in self {
      if byte == 0x0A {
        (line, column) = (line + 1, 1)
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return YAMLMark(line: line, column: column)
  }
}

extension String {
  /// The text as the model keeps it: one line, line breaks and tabs become blanks, control
  /// characters U+FFFD.
  ///
  /// A line break between two CJK characters vanishes: such text is written without blanks.
  var asOneLine: String {
    guard mayHoldControls else { return self }
    var output = String.UnicodeScalarView()
    var rest = unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar.value {
      case 0x0A:
        if !joinWithoutBlank(output.last, rest.first) { output.append(" ") }
      case 0x09: output.append(" ")
      case 0..<0x20, 0x7F...0x9F: output.append("\u{FFFD}")
      default: output.append(scalar)
      }
    }
    return String(output)
  }
}

extension String {
  /// Whether a control character or a line break may be in the text: quick to say no.
  private var mayHoldControls: Bool {
    let bytes = utf8.span
    for index in bytes.indices {
      let byte = bytes[index]
      if byte < 0x20 || byte == 0x7F || byte == 0xC2 { return true }
    }
    return false
  }
}

/// Whether a line that ends in `left` and one that begins with `right` join without a blank: both
/// are CJK, or one is and the other is a mark that Chinese shares with Latin (“ ” ‘ ’ — … ·).
func joinWithoutBlank(_ left: Unicode.Scalar?, _ right: Unicode.Scalar?) -> Bool {
  guard let left, let right else { return false }
  if left.isCJK { return right.isCJK || right.isSharedWithCJK }
  return left.isSharedWithCJK && right.isCJK
}

extension Unicode.Scalar {
  /// Whether the character belongs to Chinese or Japanese, which are written without blanks:
  /// Han, kana, their punctuation and full-width forms.
  var isCJK: Bool {
    switch value {
    case 0x2E80...0x303F, 0x3040...0x30FF, 0x31C0...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF01...0xFF9F, 0xFFE0...0xFFE6, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Quotation marks, dashes and dots that Chinese text has in common with Latin.
  var isSharedWithCJK: Bool {
    [0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0x00B7].contains(value)
  }
}
