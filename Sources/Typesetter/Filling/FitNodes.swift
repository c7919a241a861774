import UnicodeTables

/// A place at which a line may end and the next begin, as total fit sees it.
struct FitNode {
  /// The byte before which the break is.
  let offset: Int
  /// Cells of the paragraph before the first ink of a line that begins here.
  var start: Int
  /// Cells of the paragraph before here, without blanks and with the hyphen: where a line ends.
  let end: Int
  /// Cells by which the mark before it may hang.
  let hang: Int
  /// What it costs to break here.
  let penalty: Int
  /// Blanks of quotes before here that can be squeezed out.
  let squeezable: Int
  /// Word spaces between the text before here.
  var gaps = 0
  /// The same with the one that this break is at, if it is at one.
  var gapsAtStart = 0
  /// Whether a line that ends here ends with a drawn hyphen.
  var isHyphenated = false
  /// The first node at which the line that ends here may begin.
  var earliest = 0
}

/// Collects the nodes of a part of a paragraph in which no line must end.
struct FitNodes {
  private(set) var nodes: [FitNode] = []
  private let text: PreparedText
  private let measure: Measure
  /// Cells that every line surely has.
  private let room: Int
  /// Whether quotes give back their blanks.
  private let squeezes: Bool
  private var (cells, ink, squeezable, gaps) = (0, 0, 0, 0)
  /// Whether the last cluster was a blank.
  private var isAfterBlank = false
  /// Where the last cluster that is no blank began.
  private var lastInk = 0

  /// The nodes from `range.lowerBound`, the start of a line, to `range.upperBound`, the end of the
  /// part; both are among them.
  ///
  /// - Complexity: O(*n*) in the length of the range.
  static func collected(in range: Range<Int>, of text: PreparedText, _ measure: Measure)
    -> [FitNode]
  {
    var collector = FitNodes(text, measure)
    collector.collect(range)
    return collector.nodes
  }

  private init(_ text: PreparedText, _ measure: Measure) {
    self.text = text
    self.measure = measure
    room = max(1, measure.cells - max(measure.indent, measure.hangingIndent))
    squeezes = text.rules.squeezesQuotes
  }

  private mutating func collect(_ range: Range<Int>) {
    nodes.reserveCapacity(range.count / 3 + 2)
    nodes.append(
      FitNode(offset: range.lowerBound, start: 0, end: 0, hang: 0, penalty: 0, squeezable: 0))
    let text = self.text
    let codes = text.codes.span
    for offset in range where !codes[offset].isRest {
      let code = codes[offset]
      if ink > 0, code.breakBefore != .prohibited { append(code, at: offset) }
      cells += code.cells
      if code.isSpace { isAfterBlank = true }
      guard !code.isSpace, code.cells > 0 else { continue }
      if isAfterBlank, ink > 0 { gaps += 1 }
      isAfterBlank = false
      if ink == 0, !text.rules.keepsLeadingBlanks { nodes[0].start = cells - code.cells }
      ink = cells
      lastInk = offset
      if squeezes, code.cells == 2, text.text.utf8.span.isCurlyQuote(at: offset) { squeezable += 1 }
    }
    append(ClusterCode(cells: 0, .letter), at: range.upperBound)
  }

  private mutating func append(_ code: ClusterCode, at offset: Int) {
    let last = nodes[nodes.count - 1]
    if ink - last.start > room { partOverlong(from: nodes.count - 1, to: offset) }
    let isHyphenated = code.breakBefore == .hyphenated
    var penalty = code.breaksPoorly ? FitPenalty.poorBreak : 0
    if isHyphenated { penalty += FitPenalty.hyphen }
    var node = FitNode(
      offset: offset, start: cells, end: ink + (isHyphenated ? 1 : 0),
      hang: ink > 0 ? text.hang(before: lastInk + 1, gutter: measure.gutter) : 0,
      penalty: penalty, squeezable: squeezable)
    node.isHyphenated = isHyphenated
    (node.gaps, node.gapsAtStart) = (gaps, gaps + (isAfterBlank && ink > 0 ? 1 : 0))
    nodes.append(node)
  }

  /// Nodes inside what no rule parts and no line holds: at every cluster, dearly.
  ///
  /// A line that ends at one of them begins where the stretch does, or at another of them.
  private mutating func partOverlong(from first: Int, to end: Int) {
    let clusters = text.clusters(in: nodes[first].offset..<end).filter { $0.cells > 0 }
    var (cells, isFirst) = (nodes[first].start, true)
    for (before, after) in zip(clusters, clusters.dropFirst()) {
      if isFirst, before.isSpace {
        continue  // blanks at the start of a line are not drawn
      }
      isFirst = false
      cells += before.cells
      guard !after.isSpace else { continue }
      var node = FitNode(
        offset: after.offset, start: cells, end: cells, hang: 0,
        penalty: before.tearingPenalty(after), squeezable: squeezable, earliest: first)
      (node.gaps, node.gapsAtStart) = (gaps, gaps)
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
