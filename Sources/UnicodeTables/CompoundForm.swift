/// Gathers the code points of one cluster and decides what of it is drawn.
struct CompoundForm {
  /// The most code points a cell of ncurses can hold.
  private static let cellCapacity = 5

  private let widths: WidthPolicy
  /// The sum over all code points, not capped.
  private(set) var cells = 0
  /// All that may be sent, joiners left out.
  private var plain = Glyph()
  private var plainCells = 0
  /// Whether what came last was too wide to be drawn; then its marks are not drawn either.
  private var isSkipping = true
  /// The same with the joiners of emoji.
  private var sequence = Glyph()
  private var sequenceLength = 0
  /// The first emoji, with its skin.
  private var firstEmoji = Glyph()
  private var isEmojiSequence = false
  private var firstWidth: Int?
  private var firstClass: ClusterBreakClass?

  init(_ widths: WidthPolicy) {
    self.widths = widths
  }

  /// Takes the next code point.
  mutating func append(_ next: ScannedScalar) {
    let isFirst = firstClass == nil
    let width =
      next.scalar.value == 0x0D ? 1 : widths.cells(next.properties.width)  // CR LF is one blank
    if isFirst { (firstWidth, firstClass) = (width, next.properties.clusterBreak) }
    noteEmoji(next, isFirst: isFirst)
    cells += width
    guard !next.scalar.isUnsendable else { return }
    sequence.append(next.scalar)
    sequenceLength += 1
    if next.properties.clusterBreak != .joiner { appendPlain(next.scalar, width) }
  }

  private mutating func noteEmoji(_ next: ScannedScalar, isFirst: Bool) {
    let isModifier = next.properties.lineBreak == .em
    if isFirst || (isModifier && sequenceLength == 1) { firstEmoji.append(next.scalar) }
    guard !isFirst else { return }
    switch (firstClass, next.properties.clusterBreak) {
    case (.pictographic, .pictographic), (.regionalIndicator, .regionalIndicator):
      isEmojiSequence = true
    default:
      if firstClass == .pictographic, isModifier { isEmojiSequence = true }
    }
  }

  private mutating func appendPlain(_ scalar: Unicode.Scalar, _ width: Int) {
    if width > 0 {
      isSkipping = plainCells + width > 2
      if !isSkipping { plainCells += width }
    }
    if !isSkipping { plain.append(scalar) }
  }

  /// What is drawn, and its cells.
  ///
  /// An emoji sequence goes into one cell whole, or, being too long, as its first emoji. On a narrow
  /// base (❤‍🔥) a terminal would draw half of it: the base alone is drawn.
  var drawn: (glyph: Glyph, cells: Int) {
    guard firstClass != .carriageReturn else { return (.blank, 1) }
    guard isEmojiSequence, let firstWidth else { return (plain, plainCells) }
    if firstClass == .regionalIndicator { return (sequence, 2) }
    if firstWidth < 2 { return (plainBase, firstWidth) }
    return (sequenceLength <= Self.cellCapacity ? sequence : firstEmoji, 2)
  }

  private var plainBase: Glyph { Glyph(firstEmoji.first) }
}

extension Unicode.Scalar {
  /// Whether it only steers how its neighbours look, and terminals disagree on it.
  fileprivate var isUnsendable: Bool {
    switch value {
    case 0xFE0E, 0xFE0F: true  // text and emoji presentation
    case 0x034F, 0x200C: true  // grapheme joiner, non-joiner
    case 0xE0020...0xE007F: true  // tags
    default: false
    }
  }
}
