internal import CByteVectors

/// The places where lines of words may end, in rows of small numbers, so that eight places are asked at once.
///
/// Eight places before the first and after the last are in each row too: no line begins at the former, none
/// ends at the latter. Its unsafe members have one precondition, held against debug builds alone: a node is
/// one of those places.
@safe struct WordRows {
  /// What is known of a node: all cells, bytes and costs are those of a part of a paragraph.
  enum Row: Int, CaseIterable {
    /// Cells before the first ink of a line that begins there, more by what the first line has more room.
    case start
    /// Word spaces before a line that begins there.
    case spacesBefore
    /// What the best way there costs, its penalty included.
    case way
    /// Where its last line begins.
    case previous
    /// Where the line ends that begins there, on the way that was found.
    case next
    /// What it costs to come from there to the end, on ways that `WordPairs` looks at.
    case rest
    /// The first of the lines that end there, as `WordPairs` numbers them.
    case line
    /// Cells before each word space: the only row that is not by nodes.
    case space
  }

  /// What is asked of one node alone, and stands together.
  enum Mark: Int, CaseIterable {
    /// The byte before which the break is, counted from the part's start.
    case offset
    /// Cells before a line's end, without blanks and with the hyphen.
    case end
    /// Word spaces before the last word of a line that ends there.
    case spaces
    /// What it costs to break there.
    case penalty
  }

  /// Costs of eight ways.
  typealias Eight = SIMD8<Int16>

  /// What no way costs.
  static let most = Int(Int16.max)
  /// Places before the first node and after the last.
  static let margin = 8
  /// A text may have so many cells and bytes: then no sum of two numbers is too large.
  static let mostCells = 16_000

  private let rows, marks: UnsafeMutablePointer<Int16>
  private let stride: Int

  /// Rows for a text of so many bytes, in memory that is used as long as they are.
  @unsafe
  init(_ memory: UnsafeMutableBufferPointer<Int16>, bytes: Int) {
    precondition(memory.count >= Self.count(bytes: bytes))
    guard let first = memory.baseAddress else { preconditionFailure("rows have a place") }
    stride = Self.stride(bytes: bytes)
    unsafe (rows, marks) = (first, first + stride * Row.allCases.count)
  }

  /// How many numbers the rows for a text of so many bytes are.
  static func count(bytes: Int) -> Int {
    stride(bytes: bytes) * (Row.allCases.count + Mark.allCases.count)
  }

  private static func stride(bytes: Int) -> Int { bytes + 2 + 2 * margin }

  @unsafe @inline(__always)
  private func place(_ row: Row, _ node: Int) -> UnsafeMutablePointer<Int16> {
    assert(node >= -Self.margin && node < stride - Self.margin)
    return unsafe rows + (row.rawValue &* stride &+ Self.margin &+ node)
  }

  /// A number of a row.
  @unsafe @inline(__always)
  subscript(row: Row, node: Int) -> Int {
    get { unsafe Int(place(row, node).pointee) }
    nonmutating set { unsafe place(row, node).pointee = Int16(truncatingIfNeeded: newValue) }
  }

  /// A mark of a node that is none of the places before or after.
  @unsafe @inline(__always)
  subscript(mark: Mark, node: Int) -> Int {
    get { unsafe Int(marks[node &* Mark.allCases.count &+ mark.rawValue]) }
    nonmutating set {
      assert(node >= 0 && node < stride - 2 * Self.margin)
      unsafe marks[node &* Mark.allCases.count &+ mark.rawValue] = Int16(
        truncatingIfNeeded: newValue)
    }
  }

  /// Eight numbers of a row.
  @unsafe @inline(__always)
  func eight(_ row: Row, from node: Int) -> Eight { unsafe costsAt(place(row, node)) }

  /// Sets eight numbers of a row to the same.
  @unsafe @inline(__always)
  func setEight(_ row: Row, from node: Int, to number: Int) {
    unsafe UnsafeMutableRawPointer(place(row, node)).storeBytes(
      of: Eight(repeating: Int16(truncatingIfNeeded: number)), as: Eight.self)
  }

  /// What the ways to a line's end cost, its penalty included, over the eight nodes from `first` on, to which
  /// the best ones cost `ways`; lines have `room` cells.
  @unsafe @inline(__always)
  func ways(to end: Int, fromEightAt first: Int, _ ways: Eight, room: Int) -> Eight {
    let free = unsafe Self.all(room &- self[.end, end])
    let spaces = unsafe Self.all(self[.spaces, end])
    let lines = unsafe wordLineCosts(
      free &+ eight(.start, from: first), spaces &- eight(.spacesBefore, from: first), Self.costs)
    return unsafe costSums(costSums(lines, Self.all(self[.penalty, end])), ways)
  }

  @inline(__always)
  private static func all(_ number: Int) -> Eight {
    Eight(repeating: Int16(truncatingIfNeeded: number))
  }

  @inline(__always)
  private static var costs: WordCosts {
    WordCosts(loose: Int16(FitPenalty.loose), ragged: Int16(FitPenalty.ragged))
  }
}

extension WordRows.Eight {
  /// The least of them in each place.
  @inline(__always)
  var least: Self { leastEverywhere(self) }

  /// A bit for each that is at most as much as the other, the lowest for the first.
  @inline(__always)
  func noDearer(than other: Self) -> UInt32 { lanesNoDearer(self, other) }

  /// The last seven of them, and then the last of the others.
  @inline(__always)
  func followed(by other: Self) -> Self { followedBy(self, other) }
}
