import UnicodeTableGenerator

/// A list of words with their counts as tables.
struct WordTables {
  enum Fault: Error {
    case unreadable(line: Int)
    case unordered(line: Int)
  }

  private struct Word {
    let characters: [Int]
    /// Twice the binary logarithm of its count, rounded down to a half.
    let weight: UInt8
  }

  private let words: [Word]

  /// Reads lines of a word of two or three characters, a blank and its count, in order.
  init(_ text: String) throws(Fault) {
    var words: [Word] = []
    for (index, line) in text.split(separator: "\n").enumerated() {
      let fields = line.split(separator: " ")
      let characters = fields.first?.unicodeScalars.map { Int($0.value) } ?? []
      guard fields.count == 2, let count = Int(fields[1]), (1...(1 << 30)).contains(count),
        (2...3).contains(characters.count)
      else { throw .unreadable(line: index + 1) }
      if let last = words.last, !last.characters.lexicographicallyPrecedes(characters) {
        throw .unordered(line: index + 1)
      }
      words.append(Word(characters: characters, weight: Self.weight(count)))
    }
    self.words = words
  }

  /// Twice the binary logarithm: the square of a count has one digit more for each half.
  private static func weight(_ count: Int) -> UInt8 {
    UInt8(63 - (count * count).leadingZeroBitCount)
  }

  func pairs() throws -> [UInt8] { try rests(of: words.filter { $0.characters.count == 2 }) }

  func triples() throws -> [UInt8] { try rests(of: words.filter { $0.characters.count == 3 }) }

  /// What follows the first character of each word, and its weight.
  private func rests(of words: [Word]) throws -> [UInt8] {
    try words.flatMap { word in
      try word.characters.dropFirst().flatMap { try SourceFile.digits(of: $0, count: 3) }
        + [0x20 + word.weight]
    }
  }

  /// Each first character with the places of its words, and a last record that ends both lists.
  func firsts() throws -> [UInt8] {
    var records: [[Int]] = []
    var (pairs, triples) = (0, 0)
    for word in words {
      if records.last?[0] != word.characters[0] {
        records.append([word.characters[0], pairs, triples])
      }
      if word.characters.count == 2 { pairs += 1 } else { triples += 1 }
    }
    records.append([(1 << 18) - 1, pairs, triples])
    return try records.joined().flatMap { try SourceFile.digits(of: $0, count: 3) }
  }
}
