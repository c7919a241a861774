import UnicodeTables

/// A place at which a line may end and the next begin, as total fit sees it.
///
/// Numbers are kept small, so that the nodes of a line lie in a few lines of the cache.
struct FitNode {
  /// The byte before which the break is.
  var offset: Int32
  /// Cells of the paragraph before the first ink of a line that begins here.
  var start: Int32
  /// Cells of the paragraph before here, without blanks and with the hyphen: where a line ends.
  var end: Int32
  /// What it costs to break here.
  let penalty: Int32
  /// The first node at which the line that ends here may begin.
  var earliest: Int32 = 0
  /// Blanks of quotes before here that can be squeezed out.
  let squeezable: Int32
  /// Word spaces between the text before here, without the one that this break is at.
  let gaps: Int32
  /// Whether this break is at a word space.
  var isAtGap = false
  /// Whether a line that ends here ends with a drawn hyphen.
  var isHyphenated = false
  /// Cells by which the mark before it may hang.
  var hang: Int8 = 0

  /// Word spaces before the text of a line that begins here.
  @inline(__always)
  var gapsAfter: Int32 { gaps &+ (isAtGap ? 1 : 0) }

  /// Whether a line ends here only because nothing else fits.
  @inline(__always)
  var isInNeed: Bool { penalty >= FitPenalty.emergency }

  @inline(__always)
  init(offset: Int, start: Int, end: Int, penalty: Int = 0, squeezable: Int = 0, gaps: Int = 0) {
    self.offset = Int32(truncatingIfNeeded: offset)
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
    self.penalty = Int32(truncatingIfNeeded: penalty)
    self.squeezable = Int32(truncatingIfNeeded: squeezable)
    self.gaps = Int32(truncatingIfNeeded: gaps)
  }
}

/// Collects the nodes of a part of a paragraph in which no line must end.
///
/// Ideographs in a row and words after a blank, which most texts are made of, have a short way each; the
/// letters of a word are counted sixteen bytes at a time.
struct FitNodes {
  private let text: PreparedText
  private let gutter: Int
  /// Cells that every line surely has.
  private let room: Int
  /// Blanks of quotes so far that can be squeezed out, and word spaces with text before them.
  private var (squeezable, gaps) = (0, 0)
  /// Cells up to the end of the last blank, and those before it and the blanks it follows; the start of
  /// the part counts as a blank.
  private var (blankEnd, inkBeforeBlank) = (0, 0)
  /// Cells up to the end of the last mark that may hang, and by how many it may.
  private var (markEnd, markHang): (Int, Int8) = (-1, 0)
  /// Cells before the first ink of a line that begins at the last node.
  private var lastStart = 0

  /// Writes the nodes from `range.lowerBound`, the start of a line, to `range.upperBound`, the end of the
  /// part; both are among them.
  ///
  /// - Complexity: O(*n*) in the length of the range.
  static func collect(
    _ range: Range<Int>, of text: PreparedText, _ measure: Measure, into nodes: inout [FitNode]
  ) {
    nodes.removeAll(keepingCapacity: true)
    // At most one before each byte, and one at the end.
    nodes.append(addingCapacity: range.count + 2) { nodes in
      var collector = FitNodes(text, measure)
      collector.collect(range, into: &nodes)
    }
  }

  private init(_ text: PreparedText, _ measure: Measure) {
    self.text = text
    gutter = measure.gutter
    room = max(1, measure.cells - max(measure.indent, measure.hangingIndent))
  }

  @inline(__always)
  private mutating func collect(_ range: Range<Int>, into nodes: inout OutputSpan<FitNode>) {
    nodes.append(FitNode(offset: range.lowerBound, start: 0, end: 0))
    let text = self.text
    let codes = text.codes.span
    precondition(range.lowerBound >= 0 && range.upperBound <= codes.count, "a part of the text")
    var (offset, cells) = (range.lowerBound, 0)
    while offset < range.upperBound {
      let code = unsafe codes[unchecked: offset]
      if code.isRest {
        offset += 1
      } else if code == .plainIdeograph, mayAppendPlainly(after: cells) {
        let count = codes.plainIdeographs(in: offset..<range.upperBound)
        append(ideographs: count, at: offset, after: cells, to: &nodes)
        offset += 3 * count - 2  // rests follow the first byte of the last
        cells += 2 * count
      } else if code == .plainLetter {
        let count = codes.plainLetters(in: offset..<range.upperBound)
        offset += count
        cells += count
      } else if code == .plainBlank, offset + 1 < range.upperBound,
        unsafe codes[unchecked: offset + 1] == .plainWordStart, mayAppendPlainly(after: cells)
      {
        append(wordAt: offset + 1, after: cells, to: &nodes)
        offset += 2
        cells += 2
      } else {
        take(code, at: offset, after: cells, into: &nodes)
        offset += 1
        cells += code.cells
      }
    }
    append(ClusterCode(cells: 0, .letter), at: range.upperBound, after: cells, to: &nodes)
  }

  /// Whether ink stands right before, and no line is needed before it.
  @inline(__always)
  private func mayAppendPlainly(after cells: Int) -> Bool {
    cells != blankEnd && cells - lastStart <= room
  }

  /// The nodes before ideographs in a row, the first of which stands after ink.
  @inline(__always)
  private mutating func append(
    ideographs count: Int, at offset: Int, after cells: Int, to nodes: inout OutputSpan<FitNode>
  ) {
    var node = FitNode(
      offset: offset, start: cells, end: cells, squeezable: squeezable, gaps: gaps)
    if cells == markEnd { node.hang = markHang }
    for _ in 0..<count {
      nodes.append(node)
      node.offset &+= 3
      node.start &+= 2
      node.end &+= 2
      node.hang = 0
    }
    lastStart = cells + 2 * (count - 1)
  }

  /// The node before a word that a blank of one cell parts from the ink before it.
  @inline(__always)
  private mutating func append(
    wordAt offset: Int, after cells: Int, to nodes: inout OutputSpan<FitNode>
  ) {
    var node = FitNode(
      offset: offset, start: cells + 1, end: cells, squeezable: squeezable, gaps: gaps)
    node.isAtGap = true
    if cells == markEnd { node.hang = markHang }
    nodes.append(node)
    gaps += 1
    (inkBeforeBlank, blankEnd, lastStart) = (cells, cells + 1, cells + 1)
  }

  /// Takes note of any other cluster.
  @inline(never)
  private mutating func take(
    _ code: ClusterCode, at offset: Int, after cells: Int, into nodes: inout OutputSpan<FitNode>
  ) {
    let hasInk = cells != blankEnd || inkBeforeBlank > 0
    if hasInk, code.breakBefore != .prohibited {
      append(code, at: offset, after: cells, to: &nodes)
    }
    if code.isSpace {
      if cells != blankEnd { (inkBeforeBlank, gaps) = (cells, gaps + 1) }
      blankEnd = cells + code.cells
      if !hasInk, !text.rules.keepsLeadingBlanks {
        nodes[0].start = Int32(truncatingIfNeeded: blankEnd)
        lastStart = blankEnd
      }
    } else if code.cells == 2, code.role != .ideograph {
      if text.rules.squeezesQuotes, text.text.utf8.span.isCurlyQuote(at: offset) {
        squeezable += 1
      }
      if gutter > 0 {
        (markEnd, markHang) = (cells + 2, Int8(text.hang(before: offset + 1, gutter: gutter)))
      }
    }
  }

  private mutating func append(
    _ code: ClusterCode, at offset: Int, after cells: Int, to nodes: inout OutputSpan<FitNode>
  ) {
    let isAfterBlank = cells == blankEnd
    let ink = isAfterBlank ? inkBeforeBlank : cells
    let isAtGap = isAfterBlank && ink > 0
    let isHyphenated = code.breakBefore == .hyphenated
    var penalty = code.breaksPoorly ? FitPenalty.poorBreak : 0
    if isHyphenated { penalty += FitPenalty.hyphen }
    var node = FitNode(
      offset: offset, start: cells, end: ink + (isHyphenated ? 1 : 0),
      penalty: penalty, squeezable: squeezable, gaps: isAtGap ? gaps - 1 : gaps)
    node.isHyphenated = isHyphenated
    node.isAtGap = isAtGap
    if ink == markEnd { node.hang = markHang }
    if ink - lastStart > room { Self.partOverlong(before: node, of: text, into: &nodes) }
    nodes.append(node)
    lastStart = cells
  }

  /// Nodes inside what no rule parts and no line holds: at every cluster, dearly.
  ///
  /// A line that ends at one of them begins where the stretch does, or at another of them.
  @inline(never)
  private static func partOverlong(
    before next: FitNode, of text: PreparedText, into nodes: inout OutputSpan<FitNode>
  ) {
    let first = nodes.count - 1
    let clusters = text.clusters(in: Int(nodes[first].offset)..<Int(next.offset)).filter {
      $0.cells > 0
    }
    var (cells, isFirst) = (Int(nodes[first].start), true)
    for (before, after) in zip(clusters, clusters.dropFirst()) {
      if isFirst, before.isSpace {
        continue  // blanks at the start of a line are not drawn
      }
      isFirst = false
      cells += before.cells
      guard !after.isSpace else { continue }
      var node = FitNode(
        offset: after.offset, start: cells, end: cells, penalty: before.tearingPenalty(after),
        squeezable: Int(next.squeezable), gaps: Int(next.gaps))
      node.earliest = Int32(truncatingIfNeeded: first)
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
