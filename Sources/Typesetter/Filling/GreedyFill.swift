import UnicodeTables

extension PreparedText {
  /// Breaks the paragraph into lines, taking as much as fits each time.
  ///
  /// Blanks at a line's end hang and count nothing. A mark that would begin the next line is first
  /// pulled in, by hanging in the gutter or by squeezing the blanks of quotes, else pushed out with the
  /// character before it (先挤进，后推出). Where nothing may be broken the line is broken at the last
  /// cluster that fits, if possible beside no mark that may not stand there, and holds at least one.
  ///
  /// Each line is measured along its width alone; only where it is full is a place to break looked
  /// for, backwards.
  ///
  /// - Complexity: O(*n*) in the length of the text; no allocation but the result.
  public func fillGreedily(_ measure: Measure) -> [SetLine] {
    var lines: [SetLine] = []
    lines.reserveCapacity(codes.count / max(16, measure.cells) + 2)
    fillGreedily(measure, into: &lines)
    return lines
  }

  /// The same into an array that is emptied first, so that many paragraphs need but one.
  public func fillGreedily(_ measure: Measure, into lines: inout [SetLine]) {
    lines.removeAll(keepingCapacity: true)
    var start = 0
    repeat {
      let line = LineRoom(measure, isFirst: lines.isEmpty)
      let first = lineStart(from: start)
      let end = greedyEnd(from: start, first, line)
      lines.append(self.line(first, to: end, in: line))
      start = end.offset
    } while start < codes.count
  }

  /// Where a line ends that begins at `start` and whose first ink is at `first`.
  @inline(__always)
  private func greedyEnd(from start: Int, _ first: Int, _ line: LineRoom) -> LineEnd {
    let codes = codes.span
    guard first < codes.count else { return LineEnd(offset: codes.count, cells: 0) }
    if first > start, codes[first].breakBefore == .mandatory {
      return LineEnd(offset: first, cells: 0)
    }
    var (full, cells) = codes.overflow(from: first, room: line.cells)
    if hasMandatoryBreak,
      let end = codes.mandatoryBreak(in: first + 1..<min(full + 1, codes.count))
    {
      return LineEnd(offset: end, cells: codes.cells(in: first..<end))
    }
    while full < codes.count, codes[full].isSpace || codes[full].isRest {
      cells += codes[full].cells
      full += 1
      if full < codes.count, codes[full].breakBefore == .mandatory { break }
    }
    if full == codes.count || (full > first && codes[full].breakBefore == .mandatory) {
      return LineEnd(offset: full, cells: cells)
    }
    let mayPullIn = codes[full].role == .closing || codes[full].role == .connector
    return (mayPullIn ? pulledIn(full, cells: cells, from: first, line) : nil)
      ?? lastBreak(before: full, cells: cells, from: first, line)
      ?? emergencyEnd(from: first, room: line.cells)
  }

  /// The last place up to `full`, before which `cells` cells stand, at which a line may end.
  @inline(__always)
  private func lastBreak(
    before full: Int, cells: Int, from first: Int, _ line: LineRoom
  ) -> LineEnd? {
    let codes = codes.span
    var (offset, cells) = (full, cells)
    while offset > first {
      let breakBefore = codes[offset].breakBefore
      if breakBefore != .prohibited, breakBefore != .hyphenated || cells < line.cells {
        return LineEnd(offset: offset, cells: cells)
      }
      offset -= 1
      cells -= codes[offset].cells
    }
    return nil
  }

  /// The end of a line that takes the marks at `full` too, which would else begin the next one, or nil
  /// where that cannot be.
  private func pulledIn(
    _ full: Int, cells: Int, from first: Int, _ line: LineRoom
  ) -> LineEnd? {
    let codes = codes.span
    guard codes[full].breakBefore == .prohibited else { return nil }
    guard rules.isIdeographic, line.gutter > 0 || rules.squeezesQuotes else { return nil }
    var (end, cells) = (full, cells)
    repeat {
      cells += codes[end].cells
      end += 1
    } while end < codes.count
      && (codes[end].isRest || codes[end].role == .closing && !mayEnd(before: end))
    let (ink, excess) = (end, cells - line.cells)
    guard excess <= 2 + FitLines.mostSqueeze else { return nil }
    while end < codes.count, codes[end].isSpace || codes[end].isRest {
      cells += codes[end].cells
      end += 1
    }
    guard mayEnd(before: end) else { return nil }
    let free =
      hang(before: ink, gutter: line.gutter) + outdent(at: first, indent: line.indent)
    let squeeze = max(0, excess - free)
    return squeeze == 0 || squeeze <= min(FitLines.mostSqueeze, squeezable(first..<ink))
      ? LineEnd(offset: end, cells: cells, squeeze: squeeze) : nil
  }

  /// Where to break a line that has no opportunity.
  ///
  /// If that leaves half a line, at the last place outside a word, as after the dot of an address;
  /// else at the last cluster that fits, but before no mark that begins no line, and after none that
  /// ends none.
  private func emergencyEnd(from start: Int, room: Int) -> LineEnd {
    let end = min(codes.count, codes.span.overflow(from: start, room: room).offset + 1)
    let clusters = clusters(in: start..<end).filter { $0.cells > 0 }
    var cells = 0
    var (last, sound, best): (Int?, Int?, Int?)
    for (before, after) in zip(clusters, clusters.dropFirst()) {
      cells += before.cells
      if cells > room, last != nil { break }
      last = after.offset
      guard cells * 2 >= room, !Marks.isTorn(before, after) else { continue }
      sound = after.offset
      if !before.isAlphabetic || !after.isAlphabetic { best = after.offset }
    }
    let found = best ?? sound ?? last ?? nextCluster(after: start)
    return LineEnd(offset: found, cells: codes.span.cells(in: start..<found))
  }

  /// Where the cluster after that at `offset` begins, or the text ends.
  private func nextCluster(after offset: Int) -> Int {
    codes[(offset + 1)...].firstIndex { !$0.isRest } ?? codes.count
  }
}

extension Marks {
  /// Whether a line break would part a mark from what it must not be parted from.
  static func isTorn(_ before: PreparedCluster, _ after: PreparedCluster) -> Bool {
    traits(of: after.glyph.first.value).contains(.startsNoLine)
      || traits(of: before.glyph.first.value).contains(.endsNoLine)
  }
}

extension PreparedCluster {
  fileprivate var isAlphabetic: Bool { glyph.first.properties.isAlphabetic }
}
