import UnicodeTables

/// A place at which a line may end and the next begin, as total fit sees it.
///
/// Numbers are kept small, so that the nodes of a line lie in one or two lines of the cache.
struct FitNode {
  /// The byte before which the break is.
  let offset: Int32
  /// Cells of the paragraph before the first ink of a line that begins here.
  var start: Int32
  /// Cells of the paragraph before here, without blanks and with the hyphen: where a line ends.
  let end: Int32
  /// What it costs to break here.
  let penalty: Int32
  /// The first node at which the line that ends here may begin.
  var earliest: Int32 = 0
  /// Blanks of quotes before here that can be squeezed out.
  let squeezable: Int32
  /// Word spaces between the text before here, without the one that this break is at.
  var gaps: Int32 = 0
  /// Whether this break is at a word space.
  var isAtGap = false
  /// Whether a line that ends here ends with a drawn hyphen.
  var isHyphenated = false
  /// Cells by which the mark before it may hang.
  let hang: Int8

  init(
    offset: Int, start: Int, end: Int, hang: Int, penalty: Int, squeezable: Int
  ) {
    self.offset = Int32(truncatingIfNeeded: offset)
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
    self.penalty = Int32(truncatingIfNeeded: penalty)
    self.squeezable = Int32(truncatingIfNeeded: squeezable)
    self.hang = Int8(truncatingIfNeeded: hang)
  }
}

/// Collects the nodes of a part of a paragraph in which no line must end.
struct FitNodes {
  private var nodes: [FitNode] = []
  private let text: PreparedText
  private let gutter: Int
  /// Cells that every line surely has.
  private let room: Int
  private var (cells, ink, squeezable, gaps) = (0, 0, 0, 0)
  /// Whether the last cluster was a blank.
  private var isAfterBlank = false
  /// Where the last cluster that is no blank began.
  private var lastInk = 0
  /// Cells before the first ink of a line that begins at the last node.
  private var lastStart = 0

  /// The nodes from `range.lowerBound`, the start of a line, to `range.upperBound`, the end of the
  /// part; both are among them.
  ///
  /// - Complexity: O(*n*) in the length of the range.
  static func collected(
    in range: Range<Int>, of text: PreparedText, _ measure: Measure
  ) -> [FitNode] {
    var collector = FitNodes(text, measure)
    collector.collect(range)
    return collector.nodes
  }

  private init(_ text: PreparedText, _ measure: Measure) {
    self.text = text
    gutter = measure.gutter
    room = max(1, measure.cells - max(measure.indent, measure.hangingIndent))
  }

  private mutating func collect(_ range: Range<Int>) {
    nodes.reserveCapacity(range.count / 3 + 2)
    nodes.append(
      FitNode(offset: range.lowerBound, start: 0, end: 0, hang: 0, penalty: 0, squeezable: 0))
    let text = self.text
    let (codes, squeezes) = (text.codes.span, text.rules.squeezesQuotes)
    let plain = ClusterCode(cells: 2, .ideograph, breakBefore: .allowed)
    precondition(range.upperBound <= codes.count, "a part of the text")
    for offset in range {
      let code = unsafe codes[unchecked: offset]
      guard !code.isRest else { continue }
      if code == plain, ink > 0, ink == cells, lastInk + 3 == offset {
        appendPlain(at: offset)  // an ideograph after another: most of any Chinese text
        continue
      }
      if ink > 0, code.breakBefore != .prohibited { append(code, at: offset) }
      cells += code.cells
      guard !code.isSpace else {
        isAfterBlank = true
        continue
      }
      guard code.cells > 0 else { continue }
      if ink == 0, !text.rules.keepsLeadingBlanks {
        lastStart = cells - code.cells
        nodes[0].start = Int32(lastStart)
      }
      if isAfterBlank, ink > 0 { gaps += 1 }
      isAfterBlank = false
      ink = cells
      lastInk = offset
      if squeezes, code.cells == 2, text.text.utf8.span.isCurlyQuote(at: offset) { squeezable += 1 }
    }
    append(ClusterCode(cells: 0, .letter), at: range.upperBound)
  }

  /// The node before an ideograph that follows another at once, and the ideograph.
  private mutating func appendPlain(at offset: Int) {
    if ink - lastStart > room { partOverlong(from: nodes.count - 1, to: offset) }
    let hang =
      gutter > 0 && text.codes[lastInk].role == .closing
      ? text.hang(before: offset, gutter: gutter) : 0
    var node = FitNode(
      offset: offset, start: cells, end: ink, hang: hang, penalty: 0, squeezable: squeezable)
    node.gaps = Int32(truncatingIfNeeded: gaps)
    nodes.append(node)
    lastStart = cells
    cells += 2
    ink = cells
    lastInk = offset
  }

  private mutating func append(_ code: ClusterCode, at offset: Int) {
    if ink - lastStart > room { partOverlong(from: nodes.count - 1, to: offset) }
    let isHyphenated = code.breakBefore == .hyphenated
    var penalty = code.breaksPoorly ? FitPenalty.poorBreak : 0
    if isHyphenated { penalty += FitPenalty.hyphen }
    var node = FitNode(
      offset: offset, start: cells, end: ink + (isHyphenated ? 1 : 0),
      hang: ink > 0 ? text.hang(before: lastInk + 1, gutter: gutter) : 0,
      penalty: penalty, squeezable: squeezable)
    node.isHyphenated = isHyphenated
    node.gaps = Int32(gaps)
    node.isAtGap = isAfterBlank && ink > 0
    nodes.append(node)
    lastStart = cells
  }

  /// Nodes inside what no rule parts and no line holds: at every cluster, dearly.
  ///
  /// A line that ends at one of them begins where the stretch does, or at another of them.
  private mutating func partOverlong(from first: Int, to end: Int) {
    let clusters = text.clusters(in: Int(nodes[first].offset)..<end).filter { $0.cells > 0 }
    var (cells, isFirst) = (Int(nodes[first].start), true)
    for (before, after) in zip(clusters, clusters.dropFirst()) {
      if isFirst, before.isSpace {
        continue  // blanks at the start of a line are not drawn
      }
      isFirst = false
      cells += before.cells
      guard !after.isSpace else { continue }
      var node = FitNode(
        offset: after.offset, start: cells, end: cells, hang: 0,
        penalty: before.tearingPenalty(after), squeezable: squeezable)
      node.earliest = Int32(first)
      node.gaps = Int32(gaps)
      nodes.append(node)
    }
  }
}

extension PreparedCluster {
  /// What it costs to break between two clusters where no line may end.
  fileprivate func tearingPenalty(_ after: PreparedCluster) -> Int {
    if Marks.isTorn(self, after) { return FitPenalty.tornMark }
    let isWord = glyph.first.properties.isAlphabetic && after.glyph.first.properties.isAlphabetic
    return isWord ? FitPenalty.tornWord : FitPenalty.emergency
  }
}
