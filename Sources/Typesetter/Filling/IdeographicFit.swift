/// Total fit for ideographic texts: what `TotalFit` finds, in a fraction of the time.
///
/// In such a text a line may end nearly everywhere, and nearly all lines fill their measure. So no nodes are
/// collected: places are bytes, and ends are looked for in the codes only where a line is full that begins at a
/// place which a cheap way leads to. For texts whose blanks do not stand alone there is `TotalFit`. Of ways that
/// cost the same, it is that whose last line begins first.
struct IdeographicFit {
  private let ways: SparseWays
  private let (firstRoom, room): (LineRoom, LineRoom)
  /// By how many cells an opening mark may stand in the indent of the first line.
  private let outdent: Int
  /// By how many cells a line may be too long whose last mark hangs, and one that is squeezed.
  private let (mostHang, mostSqueeze): (Int, Int)
  /// The fewest spare cells that justification shares out.
  private let leastSpare: Int
  /// The length of the text, which is its last place.
  private let last: Int

  /// Appends the lines of a paragraph; false, and no lines, where it takes a way for all texts.
  ///
  /// - Complexity: O(*n*) in the length of the text, times the places where cheap lines end.
  static func fill(
    _ text: PreparedText, _ measure: Measure, in memory: inout [Int32], to lines: inout [SetLine]
  ) -> Bool {
    let codes = text.codes.span
    guard !text.hasBlankRun, !text.hasMandatoryBreak, codes.standPlainly else { return false }
    let missing = SparseWays.count(bytes: codes.count) - memory.count
    if missing > 0 { memory.append(contentsOf: repeatElement(0, count: missing)) }
    return unsafe memory.withUnsafeMutableBufferPointer { memory in
      let ways = unsafe SparseWays(memory, bytes: codes.count)
      let fit = IdeographicFit(text, measure, ways)
      guard let count = unsafe fit.findLines(of: text, codes) else { return false }
      unsafe fit.append(count, of: text, to: &lines)
      return true
    }
  }

  private init(_ text: PreparedText, _ measure: Measure, _ ways: SparseWays) {
    (self.ways, last) = (ways, text.codes.count)
    (firstRoom, room) = (LineRoom(measure, isFirst: true), LineRoom(measure, isFirst: false))
    outdent = text.outdent(at: 0, indent: firstRoom.indent)
    leastSpare = text.rules.leastSpare
    mostHang = min(measure.gutter, 2)
    let mayHoldQuotes = text.rules.squeezesQuotes && text.text.utf8.span.hasGeneralMark
    mostSqueeze = mayHoldQuotes ? FitLines.mostSqueeze : 0
  }

  /// Finds the lines within one bound after the other, as `TotalFit` does; gives how many they are.
  @unsafe @inline(__always)
  private func findLines(of text: PreparedText, _ codes: Span<ClusterCode>) -> Int? {
    guard let fullest = unsafe findFullest(of: text, codes) else { return nil }
    let most = fullest.cost
    if most == 0 { return fullest.count }
    var bound = most <= 4 * Self.usualBound ? most : Self.usualBound
    while unsafe !findWays(within: bound, of: text, codes) { bound = min(4 * bound, most) }
    return unsafe ways.countLines(to: last)
  }

  /// What most paragraphs cost at most: ideographs fill a line to the cell or nearly so.
  private static let usualBound = 16
}

/// The lines that take as much as they can.
extension IdeographicFit {
  /// Notes the lines that take as much as they can without squeezing; gives what they cost together, and how
  /// many they are, or nil where one of them cannot be set so.
  @unsafe @inline(__always)
  private func findFullest(of text: PreparedText, _ codes: Span<ClusterCode>) -> (
    cost: Int, count: Int
  )? {
    var (start, cost, count) = (0, 0, 0)
    while start < last {
      var end = fullEnd(from: start, codes)
      while end.offset > start, !mayEnd(end, codes) { end.stepBack(codes) }
      guard end.offset > start else { return nil }
      cost &+= costOfFitting(start, end, of: text, codes)
      guard cost < FitPenalty.emergency else { return nil }
      unsafe ways.link(start, to: end.offset)
      (start, count) = (end.offset, count &+ 1)
    }
    return (cost, count)
  }

  /// The place after all that fits a line from `start` on, and blanks after it.
  @inline(__always)
  private func fullEnd(from start: Int, _ codes: Span<ClusterCode>) -> End {
    let found = codes.overflow(from: start, room: cells(from: start))
    var end = End(offset: found.offset, cells: found.cells)
    if end.offset < last, codes[end.offset].isSpace { end.step(codes) }
    return end
  }

  /// The room of a line that begins at a place.
  @inline(__always)
  private func cells(from start: Int) -> Int { start == 0 ? firstRoom.cells : room.cells }

  @inline(__always)
  private func mayEnd(_ end: End, _ codes: Span<ClusterCode>) -> Bool {
    end.offset == last || codes[end.offset].breakBefore != .prohibited
  }

  /// What a line costs that fits without squeezing, the penalty of its end included.
  @inline(__always)
  private func costOfFitting(
    _ start: Int, _ end: End, of text: PreparedText, _ codes: Span<ClusterCode>
  ) -> Int {
    guard end.offset < last else {
      return start > 0 && text.isRunt(start..<last) ? FitPenalty.runt : 0
    }
    let slack = cells(from: start) &- end.ink(codes)
    return slack &* slack &+ (slack >= leastSpare ? FitPenalty.opened : 0)
      &+ penalty(end, codes)
  }

  @inline(__always)
  private func penalty(_ end: End, _ codes: Span<ClusterCode>) -> Int {
    end.offset < last && codes[end.offset].breaksPoorly ? FitPenalty.poorBreak : 0
  }
}

extension IdeographicFit {
  /// A place where a line may end, and the cells from its start to there.
  private struct End {
    var offset: Int
    var cells: Int

    /// Goes on by a cluster.
    @inline(__always)
    mutating func step(_ codes: Span<ClusterCode>) {
      cells &+= codes[offset].cells
      repeat { offset &+= 1 } while offset < codes.count && codes[offset].isRest
    }

    /// Goes back by a cluster.
    @inline(__always)
    mutating func stepBack(_ codes: Span<ClusterCode>) {
      repeat { offset &-= 1 } while codes[offset].isRest
      cells &-= codes[offset].cells
    }

    /// The cells without the blank before it.
    @inline(__always)
    func ink(_ codes: Span<ClusterCode>) -> Int {
      codes[offset &- 1].isSpace ? cells &- 1 : cells
    }
  }

  /// Finds the best ways that cost no more than `bound`; false where none leads to the end.
  @unsafe @inline(__always)
  private func findWays(within bound: Int, of text: PreparedText, _ codes: Span<ClusterCode>)
    -> Bool
  {
    unsafe ways.begin()
    var start = 0
    while start < last {
      let before = unsafe ways.cost(of: start)
      let full = fullEnd(from: start, codes)
      let budget = bound &- before
      if mostHang &+ mostSqueeze > 0 || outdent > 0 {
        forEachTight(from: start, after: full, within: budget, of: text, codes) { end, cost in
          unsafe ways.note(start, to: end, cost: before &+ cost)
        }
      }
      forEachFitting(from: start, to: full, within: budget, of: text, codes) { end, cost in
        unsafe ways.note(start, to: end, cost: before &+ cost)
      }
      start = unsafe ways.next(after: start) ?? last
    }
    return unsafe ways.isReached(last)
  }

  /// The lines from `start` that fit without squeezing and cost no more than `budget`, from the fullest down.
  @inline(__always)
  private func forEachFitting(
    from start: Int, to full: End, within budget: Int, of text: PreparedText,
    _ codes: Span<ClusterCode>,
    _ body: (_ end: Int, _ cost: Int) -> Void
  ) {
    let room = cells(from: start)
    var end = full
    while end.offset > start {
      if mayEnd(end, codes) {
        let cost = costOfFitting(start, end, of: text, codes)
        if cost <= budget { body(end.offset, cost) }
      }
      end.stepBack(codes)
      let slack = room &- end.cells
      if slack > 0, slack &* slack > budget { break }
    }
  }

  /// The lines from `start` that fit only if a mark hangs or blanks are squeezed out.
  @inline(__always)
  private func forEachTight(
    from start: Int, after full: End, within budget: Int, of text: PreparedText,
    _ codes: Span<ClusterCode>,
    _ body: (_ end: Int, _ cost: Int) -> Void
  ) {
    let outdent = start == 0 ? outdent : 0
    let room = cells(from: start) &+ outdent
    guard budget >= FitPenalty.hang, mostHang > 0 || outdent > 0 || budget >= FitPenalty.squeeze
    else { return }
    var end = full
    while end.offset < last {
      end.step(codes)
      let ink = end.ink(codes)
      let excess = ink &- room
      if excess > mostHang &+ mostSqueeze { break }
      guard mayEnd(end, codes), ink > room &- outdent else { continue }
      let squeeze = max(0, excess &- hang(before: end, of: text, codes))
      let cost = FitPenalty.hang &+ squeeze &* FitPenalty.squeeze &+ penalty(end, codes)
      if cost <= budget, canSqueeze(start..<end.offset, by: squeeze, of: text) {
        body(end.offset, cost)
      }
    }
  }

  /// Cells by which the last mark before a place may hang, a blank between them left out.
  @inline(__always)
  private func hang(before end: End, of text: PreparedText, _ codes: Span<ClusterCode>) -> Int {
    guard mostHang > 0 else { return 0 }
    let ink = codes[end.offset &- 1].isSpace ? end.offset &- 1 : end.offset
    return text.hang(before: ink, gutter: room.gutter)
  }

  @inline(__always)
  private func canSqueeze(_ line: Range<Int>, by cells: Int, of text: PreparedText) -> Bool {
    cells == 0 || cells <= mostSqueeze && text.squeezable(line) >= cells
  }

  /// Appends so many lines along the way that was found.
  @unsafe
  private func append(_ count: Int, of text: PreparedText, to lines: inout [SetLine]) {
    let codes = text.codes.span
    lines.append(addingCapacity: count) { lines in
      var start = 0
      while start < last {
        let end = unsafe ways.end(from: start)
        lines.append(
          line(start, End(offset: end, cells: codes.cells(in: start..<end)), of: text, codes))
        start = end
      }
    }
  }

  @inline(__always)
  private func line(_ start: Int, _ end: End, of text: PreparedText, _ codes: Span<ClusterCode>)
    -> SetLine
  {
    let room = start == 0 ? firstRoom : room
    var squeeze = 0
    var excess = end.ink(codes) &- room.cells
    if excess > 0 {
      excess &-= hang(before: end, of: text, codes) &+ (start == 0 ? outdent : 0)
      if excess > 0, canSqueeze(start..<end.offset, by: excess, of: text) { squeeze = excess }
    }
    return text.line(
      start, to: LineEnd(offset: end.offset, cells: end.cells, squeeze: squeeze), in: room)
  }
}

extension Span where Element == ClusterCode {
  /// Whether the codes are those of a text whose clusters all are drawn, its blanks one cell and one byte each
  /// and neither first nor last, and which no hyphen parts; false too for the shortest texts.
  fileprivate var standPlainly: Bool {
    guard count > 16, self[0].cells > 0, !self[0].isSpace, !self[count - 1].isSpace else {
      return false
    }
    let raw = unsafe bytes
    var (offset, bad) = (1, SixteenBytes(repeating: 0))
    while true {
      let (here, before) = unsafe (
        SixteenBytes(raw, uncheckedAt: offset), SixteenBytes(raw, uncheckedAt: offset &- 1)
      )
      let cells = here & SixteenBytes(repeating: ClusterCode.cellBits)
      let rests = here.equal(ClusterCode.rest.bits)
      // Breaks in need of a hyphen and those that must be have this bit alone in common.
      let breaks = (here & SixteenBytes(repeating: 0x08)).equal(0).inverse
      let unseen = cells.equal(0) ^ rests
      let otherBlanks = here.spaces & cells.equal(1).inverse
      bad = bad | breaks | unseen | otherBlanks | rests & before.spaces
      if offset == count &- 16 { break }
      offset = Swift.min(offset &+ 16, count &- 16)
    }
    return !bad.isAnywhere
  }
}

extension Span where Element == UInt8 {
  /// Whether the lead byte of U+2000 to U+2FFF occurs, where curly quotes are.
  fileprivate var hasGeneralMark: Bool {
    guard count >= 16 else { return true }
    let raw = unsafe bytes
    var (offset, found) = (0, SixteenBytes(repeating: 0))
    while true {
      found = unsafe found | SixteenBytes(raw, uncheckedAt: offset).equal(0xE2)
      if offset == count &- 16 { break }
      offset = Swift.min(offset &+ 16, count &- 16)
    }
    return found.isAnywhere
  }
}
