import Hyphenation
import TestSupport
import Testing

@Suite struct PatternTableTests {
  private static func path(_ tag: String) -> String {
    "\(UnicodeData.root)/Tests/HyphenationTests/Fixtures/hyph_\(tag).dic"
  }

  @Test(arguments: [
    ("xx_AA", "newspaéditokr"), ("xx_CC", "newspar"), ("yy", "rożkande"), ("tt", "abé"),
    ("uu", "newspar"), ("ss", "abcdé"),
  ])
  func `a table of patterns says what libhyphen says`(tag: String, letters: String) throws {
    let table = try #require(PatternTable(bytes(ofFile: Self.path(tag))))
    let dictionary = try #require(PatternDictionary(path: Self.path(tag)))
    var numbers = SeededGenerator(seed: 9)
    let alphabet = Array(letters.unicodeScalars)
    for _ in 0..<20_000 {
      let length = Int.random(in: 0...12, using: &numbers)
      let word = (0..<length).map { _ in alphabet[Int.random(in: alphabet.indices, using: &numbers)]
      }
      #expect(table.places(in: word) == dictionary.places(in: word), "\(word)")
    }
  }

  @Test(arguments: [
    ("uu", "newspaper", [4, 6]), ("uu", "newspapernewspaper", [4, 6, 13, 15]),
    ("uu", "wallpaper", [6]), ("zz_ZZ", "böölazucker", [3]),
  ])
  func `words within a word are parted each for itself`(
    tag: String, word: String, expected: [Int]
  ) throws {
    let table = try #require(PatternTable(bytes(ofFile: Self.path(tag))))
    #expect(table.places(in: Array(word.unicodeScalars)) == expected)
  }

  @Test func `a pattern that changes the spelling is known as such`() {
    let tables = ["zz_ZZ", "ss", "uu"].map { PatternTable(bytes(ofFile: Self.path($0))) }
    #expect(tables.map(\.?.changesSpelling) == [true, false, false])
  }

  @Test(arguments: ["ww", "vv", "nowhere"])
  func `what cannot be read makes no table`(tag: String) {
    #expect(PatternTable(bytes(ofFile: Self.path(tag))) == nil)
  }

  /// The words are strung together of the patterns' own letters, so that many patterns meet.
  @Test(arguments: ["de_DE", "en_US", "en_GB", "fr"])
  func `a dictionary of the machine says what it says to libhyphen`(tag: String) throws {
    let path = "/usr/share/hyphen/hyph_\(tag).dic"
    let text = bytes(ofFile: path)
    guard !text.isEmpty else { return }
    let table = try #require(PatternTable(text))
    let dictionary = try #require(PatternDictionary(path: path))
    let isUnicode = text.starts(with: "UTF-8".utf8)
    let letters = text.split(separator: 0x0A).map { Self.letters($0, isUnicode) }
    var numbers = SeededGenerator(seed: 11)
    for _ in 0..<4_000 {
      let runs = (0..<Int.random(in: 1...4, using: &numbers)).map { _ in
        letters[Int.random(in: letters.indices, using: &numbers)]
      }
      let word = Array(runs.joined())
      #expect(table.places(in: word) == dictionary.places(in: word), "\(word)")
    }
  }

  /// The small letters of a line in UTF-8 or ISO 8859-1, without ligatures of three letters, which
  /// libhyphen counts as two before a hyphen and as one after it.
  private static func letters(_ line: ArraySlice<UInt8>, _ isUnicode: Bool) -> [Unicode.Scalar] {
    let text = String(decoding: line, as: UTF8.self).unicodeScalars
    let scalars = isUnicode ? Array(text) : line.map { Unicode.Scalar($0) }
    return scalars.filter { $0.properties.isLowercase && !("ﬃ"..."ﬄ").contains($0) }
  }
}
