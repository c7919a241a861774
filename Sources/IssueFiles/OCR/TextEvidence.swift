/// What a text tells of its own words: how often letters stand together in it.
///
/// Chinese and Japanese mark no words. But a paper repeats its own: where a paragraph was torn inside a word,
/// the two halves of the word stand together elsewhere in the text.
struct TextEvidence {
  /// The letters of every paragraph, parted by a line feed.
  private let letters: [Unicode.Scalar]
  /// Where each pair of letters stands, for a quick start of a search.
  private let pairs: [Pair: [Int32]]

  private struct Pair: Hashable {
    var first: Unicode.Scalar
    var second: Unicode.Scalar
  }

  /// The most letters that are looked at; what is longer is prose, and seldom torn.
  private static let limit = 200_000

  /// Takes the paragraphs of a text.
  ///
  /// - Complexity: O(*n*) in the number of letters.
  init(_ paragraphs: [String]) {
    var letters: [Unicode.Scalar] = []
    for paragraph in paragraphs where letters.count < TextEvidence.limit {
      letters += paragraph.tornLetters
      letters.append("\n")
    }
    var pairs: [Pair: [Int32]] = [:]
    for index in letters.indices.dropLast()
    where letters[index] != "\n" && letters[index + 1] != "\n" {
      pairs[Pair(first: letters[index], second: letters[index + 1]), default: []].append(
        Int32(index))
    }
    (self.letters, self.pairs) = (letters, pairs)
  }

  /// How much speaks for a paragraph going on with another: the letters round the joint that stand together
  /// elsewhere, more of them for longer runs; 0 for none.
  ///
  /// A run of *k* letters that holds the joint and occurs *n* times counts (*k* − 1) · min(*n*, 4); the best
  /// run counts. A pair alone that occurs once counts 1: chance brings that about.
  func forJoining(_ left: String, _ right: String) -> Int {
    let before = Array(left.tornLetters.suffix(4)), after = Array(right.tornLetters.prefix(4))
    guard let last = before.last, let first = after.first else { return 0 }
    let places = pairs[Pair(first: last, second: first)] ?? []
    var best = 0
    for left in 1...max(1, before.count) {
      for right in 1...max(1, after.count) where left <= before.count && right <= after.count {
        let count = places.count {
          stands(before.suffix(left), after.prefix(right), joint: Int($0) + 1)
        }
        guard count > 0 else { continue }
        best = max(best, (left + right - 1) * min(count, 4))
      }
    }
    return best
  }

  /// Whether `before` ends and `after` begins at a place of the text.
  private func stands(
    _ before: ArraySlice<Unicode.Scalar>, _ after: ArraySlice<Unicode.Scalar>, joint: Int
  ) -> Bool {
    guard joint >= before.count, joint + after.count <= letters.count else { return false }
    return letters[(joint - before.count)..<joint].elementsEqual(before)
      && letters[joint..<(joint + after.count)].elementsEqual(after)
  }

  /// How many pairs of letters of one text stand in the other, for a hundred of its own.
  static func likeness(_ one: String, _ other: String) -> Int {
    let (own, wanted) = (pairs(one), pairs(other))
    return own.isEmpty ? 0 : own.intersection(wanted).count * 100 / own.count
  }

  private static func pairs(_ text: String) -> Set<Pair> {
    let letters = text.tornLetters.prefix(4_000)
    return Set(zip(letters, letters.dropFirst()).map { Pair(first: $0, second: $1) })
  }
}

extension String {
  /// The letters and figures, without marks and blanks.
  var tornLetters: [Unicode.Scalar] {
    unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }
}
