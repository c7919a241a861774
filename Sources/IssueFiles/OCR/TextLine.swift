import NewsModel

/// A line of a text that is not blank.
struct TextLine {
  /// The number in the file, from 1.
  let number: Int
  /// The text without the blanks around it.
  let text: String
  /// How many cells of blanks stand before it.
  let indent: Int
  /// How many cells the text takes, roughly: two for East Asian characters, one for all else.
  let width: Int
  /// How many blank lines stand before it.
  let blanksBefore: Int
}

/// The pages of a text, parted by form feeds, each as its lines; pages without lines are left out.
///
/// - Complexity: O(*n*) in the length of `text`.
func textPages(_ text: [UInt8]) -> [[TextLine]] {
  var pages: [[TextLine]] = []
  var page: [TextLine] = []
  var (number, blanks, start) = (1, 0, 0)
  for (offset, byte) in text.enumerated() where byte == 0x0A || byte == 0x0C {
    if let line = TextLine(text[start..<offset], number: number, blanksBefore: blanks) {
      page.append(line)
      blanks = 0
    } else {
      blanks += 1
    }
    start = offset + 1
    if byte == 0x0A {
      number += 1
    } else if !page.isEmpty {
      pages.append(page)
      (page, blanks) = ([], 0)
    }
  }
  if let line = TextLine(text[start...], number: number, blanksBefore: blanks) { page.append(line) }
  return page.isEmpty ? pages : pages + [page]
}

extension TextLine {
  /// The line of these bytes, or nil where there are only blanks.
  fileprivate init?(_ bytes: ArraySlice<UInt8>, number: Int, blanksBefore: Int) {
    let body = bytes.drop { $0 <= 0x20 }
    guard let last = body.lastIndex(where: { $0 > 0x20 }) else { return nil }
    let line = String(decoding: body[...last], as: UTF8.self).asOneLine
    let wideBlanks = line.unicodeScalars.prefix { $0.properties.isWhitespace }.count
    let endsInBlank = line.unicodeScalars.last?.properties.isWhitespace == true
    text = wideBlanks > 0 || endsInBlank ? line.trimmedOfBlanks : line
    guard !text.isEmpty else { return nil }
    self.number = number
    self.blanksBefore = blanksBefore
    indent = bytes.count - body.count + 2 * wideBlanks
    width = text.utf8.reduce(0) { cells, byte in
      switch byte {
      case 0x80...0xBF: cells
      // Leading bytes of Han, kana, Hangul, full-width forms and the supplementary planes.
      case 0xE3...0xED, 0xEF, 0xF0...0xF4: cells + 2
      default: cells + 1
      }
    }
  }
}

/// A paragraph of a text: one line, or several that the source broke and that belong together.
struct TextParagraph {
  /// The text on one line.
  var text: String
  /// How many blank lines stand before it.
  let blanksBefore: Int
  /// The cells of blanks before its first line.
  let indent: Int
  /// The width of its last line, in cells.
  var lastWidth: Int
  /// The numbers of its lines in the file, in reading order.
  var lines: [Int] = []
  /// Whether it is known to be the label of the story above it.
  var isStandingLabel = false
  /// What a person has said it is.
  var kind: TextOverrides.Kind?

  /// Takes the paragraph in which this one goes on.
  mutating func append(_ rest: TextParagraph) {
    if !joinsWithoutBlank(text.unicodeScalars.last, rest.text.unicodeScalars.first) { text += " " }
    text += rest.text
    lastWidth = rest.lastWidth
    lines += rest.lines
  }
}

/// Joins the lines that a text broke at its margin.
///
/// A text is taken for broken at a margin where a quarter of its lines stand directly above another
/// and the longer ones of these are as wide as a column. Otherwise each line is a paragraph, as
/// text recognition writes them.
///
/// - Complexity: O(*n* log *n*) in the number of lines.
func paragraphs(of lines: [TextLine]) -> [TextParagraph] {
  let margin = margin(of: lines)
  var paragraphs: [TextParagraph] = []
  for line in lines {
    if let margin, let last = paragraphs.indices.last, line.continues(paragraphs[last], margin) {
      let above = paragraphs[last].text.unicodeScalars.last
      if !joinsWithoutBlank(above, line.text.unicodeScalars.first) { paragraphs[last].text += " " }
      paragraphs[last].text += line.text
      paragraphs[last].lastWidth = line.width
      paragraphs[last].lines.append(line.number)
    } else {
      paragraphs.append(
        TextParagraph(
          text: line.text, blanksBefore: line.blanksBefore, indent: line.indent,
          lastWidth: line.width, lines: [line.number]))
    }
  }
  return paragraphs
}

/// The width to which the lines run, or nil where each line is a paragraph.
private func margin(of lines: [TextLine]) -> Int? {
  var widths: [Int] = []
  var isEastAsian = 0
  for (above, below) in zip(lines, lines.dropFirst()) where below.blanksBefore == 0 {
    widths.append(above.width + above.indent)
    if above.text.utf8.count > above.text.unicodeScalars.count * 2 { isEastAsian += 1 }
  }
  guard widths.count * 4 >= lines.count, widths.count > 1 else { return nil }
  widths.sort()
  let margin = widths[widths.count * 9 / 10]
  // Thirteen characters are the column of a Chinese broadsheet; narrower Latin lines are verse.
  return margin >= (isEastAsian * 2 > widths.count ? 20 : 50) ? margin : nil
}

extension TextLine {
  /// Whether the line goes on with the paragraph above it.
  fileprivate func continues(_ paragraph: TextParagraph, _ margin: Int) -> Bool {
    guard blanksBefore == 0, !beginsListItem, !isJump else { return false }
    guard !paragraph.text.isRule, !text.isRule else { return false }
    if paragraph.text.beginsListItem, indent > paragraph.indent { return true }
    if indent >= paragraph.indent + 2 { return false }
    return (paragraph.lastWidth + paragraph.indent) * 4 >= margin * 3
  }

  private var beginsListItem: Bool { text.beginsListItem }

  /// Whether the line leads the article itself to another page or from one.
  private var isJump: Bool { JumpLine(paragraph: text).map { $0.kind != .refer } ?? false }
}

extension String {
  /// Whether the text begins with a bullet or a number as lists have them.
  fileprivate var beginsListItem: Bool {
    var scalars = unicodeScalars[...]
    guard let first = scalars.popFirst() else { return false }
    if "-*+•·●○■□▪–".unicodeScalars.contains(first) { return scalars.first == " " }
    guard ("0"..."9").contains(first) else { return false }
    scalars = scalars.drop { ("0"..."9").contains($0) }
    return (scalars.first == "." || scalars.first == ")") && scalars.dropFirst().first == " "
  }

  /// Whether the line is drawn, not written: `-----`, `=====`.
  fileprivate var isRule: Bool {
    guard let first = unicodeScalars.first, utf8.count >= 3 else { return false }
    return "-=*_#~+.".unicodeScalars.contains(first) && unicodeScalars.allSatisfy { $0 == first }
  }
}

/// Whether two broken lines join without a blank: between CJK characters, between one and a figure
/// or mark, and after a hyphen that broke a word; the hyphen stays.
private func joinsWithoutBlank(_ left: Unicode.Scalar?, _ right: Unicode.Scalar?) -> Bool {
  guard let left, let right else { return true }
  if left.isCJK || right.isCJK { return !left.isLatinLetter && !right.isLatinLetter }
  return left == "-" && right.properties.isLowercase
}
