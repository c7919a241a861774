/// The patterns of a dictionary, of one level or two.
///
/// The first of two levels finds the words that a word is made of (`news1paper`); they are looked
/// through by the same level again, until it parts them no more, and then by the second, each as
/// a word of its own. libhyphen makes a machine of all patterns before it parts the first word, which
/// takes seconds for large dictionaries; this only puts the lines in order (see `PatternLevel`).
package struct PatternTable: Sendable {
  /// Whether a pattern would change the spelling (`Zuk-ker` for `Zucker`); its places part nothing.
  package let changesSpelling: Bool
  private let text: [UInt8]
  private let characterSet: CharacterSet
  private let rules: PatternReader.Rules
  /// What finds words within a word; nil where the dictionary does not.
  private let outer: PatternLevel?
  private let inner: PatternLevel

  /// Reads the bytes of a dictionary; nil where its encoding is not understood.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  package init?(_ text: [UInt8]) {
    var reader = PatternReader(text)
    guard let set = CharacterSet(named: reader.encoding) else { return nil }
    reader.readLines()
    self.text = text
    characterSet = set
    changesSpelling = reader.changesSpelling
    // Of a dictionary with one level libhyphen obeys no NOHYPHEN.
    let levels = reader.levels.map(PatternLevel.init)
    var rules = reader.rules
    if levels.count == 1 { rules.unparted = [] }
    self.rules = rules
    outer = levels.count > 1 && !levels[0].isEmpty ? levels[0] : nil
    inner = levels.count > 1 ? levels[1] : levels[0]
  }

  /// Before which letters, counted from 0, a word in lower case may be parted.
  ///
  /// A word that the dictionary's encoding cannot write is left whole.
  package func places(in letters: [Unicode.Scalar]) -> [Int] {
    guard letters.count > 1, let encoded = characterSet.encoded(letters) else { return [] }
    let bytes = encoded.dropLast().map { UInt8(bitPattern: $0) }
    var word = Word(bytes: bytes, offsets: offsets(of: letters))
    if let outer {
      part(&word, by: outer)
    } else {
      part(&word, Part(letters: letters.indices))
    }
    for element in rules.unparted { word.join(around: element) }
    return letters.indices.filter { place in
      word.isParted[place] && place >= rules.least.before
        && letters.count - place >= rules.least.after
    }
  }

  /// Where each letter begins in bytes, and where the last one ends.
  private func offsets(of letters: [Unicode.Scalar]) -> [Int] {
    var offsets = [0]
    offsets.reserveCapacity(letters.count + 1)
    var end = 0
    for letter in letters {
      end += characterSet.byteCount(of: letter)
      offsets.append(end)
    }
    return offsets
  }

  /// Parts a word into words, again and again, and those by the inner level.
  private func part(_ word: inout Word, by outer: PatternLevel) {
    var parts = [Part(letters: 0..<word.isParted.count)]
    while let part = parts.popLast() {
      let bounds = word.places(in: part, by: outer.values(of: word.dotted(part.letters), text))
      if bounds.isEmpty {
        self.part(&word, part)
      } else {
        word.note(bounds, in: part)
        parts += part.split(at: bounds)
      }
    }
  }

  /// Parts a word, or a word within one, by the inner level.
  private func part(_ word: inout Word, _ part: Part) {
    let places = word.places(in: part, by: inner.values(of: word.dotted(part.letters), text))
    let first = part.letters.lowerBound + (part.isFirst ? 0 : rules.leastWithin.before)
    let last = part.letters.upperBound - (part.isLast ? 0 : rules.leastWithin.after)
    word.note(places.filter { $0 >= first && $0 <= last }, in: part)
  }
}

/// A run of letters that is a word within a word, or all of it.
private struct Part {
  let letters: Range<Int>
  /// Whether it begins the whole word.
  var isFirst = true
  /// Whether it ends the whole word.
  var isLast = true

  /// The parts of more than a letter between bounds within it, which are not none.
  func split(at bounds: [Int]) -> [Part] {
    zip([letters.lowerBound] + bounds, bounds + [letters.upperBound]).compactMap { from, to in
      to - from < 2
        ? nil
        : Part(
          letters: from..<to, isFirst: isFirst && from == letters.lowerBound,
          isLast: isLast && to == letters.upperBound)
    }
  }
}

/// A word while it is being parted.
private struct Word {
  let bytes: [UInt8]
  /// Where each letter begins in `bytes`, and where the last one ends.
  let offsets: [Int]
  /// Whether there is a place before each letter.
  var isParted: [Bool]

  init(bytes: [UInt8], offsets: [Int]) {
    (self.bytes, self.offsets) = (bytes, offsets)
    isParted = [Bool](repeating: false, count: offsets.count - 1)
  }

  /// The bytes of some letters between dots, which stand for the ends of a word.
  func dotted(_ letters: Range<Int>) -> [UInt8] {
    var dotted: [UInt8] = []
    dotted.reserveCapacity(offsets[letters.upperBound] - offsets[letters.lowerBound] + 2)
    dotted.append(UInt8(ascii: "."))
    dotted += bytes[offsets[letters.lowerBound]..<offsets[letters.upperBound]]
    dotted.append(UInt8(ascii: "."))
    return dotted
  }

  /// Before which letters the numbers before each byte of a part between dots part it.
  func places(in part: Part, by values: [UInt8]) -> [Int] {
    let start = offsets[part.letters.lowerBound]
    return part.letters.dropFirst().filter { values[offsets[$0] - start + 1] & 1 == 1 }
  }

  /// Notes places in a part.
  ///
  /// Like libhyphen, none before the last byte of a word within a word.
  mutating func note(_ places: [Int], in part: Part) {
    let isWhole = part.letters == isParted.indices
    let end = offsets[part.letters.upperBound]
    for place in places where isWhole || end - offsets[place] > 1 { isParted[place] = true }
  }

  /// Takes away the places before and after each occurrence of some letters.
  mutating func join(around element: [UInt8]) {
    for place in isParted.indices where bytes[offsets[place]...].starts(with: element) {
      isParted[place] = false
      let end = offsets[place] + element.count
      if let next = offsets.firstIndex(of: end), next < isParted.count { isParted[next] = false }
    }
  }
}
