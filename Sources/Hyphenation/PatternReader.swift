/// Goes through the lines of a dictionary once.
struct PatternReader {
  /// What the first line says of the encoding.
  let encoding: String
  /// What the keywords ask for, those of the first level where there are two.
  private(set) var rules = Rules()
  /// The patterns of one level or two.
  private(set) var levels: [[PatternLevel.Pattern]] = [[]]
  /// Whether a pattern would change the spelling of a word.
  private(set) var changesSpelling = false
  private let text: [UInt8]
  /// Where the line begins that is read.
  private var offset = 0

  /// What a dictionary asks for beside its patterns.
  struct Rules: Sendable {
    /// The fewest letters before and after a hyphen in a word; 2 where the dictionary does not say.
    var least = (before: 2, after: 2)
    /// The fewest letters before and after a hyphen in a word within a word, where it meets another.
    var leastWithin = (before: 0, after: 0)
    /// Letters, in bytes, that are parted neither before nor after.
    var unparted: [[UInt8]] = []
  }

  /// libhyphen leaves out lines of more bytes.
  private static let longestLine = 98

  init(_ text: [UInt8]) {
    self.text = text
    let first = text.prefix { $0 != 0x0A && $0 != 0x0D }
    encoding = String(decoding: first, as: UTF8.self)
    offset = text.endOfLine(at: 0) + 1
  }

  /// Reads all lines.
  mutating func readLines() {
    levels[0].reserveCapacity(text.count / 12)
    while offset < text.count {
      let first = text[offset]
      if (0x41...0x5A).contains(first) {
        let end = text.endOfLine(at: offset)
        guard readKeyword(end) else { return }
        offset = end + 1
      } else {
        readPattern()
      }
    }
  }

  /// Notes the pattern that begins here, if there is one, and goes on to the next line.
  ///
  /// Remarks are left out, which in libhyphen are patterns that no word has.
  private mutating func readPattern() {
    var pattern = PatternLevel.Pattern(head: 0, offset: Int32(offset))
    var (end, shift) = (offset, UInt64(64))
    while end < text.count, text[end] > 0x20, text[end] != UInt8(ascii: "/") {
      if !text[end].isDigit, shift > 0 {
        shift -= 8
        pattern.head |= UInt64(text[end]) << shift
      }
      end += 1
    }
    let endOfLine = text.endOfLine(at: end)
    let first = text[offset]
    if pattern.head != 0, first != UInt8(ascii: "%"), first != UInt8(ascii: "#"),
      endOfLine - offset <= Self.longestLine
    {
      levels[levels.count - 1].append(pattern)
      if end < endOfLine, text[end] == UInt8(ascii: "/") { changesSpelling = true }
    }
    offset = endOfLine + 1
  }

  /// Obeys a line such as `LEFTHYPHENMIN 2`; false where nothing after it counts.
  ///
  /// What is no keyword is a pattern that no word in lower case has.
  private mutating func readKeyword(_ end: Int) -> Bool {
    let line = text[offset..<end].prefix { $0 != 0x0D }
    let keyword = String(decoding: line.prefix { (0x41...0x5A).contains($0) }, as: UTF8.self)
    let value = line.dropFirst(keyword.utf8.count).drop { $0 == 0x20 || $0 == 0x09 }
    guard keyword != "NEXTLEVEL" else {
      levels.append([])
      levels[1].reserveCapacity(1 << 13)
      return levels.count == 2
    }
    if levels.count == 1 { obey(keyword, value) }
    return true
  }

  private mutating func obey(_ keyword: String, _ value: ArraySlice<UInt8>) {
    let number = Int(String(decoding: value.prefix { $0.isDigit }, as: UTF8.self)) ?? 0
    switch keyword {
    case "LEFTHYPHENMIN": rules.least.before = number > 0 ? number : 2
    case "RIGHTHYPHENMIN": rules.least.after = number > 0 ? number : 2
    case "COMPOUNDLEFTHYPHENMIN": rules.leastWithin.before = number
    case "COMPOUNDRIGHTHYPHENMIN": rules.leastWithin.after = number
    case "NOHYPHEN": rules.unparted = value.split(separator: UInt8(ascii: ",")).map(Array.init)
    default: break
    }
  }
}

extension [UInt8] {
  /// Where the line ends that an offset is in: at its line feed, or with the text.
  func endOfLine(at offset: Int) -> Int {
    var end = offset
    while end < count, self[end] != 0x0A { end += 1 }
    return end
  }
}
