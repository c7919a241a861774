/// Goes through the lines of a dictionary once.
struct PatternReader {
  /// What the first line says of the encoding.
  let encoding: String
  /// The fewest letters before and after a hyphen.
  private(set) var least = (before: 0, after: 0)
  private let text: [UInt8]
  /// Where the next line begins.
  private var offset: Int
  private var isInner = false
  /// Where each pattern begins, and its key.
  private var patterns: [(offset: Int32, key: Int32)] = []

  /// How many letters of a pattern make its key: with three a key has some ten patterns.
  static let keyLength = 3
  /// The number of keys, a power of two; German has 8,000 beginnings of three letters.
  private static let keyCount = 1 << 14
  /// libhyphen reads lines in pieces of so many bytes less one.
  private static let longestLine = 99

  init(_ text: [UInt8]) {
    self.text = text
    let first = text.prefix { $0 != 0x0A && $0 != 0x0D }
    encoding = String(decoding: first, as: UTF8.self)
    offset = first.count
  }

  /// The key of one to three letters, packed in a number, the last in its lowest byte.
  @inline(__always)
  static func key(_ letters: UInt32) -> Int { Int((letters &* 0x9E37_79B1) >> 18) }

  /// Reads all lines; false where one of them is more than a pattern.
  mutating func readLines(in set: CharacterSet) -> Bool {
    patterns.reserveCapacity(text.count / 8)
    while nextLine() {
      let first = text[offset]
      if first == UInt8(ascii: "%") { continue }
      if (0x41...0x5A).contains(first) {
        guard readKeyword(set) else { return false }
      } else if !readPattern() {
        return false
      }
    }
    return true
  }

  /// Moves to the next line that is not empty.
  private mutating func nextLine() -> Bool {
    while offset < text.count, text[offset] != 0x0A { offset += 1 }
    while offset < text.count, text[offset] <= 0x20 { offset += 1 }
    return offset < text.count
  }

  /// The patterns sorted by key, and where those of each key begin.
  func sorted() -> (patterns: [Int32], starts: [Int32]) {
    var starts = [Int32](repeating: 0, count: Self.keyCount + 1)
    for pattern in patterns { starts[Int(pattern.key) + 1] += 1 }
    for key in 0..<Self.keyCount { starts[key + 1] += starts[key] }
    var (next, sorted) = (starts, [Int32](repeating: 0, count: patterns.count))
    for pattern in patterns {
      sorted[Int(next[Int(pattern.key)])] = pattern.offset
      next[Int(pattern.key)] += 1
    }
    return (sorted, starts)
  }

  /// Notes the pattern that begins here, unless a sign in it can stand in no word; false where it
  /// would change a spelling.
  private mutating func readPattern() -> Bool {
    var (end, letters, beginning) = (offset, 0, UInt32(0))
    var isPlain = true
    while end < text.count, text[end] > 0x20 {
      let byte = text[end]
      if byte == UInt8(ascii: "/"), isPlain { return false }
      if !byte.isDigit {
        isPlain = isPlain && (byte >= 0x61 || byte == UInt8(ascii: "."))
        if letters < Self.keyLength { beginning = beginning << 8 | UInt32(byte) }
        letters += 1
      }
      end += 1
    }
    guard end - offset < Self.longestLine else { return false }
    guard isPlain, letters > 0 else { return true }
    patterns.append((Int32(offset), Int32(Self.key(beginning))))
    return true
  }

  /// Obeys a line such as `LEFTHYPHENMIN 2`; false where it asks for more than patterns.
  private mutating func readKeyword(_ set: CharacterSet) -> Bool {
    let line = text[offset...].prefix { $0 != 0x0A && $0 != 0x0D }
    let words = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    switch words[0] {
    case "LEFTHYPHENMIN":
      if !isInner { least.before = words.dropFirst().first.flatMap(Int.init) ?? 0 }
    case "RIGHTHYPHENMIN":
      if !isInner { least.after = words.dropFirst().first.flatMap(Int.init) ?? 0 }
    // They count from the ends of the words within a word; where there are none, from nothing.
    case "COMPOUNDLEFTHYPHENMIN", "COMPOUNDRIGHTHYPHENMIN": break
    case "NOHYPHEN": return Self.holdsNoLetter(words.dropFirst().joined(), set)
    case "NEXTLEVEL":
      guard patterns.isEmpty, !isInner else { return false }
      isInner = true
    default: return false
    }
    return true
  }

  /// Whether signs are none that a word has.
  private static func holdsNoLetter(_ signs: String, _ set: CharacterSet) -> Bool {
    signs.unicodeScalars.allSatisfy { sign in
      guard !sign.isASCII else { return !sign.properties.isAlphabetic }
      if case .unicode = set { return !sign.properties.isAlphabetic }
      return false
    }
  }
}
