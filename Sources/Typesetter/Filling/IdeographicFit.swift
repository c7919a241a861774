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
    _ text: PreparedText, _ measure: Measure, in memory: inout SparseWays.Memory,
    to lines: inout [SetLine]
  ) -> Bool {
    let codes = text.codes.span
    guard !text.hasBlankRun, !text.hasMandatoryBreak, codes.standPlainly else { return false }
    return SparseWays.with(&memory, bytes: codes.count) { ways in
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
  private func findFullest(
    of text: PreparedText, _ codes: Span<ClusterCode>
  ) -> (cost: Int, count: Int)? {
    var (start, cost, count) = (0, 0, 0)
    while start < last {
      var end = unsafe fullEnd(from: start, codes)
      while end.offset > start, unsafe !mayEnd(end, codes) { unsafe end.stepBack(codes) }
      guard end.offset > start else { return nil }
      cost &+=
        end.offset == last
        ? costOfLast(from: start, of: text)
        : unsafe self.cost(slack: slack(start, end, codes))
          &+ penalty(codes[unchecked: end.offset])
      guard cost < FitPenalty.emergency else { return nil }
      unsafe ways.link(start, to: end)
      (start, count) = (end.offset, count &+ 1)
    }
    return (cost, count)
  }

  /// The place after all that fits a line from `start` on, and a blank after it.
  @unsafe @inline(__always)
  private func fullEnd(from start: Int, _ codes: Span<ClusterCode>) -> LineReach {
    if let known = unsafe ways.full(from: start) { return known }
    let found = codes.overflow(from: start, room: cells(from: start))
    var end = LineReach(offset: found.offset, cells: found.cells)
    if end.offset < last, unsafe codes[unchecked: end.offset].isSpace { unsafe end.step(codes) }
    unsafe ways.note(end, from: start)
    return end
  }

  /// The room of a line that begins at a place.
  @inline(__always)
  private func cells(from start: Int) -> Int { start == 0 ? firstRoom.cells : room.cells }

  /// The cells free in a line.
  @unsafe @inline(__always)
  private func slack(_ start: Int, _ end: LineReach, _ codes: Span<ClusterCode>) -> Int {
    unsafe cells(from: start) &- end.ink(codes)
  }

  @unsafe @inline(__always)
  private func mayEnd(_ end: LineReach, _ codes: Span<ClusterCode>) -> Bool {
    unsafe end.offset == last || codes[unchecked: end.offset].breakBefore != .prohibited
  }

  /// What a line costs that is not the last and lacks so many cells.
  @inline(__always)
  private func cost(slack: Int) -> Int {
    slack &* slack &+ (slack >= leastSpare ? FitPenalty.opened : 0)
  }

  /// What it costs to break before a cluster of this code.
  @inline(__always)
  private func penalty(_ code: ClusterCode) -> Int {
    code.breaksPoorly ? FitPenalty.poorBreak : 0
  }

  private func costOfLast(from start: Int, of text: PreparedText) -> Int {
    start > 0 && text.isRunt(start..<last) ? FitPenalty.runt : 0
  }
}

/// The best lines.
extension IdeographicFit {
  /// Finds the best ways that cost no more than `bound`; false where none leads to the end.
  @unsafe @inline(__always)
  private func findWays(
    within bound: Int, of text: PreparedText, _ codes: Span<ClusterCode>
  ) -> Bool {
    unsafe ways.begin()
    let mayBeTight = mostHang &+ mostSqueeze &+ outdent > 0
    var start = 0
    while start < last {
      let full = unsafe fullEnd(from: start, codes)
      let way = unsafe Way(start: start, cost: ways.cost(of: start), bound: bound)
      if mayBeTight { unsafe noteTight(way, after: full, of: text, codes) }
      unsafe noteFitting(way, to: full, of: text, codes)
      start = unsafe ways.next(after: start) ?? last
    }
    return unsafe ways.isReached(last)
  }

  /// A way to a place from which it goes on, and what ways may cost at most.
  private struct Way {
    let (start, cost, bound): (Int, Int, Int)

    /// What a line may cost that goes on.
    var budget: Int { bound &- cost }
  }

  /// Notes where a way leads by a line, if that does not cost too much.
  @unsafe @inline(__always)
  private func note(_ way: Way, to end: LineReach, by cost: Int) {
    guard cost <= way.budget else { return }
    unsafe ways.note(way.start, to: end, cost: way.cost &+ cost)
  }

  /// Notes where a way leads by lines that fit without squeezing, from the fullest down: when what one
  /// lacks costs too much, it does for all shorter ones.
  @unsafe @inline(__always)
  private func noteFitting(
    _ way: Way, to full: LineReach, of text: PreparedText, _ codes: Span<ClusterCode>
  ) {
    var end = full
    if end.offset == last {
      unsafe note(way, to: end, by: costOfLast(from: way.start, of: text))
      unsafe end.stepBack(codes)
    }
    while end.offset > way.start {
      let cost = unsafe cost(slack: slack(way.start, end, codes))
      if cost > way.budget { return }
      let code = unsafe codes[unchecked: end.offset]
      if code.breakBefore != .prohibited {
        unsafe note(way, to: end, by: cost &+ penalty(code))
      }
      unsafe end.stepBack(codes)
    }
  }

  /// Notes where a way leads by lines that fit only if a mark hangs or blanks are squeezed out.
  @unsafe @inline(__always)
  private func noteTight(
    _ way: Way, after full: LineReach, of text: PreparedText, _ codes: Span<ClusterCode>
  ) {
    let outdent = way.start == 0 ? outdent : 0
    guard mostHang > 0 || outdent > 0 || way.budget > FitPenalty.squeeze else { return }
    var end = full
    while end.offset < last {
      unsafe end.step(codes)
      let excess = unsafe -slack(way.start, end, codes) &- outdent
      if excess > mostHang &+ mostSqueeze { return }
      guard unsafe mayEnd(end, codes) else { continue }
      let squeeze = unsafe max(0, excess &- hang(before: end, of: text, codes))
      let isPoor = unsafe end.offset < last && codes[unchecked: end.offset].breaksPoorly
      let cost =
        FitPenalty.hang &+ squeeze &* FitPenalty.squeeze &+ (isPoor ? FitPenalty.poorBreak : 0)
      guard cost <= way.budget, canSqueeze(way.start..<end.offset, by: squeeze, of: text) else {
        continue
      }
      unsafe note(way, to: end, by: cost)
    }
  }

  /// Cells by which the last mark before a place may hang, a blank between them left out.
  @unsafe @inline(__always)
  private func hang(
    before end: LineReach, of text: PreparedText, _ codes: Span<ClusterCode>
  ) -> Int {
    guard mostHang > 0 else { return 0 }
    let isAtBlank = unsafe codes[unchecked: end.offset &- 1].isSpace
    return text.hang(before: isAtBlank ? end.offset &- 1 : end.offset, gutter: room.gutter)
  }

  @inline(__always)
  private func canSqueeze(_ line: Range<Int>, by cells: Int, of text: PreparedText) -> Bool {
    cells == 0 || cells <= mostSqueeze && text.squeezable(line) >= cells
  }
}

/// The lines that were found.
extension IdeographicFit {
  /// Appends so many lines along the way that was found.
  @unsafe
  private func append(_ count: Int, of text: PreparedText, to lines: inout [SetLine]) {
    let codes = text.codes.span
    lines.append(addingCapacity: count) { lines in
      var start = 0
      while start < last {
        let end = unsafe ways.end(from: start)
        unsafe lines.append(line(start, end, of: text, codes))
        start = end.offset
      }
    }
  }

  @unsafe @inline(__always)
  private func line(
    _ start: Int, _ end: LineReach, of text: PreparedText, _ codes: Span<ClusterCode>
  ) -> SetLine {
    let room = start == 0 ? firstRoom : room
    let ink = unsafe end.ink(codes)
    if ink > room.cells { return unsafe tightLine(start, end, of: text, codes) }
    return SetLine(
      start..<(ink < end.cells ? end.offset &- 1 : end.offset), width: ink, indent: room.indent,
      isLast: end.offset == last)
  }

  @unsafe @inline(never)
  private func tightLine(
    _ start: Int, _ end: LineReach, of text: PreparedText, _ codes: Span<ClusterCode>
  ) -> SetLine {
    let free = unsafe hang(before: end, of: text, codes) + (start == 0 ? outdent : 0)
    let excess = unsafe -slack(start, end, codes) - free
    return text.line(
      start, to: LineEnd(offset: end.offset, cells: end.cells, squeeze: max(0, excess)),
      in: start == 0 ? firstRoom : room)
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
      let here = unsafe SixteenBytes(raw, uncheckedAt: offset)
      let before = unsafe SixteenBytes(raw, uncheckedAt: offset &- 1)
      let cells = here & SixteenBytes(repeating: ClusterCode.cellBits)
      let rests = here.equal(ClusterCode.rest.bits)
      let otherBlanks = here.spaces & (cells ^ SixteenBytes(repeating: 1))
      // Breaks in need of a hyphen and those that must be have this bit alone in common.
      let breaks = here & SixteenBytes(repeating: 0x08)
      let unseen = cells.equal(0) ^ rests
      bad = bad | breaks | unseen
      bad = bad | otherBlanks | rests & before.spaces
      if offset == count &- 16 { break }
      offset = Swift.min(offset &+ 16, count &- 16)
    }
    return !bad.equal(0).inverse.isAnywhere
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
