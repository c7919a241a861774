import UnicodeTables

/// A typography with everything that follows from it, found once for all paragraphs set by it.
final class SettingRules: Sendable {
  let typography: Typography
  /// See the members of `Typography` by these names.
  let isIdeographic, isChinese, endsLinesAtWords, keepsMarks, keepsLeadingBlanks: Bool
  /// Whether a curly quote is drawn in one of its two cells, and the other is a blank.
  let setsQuotesBesideBlanks: Bool
  /// Whether that blank may be taken back.
  let squeezesQuotes: Bool
  /// The fewest spare cells that are shared out: in ideographic text a single one stays.
  let leastSpare: Int
  /// The code of an ideograph after another.
  let ideograph: ClusterCode

  init(_ typography: Typography) {
    self.typography = typography
    isIdeographic = typography.isIdeographic
    isChinese = typography.isChinese
    endsLinesAtWords = typography.endsLinesAtWords
    keepsMarks = typography.keepsMarks
    keepsLeadingBlanks = typography.keepsLeadingBlanks
    setsQuotesBesideBlanks = typography.setsQuotesBesideBlanks
    squeezesQuotes = typography.squeezesQuotes && setsQuotesBesideBlanks
    leastSpare = isIdeographic ? 2 : 1
    ideograph = ClusterCode(
      cells: 2, .ideograph, breakBefore: typography.partsIdeographs ? .allowed : .prohibited)
  }
}
