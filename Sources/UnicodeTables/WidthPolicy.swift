/// How many cells a terminal gives to the clusters on which terminals differ, and what is drawn in
/// them.
///
/// The one value that layout, painter and ncurses share. A cluster takes the sum of its code points,
/// at most two: marks, joiners and controls none, ideographs and other wide or full-width characters
/// two, East Asian Ambiguous ones `ambiguous` or what `exceptions` says, everything else one. Where
/// a terminal measures a cluster otherwise, something is drawn that it measures alike.
public struct WidthPolicy: Hashable, Sendable {
  /// Cells of an East Asian Ambiguous character, 1 or 2: “ ” … — · and box drawing.
  public var ambiguous: Int
  /// Ambiguous characters that have other cells.
  public var exceptions: AmbiguousExceptions
  /// Sequences of emoji that the terminal shows in two cells; they are two cells in any case.
  public var joinedEmoji: JoinedEmoji
  /// Whether U+FE0F after a narrow character makes an emoji of two cells: ❤️, 1️⃣.
  ///
  /// It is sent then; otherwise it is dropped, and the character keeps its cells.
  public var honorsEmojiSelector: Bool
  /// Characters that are drawn as others.
  public var lacks: TerminalLacks

  /// A code point that no text means: before others in a cell of ncurses it makes the cell wide.
  ///
  /// It is never sent. Where a text holds it, a blank is drawn.
  package static let wideMarker: Unicode.Scalar = "\u{10FFFF}"

  /// A policy; most terminals give ambiguous characters one cell.
  public init(
    ambiguous: Int = 1, exceptions: AmbiguousExceptions = [:], joinedEmoji: JoinedEmoji = .all,
    honorsEmojiSelector: Bool = false, lacks: TerminalLacks = []
  ) {
    precondition(ambiguous == 1 || ambiguous == 2, "ambiguous width \(ambiguous)")
    self.ambiguous = ambiguous
    self.exceptions = exceptions
    self.joinedEmoji = joinedEmoji
    self.honorsEmojiSelector = honorsEmojiSelector
    self.lacks = lacks
  }

  /// The cells of one code point, 0 to 2; a soft hyphen and a control are 0.
  ///
  /// - Complexity: O(1) but for an ambiguous one with exceptions, O(log *n*).
  public func cells(ofScalar scalar: Unicode.Scalar) -> Int {
    cells(scalar, ScalarProperties(of: scalar).width)
  }

  /// The cells of a text on one row.
  ///
  /// - Complexity: O(*n*) in the length of `text`.
  public func cells(of text: String) -> Int {
    var scanner = ClusterScanner(self)
    let bytes = text.utf8.span
    var cells = 0
    while true {
      switch scanner.nextRun(in: bytes) {
      case .letters(let count): cells += count
      case .ideographs(let count): cells += 2 * count
      case nil:
        guard let cluster = scanner.next(in: bytes) else { return cells }
        cells += cluster.cells
      }
    }
  }

  /// The clusters of a text as they are drawn, in order.
  ///
  /// - Complexity: O(*n*) in the length of `text`.
  public func drawnForms(of text: String) -> [DrawnCluster] {
    var scanner = ClusterScanner(self)
    let bytes = text.utf8.span
    var found: [DrawnCluster] = []
    while let cluster = scanner.next(in: bytes) { found.append(cluster) }
    return found
  }

  /// The form in which one cluster is drawn; of a longer text, its first.
  public func drawnForm(of cluster: Character) -> DrawnCluster? {
    var scanner = ClusterScanner(self)
    return scanner.next(in: String(cluster).utf8.span)
  }

  /// What `wcwidth` has to answer for ncurses to agree with us; -1 for a control character.
  ///
  /// ncurses asks for the first code point of a cell, so half a flag answers for the whole: 2, and so
  /// does `wideMarker`. NUL, which ends a cell's text, is 0.
  ///
  /// - Complexity: O(1).
  public func wcwidthForCurses(_ scalar: UInt32) -> Int32 {
    guard let scalar = Unicode.Scalar(scalar) else { return 1 }
    if scalar.isControlCharacter { return scalar.value == 0 ? 0 : -1 }
    let properties = ScalarProperties(of: scalar)
    if properties.clusterBreak == .regionalIndicator || scalar == Self.wideMarker { return 2 }
    return Int32(cells(scalar, properties.width))
  }

  /// The cells of a code point whose properties are known.
  package func cells(_ scalar: Unicode.Scalar, _ properties: ScalarProperties) -> Int {
    cells(scalar, properties.width)
  }

  /// The cells of a code point of which the table says `width`.
  @inline(__always)
  func cells(_ scalar: Unicode.Scalar, _ width: ScalarProperties.Width) -> Int {
    switch width {
    case .zero: 0
    case .one: 1
    case .two: 2
    case .ambiguous: exceptions.isEmpty ? ambiguous : exceptions[scalar] ?? ambiguous
    }
  }
}
