/// Total fit for plain texts of words: what `TotalFit` finds, in a fraction of the time.
///
/// Plain are texts of moderate length whose blanks stand alone between words, and whose words all fit a line;
/// for others there is `TotalFit`. The best way to each place is found from the eight places before it at once,
/// and from eight more where lines are longer. Of ways that cost the same, it is that whose last line begins first.
struct WordFit {
  let rows: WordRows
  let range: Range<Int>
  /// The room of the first line, and of the others.
  let (firstRoom, room): (LineRoom, LineRoom)
  /// The number of the last node.
  let last: Int
  /// The first node from which a line goes on to the end, and the first from which that is a stub.
  private var (firstOfLast, firstStub) = (0, 0)

  /// The most cells of a line: their square is no large number, and a bit of `WordPairs` stands for each.
  private static let mostRoom = 120

  /// Appends the lines of a part of a paragraph in which no line must end; false, and no lines, where the text
  /// is not plain.
  ///
  /// - Complexity: O(*n*) in the length of the range, times an eighth of the places to break in a line.
  static func fill(
    _ text: PreparedText, _ range: Range<Int>, _ measure: Measure, isFirst: Bool,
    in memory: inout [Int16], to lines: inout [SetLine]
  ) -> Bool {
    let (firstRoom, room) = (
      LineRoom(measure, isFirst: isFirst), LineRoom(measure, isFirst: false)
    )
    guard max(firstRoom.cells + firstRoom.indent, room.cells + room.indent) <= mostRoom,
      !text.hasBlankRun, 16...WordRows.mostCells ~= text.codes.count, !range.isEmpty
    else { return false }
    let missing = WordRows.count(bytes: range.count) - memory.count
    if missing > 0 { memory.append(contentsOf: repeatElement(0, count: missing)) }
    return unsafe memory.withUnsafeMutableBufferPointer { memory in
      let rows = unsafe WordRows(memory, bytes: range.count)
      guard
        let last = unsafe WordNodes.collect(
          range, of: text, into: rows, moreInFirst: firstRoom.cells - room.cells)
      else { return false }
      var fit = WordFit(rows: rows, range: range, firstRoom: firstRoom, room: room, last: last)
      return unsafe fit.findAndAppend(of: text, to: &lines)
    }
  }

  private init(
    rows: WordRows, range: Range<Int>, firstRoom: LineRoom, room: LineRoom, last: Int
  ) {
    (self.rows, self.range, self.last) = (rows, range, last)
    (self.firstRoom, self.room) = (firstRoom, room)
  }

  @unsafe @inline(__always)
  private mutating func findAndAppend(of text: PreparedText, to lines: inout [SetLine]) -> Bool {
    unsafe findLastStarts(of: text)
    guard firstOfLast > 0 else {
      unsafe rows[.next, 0] = last
      unsafe append(1, of: text, to: &lines)
      return true
    }
    guard unsafe findWays() else { return false }
    var count = unsafe findNexts()
    let pairs = unsafe pairCost(text.codes.span)
    if pairs > 0 {
      let limit = unsafe rows[.way, last] + pairs
      guard limit < WordRows.most else { return false }
      count = unsafe WordPairs.betterLines(self, text.codes.span, under: limit) ?? count
    }
    unsafe append(count, of: text, to: &lines)
    return true
  }

  /// The cells free in a line between two nodes, less than none where it is too long.
  @unsafe @inline(__always)
  func slack(_ start: Int, _ end: Int) -> Int {
    unsafe rows[.start, start] &+ room.cells &- rows[.end, end]
  }

  /// What a line costs that goes on to the end.
  @inline(__always)
  func costOfLast(from start: Int) -> Int {
    start > 0 && start >= firstStub ? FitPenalty.stub : 0
  }

  /// The first node from which a line goes on to the end.
  var firstStartOfLast: Int { firstOfLast }

  @unsafe
  private mutating func findLastStarts(of text: PreparedText) {
    (firstOfLast, firstStub) = (last, last)
    while firstOfLast > 0, unsafe slack(firstOfLast &- 1, last) >= 0 { firstOfLast &-= 1 }
    while firstStub > firstOfLast,
      unsafe text.isStub(
        range.lowerBound + rows[.offset, firstStub &- 1]..<range.upperBound, in: room.cells)
    {
      firstStub &-= 1
    }
  }

  /// Finds the best way to each node; false where one has none that costs a moderate number.
  @unsafe @inline(__always)
  private func findWays() -> Bool {
    let (margin, room) = (WordRows.margin, room.cells)
    unsafe rows.setEight(.start, from: -margin, to: -WordRows.mostCells)
    unsafe rows.setEight(.spacesBefore, from: -margin, to: 0)
    unsafe rows.setEight(.way, from: -margin, to: WordRows.most)
    unsafe rows[.way, 0] = 0
    // Those to the eight nodes before the one that is looked at.
    var ways = unsafe rows.eight(.way, from: 1 - margin)
    for end in 1..<last {
      var first = end &- margin
      let sums = unsafe rows.ways(to: end, fromEightAt: first, ways, room: room)
      var least = sums.least
      var start = first &+ sums.noDearer(than: least).trailingZeroBitCount
      while unsafe slack(first, end) >= 0 {
        first &-= margin
        let further = unsafe rows.ways(
          to: end, fromEightAt: first, rows.eight(.way, from: first), room: room)
        if further.least[0] <= least[0] {
          least = further.least
          start = first &+ further.noDearer(than: least).trailingZeroBitCount
        }
      }
      ways = ways.followed(by: least)
      unsafe rows[.way, end] = Int(least[0])
      unsafe rows[.previous, end] = start
    }
    return unsafe findWayToLast()
  }

  @unsafe
  private func findWayToLast() -> Bool {
    var best = (cost: WordRows.most, start: 0)
    for start in firstOfLast..<last {
      let cost = unsafe rows[.way, start] + costOfLast(from: start)
      if cost < best.cost { best = (cost, start) }
    }
    unsafe rows[.way, last] = best.cost
    unsafe rows[.previous, last] = best.start
    return best.cost < WordRows.most
  }

  /// Notes along the best way where each line ends; gives the number of lines.
  @unsafe
  private func findNexts() -> Int {
    var (node, count) = (last, 0)
    while node > 0 {
      let previous = unsafe rows[.previous, node]
      unsafe rows[.next, previous] = node
      (node, count) = (previous, count &+ 1)
    }
    return count
  }

  /// Appends so many lines along the way that was found.
  @unsafe
  private func append(_ count: Int, of text: PreparedText, to lines: inout [SetLine]) {
    let codes = text.codes.span
    lines.append(addingCapacity: count) { lines in
      var start = 0
      while start < last {
        let end = unsafe rows[.next, start]
        unsafe lines.append(line(start, end, codes))
        start = end
      }
    }
  }

  @unsafe @inline(__always)
  private func line(_ start: Int, _ end: Int, _ codes: Span<ClusterCode>) -> SetLine {
    let first = unsafe range.lowerBound &+ rows[.offset, start]
    let next = unsafe range.lowerBound &+ rows[.offset, end]
    let isAtBlank = codes[next &- 1].isSpace
    let breakBefore = next < codes.count ? codes[next].breakBefore : .mandatory
    let room = start == 0 ? firstRoom : room
    return SetLine(
      first..<(isAtBlank ? next &- 1 : next), width: unsafe room.cells &- slack(start, end),
      indent: room.indent, hyphen: breakBefore == .hyphenated, isLast: breakBefore == .mandatory)
  }
}
