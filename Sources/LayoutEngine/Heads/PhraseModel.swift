package import Typesetter
import UnicodeTables

/// Where phrases part in Chinese and Japanese text, as a trained model of BudouX judges it.
///
/// The model gives weights to the characters around a place: to each of the three before and after it,
/// to the pairs and to the triples of those next to it. A place whose weights come to more than half of
/// the sum of all weights of the model parts two phrases.
package struct PhraseModel {
  private let singles, pairs, triples: WeightTable
  /// Half of the sum of all weights.
  private let threshold: Int

  /// The model for a tradition; nil where blanks part the words.
  package init?(_ tradition: Typography.Tradition) {
    switch tradition {
    case .simplifiedChinese:
      self.init(
        Self.simplifiedSingles, Self.simplifiedPairs, Self.simplifiedTriples, Self.simplifiedTotal)
    case .traditionalChinese:
      self.init(
        Self.traditionalSingles, Self.traditionalPairs, Self.traditionalTriples,
        Self.traditionalTotal)
    case .japanese:
      self.init(
        Self.japaneseSingles, Self.japanesePairs, Self.japaneseTriples, Self.japaneseTotal)
    case .korean, .latin: return nil
    }
  }

  private init(
    _ singles: StaticString, _ pairs: StaticString, _ triples: StaticString, _ total: StaticString
  ) {
    self.singles = WeightTable(singles, length: 1, places: 6)
    self.pairs = WeightTable(pairs, length: 2, places: 3)
    self.triples = WeightTable(triples, length: 3, places: 4)
    threshold = WeightTable(total, length: 0, places: 1).weight(0, of: 0) >> 1
  }

  /// For each character how sure the model is that a phrase begins there: above 0 if it thinks so, in
  /// weights of the model; 0 for the first.
  ///
  /// Code points that no model knows may stand for blanks and the like.
  ///
  /// - Complexity: O(*n*) in the number of characters, times the logarithm of the tables' size.
  package func scores(_ characters: [UInt32]) -> [Int] {
    guard let first = characters.first else { return [] }
    var scores = Array(repeating: -threshold, count: characters.count)
    var (key, last) = (UInt64(first), UInt64(0))
    singles.add(key, from: -2, to: &scores)
    for index in 1..<characters.count {
      let next = UInt64(characters[index])
      if index > 1 { triples.add(last << 42 | key << 21 | next, from: index - 2, to: &scores) }
      pairs.add(key << 21 | next, from: index - 1, to: &scores)
      singles.add(next, from: index - 2, to: &scores)
      (last, key) = (key, next)
    }
    scores[0] = 0
    return scores
  }
}

/// Records in order of their keys: characters and weights, three digits to the base of 64 each.
private struct WeightTable {
  private let bytes: Bytes
  private let length: Int
  private let places: Int
  private let count: Int

  init(_ literal: StaticString, length: Int, places: Int) {
    bytes = Bytes(literal)
    (self.length, self.places) = (length, places)
    count = bytes.count / (3 * (length + places))
  }

  /// Adds the weights of a key to those places, from the one before character `first` on backwards,
  /// that are in the text.
  func add(_ key: UInt64, from first: Int, to scores: inout [Int]) {
    guard let record = record(of: key) else { return }
    for place in 0..<places {
      let index = first + places - 1 - place
      if scores.indices.contains(index) { scores[index] += weight(place, of: record) }
    }
  }

  /// The weight that a record has for one of its places.
  func weight(_ place: Int, of record: Int) -> Int {
    Int(bytes.digits(3, at: 3 * (record * (length + places) + length + place))) - (1 << 17)
  }

  /// The record of a key: its characters, 21 bits each.
  private func record(of key: UInt64) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      let found = self.key(of: middle)
      if found == key { return middle }
      if found < key { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  private func key(of record: Int) -> UInt64 {
    var key: UInt64 = 0
    var offset = 3 * record * (length + places)
    for _ in 0..<length {
      key = key << 21 | bytes.digits(3, at: offset)
      offset += 3
    }
    return key
  }
}
