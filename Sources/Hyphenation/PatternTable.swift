/// The patterns of a dictionary that has nothing but patterns, as most have.
///
/// libhyphen makes a machine of all patterns before it parts the first word, which takes milliseconds;
/// this only sorts the lines by their first letters and reads those again that a word asks for.
package struct PatternTable: Sendable {
  private let text: [UInt8]
  private let characterSet: CharacterSet
  private let least: (before: Int, after: Int)
  /// Where each pattern begins in `text`, those of one key together and as they stand in the file.
  private let patterns: [Int32]
  /// Where the patterns of each key begin in `patterns`.
  private let starts: [Int32]

  /// Reads the bytes of a dictionary; nil where its encoding is not understood, and where it asks for
  /// more than patterns: words within words, changed spellings, letters never parted.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  package init?(_ text: [UInt8]) {
    var reader = PatternReader(text)
    guard let set = CharacterSet(named: reader.encoding), reader.readLines(in: set) else {
      return nil
    }
    self.text = text
    characterSet = set
    least = reader.least
    (patterns, starts) = reader.sorted()
  }

  /// Before which letters, counted from 0, a word in lower case may be parted.
  package func places(in letters: [Unicode.Scalar]) -> [Int] {
    guard letters.count > 1, let encoded = characterSet.encoded(letters) else { return [] }
    let dot = UInt8(ascii: ".")
    let word = [dot] + encoded.dropLast().map { UInt8(bitPattern: $0) } + [dot]
    let values = values(of: word)
    var (places, offset) = ([Int](), 1)
    for (place, letter) in letters.enumerated() {
      let isInside = place >= least.before && letters.count - place >= least.after
      if isInside, values[offset] & 1 == 1 { places.append(place) }
      offset += characterSet.byteCount(of: letter)
    }
    return places
  }

  /// The highest number that a pattern gives to the place before each byte of a word between dots.
  private func values(of word: [UInt8]) -> [UInt8] {
    var values = [UInt8](repeating: 0, count: word.count + 1)
    var matches: [(length: Int, pattern: Int)] = []
    for start in word.indices {
      matches.removeAll(keepingCapacity: true)
      var letters: UInt32 = 0
      for place in start..<min(start + PatternReader.keyLength, word.count) {
        letters = letters << 8 | UInt32(word[place])
        let key = PatternReader.key(letters)
        for index in starts[key]..<starts[key + 1] {
          note(Int(patterns[Int(index)]), word, start, &matches)
        }
      }
      for match in matches { apply(match.pattern, from: start, to: &values) }
    }
    return values
  }

  /// Notes a pattern whose letters stand there; of two with the same letters the later counts.
  private func note(
    _ pattern: Int, _ word: [UInt8], _ start: Int, _ matches: inout [(length: Int, pattern: Int)]
  ) {
    guard let length = matchedLength(pattern, word, start) else { return }
    if let same = matches.firstIndex(where: { $0.length == length }) {
      matches[same].pattern = pattern
    } else {
      matches.append((length, pattern))
    }
  }

  /// How many bytes of a word a pattern covers; nil where its letters are others.
  private func matchedLength(_ pattern: Int, _ word: [UInt8], _ start: Int) -> Int? {
    var (place, offset) = (start, pattern)
    while offset < text.count, text[offset] > 0x20 {
      if !text[offset].isDigit {
        guard place < word.count, word[place] == text[offset] else { return nil }
        place += 1
      }
      offset += 1
    }
    return place - start
  }

  private func apply(_ pattern: Int, from start: Int, to values: inout [UInt8]) {
    var (place, offset) = (start, pattern)
    while offset < text.count, text[offset] > 0x20 {
      if text[offset].isDigit {
        values[place] = max(values[place], text[offset])
      } else {
        place += 1
      }
      offset += 1
    }
  }
}

extension UInt8 {
  /// Whether it is an ASCII digit.
  var isDigit: Bool { (0x30...0x39).contains(self) }
}
