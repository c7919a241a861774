/// Prepares many paragraphs by the same rules, finding out once what follows from them and keeping the
/// room it works in.
public struct TextPreparer {
  private let rules: SettingRules
  private var scan: Scan

  /// A preparer for paragraphs set by `typography`.
  public init(_ typography: Typography) {
    rules = SettingRules(typography)
    scan = Scan(rules)
  }

  /// Measures `text`, of less than 4 GiB, and finds where it may be broken.
  ///
  /// - Complexity: O(*n*) in the length of the text; allocates the result alone, once the room is
  ///   large enough.
  public mutating func prepare(_ text: String) -> PreparedText {
    prepare(text, inRuns: true)
  }

  /// The same; unless `inRuns`, the rules are asked at every character, however plain.
  mutating func prepare(_ text: String, inRuns: Bool) -> PreparedText {
    let bytes = text.utf8.span
    var codes = Array(repeating: ClusterCode.rest, count: bytes.count)
    var span = codes.mutableSpan
    scan.read(bytes, to: &span, inRuns: inRuns)
    if rules.isIdeographic {
      if !scan.marks.isEmpty {
        DisplayForm.apply(rules.typography, scan.marks, to: &scan.units, &span)
      }
      Tailoring.apply(rules.typography, to: &scan.units)
    }
    Opportunities.mark(scan.units, rules, on: &span)
    if let hyphenator = rules.typography.hyphenator {
      WordParting.mark(bytes, by: hyphenator, on: &span)
    }
    return PreparedText(text, codes, scan, rules)
  }
}
