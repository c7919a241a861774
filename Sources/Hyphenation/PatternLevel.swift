/// The patterns of one level of a dictionary, ready to be asked.
///
/// Nothing is built of them: they are put together by their first four letters, and a word is held
/// against those that begin as it does at each of its letters, eight bytes at a time.
struct PatternLevel: Sendable {
  /// A line of a dictionary.
  struct Pattern {
    /// Its first eight letters in bytes, the first in the highest byte; zeros after the last.
    var head: UInt64
    /// Where it begins in the text of the dictionary.
    var offset: Int32
  }

  /// Whether it has no pattern.
  var isEmpty: Bool { offsets.isEmpty }

  /// Of each pattern its first letters, those of one key together and as they stand in the file.
  private let heads: [UInt64]
  /// Of each pattern where it begins in the text.
  private let offsets: [Int32]
  /// Where the patterns of each key begin.
  private let starts: [Int32]
  private let beginnings: Beginnings

  /// The number of keys, a power of two; German has 6,000 beginnings of four letters.
  private static let keyCount = 1 << 14
  /// Stands where a word has ended: a byte that no pattern has.
  private static let pastEnd: UInt64 = 1

  /// - Complexity: O(*n*) in the number of patterns.
  init(_ patterns: [Pattern]) {
    var starts = [Int32](repeating: 0, count: Self.keyCount + 1)
    var beginnings = Beginnings()
    for pattern in patterns {
      starts[Self.key(pattern.head) + 1] += 1
      beginnings.insert(pattern.head)
    }
    for key in 0..<Self.keyCount { starts[key + 1] += starts[key] }
    var next = starts
    var heads = [UInt64](repeating: 0, count: patterns.count)
    var offsets = [Int32](repeating: 0, count: patterns.count)
    for pattern in patterns {
      let key = Self.key(pattern.head)
      let place = Int(next[key])
      next[key] += 1
      (heads[place], offsets[place]) = (pattern.head, pattern.offset)
    }
    (self.heads, self.offsets, self.starts) = (heads, offsets, starts)
    self.beginnings = beginnings
  }

  /// The key of the first four letters of a head, of which the later may be zeros.
  @inline(__always)
  private static func key(_ head: UInt64) -> Int {
    Int((UInt32(truncatingIfNeeded: head >> 32) &* 0x9E37_79B1) >> 18)
  }

  /// The highest number that a pattern gives to the place before each byte of a word between dots.
  ///
  /// A pattern counts where its last letter ends the longest beginning of any pattern, as in the machine
  /// of libhyphen: `a1b` does not where `ca` and `b` begin `cab2d`. Of two patterns with the same letters
  /// the later counts. `text` is that of the dictionary.
  ///
  /// - Complexity: O(*n*) in the length of the word, times the patterns of a key.
  func values(of word: [UInt8], _ text: [UInt8]) -> [UInt8] {
    var values = [UInt8](repeating: 0, count: word.count + 1)
    var found = Found(length: 0)
    var (head, reach) = (UInt64(0), 0)
    for place in -7..<word.count {
      head = head << 8 | (place + 7 < word.count ? UInt64(word[place + 7]) : Self.pastEnd)
      guard place >= 0 else { continue }
      found.matches.removeAll(keepingCapacity: true)
      found.length = 0
      find(head, word, place, text, &found)
      for match in found.matches where place + match.length > reach {
        apply(match.offset, from: place, text, to: &values)
      }
      reach = max(reach, place + found.length)
    }
    return values
  }

  /// What begins at a letter of a word.
  private struct Found {
    /// How many bytes from there begin some pattern.
    var length: Int
    /// The patterns that stand there whole, one of each length, in bytes.
    var matches: [(length: Int, offset: Int)] = []

    /// Notes a whole pattern in place of an earlier one of the same letters.
    mutating func note(_ length: Int, _ offset: Int) {
      self.length = max(self.length, length)
      if let same = matches.firstIndex(where: { $0.length == length }) {
        matches[same].offset = offset
      } else {
        matches.append((length, offset))
      }
    }
  }

  /// Finds what begins as the word goes on at `place`, of which `head` is the first bytes.
  private func find(
    _ head: UInt64, _ word: [UInt8], _ place: Int, _ text: [UInt8], _ found: inout Found
  ) {
    let known = beginnings.length(of: head)
    found.length = known
    if known > 0 { look(1, head, word, place, text, &found) }
    if known > 1 { look(2, head, word, place, text, &found) }
    if known > 2 {
      look(3, head, word, place, text, &found)
      look(4, head, word, place, text, &found)
    }
  }

  /// Goes through the patterns with the key of the first `count` bytes: those of so many letters, or of
  /// four and more.
  private func look(
    _ count: Int, _ head: UInt64, _ word: [UInt8], _ place: Int, _ text: [UInt8],
    _ found: inout Found
  ) {
    let beginning = head.beginning(count)
    guard count > 2 || beginnings.has(beginning) else { return }
    let key = Self.key(beginning)
    for index in Int(starts[key])..<Int(starts[key + 1]) {
      let same = (heads[index] ^ head).leadingZeroBitCount / 8
      if same == 8 {
        compare(Int(offsets[index]), word, place, text, &found)
      } else if same > 0, heads[index] &<< UInt64(8 &* same) == 0 {
        found.note(same, Int(offsets[index]))
      } else {
        found.length = max(found.length, same)
      }
    }
  }

  /// Holds a pattern that has a head's letters and perhaps more against the word, letter by letter.
  private func compare(
    _ pattern: Int, _ word: [UInt8], _ place: Int, _ text: [UInt8], _ found: inout Found
  ) {
    var length = 0
    for offset in pattern..<text.endOfPattern(at: pattern) where !text[offset].isDigit {
      guard place + length < word.count, word[place + length] == text[offset] else {
        found.length = max(found.length, length)
        return
      }
      length += 1
    }
    found.note(length, pattern)
  }

  /// Raises the numbers of the places to those of a pattern; of two digits in a row the later counts.
  ///
  /// A pattern that would change the spelling makes its places even: nothing is parted there.
  private func apply(_ pattern: Int, from start: Int, _ text: [UInt8], to values: inout [UInt8]) {
    let end = text.endOfPattern(at: pattern)
    let isChange = end < text.count && text[end] == UInt8(ascii: "/")
    var place = start
    for offset in pattern..<end {
      let byte = text[offset]
      if !byte.isDigit {
        place += 1
      } else if offset + 1 == end || !text[offset + 1].isDigit {
        values[place] = max(values[place], isChange ? byte + byte & 1 : byte)
      }
    }
  }
}

/// Which one, two or three bytes begin a pattern.
private struct Beginnings: Sendable {
  /// For each two bytes, the later zero for one alone, the row of the bytes that may follow; 0 for those
  /// that begin nothing.
  private var rows = [UInt16](repeating: 0, count: 1 << 16)
  /// Rows of 256 bits.
  private var bits: [UInt64] = [0, 0, 0, 0]

  mutating func insert(_ head: UInt64) {
    makeRow(head.beginning(1))
    makeRow(head)
    let third = head >> 40 & 0xFF
    bits[4 * Int(rows[Int(head >> 48)]) + Int(third >> 6)] |= 1 << (third & 63)
  }

  private mutating func makeRow(_ head: UInt64) {
    guard rows[Int(head >> 48)] == 0 else { return }
    rows[Int(head >> 48)] = UInt16(bits.count / 4)
    bits += [0, 0, 0, 0]
  }

  /// How many bytes of a head, up to three, begin a pattern.
  func length(of head: UInt64) -> Int {
    if rows[Int(head >> 48)] == 0 { return rows[Int(head.beginning(1) >> 48)] == 0 ? 0 : 1 }
    return has(head) ? 3 : 2
  }

  /// Whether the first three bytes begin a pattern; with zeros for the last, whether the others are one.
  @inline(__always)
  func has(_ head: UInt64) -> Bool {
    let third = head >> 40 & 0xFF
    return bits[4 * Int(rows[Int(head >> 48)]) + Int(third >> 6)] & 1 << (third & 63) != 0
  }
}

extension UInt64 {
  /// The first bytes of a head, of eight.
  @inline(__always)
  fileprivate func beginning(_ count: Int) -> UInt64 { self & ~(UInt64.max &>> UInt64(8 &* count)) }
}

extension [UInt8] {
  /// Where the pattern ends that begins at an offset: at a blank or what is below, at the slash of a
  /// changed spelling, or with the text.
  func endOfPattern(at offset: Int) -> Int {
    var end = offset
    while end < count, self[end] > 0x20, self[end] != UInt8(ascii: "/") { end += 1 }
    return end
  }
}

extension UInt8 {
  /// Whether it is an ASCII digit.
  var isDigit: Bool { (0x30...0x39).contains(self) }
}
