import UnicodeTables

/// A paragraph measured once, ready to be broken at any measure.
///
/// Places in it are byte offsets. Source text is never altered: clusters partition its bytes. What is
/// drawn may differ (a full-width comma for an ASCII one between ideographs); `clusters(in:)` gives
/// the drawn form.
///
/// It holds one byte for each byte of the text beside the text itself.
public struct PreparedText: Sendable {
  /// The source.
  public let text: String
  /// For each byte what filling asks of the cluster that begins there.
  let codes: [ClusterCode]
  /// Whether some line must end inside the text.
  package let hasMandatoryBreak: Bool
  /// Whether a blank follows a blank somewhere.
  package let hasBlankRun: Bool
  /// The rules it was prepared by.
  let rules: SettingRules

  /// Measures `text`, of less than 4 GiB, and finds where it may be broken.
  ///
  /// For many texts by the same rules there is `TextPreparer`.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public init(_ text: String, _ typography: Typography) {
    var preparer = TextPreparer(typography)
    self = preparer.prepare(text)
  }

  /// The same; unless `inRuns`, the rules are asked at every character, however plain.
  package init(_ text: String, _ typography: Typography, inRuns: Bool) {
    var preparer = TextPreparer(typography)
    self = preparer.prepare(text, inRuns: inRuns)
  }

  /// A text and what is known of it.
  init(_ text: String, _ codes: [ClusterCode], _ traits: TextTraits, _ rules: SettingRules) {
    (self.text, self.codes, self.rules) = (text, codes, rules)
    hasMandatoryBreak = traits.contains(.mandatoryBreak)
    hasBlankRun = traits.contains(.blankRun)
  }

  /// The rules it was prepared by.
  public var typography: Typography { rules.typography }

  /// The length of the text in UTF-8 bytes.
  public var byteCount: Int { codes.count }

  /// All of the text.
  public var bytes: Range<Int> { codes.indices }

  /// Cells of a range of whole clusters, without stretch.
  ///
  /// - Complexity: O(*n*) in its length.
  public func width(of range: Range<Int>) -> Int {
    codes[range].reduce(0) { $0 + $1.cells }
  }

  /// Whether nothing but blanks and what is not drawn stands in a range.
  ///
  /// - Complexity: O(*n*) in its length.
  public func isBlank(_ range: Range<Int>) -> Bool {
    codes[range].allSatisfy { $0.cells == 0 || $0.isSpace }
  }

  /// The bytes up to which `cells` cells hold the clusters from `start` on.
  ///
  /// - Complexity: O(*n*) in the bytes it passes.
  public func prefix(from start: Int = 0, cells: Int) -> Int {
    var (offset, used) = (start, 0)
    while offset < codes.count {
      used += codes[offset].cells
      if used > cells { break }
      offset += 1
    }
    return offset
  }
}
