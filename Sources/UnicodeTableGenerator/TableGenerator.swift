import UnicodeTables

/// Makes the source files with the Unicode tables, from the files of the Unicode Character Database.
public enum TableGenerator {
  /// A source file that is written by machine.
  public struct File: Sendable {
    /// Where it belongs, from the root of the package.
    public let path: String
    /// What is in it.
    public let text: String
  }

  /// The folder of the data files, from the root of the package.
  public static let dataPath = "Sources/generate-unicode-tables/UCD"

  /// All files; `read` gives the text of a data file by its name.
  public static func files(read: (String) throws -> String) throws -> [File] {
    [
      try scalarTable(CharacterDatabase(read: read)),
      try compositions(PropertyFile(read("Compositions.txt"), name: "Compositions.txt")),
      try verticalOrientations(
        PropertyFile(read("VerticalOrientation.txt"), name: "VerticalOrientation.txt")),
    ]
  }

  /// The properties of every code point.
  private static func scalarTable(_ database: CharacterDatabase) throws -> File {
    var stages = Stages()
    for block in 0..<codePointCount / Stages.blockSize {
      let codePoints = block * Stages.blockSize..<(block + 1) * Stages.blockSize
      try stages.append(codePoints.map { try database.properties(of: $0) })
    }
    return try SourceFile.named("ScalarTable") {
      $0.literal(
        "blockNumbers", stages.blockNumbers,
        """
        The block of each \(Stages.blockSize) code points, in two digits to the base of 64, counted \
        from 0x20.
        """)
      $0.literal(
        "recordNumbers", stages.recordNumbers, "The record of each code point, block after block.")
      $0.literal(
        "records", try stages.records(), "Traits, Line_Break and cluster class of each record.")
    }
  }

  /// The pairs of code points that are one, in order.
  private static func compositions(_ file: PropertyFile) throws -> File {
    var pairs: [[Int]] = []
    for entry in file.entries {
      let parts = entry.fields.compactMap { Int($0, radix: 16) }
      guard parts.count == 2 else {
        throw GeneratorError.unknownValue(
          file: "Compositions.txt", value: entry.fields.joined(separator: " "))
      }
      pairs.append(parts + [entry.codePoints.lowerBound])
    }
    pairs.sort { $0.lexicographicallyPrecedes($1) }
    return SourceFile.named("Composition") {
      $0.literal(
        "pairs", pairs.joined().flatMap(SourceFile.digits),
        """
        First, second and composite, in order; four digits to the base of 64 each, counted from \
        0x20.
        """)
    }
  }

  /// The ranges of one orientation each, in order; what no range holds is rotated.
  private static func verticalOrientations(_ file: PropertyFile) throws -> File {
    var bytes: [UInt8] = []
    for entry in file.entries {
      guard let number = ["R", "U", "Tu", "Tr"].firstIndex(of: entry.fields[0]) else {
        throw GeneratorError.unknownValue(
          file: "VerticalOrientation.txt", value: entry.fields[0])
      }
      bytes += SourceFile.digits(of: entry.codePoints.lowerBound)
      bytes += SourceFile.digits(of: entry.codePoints.upperBound) + [UInt8(0x20 + number)]
    }
    return SourceFile.named("VerticalOrientation") {
      $0.literal(
        "ranges", bytes,
        """
        First and last code point, four digits to the base of 64 each, and the number of the \
        orientation; all counted from 0x20.
        """)
    }
  }
}
