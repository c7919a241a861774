/// What the bytes of a file are, told by the bytes alone.
enum TextContent: Hashable {
  /// The `issue.yaml` of an issue folder.
  case issueFile
  /// Any other text.
  case text
  /// What the importing process may be able to read, and what is said of it where there is none.
  case foreign(IssueFault)
  /// Something that cannot be read, and why.
  case unreadable(IssueFault)

  /// Looks at the first kilobytes, and for bytes that no text has at all of them.
  ///
  /// - Complexity: O(*n*).
  init(recognising bytes: [UInt8]) {
    if let content = TextContent(recognisingHead: bytes) {
      self = content
    } else if let encoding = unicodeEncoding(bytes) {
      self = .foreign(.encoding(name: encoding))
    } else if bytes.contains(0) {
      self = .unreadable(.binary(format: nil))
    } else if let encoding = legacyEncoding(bytes) {
      self = .foreign(.encoding(name: encoding))
    } else if bytes.isBlank {
      self = .unreadable(.empty)
    } else {
      self = looksLikeIssueFile(bytes.headWithoutMark) ? .issueFile : .text
    }
  }

  /// What is told by the first bytes alone: something in another format than text; nil where they leave
  /// that open.
  init?(recognisingHead bytes: [UInt8]) {
    if let format = binaryFormat(bytes) {
      let isPacked = packedFormats.contains(format)
      self = isPacked ? .foreign(.binary(format: format)) : .unreadable(.binary(format: format))
      return
    }
    let start = bytes.headWithoutMark.drop { $0 <= 0x20 }
    if let format = markupFormat(start) {
      self = .foreign(.foreign(format: format))
    } else if start.isJSON {
      self = .foreign(.foreign(format: "JSON"))
    } else {
      return nil
    }
  }

  /// Why it cannot be read without being imported, or at all; nil for text.
  var fault: IssueFault? {
    switch self {
    case .foreign(let fault), .unreadable(let fault): fault
    case .issueFile, .text: nil
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether this is how JSON begins: `{"` or, for a list of objects, `[{`.
  fileprivate var isJSON: Bool {
    let second = dropFirst().first { $0 > 0x20 }
    return first == 0x7B && second == 0x22 || first == 0x5B && second == 0x7B
  }
}

extension [UInt8] {
  private var lengthOfMark: Int { starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// The first kilobytes, without a byte order mark.
  fileprivate var headWithoutMark: ArraySlice<UInt8> {
    self[lengthOfMark..<Swift.min(count, 1 << 16)]
  }

  /// Whether there is nothing but blanks.
  fileprivate var isBlank: Bool { dropFirst(lengthOfMark).allSatisfy { $0 <= 0x20 } }
}

/// What may hold something to import.
private let packedFormats = ["a ZIP archive", "a gzip archive", "a bzip2 archive"]

/// What a file is that begins with the signature of a format which is no text.
private func binaryFormat(_ bytes: [UInt8]) -> String? {
  let signatures: [([UInt8], String)] = [
    ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"), ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
    (Array("GIF8".utf8), "a GIF picture"), (Array("%PDF-".utf8), "a PDF file"),
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive"), ([0x1F, 0x8B], "a gzip archive"),
    (Array("BZh".utf8), "a bzip2 archive"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz archive"),
    ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard archive"), ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    (Array("SQLite format 3".utf8), "an SQLite database"),
    ([0x49, 0x49, 0x2A, 0], "a TIFF picture"),
    ([0x4D, 0x4D, 0, 0x2A], "a TIFF picture"), (Array("AT&TFORM".utf8), "a DjVu file"),
    ([0, 0, 0, 0x0C, 0x6A, 0x50], "a JPEG 2000 picture"),
  ]
  return signatures.first { bytes.starts(with: $0.0) }?.1
}

/// What an XML or HTML text is; nil for other text.
private func markupFormat(_ text: ArraySlice<UInt8>) -> String? {
  guard text.first == 0x3C else { return nil }
  let head = String(decoding: text.prefix(1 << 14), as: UTF8.self)
  guard let root = rootElement(of: head) else { return nil }
  let name = (root.split(separator: ":").last.map(String.init) ?? root).lowercased()
  switch name {
  case "html":
    return head.utf8.holds("ocr_page") ? "hOCR" : "HTML"
  case "mets": return "METS"
  case "alto": return "ALTO"
  case "pcgts": return "PAGE XML"
  case "tei": return "TEI"
  case "didl": return "DIDL"
  default: return "XML (\(plain(root)))"
  }
}

/// The name of the first element; nil where the text begins with something else.
private func rootElement(of head: String) -> String? {
  var rest = head.utf8[...]
  while let open = rest.firstIndex(of: 0x3C) {
    let after = rest[open...].dropFirst()
    guard let first = after.first else { return nil }
    guard first == 0x3F || first == 0x21 else {
      let name = after.prefix { $0 > 0x20 && $0 != 0x3E && $0 != 0x2F }
      let isName = (first | 0x20) >= 0x61 && (first | 0x20) <= 0x7A
      return isName && after.contains(0x3E) ? String(Substring(name)) : nil
    }
    guard let close = after.firstIndex(of: 0x3E) else { return nil }
    if first == 0x21,
      after.starts(with: "!doctype html".utf8) || after.starts(with: "!DOCTYPE html".utf8)
    {
      return "html"
    }
    rest = after[close...]
  }
  return nil
}

/// Whether a text has the lines that only an `issue.yaml` has.
private func looksLikeIssueFile(_ head: ArraySlice<UInt8>) -> Bool {
  var hasFormat = false
  var hasBody = false
  for line in head.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
    if line.starts(with: "format:".utf8) { hasFormat = true }
    if line.starts(with: "paper:".utf8) || line.starts(with: "pages:".utf8) { hasBody = true }
  }
  return hasFormat && hasBody
}

extension Substring.UTF8View {
  /// Whether `word` occurs.
  fileprivate func holds(_ word: String) -> Bool {
    let first = word.utf8.first
    return indices.contains { self[$0] == first && self[$0...].starts(with: word.utf8) }
  }
}

extension String.UTF8View {
  fileprivate func holds(_ word: String) -> Bool { self[...].holds(word) }
}
