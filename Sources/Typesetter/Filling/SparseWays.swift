/// The best ways to those places of a text that a cheap one leads to.
///
/// Places are bytes. A bit for each tells whether there is a way, so that nothing else has to be cleared. Its
/// unsafe members have one precondition, held against debug builds alone: a place is in the text or at its end.
@safe struct SparseWays {
  private let costs: UnsafeMutablePointer<Int32>
  /// Where the last line of the way to a place begins; later, along one way, where the line ends that begins
  /// there.
  private let links: UnsafeMutablePointer<Int32>
  private let bits: UnsafeMutablePointer<Int32>
  private let places: Int

  /// Ways in a text of so many bytes, in memory that is used as long as they are.
  @unsafe
  init(_ memory: UnsafeMutableBufferPointer<Int32>, bytes: Int) {
    precondition(memory.count >= Self.count(bytes: bytes))
    guard let first = memory.baseAddress else { preconditionFailure("ways have a place") }
    places = bytes + 1
    unsafe (costs, links, bits) = (first, first + places, first + 2 * places)
  }

  /// How many numbers the ways in a text of so many bytes are.
  static func count(bytes: Int) -> Int { 2 * (bytes + 1) + bytes / 32 + 1 }

  /// Forgets all ways but that of no line.
  @unsafe @inline(__always)
  func begin() {
    for word in 0...(places - 1) / 32 { unsafe bits[word] = 0 }
    unsafe bits[0] = 1
    unsafe costs[0] = 0
  }

  /// What the best way to a place costs that was found.
  @unsafe @inline(__always)
  func cost(of place: Int) -> Int { unsafe Int(costs[place]) }

  /// Whether there is a way to a place.
  @unsafe @inline(__always)
  func isReached(_ place: Int) -> Bool {
    assert(place >= 0 && place < places)
    return unsafe bits[place &>> 5] &>> Int32(truncatingIfNeeded: place & 31) & 1 != 0
  }

  /// Notes a way, if it is the best.
  @unsafe @inline(__always)
  func note(_ start: Int, to end: Int, cost: Int) {
    if unsafe isReached(end) {
      guard unsafe cost < Int(costs[end]) else { return }
    } else {
      unsafe bits[end &>> 5] |= 1 &<< Int32(truncatingIfNeeded: end & 31)
    }
    unsafe costs[end] = Int32(truncatingIfNeeded: cost)
    unsafe links[end] = Int32(truncatingIfNeeded: start)
  }

  /// The next place that there is a way to.
  @unsafe @inline(__always)
  func next(after place: Int) -> Int? {
    let from = place &+ 1
    var word = from &>> 5
    var rest =
      unsafe UInt32(bitPattern: bits[word]) & (UInt32.max &<< UInt32(truncatingIfNeeded: from & 31))
    while rest == 0 {
      word &+= 1
      guard word &<< 5 < places else { return nil }
      rest = unsafe UInt32(bitPattern: bits[word])
    }
    return word &<< 5 &+ rest.trailingZeroBitCount
  }

  /// Turns the links of the best way to a place around; gives the number of its lines.
  @unsafe
  func countLines(to last: Int) -> Int {
    var (place, count) = (last, 0)
    var end = Int32(truncatingIfNeeded: last)
    while place > 0 {
      let start = unsafe Int(links[place])
      unsafe links[place] = end
      end = Int32(truncatingIfNeeded: place)
      (place, count) = (start, count + 1)
    }
    unsafe links[0] = end
    return count
  }

  /// Notes where the line ends that begins at a place.
  @unsafe @inline(__always)
  func link(_ start: Int, to end: Int) { unsafe links[start] = Int32(truncatingIfNeeded: end) }

  /// Where the line ends that begins at a place, on the way that was noted.
  @unsafe @inline(__always)
  func end(from start: Int) -> Int { unsafe Int(links[start]) }
}
