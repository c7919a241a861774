import UnicodeTables

/// A source file as it grows: string literals in an extension of one type.
package struct SourceFile {
  private var members: [String] = []

  /// A file without members.
  package init() {}

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
      """
    return TableGenerator.File(
      path: "Sources/UnicodeTables/\(type)+Generated.swift",
      text: file.text(of: type, heading: heading))
  }

  /// The text of the file: an extension of `type` under the comment `heading`.
  package func text(of type: String, heading: String) -> String {
    "\(heading)\n\nextension \(type) {\n" + members.joined(separator: "\n") + "}\n"
  }

  /// A code point in four digits to the base of 64, counted from 0x20.
  static func digits(of codePoint: Int) -> [UInt8] {
    [18, 12, 6, 0].map { UInt8(0x20 + (codePoint >> $0) % 64) }
  }

  /// A number below 64 to the power of `count` in digits to the base of 64, counted from 0x20.
  package static func digits(of number: Int, count: Int) throws -> [UInt8] {
    guard number >= 0, number < 1 << (6 * count) else {
      throw GeneratorError.outsideRange(number)
    }
    return (0..<count).map { UInt8(0x20 + (number >> (6 * (count - 1 - $0))) % 64) }
  }

  /// A number between -2^17 and 2^17 in three digits to the base of 64: its sum with 2^17.
  package static func weight(_ number: Int) throws -> [UInt8] {
    try digits(of: number + (1 << 17), count: 3)
  }

  /// Adds bytes below 128 as a string literal.
  package mutating func literal(_ name: String, _ bytes: [UInt8], _ meaning: String) {
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
