import UnicodeTables

/// Where the words of one language may be parted at the end of a line.
///
/// The core is given one as a value; a dictionary at the edge fulfils it. The same word always gets
/// the same answer, so a page stays a function of its text. What is not a matter of the language is
/// decided here: which words are left whole, and how much stays on each side of a hyphen.
public struct Hyphenator: Sendable, Hashable {
  /// Finds the places of one word in lower case; see `init(name:places:)`.
  public typealias Places = @Sendable (_ letters: [Unicode.Scalar]) -> [Int]

  /// What tells it from others: the tag of its language, or the words it was made of.
  public let name: String
  private let places: Places

  /// Takes the knowledge of a language.
  ///
  /// `places` gets the letters of one word, without capitals, marks and signs, and gives before
  /// which of them, counted from 0 and in rising order, the word may be parted. It has to be a
  /// function: the same letters, the same places, on any thread. Two values of one name are equal,
  /// so one name has to mean one knowledge.
  public init(name: String, places: @escaping Places) {
    self.name = name
    self.places = places
  }

  /// Knows the words given, with a hyphen at each place: `["news-pa-per"]`; other words stay whole.
  public init(words: [String]) {
    let known = Dictionary(words.map(Self.spelled), uniquingKeysWith: { first, _ in first })
    self.init(name: words.joined(separator: " ")) { known[$0] ?? [] }
  }

  /// The fewest letters that stay before a hyphen.
  public static let leastBefore = 2
  /// The fewest letters that come to the next line: two are hardly more than the hyphen they cost.
  public static let leastAfter = 3

  /// Before which bytes of `word`, in UTF-8 and in rising order, it may be parted.
  ///
  /// Apostrophes and hyphens part a word into words of their own. Nothing is found in a word with
  /// digits or other signs, of up to four letters (so `NATO` stays whole), or whose letters carry
  /// separate marks.
  ///
  /// - Complexity: O(*n*) in the length of `word`, beside what the dictionary takes.
  public func offsets(in word: Span<UInt8>) -> [Int] {
    guard let parts = Letters.parts(of: word) else { return [] }
    var offsets: [Int] = []
    for part in parts where part.canBeParted {
      for place in places(part.letters)
      where place >= Self.leastBefore && place <= part.letters.count - Self.leastAfter {
        offsets.append(part.offsets[place])
      }
    }
    return offsets
  }

  /// Whether both have the same name.
  public static func == (one: Hyphenator, other: Hyphenator) -> Bool { one.name == other.name }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// A word without its hyphens, and where they stood.
  private static func spelled(_ word: String) -> (letters: [Unicode.Scalar], places: [Int]) {
    var (letters, places): ([Unicode.Scalar], [Int]) = ([], [])
    for scalar in word.unicodeScalars {
      if scalar == "-" {
        places.append(letters.count)
      } else {
        letters.append(scalar.smallLetter)
      }
    }
    return (letters, places)
  }
}

/// A run of letters in a word.
private struct Letters {
  /// The letters, without capitals.
  var letters: [Unicode.Scalar] = []
  /// Where each begins in the word, in bytes.
  var offsets: [Int] = []

  /// Whether it is long enough, which `NATO` is not.
  var canBeParted: Bool { letters.count >= Hyphenator.leastBefore + Hyphenator.leastAfter }

  /// The runs between apostrophes and hyphens; nil where something else stands in the word.
  static func parts(of word: Span<UInt8>) -> [Letters]? {
    var (parts, part, offset) = ([Letters](), Letters(), 0)
    while offset < word.count {
      let (scalar, length) = word.scalar(at: offset)
      switch scalar {
      case "'", "’", "-", "\u{2010}", "\u{2011}":
        parts.append(part)
        part = Letters()
      case _ where scalar.isLetter: part.append(scalar, at: offset)
      default: return nil
      }
      offset += length
    }
    return parts + [part]
  }

  private mutating func append(_ scalar: Unicode.Scalar, at offset: Int) {
    letters.append(scalar.smallLetter)
    offsets.append(offset)
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter; marks are none.
  fileprivate var isLetter: Bool {
    guard value >= 0x80 else { return (0x61...0x7A).contains(value | 0x20) }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter: return true
    default: return false
    }
  }

  /// Its lower case where that is one code point, else itself.
  fileprivate var smallLetter: Unicode.Scalar {
    guard value >= 0x80 else {
      return (0x41...0x5A).contains(value) ? Unicode.Scalar(UInt8(value | 0x20)) : self
    }
    let mapped = properties.lowercaseMapping.unicodeScalars
    return mapped.count == 1 ? mapped[mapped.startIndex] : self
  }
}
