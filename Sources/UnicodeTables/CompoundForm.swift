/// Gathers the code points of one cluster and decides what of it is drawn.
struct CompoundForm {
  /// The most code points a cell of ncurses can hold.
  private static let cellCapacity = 5

  private let widths: WidthPolicy
  /// The sum over all code points, not capped.
  private(set) var cells = 0
  /// All that may be sent, but the joiners and selectors of emoji.
  private var plain = PlainForm()
  /// The same with them.
  private var sequence = Glyph()
  private var sequenceLength = 0
  /// The first emoji, with its selector and skin.
  private var firstEmoji = Glyph()
  /// What a terminal has to join to show the cluster as one emoji; nil if it is none.
  private var joins: JoinedEmoji?
  /// Whether some code point is drawn as another.
  private var isReplaced = false
  /// Whether a selector made a narrow first code point an emoji of two cells.
  private var isPresented = false
  private var first: (cells: Int, properties: ScalarProperties)?

  init(_ widths: WidthPolicy) {
    self.widths = widths
  }

  /// Takes the next code point.
  mutating func append(_ next: ScannedScalar) {
    let isCarriageReturn = next.scalar.value == 0x0D  // CR LF is one blank
    let width = isCarriageReturn ? 1 : widths.cells(next.scalar, next.properties.width)
    let drawn = widths.lacks.substitute(for: next.scalar) ?? next.scalar
    if drawn != next.scalar { isReplaced = true }
    noteEmoji(next, drawn)
    if first == nil { first = (width, next.properties) }
    cells += width
    if next.scalar.value == 0xFE0F { present() }
    guard !next.scalar.isUnsendable else { return plain.skip() }
    sequence.append(drawn)
    sequenceLength += 1
    if next.properties.clusterBreak == .joiner { return plain.skip() }
    if widths.lacks.contains(.halfwidthSoundMarks), next.scalar.isHalfwidthSoundMark {
      plain.sound(next.scalar, widths)
    } else {
      plain.append(drawn, width, widths, isReplaced: drawn != next.scalar)
    }
  }

  private mutating func noteEmoji(_ next: ScannedScalar, _ drawn: Unicode.Scalar) {
    guard let first else { return firstEmoji.append(drawn) }
    let isSkin = next.properties.lineBreak == .em && first.properties.clusterBreak == .pictographic
    switch (first.properties.clusterBreak, next.properties.clusterBreak) {
    case _ where isSkin:
      joins = (joins ?? []).union(.skinTones)
      if sequenceLength == 1, widths.joinedEmoji.contains(.skinTones) { firstEmoji.append(drawn) }
    case (.pictographic, .pictographic): joins = (joins ?? []).union(.joiners)
    case (.regionalIndicator, .regionalIndicator): joins = joins ?? []
    default: break
    }
  }

  /// Makes an emoji of the first code point, where a selector that is honoured follows it.
  private mutating func present() {
    guard widths.honorsEmojiSelector, sequenceLength == 1, !isPresented, let first,
      first.properties.mayBecomeEmoji
    else { return }
    isPresented = true
    cells += 2 - first.cells
    self.first?.cells = 2
    sequence.append("\u{FE0F}")
    firstEmoji.append("\u{FE0F}")
    sequenceLength += 1
  }

  /// What is drawn, and its cells.
  ///
  /// An emoji sequence goes into one cell whole, or, being too long or more than the terminal can
  /// join, as its first emoji. On a narrow base (❤‍🔥) a terminal would draw half of it: the base alone
  /// is drawn.
  var drawn: (glyph: Glyph, cells: Int) {
    guard let first, first.properties.clusterBreak != .carriageReturn else { return (.blank, 1) }
    guard isPresented || joins != nil else { return (plain.glyph, plain.cells) }
    if first.properties.clusterBreak == .regionalIndicator { return (sequence, 2) }
    if first.cells < 2 { return (Glyph(firstEmoji.first), first.cells) }
    let isShown = widths.joinedEmoji.isSuperset(of: joins ?? []) && !isReplaced
    return (isShown && sequenceLength <= Self.cellCapacity ? sequence : firstEmoji, 2)
  }
}

extension Unicode.Scalar {
  /// Whether it only steers how its neighbours look, and terminals disagree on it.
  fileprivate var isUnsendable: Bool {
    switch value {
    case 0xFE0E, 0xFE0F: true  // text and emoji presentation
    case 0x034F, 0x200C: true  // grapheme joiner, non-joiner
    case 0xE0020...0xE007F: true  // tags
    case WidthPolicy.wideMarker.value: true
    default: false
    }
  }

  /// Whether it is ﾞ or ﾟ.
  var isHalfwidthSoundMark: Bool { value == 0xFF9E || value == 0xFF9F }
}
