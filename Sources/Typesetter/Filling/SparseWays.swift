/// The best ways to those places of a text that a cheap one leads to.
///
/// Places are bytes. A bit for each tells whether there is a way, so that nothing else has to be cleared. Its
/// unsafe members have one precondition, held against debug builds alone: a place is in the text or at its end.
@safe struct SparseWays {
  /// What is known of a place.
  fileprivate struct Place {
    /// What the best way there costs that was found.
    var cost: Int32 = 0
    /// Where its last line begins; later, along one way, where the line ends that begins there.
    var link: Int32 = 0
    /// The cells of its last line; later, of the line that begins there.
    var cells: Int32 = 0
    /// Where a line is full that begins there, and its cells.
    var full: Int32 = 0
    var fullCells: Int32 = 0
  }

  /// Room for the places of a text.
  struct Memory {
    fileprivate var places: [Place] = []
    fileprivate var bits: [UInt32] = []

    init() {}
  }

  private let places: UnsafeMutablePointer<Place>
  /// A bit for each place that there is a way to, and then a bit for each of which `full` is known.
  private let bits: UnsafeMutablePointer<UInt32>
  /// Words of 32 bits for the places.
  private let words: Int

  /// Calls `body` with the places of a text of so many bytes, of which nothing is known.
  @inline(__always)
  static func with<Result>(
    _ memory: inout Memory, bytes: Int, _ body: (SparseWays) -> Result
  ) -> Result {
    let words = bytes / 32 + 1
    let (missing, missingWords) = (
      bytes + 1 - memory.places.count, 2 * words - memory.bits.count
    )
    if missing > 0 { memory.places.append(contentsOf: repeatElement(Place(), count: missing)) }
    if missingWords > 0 {
      memory.bits.append(contentsOf: repeatElement(0, count: missingWords))
    }
    return unsafe memory.places.withUnsafeMutableBufferPointer { places in
      unsafe memory.bits.withUnsafeMutableBufferPointer { bits in
        guard let place = places.baseAddress, let bit = bits.baseAddress else {
          preconditionFailure("ways have a place")
        }
        let ways = unsafe SparseWays(places: place, bits: bit, words: words)
        for word in words..<2 * words { unsafe ways.bits[word] = 0 }
        return body(ways)
      }
    }
  }

  @unsafe
  private init(
    places: UnsafeMutablePointer<Place>, bits: UnsafeMutablePointer<UInt32>, words: Int
  ) {
    unsafe (self.places, self.bits, self.words) = (places, bits, words)
  }

  /// Forgets all ways but that of no line.
  @unsafe @inline(__always)
  func begin() {
    for word in 0..<words { unsafe bits[word] = 0 }
    unsafe bits[0] = 1
    unsafe places[0].cost = 0
  }

  /// What the best way to a place costs that was found.
  @unsafe @inline(__always)
  func cost(of place: Int) -> Int { unsafe Int(places[place].cost) }

  /// Whether there is a way to a place.
  @unsafe @inline(__always)
  func isReached(_ place: Int) -> Bool { unsafe isSet(place, from: 0) }

  /// Where a line is full that begins at a place, if that was noted.
  @unsafe @inline(__always)
  func full(from place: Int) -> LineReach? {
    guard unsafe isSet(place, from: words) else { return nil }
    return unsafe LineReach(
      offset: Int(places[place].full), cells: Int(places[place].fullCells))
  }

  /// Notes where a line is full that begins at a place.
  @unsafe @inline(__always)
  func note(_ full: LineReach, from place: Int) {
    unsafe set(place, from: words)
    unsafe places[place].full = Int32(truncatingIfNeeded: full.offset)
    unsafe places[place].fullCells = Int32(truncatingIfNeeded: full.cells)
  }

  /// Notes a way, if it is the best.
  @unsafe @inline(__always)
  func note(_ start: Int, to end: LineReach, cost: Int) {
    if unsafe isReached(end.offset) {
      guard unsafe cost < Int(places[end.offset].cost) else { return }
    } else {
      unsafe set(end.offset, from: 0)
    }
    unsafe places[end.offset].cost = Int32(truncatingIfNeeded: cost)
    unsafe places[end.offset].link = Int32(truncatingIfNeeded: start)
    unsafe places[end.offset].cells = Int32(truncatingIfNeeded: end.cells)
  }

  /// The next place that there is a way to.
  @unsafe @inline(__always)
  func next(after place: Int) -> Int? {
    let from = place &+ 1
    var word = from &>> 5
    guard word < words else { return nil }
    var rest = unsafe bits[word] & (UInt32.max &<< UInt32(truncatingIfNeeded: from))
    while rest == 0 {
      word &+= 1
      guard word < words else { return nil }
      rest = unsafe bits[word]
    }
    return word &<< 5 &+ rest.trailingZeroBitCount
  }

  @unsafe @inline(__always)
  private func isSet(_ place: Int, from first: Int) -> Bool {
    assert(place >= 0 && place < 32 * words)
    return unsafe bits[first &+ place &>> 5] &>> UInt32(truncatingIfNeeded: place) & 1 != 0
  }

  @unsafe @inline(__always)
  private func set(_ place: Int, from first: Int) {
    unsafe bits[first &+ place &>> 5] |= 1 &<< UInt32(truncatingIfNeeded: place)
  }

  /// Turns the links of the best way to a place around; gives the number of its lines.
  @unsafe
  func countLines(to last: Int) -> Int {
    var (place, count) = (last, 0)
    var (end, cells) = (0, 0)
    while place > 0 {
      let (start, before) = unsafe (Int(places[place].link), Int(places[place].cells))
      unsafe link(place, to: LineReach(offset: end, cells: cells))
      (end, cells) = (place, before)
      (place, count) = (start, count + 1)
    }
    unsafe link(0, to: LineReach(offset: end, cells: cells))
    return count
  }

  /// Notes where the line ends that begins at a place.
  @unsafe @inline(__always)
  func link(_ start: Int, to end: LineReach) {
    unsafe places[start].link = Int32(truncatingIfNeeded: end.offset)
    unsafe places[start].cells = Int32(truncatingIfNeeded: end.cells)
  }

  /// Where the line ends that begins at a place, on the way that was noted.
  @unsafe @inline(__always)
  func end(from start: Int) -> LineReach {
    unsafe LineReach(offset: Int(places[start].link), cells: Int(places[start].cells))
  }
}

/// A place that a line reaches, and the cells from its start to there.
struct LineReach {
  var offset: Int
  var cells: Int

  /// Goes on by a cluster; the place is before the end of the text, which is not checked.
  @unsafe @inline(__always)
  mutating func step(_ codes: Span<ClusterCode>) {
    cells &+= unsafe codes[unchecked: offset].cells
    repeat { offset &+= 1 } while unsafe offset < codes.count && codes[unchecked: offset].isRest
  }

  /// Goes back by a cluster; the place is behind the text's first cluster, which is not checked.
  @unsafe @inline(__always)
  mutating func stepBack(_ codes: Span<ClusterCode>) {
    repeat { offset &-= 1 } while unsafe codes[unchecked: offset].isRest
    cells &-= unsafe codes[unchecked: offset].cells
  }

  /// The cells without a blank of one byte at the end; the place is behind the text's start, which is not
  /// checked.
  @unsafe @inline(__always)
  func ink(_ codes: Span<ClusterCode>) -> Int {
    unsafe codes[unchecked: offset &- 1].isSpace ? cells &- 1 : cells
  }
}
