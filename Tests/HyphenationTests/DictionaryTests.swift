import Hyphenation
import TestSupport
import Testing
import Typesetter

@Suite struct DictionaryTests {
  private static let folder = UnicodeData.root + "/Tests/HyphenationTests/Fixtures"

  @Test(arguments: [
    ("xx-AA", "newspaper", "news-pa-per"),
    ("xx-AA", "Newspaper", "News-pa-per"),
    ("xx-AA", "NEWSPAPER", "NEWS-PA-PER"),
    ("xx-AA", "édition", "édi-tion"),
    ("xx-AA", "rééditions", "réé-di-tions"),
    ("xx-AA", "newspaper’s", "news-pa-per’s"),
    ("xx-AA", "newspaper-newspaper", "news-pa-per-news-pa-per"),
    ("xx-AA", "opening", "opening"),
    ("xx-AA", "newspaper2", "newspaper2"),
    ("xx-AA", "报纸", "报纸"),
    ("xx-AA", "", ""),
    ("yy", "rożkanami", "roż-kanami"),
    ("yy", "ROŻKANAMI", "ROŻ-KANAMI"),
    ("yy", "rożkanамi", "rożkanамi"),
    ("uu", "Newspaper", "News-pa-per"),
    ("zz", "zuckerwerk", "zuckerwerk"),
    ("zz", "böölaströöla", "böö-laströöla"),
  ])
  func `a word is parted as its dictionary says`(
    tag: String, word: String, expected: String
  ) throws {
    let found = try #require(hyphenator(for: tag, in: [Self.folder]))
    #expect(found.parted(word) == expected)
  }

  @Test func `a dictionary may ask for longer fragments`() throws {
    let found = try #require(hyphenator(for: "xx-CC", in: [Self.folder]))
    #expect(found.parted("newspaper") == "news-paper")
  }

  @Test(arguments: [
    ("xx-AA", "hyph_xx_AA.dic"), ("XX-cc", "hyph_xx_CC.dic"), ("xx", "hyph_xx_AA.dic"),
    ("xx-BB", "hyph_xx_AA.dic"), ("xx-Latn-CC", "hyph_xx_AA.dic"), ("zz", "hyph_zz_ZZ.dic"),
    ("yy-AA-1996", "hyph_yy.dic"),
  ])
  func `the nearest dictionary of the language is taken`(tag: String, file: String) {
    #expect(dictionaryPath(for: tag, in: ["/nowhere", Self.folder]) == Self.folder + "/" + file)
  }

  @Test(arguments: ["qq", "", "x", "xx-", "../xx", "xx/AA", "xx-AA.dic", "xx_AA", "zh-Hans", "é"])
  func `a language without a dictionary has no hyphenator`(tag: String) {
    #expect(hyphenator(for: tag, in: [Self.folder]) == nil)
  }

  @Test(arguments: ["ww", "vv"])
  func `a dictionary that is not understood parts no word`(tag: String) throws {
    let found = try #require(hyphenator(for: tag, in: [Self.folder]))
    #expect(found.parted("newspaper") == "newspaper")
  }

  @Test func `many threads may ask at once`() async throws {
    for _ in 0..<20 {
      let found = try #require(hyphenator(for: "xx-AA", in: [Self.folder]))
      let answers = await withTaskGroup { group in
        for _ in 0..<8 { group.addTask { found.parted("newspaper") } }
        return await group.reduce(into: Set()) { $0.insert($1) }
      }
      #expect(answers == ["news-pa-per"])
    }
  }
}

extension Hyphenator {
  /// The word with a hyphen at each place.
  func parted(_ word: String) -> String {
    let places = offsets(in: word.utf8.span)
    let bytes = word.utf8.enumerated().flatMap { index, byte in
      places.contains(index) ? [UInt8(ascii: "-"), byte] : [byte]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
