extension SetLine {
  /// A line of exactly these clusters, set without indent.
  package init(_ range: Range<Int>, of text: PreparedText) {
    self.init(
      clusters: range, width: text.width(of: range), indent: 0, hyphen: false,
      isLast: range.upperBound == text.clusters.count)
  }
}

extension PreparedText {
  /// Cells of a run of clusters.
  package func width(of range: Range<Int>) -> Int {
    range.reduce(0) { $0 + clusters[$1].cells }
  }
}
