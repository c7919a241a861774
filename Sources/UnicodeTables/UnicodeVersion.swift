/// The version of Unicode that widths, clusters and line breaks follow.
public enum UnicodeVersion {
  /// The version of all tables, and of the Swift standard library they go with.
  public static let current = "17.0"
}
