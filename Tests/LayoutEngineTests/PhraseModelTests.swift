import FoundationEssentials
import LayoutEngine
import PhraseModelGenerator
import TestSupport
import Testing
import Typesetter

/// The phrase models and the list of words, against the files they were made from.
@Suite struct PhraseModelTests {
  @Test func `the generated tables are what the generator writes`() throws {
    for file in try PhraseModelGenerator.files(read: Self.data) {
      let stored = try String(contentsOfFile: "\(UnicodeData.root)/\(file.path)", encoding: .utf8)
      #expect(file.text.utf8.elementsEqual(stored.utf8), "run `make tables`")
    }
  }

  @Test(arguments: [
    ("BudouX/zh-hans.json", Typography.Tradition.simplifiedChinese, "zh-Hans"),
    ("BudouX/zh-hant.json", .traditionalChinese, "zh-Hant"),
    ("BudouX/ja.json", .japanese, "ja"),
  ])
  func `a score is the sum of the weights in the model`(
    file: String, tradition: Typography.Tradition, language: String
  ) throws {
    let model = try JSONDecoder().decode([String: [String: Int]].self, from: Self.data(file))
    let tables = try #require(PhraseModel(tradition))
    let heads = try WrittenHead.all().filter { $0.typography.tradition == tradition }
    #expect(heads.count > 8)
    for head in heads {
      let scalars = Array(head.text.unicodeScalars)
      let plain = scalars.indices.map { Self.score(at: $0, in: scalars, model) }
      #expect(tables.scores(scalars.map(\.value)) == plain, "\(language): \(head.text)")
    }
  }

  /// The score by the words of the model: features named UW1 to UW6, BW1 to BW3, TW1 to TW4.
  private static func score(
    at index: Int, in text: [Unicode.Scalar], _ model: [String: [String: Int]]
  ) -> Int {
    guard index > 0 else { return 0 }
    var sum = 0
    for (letter, length, places, back) in [("UW", 1, 6, 3), ("BW", 2, 3, 2), ("TW", 3, 4, 3)] {
      for place in 0..<places {
        let start = index - back + place
        guard start >= 0, start + length <= text.count else { continue }
        var key = String.UnicodeScalarView()
        key.append(contentsOf: text[start..<start + length])
        sum += model["\(letter)\(place + 1)"]?[String(key)] ?? 0
      }
    }
    return sum - model.values.joined().reduce(0) { $0 + $1.value } / 2
  }

  @Test func `words of the list are torn where they are cut`() {
    let torn = WordModel.tears("图书馆延长开放时间".unicodeScalars.map(\.value))
    #expect(torn == [false, true, true, false, true, false, true, false, true])
    #expect(WordModel.tears([]).isEmpty)
    #expect(WordModel.tears([0x20, 0x1F600, 0xFFFF]) == [false, false, false])
  }

  @Test func `every word of the list is found alone`() throws {
    let words = String(decoding: try Self.data("Jieba/words.txt"), as: UTF8.self)
      .split(separator: "\n")
    #expect(words.count == 46_234)
    for line in words {
      let word = line.prefix { $0 != " " }.unicodeScalars.map(\.value)
      let tears = WordModel.tears(word)
      #expect(tears[0] == false && tears.dropFirst().contains(true), "\(line)")
    }
  }

  @Test func `traditional words are found by their simplified forms`() {
    let simplified = WordModel.simplified("圖書館開張，A".unicodeScalars.map(\.value))
    #expect(simplified == "图书馆开张，A".unicodeScalars.map(\.value))
  }

  @Test func `languages with blanks have no phrase model`() {
    #expect(PhraseModel(.korean) == nil && PhraseModel(.latin) == nil)
  }

  private static func data(_ name: String) throws -> Data {
    try Data(
      contentsOf: URL(
        filePath: "\(UnicodeData.root)/\(PhraseModelGenerator.dataPath)/\(name)"))
  }
}
