import Hyphenation
import TestSupport
import Testing

@Suite struct PatternTableTests {
  private static func path(_ tag: String) -> String {
    "\(UnicodeData.root)/Tests/HyphenationTests/Fixtures/hyph_\(tag).dic"
  }

  @Test(arguments: [
    ("xx_AA", "newspaéditokr"), ("xx_CC", "newspar"), ("yy", "rożkande"), ("tt", "abé"),
  ])
  func `a table of patterns says what libhyphen says`(tag: String, letters: String) throws {
    let table = try #require(PatternTable(bytes(ofFile: Self.path(tag))))
    let dictionary = try #require(PatternDictionary(path: Self.path(tag)))
    var numbers = SeededGenerator(seed: 9)
    let alphabet = Array(letters.unicodeScalars)
    for _ in 0..<20_000 {
      let length = Int.random(in: 0...9, using: &numbers)
      let word = (0..<length).map { _ in alphabet[Int.random(in: alphabet.indices, using: &numbers)]
      }
      #expect(table.places(in: word) == dictionary.places(in: word), "\(word)")
    }
  }

  @Test(arguments: ["zz_ZZ", "uu", "ww", "vv", "nowhere"])
  func `what is more than patterns is left to libhyphen`(tag: String) {
    #expect(PatternTable(bytes(ofFile: Self.path(tag))) == nil)
  }
}
