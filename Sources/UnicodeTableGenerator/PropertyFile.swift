/// The lines of one file of the Unicode Character Database: `0041..005A ; Value ; … # comment`.
struct PropertyFile {
  /// A range of code points and the fields after it.
  struct Entry {
    let codePoints: ClosedRange<Int>
    let fields: [String]
  }

  /// What the lines say.
  private(set) var entries: [Entry] = []
  /// What the `@missing` lines say of code points that no line lists, the most general first.
  private(set) var defaults: [Entry] = []

  /// Reads the text of a file; throws at the first line that it does not understand.
  init(_ text: String, name: String) throws(GeneratorError) {
    let marker = "# @missing:"
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      let isDefault = line.hasPrefix(marker)
      let body = isDefault ? line.dropFirst(marker.count) : line.prefix { $0 != "#" }
      guard body.contains(where: { $0 != " " && $0 != "\r" }) else { continue }
      guard let entry = Self.entry(body) else {
        throw .unreadable(file: name, line: number + 1)
      }
      if isDefault { defaults.append(entry) } else { entries.append(entry) }
    }
  }

  private static func entry(_ body: Substring) -> Entry? {
    let fields = body.split(separator: ";").map { String($0.filter { !" \t\r".contains($0) }) }
    guard fields.count > 1, let range = fields.first else { return nil }
    let ends = range.split(separator: ".").compactMap { Int($0, radix: 16) }
    guard let first = ends.first, let last = ends.last, first <= last, last < codePointCount else {
      return nil
    }
    return Entry(codePoints: first...last, fields: Array(fields.dropFirst()))
  }
}

/// Code points, assigned or not.
let codePointCount = 0x11_0000

/// Why no table can be made.
public enum GeneratorError: Error, Hashable, Sendable {
  case unreadable(file: String, line: Int)
  case unknownValue(file: String, value: String)
  case unforeseen(combination: String, codePoint: Int)
  case tooManyRecords(count: Int)
  case outsideRange(Int)
}

extension GeneratorError: CustomStringConvertible {
  /// What is wrong; what to do.
  public var description: String {
    switch self {
    case .outsideRange(let number):
      "the number \(number) does not fit its digits; give it more"
    case .unreadable(let file, let line):
      "\(file):\(line): not `RANGE ; VALUE`; restore the file"
    case .unknownValue(let file, let value):
      "\(file): the value \(value) is unknown; teach the generator this version of Unicode"
    case .unforeseen(let combination, let codePoint):
      "U+\(String(codePoint, radix: 16)) is \(combination), which no cluster class covers; add one"
    case .tooManyRecords(let count):
      "\(count) different records; the table has room for 128"
    }
  }
}
