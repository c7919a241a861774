import UnicodeTables

/// A paragraph measured once, ready to be broken at any measure.
///
/// Source text is never altered: clusters partition its bytes. What is drawn may differ (a full-width
/// comma for an ASCII one between ideographs); each cluster carries its drawn form.
public struct PreparedText: Sendable {
  /// The clusters, in order; together they hold every byte of the text.
  public let clusters: [PreparedCluster]
  /// The length of the text in UTF-8 bytes.
  public let byteCount: Int
  /// Whether the text is set in an ideographic tradition.
  let isIdeographic: Bool

  /// Measures `text`, of less than 4 GiB, and finds where it may be broken.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public init(_ text: String, _ typography: Typography) {
    let bytes = text.utf8.span
    var scan = Scan(bytes, typography)
    if typography.isIdeographic { DisplayForm.apply(to: &scan) }
    Tailoring.apply(typography.tradition, to: &scan.units)
    clusters = Opportunities.marked(&scan, typography)
    byteCount = bytes.count
    isIdeographic = typography.isIdeographic
  }
}

/// One line of a broken paragraph: ranges and numbers, no text.
public struct SetLine: Hashable, Sendable {
  /// The clusters drawn, blanks at either end left out; empty for a line of blanks only.
  public let clusters: Range<Int>
  /// Cells of the line without indent and stretch, a drawn hyphen included.
  public let width: Int
  /// The first line's indent (or the indent of all following lines), in cells.
  public let indent: Int
  /// Whether a drawn hyphen ends it.
  public let hyphen: Bool
  /// Whether it is the last of its paragraph, or a mandatory break follows: never justified.
  public let isLast: Bool
}
