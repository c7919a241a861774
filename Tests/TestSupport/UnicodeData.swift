import FoundationEssentials

/// The Unicode data files as they lie in the package.
public enum UnicodeData {
  /// The root of the package.
  public static let root: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/")
  }()

  /// The text of a data file.
  public static func text(_ name: String) throws -> String {
    let folder = "\(root)/Sources/generate-unicode-tables/UCD"
    return try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
  }

  /// The lines of a data file that are more than a comment, read plainly.
  public static func entries(
    _ name: String
  ) throws -> [(codePoints: ClosedRange<Int>, fields: [String])] {
    entries(in: try text(name))
  }

  /// The lines of a text of the same form that are more than a comment.
  public static func entries(
    in text: String
  ) -> [(codePoints: ClosedRange<Int>, fields: [String])] {
    text.split(separator: "\n").compactMap { line in
      let fields = line.prefix { $0 != "#" }.split(separator: ";").map {
        String($0.filter { !$0.isWhitespace })
      }
      guard fields.count > 1 else { return nil }
      let ends = fields[0].split(separator: ".").compactMap { Int($0, radix: 16) }
      guard let first = ends.first, let last = ends.last else { return nil }
      return (first...last, Array(fields.dropFirst()))
    }
  }
}

/// One line of a break test of Unicode: code points, and before which of them a break is right.
public struct BreakTestCase: Sendable {
  /// The code points.
  public let text: String
  /// Offsets of code points, from 0, before which there is a break; the ends are left out.
  public let breaks: [Int]

  /// Reads `÷ 0061 × 0308 ÷ # comment`; nil for a comment.
  public init?(_ line: Substring) {
    let body = line.prefix { $0 != "#" }
    guard body.contains("÷") else { return nil }
    var scalars = String.UnicodeScalarView()
    var breaks: [Int] = []
    for sign in body.split(whereSeparator: \.isWhitespace) {
      if sign == "÷" {
        breaks.append(scalars.count)
      } else if let scalar = UInt32(sign, radix: 16).flatMap(Unicode.Scalar.init) {
        scalars.append(scalar)
      }
    }
    text = String(scalars)
    self.breaks = breaks.filter { $0 > 0 && $0 < scalars.count }
  }

  /// All cases of a file.
  public static func all(in name: String) throws -> [BreakTestCase] {
    try UnicodeData.text(name).split(separator: "\n").compactMap(BreakTestCase.init)
  }
}
