import NewsModel

/// Lines of a scan, with their words, put together to running text.
///
/// Broken words are joined where the file says that they are broken, or where a line ends in a small letter
/// and a hyphen and the next begins with a small letter; else the hyphen stays. Ideographs have no blank
/// between them.
struct ScanText {
  /// The text so far.
  private(set) var text = ""
  /// Whether the last word goes on.
  private var isOpen = false
  private var keepsHyphen = false

  /// Whether the text ends in the middle of a word.
  var endsInWord: Bool { isOpen }

  /// Whether there is no text.
  var isEmpty: Bool { text.isEmpty }

  /// Adds the words of a line, behind the line end before them.
  mutating func add(_ line: ScanLine) {
    let words = line.words.lazy.map(\.text).filter { !$0.isEmpty }
    guard let first = words.first else { return }
    if !text.isEmpty { joinLine(beginning: first) }
    var isFirst = true
    for word in words {
      if !isFirst { appendBlank(before: word) }
      text += word
      isFirst = false
    }
    isOpen = line.isBroken && text.unicodeScalars.last.map { !$0.endsSentence } ?? false
    keepsHyphen = line.keepsHyphen
  }

  /// Puts nothing, a hyphen or a blank between two lines.
  private mutating func joinLine(beginning next: String) {
    let scalars = text.unicodeScalars
    let hasHyphen = scalars.last?.isHyphen ?? false
    let before = hasHyphen ? scalars.dropLast().last : scalars.last
    let goesOnSmall = next.unicodeScalars.first?.properties.isLowercase ?? false
    if isOpen || hasHyphen && goesOnSmall && before?.properties.isLowercase ?? false {
      if hasHyphen, !keepsHyphen { text.unicodeScalars.removeLast() }
      if !hasHyphen, keepsHyphen { text += "-" }
    } else if hasHyphen, before?.properties.isAlphabetic ?? false,
      next.unicodeScalars.first?.properties.isAlphabetic ?? false
    {
      // A compound such as Austro-|Hungarian.
    } else {
      appendBlank(before: next)
    }
  }

  private mutating func appendBlank(before next: String) {
    guard let last = text.unicodeScalars.last, let first = next.unicodeScalars.first else { return }
    if !(last.isIdeographic && first.isIdeographic) { text += " " }
  }
}

extension Unicode.Scalar {
  /// Whether the character is a hyphen with which a line may end.
  var isHyphen: Bool {
    [0x2D, 0xAD, 0x2010, 0x2011, 0xAC, 0x2E17].contains(value)
  }

  /// Whether a character stands in a square of its own, so that no blank parts it from the next.
  var isIdeographic: Bool {
    switch value {
    case 0x2E80...0x303F, 0x3041...0x30FF, 0x31C0...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF01...0xFF60, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Whether a sentence may end with the character.
  var endsSentence: Bool { ".!?。！？…:：;；".unicodeScalars.contains(self) }

  /// Whether the character closes a quotation or a bracket.
  var closesQuotation: Bool { "\"'”’»«)]）」』】〕".unicodeScalars.contains(self) }
}

extension String {
  /// Whether the text ends as a paragraph does: with a full stop, whatever closes behind it.
  var endsAsParagraph: Bool {
    let last = unicodeScalars.reversed().first { !$0.closesQuotation && $0 != " " }
    return last?.endsSentence ?? true
  }
}

/// A line as its paragraph sees it: where along the measure it begins and ends, and how thick it is.
private struct LineExtent {
  var start: Int
  var end: Int
  var thickness: Int

  /// Of a line that runs from left to right, or from top to bottom.
  init(_ box: ScanBox, isVertical: Bool) {
    start = Int(isVertical ? box.top : box.left)
    end = Int(isVertical ? box.bottom : box.right)
    thickness = isVertical ? box.width : box.height
  }
}

extension [ScanLine] {
  /// Whether most lines run from top to bottom: they are more than twice as high as wide, and of more than one
  /// character.
  var areVertical: Bool {
    let known = filter { ($0.box?.width ?? 0) > 0 && $0.words.reduce(0) { $0 + $1.text.count } > 1 }
    let high = known.count { ($0.box?.height ?? 0) > 2 * ($0.box?.width ?? 0) }
    return high * 2 > known.count
  }

  /// The places where a new paragraph begins by the look of the lines: an indent, or a line that ended short
  /// with a full stop; the first line aside.
  ///
  /// - Complexity: O(*n* log *n*) in the number of lines.
  var paragraphStarts: [Int] {
    let boxes = compactMap(\.box)
    guard count >= 3, boxes.count == count else { return [] }
    let isVertical = areVertical
    let lines = boxes.map { LineExtent($0, isVertical: isVertical) }
    let thickness = lines.map(\.thickness).sorted()[count / 2]
    let edge = lines.map(\.start).sorted()[count / 4]
    let end = lines.map(\.end).sorted()[count * 3 / 4]
    guard thickness > 0, end - edge > 4 * thickness else { return [] }
    func isIndented(_ line: LineExtent) -> Bool {
      (line.start - edge) * 10 > thickness * 6 && line.start - edge < 8 * thickness
    }
    return indices.dropFirst().filter { index in
      let before = lines[index - 1]
      if self[index - 1].isBroken { return false }
      let wasShort = end - before.end > 2 * thickness
      let wasEnd = wasShort && self[index - 1].words.last?.text.endsAsParagraph ?? true
      return isIndented(lines[index]) ? !isIndented(before) || wasEnd : wasEnd
    }
  }

  /// The text of the lines, a paragraph each; a printed jump line is one of its own in any case.
  func paragraphs(asOne: Bool) -> [ScanText] {
    var starts = Set(asOne ? [] : paragraphStarts)
    for index in indices where self[index].isJumpLine { starts.formUnion([index, index + 1]) }
    var paragraphs: [ScanText] = []
    for (index, line) in enumerated() where !line.words.isEmpty {
      if paragraphs.isEmpty || starts.contains(index) { paragraphs.append(ScanText()) }
      paragraphs[paragraphs.count - 1].add(line)
    }
    return paragraphs.filter { !$0.isEmpty }
  }
}

extension ScanLine {
  /// Whether the line is a printed jump line and nothing else.
  fileprivate var isJumpLine: Bool {
    guard words.count <= 8 else { return false }
    let kind = JumpLine(paragraph: words.map(\.text).joined(separator: " "))?.kind
    return kind == .to || kind == .from
  }
}
