import FoundationEssentials
import TestSupport
import Testing
import Typesetter
import UnicodeTables

/// Written cases of line breaking in five languages; the heading of their file explains the fields.
@Suite struct CaseTests {
  @Test func `every written case breaks where it says`() throws {
    let cases = try LineBreakingCase.all()
    #expect(cases.count == 263)
    for sample in cases where sample.found != sample.lines {
      Issue.record("\(sample.id) \(sample.rule): \(sample.found), should be \(sample.lines)")
    }
  }
}

/// One case: a text, the rules it is set by, and its lines.
struct LineBreakingCase {
  let id: String
  let rule: String
  let text: String
  let lines: [String]
  private let typography: Typography
  private let measure: Measure
  private let mendsRunts: Bool

  static func all() throws -> [LineBreakingCase] {
    let path = "\(UnicodeData.root)/Tests/TypesetterTests/Cases/line-breaking.json"
    let document = JSONValue(try String(contentsOfFile: path, encoding: .utf8))
    return (document?["cases"].elements ?? []).map(LineBreakingCase.init)
  }

  private init(_ value: JSONValue) {
    id = value["id"].string ?? ""
    rule = value["rule"].string ?? ""
    text = value["text"].string ?? ""
    lines = value["lines"].elements.compactMap(\.string)
    let options = value["options"]
    measure = Measure(
      value["measure"].number ?? 0, indent: options["indent"].number ?? 0,
      gutter: options["hang"].number ?? 0)
    var typography = Typography(
      Self.tradition(value["language"].string ?? ""),
      widths: WidthPolicy(ambiguous: options["ambiguous"].number ?? 1))
    typography.widensMarks = false
    typography.widensQuotes = options["quotes"].number == 2
    typography.squeezesQuotes = false
    typography.keepsLeadingBlanks = true
    let level = value["level"].string ?? ""
    typography.keepsWords = level != "character"
    typography.prohibition = Typography.Prohibition(rawValue: level) ?? .basic
    self.typography = typography
    mendsRunts = options["runt"] != .null
  }

  private static func tradition(_ language: String) -> Typography.Tradition {
    switch language {
    case "zh-Hans": .simplifiedChinese
    case "zh-Hant": .traditionalChinese
    case "ja": .japanese
    case "ko": .korean
    default: .latin
    }
  }

  /// The lines we make of it, blanks at line ends included.
  var found: [String] {
    let prepared = PreparedText(text, typography)
    let lines = mendsRunts ? prepared.fillTotally(measure) : prepared.fillGreedily(measure)
    let starts = lines.dropFirst().map(\.bytes.lowerBound) + [prepared.byteCount]
    let bytes = Array(text.utf8)
    var start = 0
    return starts.map { end in
      defer { start = end }
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
  }
}
