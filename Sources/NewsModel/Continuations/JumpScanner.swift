/// Walks through a short text in search of a jump line.
///
/// The text is folded first: full-width letters and digits become ASCII, capitals small letters,
/// white space one blank, ’ an apostrophe. `origins` leads back.
struct JumpScanner {
  /// A line that was found.
  struct Line {
    var kind: JumpLine.Kind
    var pages: [String]
    var isCertain = true
  }

  let folded: [Unicode.Scalar]
  /// The letters before capitals became small, for keywords such as `CANVASS`.
  let cased: [Unicode.Scalar]
  private let origins: [String.Index]
  private let endIndex: String.Index
  var index = 0
  /// Whether the text is a paragraph of its own, which allows the vaguer phrasings.
  var standsAlone = false
  /// Whether an opening bracket was passed.
  var isBracketed = false

  init(_ text: Substring) {
    var (cased, origins) = ([Unicode.Scalar](), [String.Index]())
    for position in text.unicodeScalars.indices {
      let scalar = text.unicodeScalars[position].foldedForJumps
      if scalar == " ", cased.last == " " { continue }
      cased.append(scalar)
      origins.append(position)
    }
    (self.cased, self.origins, endIndex) = (cased, origins, text.endIndex)
    folded = cased.map(\.smallLetter)
  }

  /// How many characters the folded text has.
  var count: Int { folded.count }

  /// Whether everything was read.
  var isAtEnd: Bool { index >= folded.count }

  // MARK: Positions

  /// The line that fills the whole text.
  mutating func wholeLine() -> Line? {
    index = 0
    skipOpening()
    guard let line = phrase() ?? bareReference(), closes() else { return nil }
    return line
  }

  /// The to-line with which the text ends: not longer than 20 characters, or 45 of Latin script.
  mutating func endLine() -> (start: String.Index, line: Line)? {
    guard mayEndInLine else { return nil }
    for start in folded.indices where mayBegin(at: start) {
      (index, isBracketed) = (start, false)
      skipOpening()
      let isLatin = !isAtEnd && folded[index].isLatinLetter
      guard isLatin || folded.count - start <= 20 else { continue }
      if let line = phrase(), line.kind == .to, closes() { return (origins[start], line) }
    }
    return nil
  }

  /// Whether the last words could be those of a to-line; seldom true, and quickly told.
  private var mayEndInLine: Bool {
    guard let last = folded.last(where: { !$0.closesJumpLine && $0 != " " }) else { return false }
    return "版く속짐0123456789".unicodeScalars.contains(last)
      || last == "e" && folded.suffix(8).contains("g")
  }

  /// The from-line with which the text begins: not longer than 14 characters, brackets included, or
  /// 40 of Latin script.
  mutating func startLine() -> (end: String.Index, line: Line)? {
    index = 0
    skipOpening()
    guard let line = phrase(), line.kind == .from else { return nil }
    skipClosing()
    guard isBracketed || isAtEnd || !folded[index].isLatinLetter else { return nil }
    let isLatin = folded.contains(where: \.isLatinLetter)
    guard index <= (isLatin ? 40 : 14) else { return nil }
    return (isAtEnd ? endIndex : origins[index], line)
  }

  /// Whether a line may begin here: at its own bracket or arrow, or at its first word.
  private func mayBegin(at start: Int) -> Bool {
    let scalar = folded[start]
    if scalar == " " { return false }
    guard start > 0 else { return true }
    let before = folded[start - 1]
    if before.opensJumpLine { return false }
    // Letters of a broken word may be glued to a German line: argu-Fortsetzung Seite 16.
    return !(scalar.isLatinLetter && before.isLatinLetter)
  }

  /// Passes brackets, arrows and blanks before a line.
  private mutating func skipOpening() {
    while let scalar = current, scalar.opensJumpLine || scalar == " " {
      if "([【〔〈《".unicodeScalars.contains(scalar) { isBracketed = true }
      index += 1
    }
  }

  /// Passes brackets, arrows, full stops and blanks after a line.
  private mutating func skipClosing() {
    while let scalar = current, scalar.closesJumpLine || scalar == " " { index += 1 }
  }

  /// Whether nothing but closing marks follows.
  private mutating func closes() -> Bool {
    skipClosing()
    return isAtEnd
  }

  // MARK: Words

  /// The next character, or nil at the end.
  var current: Unicode.Scalar? { isAtEnd ? nil : folded[index] }

  /// Passes `word`, or stays.
  mutating func take(_ word: String) -> Bool {
    let start = index
    for scalar in word.unicodeScalars {
      guard current == scalar else {
        index = start
        return false
      }
      index += 1
    }
    return true
  }

  /// Passes the first of `words` that comes next; nil where none does.
  mutating func takeOne(of words: [String]) -> String? {
    for word in words where take(word) { return word }
    return nil
  }

  /// Passes blanks.
  mutating func skipBlanks() {
    while current == " " { index += 1 }
  }

  /// Runs a reader and stays where it was when the reader finds nothing.
  mutating func attempt<Value>(_ read: (inout JumpScanner) -> Value?) -> Value? {
    let start = index
    if let value = read(&self) { return value }
    index = start
    return nil
  }

  // MARK: Numbers

  /// Reads page labels joined by commas, dots, strokes and dashes: `8`, `A04/05`, 一、二, 2—3.
  mutating func labels() -> [String]? {
    guard let first = label() else { return nil }
    var labels = [first]
    while true {
      let joined = attempt { scanner -> [String]? in
        scanner.skipBlanks()
        guard let joiner = scanner.current, Self.joiners.contains(joiner) else { return nil }
        scanner.index += 1
        scanner.skipBlanks()
        guard let next = scanner.label() else { return nil }
        let isRange = "—–~至-".unicodeScalars.contains(joiner)
        return Self.labels(from: labels[labels.count - 1], to: next, isRange: isRange)
      }
      guard let joined else { return labels }
      labels += joined
    }
  }

  private static let joiners = Array("、,/·—–~至-・".unicodeScalars)

  /// The labels after `first` up to `last`, which takes over the section where it has none.
  private static func labels(from first: String, to last: String, isRange: Bool) -> [String] {
    let (start, end) = (PageLabel(first), PageLabel(last))
    let section = end.section.isEmpty ? start.section : ""
    guard isRange, let low = start.number, let high = end.number, (low + 1...low + 20) ~= high
    else { return [section + last] }
    return (low + 1..<high).map { start.section + String($0) } + [section + last]
  }

  /// Reads one label: up to two letters and up to three digits, or Chinese digits.
  mutating func label() -> String? {
    attempt { scanner in
      var letters = ""
      while let scalar = scanner.current, ("a"..."z").contains(scalar), letters.count < 2 {
        letters.unicodeScalars.append(scalar.capitalLetter)
        scanner.index += 1
      }
      if !letters.isEmpty {
        scanner.skipBlanks()
        if scanner.current == "-" { scanner.index += 1 }
        scanner.skipBlanks()
      }
      if let digits = scanner.digits() { return letters + digits }
      return letters.isEmpty ? scanner.chineseNumber() : nil
    }
  }

  /// Reads up to three Arabic digits that no fourth follows.
  mutating func digits() -> String? {
    let run = folded[index...].prefix { ("0"..."9").contains($0) }
    guard (1...3).contains(run.count) else { return nil }
    index += run.count
    return String(String.UnicodeScalarView(run))
  }

  private mutating func chineseNumber() -> String? {
    let digits = Array("〇零一二三四五六七八九十廿百".unicodeScalars)
    let run = folded[index...].prefix { digits.contains($0) }
    guard (1...4).contains(run.count) else { return nil }
    let text = String(String.UnicodeScalarView(run))
    guard let number = PageLabel.chineseNumber(in: text) else { return nil }
    index += run.count
    return String(number)
  }
}

extension Unicode.Scalar {
  fileprivate var foldedForJumps: Unicode.Scalar {
    if (0x21...0x7E).contains(value) { return self }
    if properties.isWhitespace { return " " }
    switch value {
    case 0xFF01...0xFF5E: return Unicode.Scalar(value - 0xFEE0) ?? self
    case 0x2019: return "'"
    case 0x2018: return "'"
    case 0x2010, 0x2011: return "-"
    default: return self
    }
  }

  fileprivate var smallLetter: Unicode.Scalar {
    if value < 0x80 {
      return ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value | 0x20)) : self
    }
    // Latin letters; the other scripts of jump lines have no capitals.
    guard value < 0x250 else { return self }
    let mapping = properties.lowercaseMapping.unicodeScalars
    return mapping.count == 1 ? mapping.first ?? self : self
  }

  fileprivate var capitalLetter: Unicode.Scalar {
    ("a"..."z").contains(self) ? Unicode.Scalar(UInt8(value & ~0x20)) : self
  }

  /// A letter of Latin script, accents included.
  package var isLatinLetter: Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: true
    default: false
    }
  }

  fileprivate var opensJumpLine: Bool {
    "([【〔〈《◀◁◄←▶▷►▲◆■→☞●=".unicodeScalars.contains(self)
  }

  fileprivate var closesJumpLine: Bool {
    ")]】〕〉》◀◁◄▶▷►→.。:;".unicodeScalars.contains(self)
  }
}
