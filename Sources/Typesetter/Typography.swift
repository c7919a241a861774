public import UnicodeTables

/// The rules a paragraph is set by: its script's line breaking and the terminal's widths.
public struct Typography: Hashable, Sendable {
  /// The typesetting tradition.
  public enum Tradition: String, Hashable, Sendable, CaseIterable {
    /// Simplified Chinese, horizontal (CLREQ, GB/T 15834).
    case simplifiedChinese
    /// Traditional Chinese as in Taiwan and Hong Kong.
    case traditionalChinese
    /// Japanese (JLREQ).
    case japanese
    /// Korean (KLREQ).
    case korean
    /// Latin and everything else: breaks by UAX #14.
    case latin
  }

  /// The typesetting tradition.
  public var tradition: Tradition
  /// The widths of the terminal.
  public var widths: WidthPolicy

  /// Makes a set of rules.
  public init(_ tradition: Tradition, widths: WidthPolicy = WidthPolicy()) {
    self.tradition = tradition
    self.widths = widths
  }

  /// Whether paragraphs open with blank ideographs and text stands on a two-cell step.
  public var isIdeographic: Bool { tradition != .latin && tradition != .korean }
}
