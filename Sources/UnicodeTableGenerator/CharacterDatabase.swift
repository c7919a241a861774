/// The properties the tables are made of, as an array over all code points each.
struct CharacterDatabase {
  var lineBreak: [String]
  var generalCategory: [String]
  var eastAsianWidth: [String]
  var clusterBreak: [String]
  var conjunctBreak: [String]
  var isPictographic: [Bool]
  var isEmoji: [Bool]
  var isPresentedAsEmoji: [Bool]
  var isDefaultIgnorable: [Bool]

  /// Reads the files; `read` gives the text of a file by its name.
  init(read: (String) throws -> String) throws {
    lineBreak = try Self.values(of: "LineBreak.txt", read)
    generalCategory = try Self.values(of: "DerivedGeneralCategory.txt", read, otherwise: "Cn")
    eastAsianWidth = try Self.values(of: "DerivedEastAsianWidth.txt", read)
    clusterBreak = try Self.values(of: "GraphemeBreakProperty.txt", read)
    conjunctBreak = try Self.values(of: "IndicConjunctBreak.txt", read)
    isPictographic = try Self.flags("Extended_Pictographic", of: "emoji-data.txt", read)
    isEmoji = try Self.flags("Emoji", of: "emoji-data.txt", read)
    isPresentedAsEmoji = try Self.flags("Emoji_Presentation", of: "emoji-data.txt", read)
    isDefaultIgnorable = try Self.flags(
      "Default_Ignorable_Code_Point", of: "DefaultIgnorable.txt", read)
  }

  /// One value a code point: the last field of its line, or of the `@missing` line that holds.
  private static func values(
    of name: String, _ read: (String) throws -> String, otherwise: String = ""
  ) throws -> [String] {
    let file = try PropertyFile(read(name), name: name)
    var values = Array(repeating: otherwise, count: codePointCount)
    for entry in file.defaults + file.entries {
      let value = entry.fields.last ?? otherwise
      for codePoint in entry.codePoints { values[codePoint] = value }
    }
    return values
  }

  private static func flags(
    _ property: String, of name: String, _ read: (String) throws -> String
  ) throws -> [Bool] {
    let file = try PropertyFile(read(name), name: name)
    var flags = Array(repeating: false, count: codePointCount)
    for entry in file.entries where entry.fields.last == property {
      for codePoint in entry.codePoints { flags[codePoint] = true }
    }
    return flags
  }
}
