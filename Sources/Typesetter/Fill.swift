extension PreparedText {
  /// Breaks the paragraph into lines of at most `measure` cells, taking as much as fits each time.
  ///
  /// The first line begins `indent` cells in, the others `hangingIndent`. Blanks at a line's end hang
  /// and count nothing. Where nothing may be broken the line is broken at the last cluster that
  /// fits, and holds at least one.
  ///
  /// - Complexity: O(*n*) in the number of clusters.
  public func fill(measure: Int, indent: Int = 0, hangingIndent: Int = 0) -> [SetLine] {
    []
  }

  /// Blanks to put after clusters of `line` so that it fills `cells` cells, as (cluster, blanks).
  ///
  /// Fewer than asked, or none, where the line has no place to stretch.
  public func stretch(_ line: SetLine, to cells: Int) -> [(cluster: Int, blanks: Int)] {
    []
  }
}
