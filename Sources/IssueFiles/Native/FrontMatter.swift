import YAMLTree

/// Where an article's file parts: the fields between two lines of `---`, and the text after them.
struct FrontMatter {
  /// The YAML between the two lines; empty where the file begins without `---`.
  let fields: [UInt8]
  /// The CommonMark after it.
  let body: [UInt8]
  /// The number of the body's first line.
  let bodyLine: Int

  /// Parts a text, or gives nil where the fields do not end.
  init?(_ text: [UInt8]) {
    guard FrontMatter.isFence(text.prefix { $0 != 0x0A }) else {
      (fields, body, bodyLine) = ([], text, 1)
      return
    }
    var start = (text.firstIndex(of: 0x0A) ?? text.count - 1) + 1
    let fieldsStart = start
    var line = 2
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      if FrontMatter.isFence(text[start..<end]) {
        fields = Array(text[fieldsStart..<start])
        body = Array(text[min(end + 1, text.count)...])
        bodyLine = line + 1
        return
      }
      (start, line) = (end + 1, line + 1)
    }
    return nil
  }

  /// Whether a line is `---`, blanks after it aside.
  private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: [0x2D, 0x2D, 0x2D])
      && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}
