public import FoundationEssentials
import UnicodeTableGenerator

/// Makes the source files with what is known of phrases and words: the models of BudouX, words of
/// jieba, and characters of OpenCC.
public enum PhraseModelGenerator {
  /// A source file that is written by machine.
  public struct File: Sendable {
    /// Where it belongs, from the root of the package.
    public let path: String
    /// What is in it.
    public let text: String
  }

  /// The folder of the data, from the root of the package.
  public static let dataPath = "Sources/generate-phrase-models"
  /// The models and what their tables are called.
  public static let models = [
    (file: "BudouX/zh-hans.json", name: "simplified"),
    (file: "BudouX/zh-hant.json", name: "traditional"), (file: "BudouX/ja.json", name: "japanese"),
  ]

  /// All files; `read` gives the content of a data file by its path in the folder.
  public static func files(read: (String) throws -> Data) throws -> [File] {
    [
      try phrases(read: read), try words(read("Jieba/words.txt")),
      try variants(read("OpenCC/TSCharacters.txt")),
    ]
  }

  private static func words(_ data: Data) throws -> File {
    let tables = try WordTables(String(decoding: data, as: UTF8.self))
    var file = SourceFile()
    file.literal(
      "firsts", try tables.firsts(),
      """
      First characters in order, each with the place of the first pair and of the first triple that \
      begins with it; three digits to the base of 64 each. A last record ends both lists.
      """)
    file.literal(
      "pairs", try tables.pairs(), "The second character in three digits, and a weight in one.")
    file.literal(
      "triples", try tables.triples(),
      "The second and the third character in three digits each, and a weight in one.")
    let heading = """
      // Do not edit! Written by `swift run generate-phrase-models` from words of jieba 0.42.1.
      // Copyright (c) 2013 Sun Junyi, MIT licence: see \(dataPath)/Jieba.
      // swift-format-ignore-file
      """
    return File(
      path: "Sources/LayoutEngine/Heads/WordModel+Generated.swift",
      text: file.text(of: "WordModel", heading: heading))
  }

  private static func variants(_ data: Data) throws -> File {
    var pairs: [Int: Int] = [:]
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
      let fields = line.split { $0 == "\t" || $0 == " " }
        .map { $0.unicodeScalars.map { Int($0.value) } }
      // Comments have longer words; characters beyond the first plane are in no word of the list.
      guard fields.count > 1, fields[0].count == 1, fields[1].count == 1, fields[0] != fields[1],
        max(fields[0][0], fields[1][0]) < 1 << 16
      else { continue }
      pairs[fields[0][0]] = fields[1][0]
    }
    var file = SourceFile()
    let ordered = pairs.sorted { $0.key < $1.key }
    file.literal(
      "variants",
      try ordered.flatMap {
        try SourceFile.digits(of: $0, count: 3) + SourceFile.digits(of: $1, count: 3)
      },
      "Traditional characters in order, each with its simplified form; three digits each.")
    let heading = """
      // Do not edit! Written by `swift run generate-phrase-models` from characters of OpenCC 1.4.2.
      // Apache License 2.0: see \(dataPath)/OpenCC. Changed in form: first forms alone.
      // swift-format-ignore-file
      """
    return File(
      path: "Sources/LayoutEngine/Heads/WordModel+Variants.swift",
      text: file.text(of: "WordModel", heading: heading))
  }

  private static func phrases(read: (String) throws -> Data) throws -> File {
    var file = SourceFile()
    for (name, title) in models {
      let features = try JSONDecoder().decode([String: [String: Int]].self, from: read(name))
      try append(ModelTables(features), title, name, to: &file)
    }
    let heading = """
      // Do not edit! Written by `swift run generate-phrase-models` from models of BudouX 0.10.1.
      // Copyright 2021 Google LLC, Apache License 2.0: see \(dataPath)/BudouX.
      // Changed in form: the weights are those of the models.
      // swift-format-ignore-file
      """
    return File(
      path: "Sources/LayoutEngine/Heads/PhraseModel+Generated.swift",
      text: file.text(of: "PhraseModel", heading: heading))
  }

  private static func append(
    _ tables: ModelTables, _ title: String, _ name: String, to file: inout SourceFile
  ) throws {
    let form = "in order; three digits to the base of 64 a character and a weight."
    file.literal(
      title + "Singles", try tables.records(of: .single), "\(name), weights of characters, \(form)")
    file.literal(
      title + "Pairs", try tables.records(of: .pair), "\(name), weights of pairs, \(form)")
    file.literal(
      title + "Triples", try tables.records(of: .triple), "\(name), weights of triples, \(form)")
    file.literal(
      title + "Total", try SourceFile.weight(tables.total), "\(name), the sum of all weights.")
  }
}
