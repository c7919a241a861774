/// Collects the nodes of a plain text of words, looking only where something is that is no letter.
struct WordNodes {
  private let rows: WordRows
  private let range: Range<Int>
  /// What is to be added to an offset to give the cells before it.
  private var shift: Int
  /// Word spaces so far, and the number of the last node.
  private var (gaps, node) = (0, 0)

  /// Writes what is known of the nodes into the rows and gives the number of the last; nil where the text is
  /// not plain.
  ///
  /// The start of the first line is written so many cells further as it has more room than the others.
  ///
  /// - Precondition: The rows hold the range, and the text has sixteen bytes.
  /// - Complexity: O(*n*) in the length of the range.
  @unsafe
  static func collect(
    _ range: Range<Int>, of text: PreparedText, into rows: WordRows, moreInFirst: Int
  ) -> Int? {
    let codes = text.codes.span
    precondition(range.lowerBound >= 0 && range.upperBound <= codes.count && codes.count >= 16)
    guard !codes[range.lowerBound].isSpace, codes[range.lowerBound].cells > 0 else { return nil }
    var nodes = WordNodes(rows: rows, range: range)
    unsafe nodes.setFirst(start: moreInFirst)
    return unsafe nodes.collect(codes) ? nodes.node : nil
  }

  private init(rows: WordRows, range: Range<Int>) {
    (self.rows, self.range, shift) = (rows, range, -range.lowerBound)
  }

  @unsafe
  private func setFirst(start: Int) {
    unsafe rows[.offset, 0] = 0
    unsafe rows[.start, 0] = start
    unsafe rows[.end, 0] = 0
    unsafe rows[.spacesBefore, 0] = 0
    unsafe rows[.spaces, 0] = 0
    unsafe rows[.penalty, 0] = 0
  }

  @unsafe @inline(__always)
  private mutating func collect(_ codes: Span<ClusterCode>) -> Bool {
    var (block, isAfterSpace) = (range.lowerBound, UInt32(0))
    while block < range.upperBound {
      let marks = unsafe Marks(codes, block, range.upperBound)
      if marks.spaces & marks.others != 0 { return false }
      // A break after a blank is taken with it, and none is before the first byte.
      var breaks = marks.breaks & ~(marks.spaces << 1 | isAfterSpace)
      if block == range.lowerBound { breaks &= ~1 }
      let rest = breaks | marks.others
      if rest == 0, unsafe standBetweenWords(marks.spaces, from: block, codes) {
        guard unsafe append(wordsAfter: marks.spaces, from: block) else { return false }
      } else {
        guard unsafe take(rest | marks.spaces, from: block, marks, breaks, codes) else {
          return false
        }
      }
      isAfterSpace = marks.spaces >> 15
      block &+= 16
    }
    let cells = range.upperBound &+ shift
    return unsafe append(range.upperBound, start: cells, end: cells, gaps: gaps)
  }

  /// Whether a plain letter follows each blank of sixteen bytes, and may begin a line.
  @unsafe @inline(__always)
  private func standBetweenWords(
    _ spaces: UInt32, from block: Int, _ codes: Span<ClusterCode>
  ) -> Bool {
    guard block &+ 16 < range.upperBound else { return false }
    let next = unsafe SixteenBytes(codes.bytes, uncheckedAt: block &+ 1)
    return spaces & ~UInt32(next.equal(ClusterCode.plainWordStart.bits).bits) == 0
  }

  /// Writes the nodes before words that a blank of one byte parts from ink; false where the first of them makes
  /// no longer line than the node before it.
  @unsafe @inline(__always)
  private mutating func append(wordsAfter spaces: UInt32, from block: Int) -> Bool {
    guard spaces != 0 else { return true }
    let first = block &+ spaces.trailingZeroBitCount &+ shift
    guard unsafe first > rows[.end, node] else { return false }
    var rest = spaces
    repeat {
      let offset = block &+ rest.trailingZeroBitCount
      unsafe appendWord(after: offset, cells: offset &+ shift)
      rest &= rest &- 1
    } while rest != 0
    return true
  }

  /// Writes the node before a word and the blank at `offset`, after so many cells.
  @unsafe @inline(__always)
  private mutating func appendWord(after offset: Int, cells: Int) {
    unsafe rows[.space, gaps] = cells
    node &+= 1
    unsafe rows[.offset, node] = offset &+ 1 &- range.lowerBound
    unsafe rows[.end, node] = cells
    unsafe rows[.spaces, node] = gaps
    unsafe rows[.penalty, node] = 0
    gaps &+= 1
    unsafe rows[.start, node] = cells &+ 1
    unsafe rows[.spacesBefore, node] = gaps
  }

  /// Takes note of some of sixteen bytes; false where one is not plain.
  @unsafe @inline(__always)
  private mutating func take(
    _ some: UInt32, from block: Int, _ marks: Marks, _ breaks: UInt32, _ codes: Span<ClusterCode>
  ) -> Bool {
    var rest = some
    while rest != 0 {
      let offset = block &+ rest.trailingZeroBitCount
      let bit = rest & (0 &- rest)
      let isPlain =
        marks.spaces & bit != 0
        ? unsafe take(spaceAt: offset, codes)
        : unsafe take(offset, codes, mayBreak: breaks & bit != 0)
      guard isPlain else { return false }
      rest ^= bit
    }
    return true
  }

  /// Sixteen codes, a bit for each, without those beyond an end.
  private struct Marks {
    /// Before which codes a line may end, which are blanks, and which have not just one cell.
    let (breaks, spaces, others): (UInt32, UInt32, UInt32)

    @unsafe @inline(__always)
    init(_ codes: Span<ClusterCode>, _ offset: Int, _ end: Int) {
      // The last sixteen bytes of the text are read again rather than any beyond them.
      let block = min(offset, codes.count &- 16)
      let sixteen = unsafe SixteenBytes(codes.bytes, uncheckedAt: block)
      let cells = sixteen & SixteenBytes(repeating: ClusterCode.cellBits)
      let mayBreak = (sixteen & SixteenBytes(repeating: ClusterCode.breakBits)).equal(0).inverse
      let all = (
        UInt32(mayBreak.bits), UInt32(sixteen.spaces.bits), UInt32(cells.equal(1).inverse.bits)
      )
      guard end &- offset < 16 else {
        (breaks, spaces, others) = all
        return
      }
      let skipped = UInt32(truncatingIfNeeded: offset &- block)
      let wanted = UInt32(1) &<< UInt32(truncatingIfNeeded: end &- offset) &- 1
      breaks = all.0 &>> skipped & wanted
      spaces = all.1 &>> skipped & wanted
      others = all.2 &>> skipped & wanted
    }
  }

  /// Takes note of a blank, and of the place to break after it; false where it is not plain.
  @unsafe @inline(__always)
  private mutating func take(spaceAt offset: Int, _ codes: Span<ClusterCode>) -> Bool {
    let next = offset &+ 1
    guard next < range.upperBound else { return false }
    let code = unsafe codes[unchecked: next]
    let cells = offset &+ shift
    unsafe rows[.space, gaps] = cells
    gaps &+= 1
    if code == .plainWordStart {
      return unsafe append(next, start: cells &+ 1, end: cells, gaps: gaps &- 1)
    }
    guard !code.isSpace, code.cells > 0 else { return false }
    guard code.breakBefore != .prohibited else { return true }
    return unsafe append(code, at: next, start: cells &+ 1, end: cells, gaps: gaps &- 1)
  }

  /// Takes note of a cluster that may begin a line after ink, or has not just one cell, or goes on.
  @unsafe @inline(__always)
  private mutating func take(_ offset: Int, _ codes: Span<ClusterCode>, mayBreak: Bool) -> Bool {
    let code = unsafe codes[unchecked: offset]
    if mayBreak {
      let cells = offset &+ shift
      guard code.cells > 0, unsafe append(code, at: offset, start: cells, end: cells, gaps: gaps)
      else { return false }
    }
    shift &+= code.cells &- 1
    return code.cells > 0 || code.isRest
  }

  @unsafe
  private mutating func append(
    _ code: ClusterCode, at offset: Int, start: Int, end: Int, gaps: Int
  ) -> Bool {
    guard code.breakBefore != .mandatory else { return false }
    let isHyphenated = code.breakBefore == .hyphenated
    guard unsafe append(offset, start: start, end: end + (isHyphenated ? 1 : 0), gaps: gaps)
    else { return false }
    unsafe rows[.penalty, node] =
      (code.breaksPoorly ? FitPenalty.poorBreak : 0) + (isHyphenated ? FitPenalty.hyphen : 0)
    return true
  }

  /// Writes a node; false where a line that ends there is no longer than one that ends before.
  @unsafe @inline(__always)
  private mutating func append(_ offset: Int, start: Int, end: Int, gaps: Int) -> Bool {
    let isLonger = unsafe end > rows[.end, node]
    node &+= 1
    unsafe rows[.offset, node] = offset &- range.lowerBound
    unsafe rows[.start, node] = start
    unsafe rows[.spacesBefore, node] = self.gaps
    unsafe rows[.end, node] = end
    unsafe rows[.spaces, node] = gaps
    unsafe rows[.penalty, node] = 0
    return isLonger
  }
}
