import UnicodeTables

/// Makes the source file with the table of all code points, from the files of the Unicode Character
/// Database.
public enum TableGenerator {
  /// Where the file belongs, from the root of the package.
  public static let outputPath = "Sources/UnicodeTables/ScalarTable+Generated.swift"
  /// The folder of the data files, from the root of the package.
  public static let dataPath = "Sources/generate-unicode-tables/UCD"

  /// The text of the file; `read` gives the text of a data file by its name.
  public static func source(read: (String) throws -> String) throws -> String {
    let database = try CharacterDatabase(read: read)
    var stages = Stages()
    for block in 0..<codePointCount / Stages.blockSize {
      let codePoints = block * Stages.blockSize..<(block + 1) * Stages.blockSize
      try stages.append(codePoints.map { try database.properties(of: $0) })
    }
    return try file(stages)
  }

  private static func file(_ stages: Stages) throws -> String {
    """
    // Do not edit! Written by `swift run generate-unicode-tables` from Unicode \
    \(UnicodeVersion.current).
    // swift-format-ignore-file

    extension ScalarTable {
      /// The block of each \(Stages.blockSize) code points, in two digits to the base of 64, counted from 0x20.
      static var blockNumbers: StaticString {
        \(literal(stages.blockNumbers))
      }

      /// The record of each code point, block after block.
      static var recordNumbers: StaticString {
        \(literal(stages.recordNumbers))
      }

      /// Traits, Line_Break and cluster class of each record.
      static var records: StaticString {
        \(literal(try stages.records()))
      }
    }

    """
  }

  /// Bytes below 128 as a string literal of many lines, each continued by the next.
  private static func literal(_ bytes: [UInt8]) -> String {
    let margin = "    "
    var lines = ["\"\"\""]
    var line = margin
    for byte in bytes {
      let character = escaped(byte)
      if line.utf8.count + character.utf8.count > 98 {
        lines.append(line + "\\")
        line = margin
      }
      line += character
    }
    return (lines + [line, margin + "\"\"\""]).joined(separator: "\n")
  }

  private static func escaped(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): "\\" + String(Unicode.Scalar(byte))
    case 0x20...0x7E: String(Unicode.Scalar(byte))
    default: "\\u{" + String(byte, radix: 16, uppercase: true) + "}"
    }
  }
}
