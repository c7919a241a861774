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

  /// How strictly marks are kept from line starts and line ends: 禁则, 禁則処理.
  ///
  /// Chinese knows all but `loose`, Japanese all but `none` and `gb`; each takes the nearest it
  /// knows. Korean and Latin go by UAX #14 at every level.
  public enum Prohibition: String, Hashable, Sendable, CaseIterable {
    /// Any mark may stand anywhere, as in many papers of Taiwan and Hong Kong (CLREQ 3.1.2).
    case none
    /// What JLREQ grants newspapers (very loose, 3.1.7) and CSS calls loose: small kana, ー, 々, ・, ！,
    /// ％ and hyphens may begin a line.
    case loose
    /// The level that CLREQ recommends; in Japanese small kana and ー may begin a line.
    case basic
    /// As `basic`, and no solidus ends a line (GB/T 15834-2011).
    case gb
    /// As `gb`, and neither —— nor …… begins a line; in Japanese UAX #14 unrelaxed.
    case strict
  }

  /// The typesetting tradition.
  public var tradition: Tradition
  /// The widths of the terminal.
  public var widths: WidthPolicy
  /// Which marks are kept from line starts and ends.
  public var prohibition = Prohibition.basic
  /// Whether Korean lines end between words only (어절), or between any two syllables (KLREQ).
  public var keepsWords = true
  /// Whether ASCII `, ; : ! ? ( )` are shown full-width between ideographs.
  public var widensMarks = true
  /// Whether a curly quote of one cell is set in two in ideographic text, so that it keeps its step.
  public var widensQuotes = true
  /// Whether that second cell, a blank, may be taken back where a line needs the room.
  public var squeezesQuotes = true
  /// Whether blanks at the start of a paragraph are drawn; else the indent stands for them.
  public var keepsLeadingBlanks = false
  /// Where Latin words may be parted; nil parts none but at soft hyphens.
  public var hyphenator: Hyphenator?

  /// Makes a set of rules, at the usual level.
  public init(_ tradition: Tradition, widths: WidthPolicy = WidthPolicy()) {
    self.tradition = tradition
    self.widths = widths
  }

  /// Whether paragraphs open with blank ideographs and text stands on a two-cell step.
  public var isIdeographic: Bool { tradition != .latin && tradition != .korean }

  /// Whether a curly quote is drawn in one of its two cells, and the other is a blank.
  var setsQuotesBesideBlanks: Bool {
    isIdeographic && widensQuotes && widths.cells(ofScalar: "“") == 1
  }

  /// Whether it is Chinese, in either script.
  var isChinese: Bool { tradition == .simplifiedChinese || tradition == .traditionalChinese }

  /// Whether marks are kept from line starts and ends beyond what the rules of UAX #14 say.
  var keepsMarks: Bool {
    switch tradition {
    case .simplifiedChinese, .traditionalChinese: prohibition > .none
    case .japanese: prohibition > .loose
    case .korean, .latin: true
    }
  }

  /// Whether lines end between words only, marked by blanks.
  var endsLinesAtWords: Bool { tradition == .korean && keepsWords }

  /// Whether a line may end between two ideographs.
  var partsIdeographs: Bool { !endsLinesAtWords }
}
