import UnicodeTables

/// Collects the nodes of a part of a paragraph in which no line must end, and where its word spaces stand.
///
/// Ideographs in a row and words after a blank, which most texts are made of, have a short way each; the
/// letters of a word are counted sixteen bytes at a time.
struct FitNodes {
  private let gutter: Int
  /// Cells that every line surely has.
  private let room: Int
  /// See `SettingRules`.
  private let squeezesQuotes, keepsLeadingBlanks: Bool
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
  /// `gaps` are the cells of the part before each word space, before the last blank where there are
  /// several.
  ///
  /// - Complexity: O(*n*) in the length of the range.
  static func collect(
    _ range: Range<Int>, of text: PreparedText, _ measure: Measure, into nodes: inout [FitNode],
    gaps: inout [Int32]
  ) {
    nodes.removeAll(keepingCapacity: true)
    gaps.removeAll(keepingCapacity: true)
    // At most one before each byte, and one at the end.
    nodes.append(addingCapacity: range.count + 2) { nodes in
      gaps.append(addingCapacity: range.count) { gaps in
        var collector = FitNodes(text, measure)
        collector.collect(range, of: text, into: &nodes, &gaps)
      }
    }
  }

  private init(_ text: PreparedText, _ measure: Measure) {
    squeezesQuotes = text.rules.squeezesQuotes
    keepsLeadingBlanks = text.rules.keepsLeadingBlanks
    gutter = measure.gutter
    room = max(1, measure.cells - max(measure.indent, measure.hangingIndent))
  }

  @inline(__always)
  private mutating func collect(
    _ range: Range<Int>, of text: PreparedText,
    into nodes: inout OutputSpan<FitNode>, _ spaces: inout OutputSpan<Int32>
  ) {
    let codes = text.codes.span
    precondition(range.lowerBound >= 0 && range.upperBound <= codes.count, "a part of the text")
    nodes.append(FitNode(offset: range.lowerBound, start: 0, end: 0))
    var (offset, cells) = (range.lowerBound, 0)
    while offset < range.upperBound {
      let code = unsafe codes[unchecked: offset]
      if code.isRest || code == .plainLetter {
        offset &+= 1
        cells &+= code.cells
      } else if code == .plainIdeograph, mayAppendPlainly(after: cells) {
        let count = codes.plainIdeographs(in: offset..<range.upperBound)
        append(ideographs: count, at: offset, after: cells, to: &nodes)
        offset &+= 3 &* count
        cells &+= 2 &* count
      } else if code == .plainBlank, offset &+ 1 < range.upperBound,
        unsafe codes[unchecked: offset &+ 1] == .plainWordStart, mayAppendPlainly(after: cells)
      {
        append(wordAt: offset &+ 1, after: cells, to: &nodes, &spaces)
        let letters = codes.plainLetters(in: offset &+ 2..<range.upperBound)
        offset &+= 2 &+ letters
        cells &+= 2 &+ letters
      } else {
        take(code, at: offset, after: cells, of: text, into: &nodes, &spaces)
        offset &+= 1
        cells &+= code.cells
      }
    }
    append(ClusterCode(cells: 0, .letter), at: range.upperBound, after: cells, of: text, to: &nodes)
  }

  /// Whether ink stands right before, and no line is needed before it.
  @inline(__always)
  private func mayAppendPlainly(after cells: Int) -> Bool {
    cells != blankEnd && cells &- lastStart <= room
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
    lastStart = cells &+ 2 &* (count &- 1)
  }

  /// The node before a word that a blank of one cell parts from the ink before it.
  @inline(__always)
  private mutating func append(
    wordAt offset: Int, after cells: Int, to nodes: inout OutputSpan<FitNode>,
    _ spaces: inout OutputSpan<Int32>
  ) {
    var node = FitNode(
      offset: offset, start: cells &+ 1, end: cells, squeezable: squeezable, gaps: gaps)
    node.isAtGap = true
    if cells == markEnd { node.hang = markHang }
    nodes.append(node)
    spaces.append(Int32(truncatingIfNeeded: cells))
    gaps &+= 1
    (inkBeforeBlank, blankEnd, lastStart) = (cells, cells &+ 1, cells &+ 1)
  }

  /// Takes note of any other cluster.
  @inline(__always)
  private mutating func take(
    _ code: ClusterCode, at offset: Int, after cells: Int, of text: PreparedText,
    into nodes: inout OutputSpan<FitNode>, _ spaces: inout OutputSpan<Int32>
  ) {
    if code.breakBefore != .prohibited, cells != blankEnd || inkBeforeBlank > 0 {
      append(code, at: offset, after: cells, of: text, to: &nodes)
    }
    if code.isSpace {
      take(blankOf: code.cells, after: cells, into: &nodes, &spaces)
    } else if code.cells == 2, code.role != .ideograph {
      if squeezesQuotes, text.text.utf8.span.isCurlyQuote(at: offset) { squeezable &+= 1 }
      if gutter > 0 {
        let hang = text.hang(before: offset + 1, gutter: gutter)
        (markEnd, markHang) = (cells &+ 2, Int8(truncatingIfNeeded: hang))
      }
    }
  }

  @inline(__always)
  private mutating func take(
    blankOf width: Int, after cells: Int,
    into nodes: inout OutputSpan<FitNode>, _ spaces: inout OutputSpan<Int32>
  ) {
    let hasInk = cells != blankEnd || inkBeforeBlank > 0
    if cells != blankEnd {
      (inkBeforeBlank, gaps) = (cells, gaps &+ 1)
    } else if gaps > 0 {
      _ = spaces.removeLast()
    }
    if gaps > 0 { spaces.append(Int32(truncatingIfNeeded: cells)) }
    blankEnd = cells &+ width
    if !hasInk, !keepsLeadingBlanks {
      nodes[0].start = Int32(truncatingIfNeeded: blankEnd)
      lastStart = blankEnd
    }
  }

  @inline(never)
  private mutating func append(
    _ code: ClusterCode, at offset: Int, after cells: Int, of text: PreparedText,
    to nodes: inout OutputSpan<FitNode>
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
