import UnicodeTables

/// Which places of a Chinese text are inside words, by a list of words and their counts.
///
/// The list is in simplified characters; traditional ones are looked up by their simplified forms.
/// Of all ways to part the text into words of the list and single characters the likeliest counts: that
/// in which the words are, multiplied, most frequent.
package enum WordModel {
  /// What a single character weighs, in halves of a binary logarithm: it stands for any, and less than
  /// most words.
  private static let single = 16 - whole
  /// The weight of all words together: the list counts some sixty million.
  private static let whole = 52

  /// The same in simplified characters, of which each traditional one has one, or the likeliest, here.
  ///
  /// - Complexity: O(*n*) in the number of characters, times the logarithm of the table's length.
  package static func simplified(_ characters: [UInt32]) -> [UInt32] {
    let bytes = Bytes(variants)
    return characters.map { character in
      guard character >= 0x3400 else { return character }
      var (low, high) = (0, bytes.count / 6)
      while low < high {
        let middle = (low + high) / 2
        let found = bytes.digits(3, at: middle * 6)
        if found == character { return UInt32(bytes.digits(3, at: middle * 6 + 3)) }
        if found < character { low = middle + 1 } else { high = middle }
      }
      return character
    }
  }

  /// For each character whether a cut before it would tear a word.
  ///
  /// - Complexity: O(*n*) in the number of characters, times the logarithm of the list's length.
  package static func tears(_ characters: [UInt32]) -> [Bool] {
    let count = characters.count
    // What the likeliest parting from a place on weighs, and the length of its first word.
    var (weights, lengths) = (
      Array(repeating: 0, count: count + 1), Array(repeating: 1, count: count)
    )
    for index in characters.indices.reversed() {
      weights[index] = weights[index + 1] + single
      for (length, weight) in words(from: index, in: characters)
      where weight - whole + weights[index + length] > weights[index] {
        (weights[index], lengths[index]) = (weight - whole + weights[index + length], length)
      }
    }
    var (tears, start) = (Array(repeating: true, count: count), 0)
    while start < count {
      tears[start] = false
      start += lengths[start]
    }
    return tears
  }

  /// The words of the list that begin at a place, with their weights.
  private static func words(
    from index: Int, in characters: [UInt32]
  ) -> [(length: Int, weight: Int)] {
    guard index + 1 < characters.count, let first = first(characters[index]) else { return [] }
    var found: [(length: Int, weight: Int)] = []
    let second = UInt64(characters[index + 1])
    if let weight = WordRests.pairs.weight(of: second, in: first.pairs) {
      found.append((2, weight))
    }
    guard index + 2 < characters.count else { return found }
    let rest = second << 18 | UInt64(characters[index + 2])
    if let weight = WordRests.triples.weight(of: rest, in: first.triples) {
      found.append((3, weight))
    }
    return found
  }

  /// Where the words that begin with a character are.
  private static func first(_ character: UInt32) -> (pairs: Range<Int>, triples: Range<Int>)? {
    let bytes = Bytes(firsts)
    var (low, high) = (0, bytes.count / 9 - 1)
    while low < high {
      let middle = (low + high) / 2
      if bytes.digits(3, at: middle * 9) < UInt64(character) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard bytes.digits(3, at: low * 9) == UInt64(character), low < bytes.count / 9 - 1 else {
      return nil
    }
    func start(_ list: Int, _ record: Int) -> Int {
      Int(bytes.digits(3, at: record * 9 + 3 * list))
    }
    return (start(1, low)..<start(1, low + 1), start(2, low)..<start(2, low + 1))
  }
}

/// The words of one length without their first characters.
private struct WordRests {
  private let bytes: Bytes
  /// Digits of what follows the first character.
  private let width: Int

  static var pairs: WordRests { WordRests(bytes: Bytes(WordModel.pairs), width: 3) }
  static var triples: WordRests { WordRests(bytes: Bytes(WordModel.triples), width: 6) }

  /// The weight of a word that ends like this among the words in `range`; nil if it is none.
  func weight(of rest: UInt64, in range: Range<Int>) -> Int? {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      let found = bytes.digits(width, at: middle * (width + 1))
      if found == rest { return Int(bytes[middle * (width + 1) + width]) - 0x20 }
      if found < rest { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}

extension Bytes {
  /// The number in so many digits to the base of 64, counted from 0x20.
  @inline(__always)
  func digits(_ count: Int, at offset: Int) -> UInt64 {
    var number: UInt64 = 0
    for index in offset..<offset + count { number = number << 6 | (UInt64(self[index]) - 0x20) }
    return number
  }
}
