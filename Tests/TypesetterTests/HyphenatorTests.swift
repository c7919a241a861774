import Testing
import Typesetter

@Suite struct HyphenatorTests {
  private let hyphenator = Hyphenator(words: ["news-pa-per", "a-b-c-d-e-f", "ÉDI-TION"])

  @Test(arguments: [
    ("newspaper", [4, 6]), ("Newspaper", [4, 6]), ("newspapers", []),
    ("the-newspaper", [8, 10]), ("newspaper’s", [4, 6]), ("l’édition", [8]), ("ÉDITION", [4]),
    ("newspaper1", []), ("newspaper.", []), ("news\u{AD}paper", []), ("", []), ("-", []),
  ])
  func `a word is parted where the language allows`(word: String, offsets: [Int]) {
    #expect(hyphenator.offsets(in: word.utf8.span) == offsets)
  }

  @Test func `two letters stay before a hyphen and three after it`() {
    #expect(hyphenator.offsets(in: "abcdef".utf8.span) == [2, 3])
    #expect(Hyphenator(words: ["n-a-t-o"]).offsets(in: "NATO".utf8.span).isEmpty)
  }

  @Test func `letters with separate marks and broken bytes stay whole`() {
    #expect(hyphenator.offsets(in: "e\u{301}dition".utf8.span).isEmpty)
    #expect(hyphenator.offsets(in: [0xC3, 0x6E, 0x65].span).isEmpty)
  }

  @Test func `hyphenators are equal by name`() {
    #expect(Hyphenator(words: ["a-b"]) == Hyphenator(words: ["a-b"]))
    #expect(Hyphenator(words: ["a-b"]) != Hyphenator(words: ["ab"]))
  }
}
