/// Counts of pairs of small numbers, in an open hash table.
///
/// Only pairs that were inserted are counted, so that a long text fills no table.
struct PairTable: Sendable {
  /// The pair at each place, or 0.
  private var keys: [UInt32]
  private var counts: [Int32]
  private var filled = 0

  init() {
    keys = Array(repeating: 0, count: 1024)
    counts = Array(repeating: 0, count: 1024)
  }

  /// How often a pair was counted.
  subscript(first: Int, second: Int) -> Int { Int(counts[place(of: key(first, second))]) }

  /// Makes room for a pair of numbers from 1 to 4095.
  mutating func insert(_ first: Int, _ second: Int) {
    if filled * 2 >= keys.count { grow() }
    let key = key(first, second)
    let place = place(of: key)
    if keys[place] == 0 {
      keys[place] = key
      filled += 1
    }
  }

  /// Counts a pair if it was inserted.
  mutating func count(_ first: Int, _ second: Int) {
    let place = place(of: key(first, second))
    if keys[place] != 0 { counts[place] += 1 }
  }

  private func key(_ first: Int, _ second: Int) -> UInt32 { UInt32(first << 12 | second) }

  /// Where a pair is, or the free place where it would be.
  @inline(__always)
  private func place(of key: UInt32) -> Int {
    let mask = keys.count - 1
    // Fibonacci hashing: the bits of a product with 2^32 / golden ratio are well mixed at the top.
    var place = Int((key &* 0x9E37_79B1) >> 8) & mask
    while keys[place] != 0, keys[place] != key { place = (place + 1) & mask }
    return place
  }

  /// Doubles the room; nothing has been counted yet when pairs are inserted.
  private mutating func grow() {
    let old = keys.filter { $0 != 0 }
    keys = Array(repeating: 0, count: keys.count * 2)
    counts = Array(repeating: 0, count: keys.count)
    for key in old { keys[place(of: key)] = key }
  }
}
