/// A printed line that leads to another page: （下转第八版）, Continued from Page A1, （２面に関連記事）.
///
/// Recognised are the phrasings of Chinese, Japanese, Korean, English, German and French papers. A
/// word for page is always needed, so that serial marks (“To be continued.”), running heads and
/// prose do not match.
public struct JumpLine: Hashable, Sendable {
  /// Which way a line leads.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// At the foot of a part: the article goes on there.
    case to
    /// At the head of a part: the article comes from there.
    case from
    /// To another text, which it joins to nothing.
    case refer
  }

  /// Which way it leads.
  public var kind: Kind
  /// The labels of the pages, in Arabic digits: `8`, `A04`; at least one.
  public var pages: [String]
  /// The line as printed, brackets and arrows included.
  public var text: String
  /// Whether the words are those that papers print; false where they were only nearly recognised,
  /// as scanned letters often are.
  public var isCertain: Bool

  /// Makes a jump line.
  public init(kind: Kind, pages: [String], text: String, isCertain: Bool = true) {
    self.kind = kind
    self.pages = pages
    self.text = text
    self.isCertain = isCertain
  }
}

extension JumpLine {
  /// Reads a paragraph that is a jump line and nothing else.
  ///
  /// - Complexity: O(*n*) in the length of a short line; long ones are refused at once.
  public init?(paragraph: String) {
    guard paragraph.utf8.count <= 240, paragraph.mayBeJumpLine else { return nil }
    var scanner = JumpScanner(paragraph[...])
    guard scanner.count <= 60 else { return nil }
    scanner.standsAlone = true
    guard let found = scanner.wholeLine() ?? scanner.noisyLine() else { return nil }
    self.init(
      kind: found.kind, pages: found.pages, text: paragraph.trimmedOfBlanks,
      isCertain: found.isCertain)
  }

  /// The to-line at the end of a paragraph, and the text before it, its last blanks included.
  ///
  /// - Complexity: O(1): only the end of the text is looked at.
  public static func atEnd(of paragraph: String) -> (text: Substring, line: JumpLine)? {
    let tail = paragraph.unicodeScalars.suffix(45)
    var scanner = JumpScanner(Substring(tail))
    guard let found = scanner.endLine(), found.start > paragraph.startIndex else { return nil }
    let line = JumpLine(
      kind: .to, pages: found.line.pages, text: String(paragraph[found.start...]).trimmedOfBlanks)
    return (paragraph[..<found.start], line)
  }

  /// The from-line at the start of a paragraph, and the text after it.
  ///
  /// - Complexity: O(1): only the beginning of the text is looked at.
  public static func atStart(of paragraph: String) -> (line: JumpLine, text: Substring)? {
    let head = paragraph.unicodeScalars.prefix(45)
    var scanner = JumpScanner(Substring(head))
    guard let found = scanner.startLine(), found.end < paragraph.endIndex else { return nil }
    let line = JumpLine(
      kind: .from, pages: found.line.pages,
      text: String(paragraph[..<found.end]).trimmedOfBlanks)
    return (line, paragraph[found.end...])
  }
}

extension String {
  /// Whether the text has what every jump line has, a number or the word page, or is in brackets.
  ///
  /// Most paragraphs are told from jump lines by this look at their bytes.
  fileprivate var mayBeJumpLine: Bool {
    var before: UInt8 = 0
    for byte in utf8 {
      switch byte {
      case 0x30...0x39: return true
      case 0x67, 0x47:  // The g of page.
        if before == 0x61 || before == 0x41 { return true }
      case 0xBC where before == 0xEF: return true  // Full-width digits.
      case 0x88 where before == 0x89, 0xA2 where before == 0x9D, 0xB4 where before == 0xA9:
        return true  // The ends of 版, 面 and 면.
      case 0x75, 0x55:  // The u of la une.
        if before == 0x20 { return true }
      default: break
      }
      before = byte
    }
    return utf8.first == 0x28 || utf8.first == 0x5B
  }

  /// The text without the blanks around it, U+3000 included.
  package var trimmedOfBlanks: String {
    let scalars = unicodeScalars.drop(while: \.properties.isWhitespace)
    guard let last = scalars.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
    return String(scalars[...last])
  }
}
