public import ScreenModel
public import UnicodeTables

/// A page of all clusters on which terminals differ, a class a row, and what every cell of it shows.
///
/// Letters stand between the clusters: where one of them takes other cells than the page gives it,
/// the letters after it are astray.
public struct TorturePage: Sendable {
  /// A class of clusters and a text of them.
  public struct Row: Sendable {
    /// The class, in words.
    public let name: String
    /// The text, as a document would have it.
    public let text: String
    /// Whether it ends at the right edge of the page.
    public let isFlushRight: Bool

    init(_ name: String, _ text: String, isFlushRight: Bool = false) {
      (self.name, self.text, self.isFlushRight) = (name, text, isFlushRight)
    }
  }

  /// The size of the page, with a row on top that is left to the program.
  public static let size = Size(columns: 60, rows: rows.count + 1)

  /// The rows.
  public static let rows = [
    Row("ambiguous quotation marks", "a“b”c‘d’e"),
    Row("ambiguous points and dashes", "a…b—c–d·e‥f―g"),
    Row("ambiguous signs", "a①b★cαdЖe×f°g"),
    Row("ambiguous rules", "a─b│c┼d━e█f"),
    Row("emoji style", "a❤\u{FE0F}b1\u{FE0F}\u{20E3}c☀\u{FE0F}d©\u{FE0F}e"),
    Row("text style", "a⌚\u{FE0E}b⌚c☔\u{FE0E}d"),
    Row("joined emoji", "a👩\u{200D}🚀b👨\u{200D}👩\u{200D}👦c👨\u{200D}👩\u{200D}👧\u{200D}👦d"),
    Row("emoji joined to a narrow base", "a❤\u{FE0F}\u{200D}🔥b🏳\u{FE0F}\u{200D}🌈c"),
    Row("skin tones", "a👍🏽b☝🏽c👩🏽\u{200D}🚀d"),
    Row("flags, whole and half", "a🇩🇪b🇩c🇫🇷🇮🇹d"),
    Row("conjoining jamo", "a\u{1112}\u{1161}\u{11AB}b\u{1100}\u{1161}c\u{1112}\u{119E}\u{11AB}d"),
    Row("jamo alone and fillers", "a\u{1161}b\u{D7B0}c\u{3164}d\u{FFA0}e\u{1112}f"),
    Row("marks on wide letters", "a漢\u{301}bか\u{3099}c漢\u{FE00}d葛\u{E0100}e"),
    Row("marks on narrow letters", "ae\u{301}bo\u{308}\u{304}cx\u{20DD}d"),
    Row("halfwidth kana", "aｶﾞbﾊﾟcｱdﾞe"),
    Row("soft hyphen and the invisible", "a\u{AD}b\u{200B}c\u{200D}d\u{2060}e\u{FEFF}f\u{200C}g"),
    Row("new ideographs", "a\u{31350}b\u{323B0}c\u{2EBF0}d"),
    Row("newly wide symbols", "a☰b䷀c𝌆d𝍠e"),
    Row("numbers in black squares", "a㉈b㉏c"),
    Row("circled and wavy", "a글\u{302E}b〰c㊗d㈱e"),
    Row("strokes, radicals, planes 2 and 3", "a㇀b⿰c⺀d㐀e𠀀f𪜀g𫝀h𰀀i"),
    Row("vertical and full-width forms", "a︐b︿c！dＡe￥f\u{3000}g"),
    Row("halfwidth signs", "a￨b￩c￮d"),
    Row("private use", "a\u{E000}b\u{F8FF}c\u{10FFFD}d"),
    Row("conjuncts and vowels", "aक\u{94D}षbकिcกำdलाe"),
    Row("right to left", "a\u{644}\u{627}bשלוםc"),
    Row("controls and bidi", "a\tb\u{7}c\u{85}d\u{9B}e\u{202E}f\u{2066}g\u{1B}h"),
    Row("wide at the edge", "ab漢", isFlushRight: true),
    Row("a flag at the edge", "ab🇩🇪", isFlushRight: true),
    Row("a quotation mark at the edge", "漢“", isFlushRight: true),
    Row("a joined emoji at the edge", "ab👩\u{200D}🚀", isFlushRight: true),
  ]

  private let widths: WidthPolicy

  /// The page as it is laid out by these widths.
  public init(_ widths: WidthPolicy) { self.widths = widths }

  /// The page, its top row blank.
  public var frame: Frame {
    var frame = Frame(size: Self.size)
    for (index, row) in Self.rows.enumerated() {
      var column = start(of: row)
      for form in widths.drawnForms(of: row.text) where form.cells > 0 {
        frame.put(form.glyph, cells: form.cells, row: index + 1, column: column, style: Style())
        column += form.cells
      }
    }
    return frame
  }

  /// What a cell of the page shows: a text, which is `" "` in a blank, or the right half of a wide one.
  ///
  /// A row for each of `rows`, a text for each column; a right half is empty.
  public var cells: [[String]] {
    Self.rows.map { row in
      let drawn = widths.drawnForms(of: row.text).filter { $0.cells > 0 }.flatMap(cells)
      let left = [String](repeating: " ", count: start(of: row))
      return left
        + (drawn + [String](repeating: " ", count: Self.size.columns - left.count - drawn.count))
    }
  }

  /// The cells of the page as they are when `#` has been printed over a column.
  ///
  /// A terminal blanks the other half of a wide glyph. Trailing blanks are left out.
  public func rows(markedAt column: Int) -> [String] {
    cells.map { row in
      var row = row
      if row[column].isEmpty { row[column - 1] = " " }
      if column + 1 < row.count, row[column + 1].isEmpty { row[column + 1] = " " }
      row[column] = "#"
      let end = (row.lastIndex { $0 != " " } ?? -1) + 1
      return row[..<end].joined()
    }
  }

  private func start(of row: Row) -> Int {
    row.isFlushRight ? Self.size.columns - widths.cells(of: row.text) : 0
  }

  /// The places of a glyph: a wide one is in one place with all that belongs to it.
  ///
  /// Else each letter is in its own with its marks, those of a flag too. Blanks fill what is left.
  private func cells(of form: DrawnCluster) -> [String] {
    let scalars = form.glyph.scalars
    guard let first = scalars.first else { return [String](repeating: " ", count: form.cells) }
    if widths.cells(ofScalar: first) == 2 { return [form.glyph.text, ""] }
    var cells: [String] = []
    for scalar in scalars {
      if widths.cells(ofScalar: scalar) > 0 || cells.isEmpty {
        cells.append(String(scalar))
      } else {
        cells[cells.count - 1].unicodeScalars.append(scalar)
      }
    }
    return cells + [String](repeating: " ", count: max(0, form.cells - cells.count))
  }
}
