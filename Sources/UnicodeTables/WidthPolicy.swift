/// How many cells a terminal gives to the clusters on which terminals differ.
public struct WidthPolicy: Hashable, Sendable {
  /// Cells of an East Asian Ambiguous character, 1 or 2: “ ” … — · and box drawing.
  public var ambiguous: Int

  /// A policy; most terminals give ambiguous characters one cell.
  public init(ambiguous: Int = 1) {
    precondition(ambiguous == 1 || ambiguous == 2, "ambiguous width \(ambiguous)")
    self.ambiguous = ambiguous
  }
}
