import UnicodeTables

/// A source file as it grows: string literals in an extension of one type.
struct SourceFile {
  private var members: [String] = []

  /// The file that belongs to a type of the room UnicodeTables, holding what `fill` puts into it.
  static func named(
    _ type: String, fill: (inout SourceFile) throws -> Void
  ) rethrows -> TableGenerator.File {
    var file = SourceFile()
    try fill(&file)
    let heading = """
      // Do not edit! Written by `swift run generate-unicode-tables` from Unicode \
      \(UnicodeVersion.current).
      // swift-format-ignore-file

      extension \(type) {

      """
    return TableGenerator.File(
      path: "Sources/UnicodeTables/\(type)+Generated.swift",
      text: heading + file.members.joined(separator: "\n") + "}\n")
  }

  /// A code point in four digits to the base of 64, counted from 0x20.
  static func digits(of codePoint: Int) -> [UInt8] {
    [18, 12, 6, 0].map { UInt8(0x20 + (codePoint >> $0) % 64) }
  }

  /// Adds bytes below 128 as a string literal.
  mutating func literal(_ name: String, _ bytes: [UInt8], _ meaning: String) {
    members.append(
      """
        /// \(meaning)
        static var \(name): StaticString {
          \(Self.literal(bytes))
        }

      """)
  }

  /// A literal of many lines, each continued by the next.
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
