/// So many blanks among so many places, as evenly as whole cells allow, the odd ones spread over the
/// line.
struct Share {
  let blanks, places: Int
  /// What has come together for the next place, in parts of a blank as many as there are places.
  private var parts: Int

  init(_ blanks: Int, among places: Int) {
    (self.blanks, self.places) = (blanks, places)
    parts = places / 2
  }

  /// The blanks for the next place.
  mutating func next() -> Int {
    parts += blanks
    var given = 0
    while parts >= places {
      parts -= places
      given += 1
    }
    return given
  }
}

/// How the spare cells of an ideographic line are shared out.
///
/// Places of some ranks grow by so many blanks each, as long as there are any to give, step by step:
/// first where a blank is usual or unseen, then between the characters, last beside marks.
struct Justification {
  /// The kinds of places where a line can grow.
  enum Rank: Int {
    /// Between an ideograph and a Latin letter or a digit, but not within 5月9日.
    case scriptBoundary
    case wordSpace
    /// On the outer side of a mark whose own half is blank there: after ， and before 《.
    case outsideMark
    case ideographs
    /// After an opening mark, before a closing one, beside a connector, within a date.
    case besideMark
  }

  /// A step: the ranks that take part, by their bits, and the most blanks for each place.
  private struct Step {
    let ranks: UInt8
    let most: Int

    @inline(__always)
    init(_ rank: Rank, _ other: Rank? = nil, most: Int) {
      ranks = 1 << UInt8(rank.rawValue) | (other.map { 1 << UInt8($0.rawValue) } ?? 0)
      self.most = most
    }

    @inline(__always)
    func includes(_ rank: Int) -> Bool { ranks >> UInt8(truncatingIfNeeded: rank) & 1 == 1 }
  }

  private static let steps: [6 of Step] = [
    Step(.scriptBoundary, most: 1), Step(.wordSpace, most: 1), Step(.outsideMark, most: 2),
    Step(.ideographs, most: 2), Step(.outsideMark, .besideMark, most: 1),
    Step(.scriptBoundary, .wordSpace, most: 2),
  ]
  /// The step in which ideographs part.
  private static let ideographicStep = 3

  /// Cells that the characters of a line may part by, all together: two ideographs' worth.
  ///
  /// A line short of more is better left short than spaced out.
  private static let mostBetweenIdeographs = 4

  private var counts: [5 of Int] = .init(repeating: 0)
  private var shares: [6 of Share] = .init(repeating: Share(0, among: 0))

  /// Takes note of a place.
  mutating func count(_ rank: Rank) { counts[rank.rawValue] += 1 }

  /// Shares out `spare` cells among the places counted; false where they cannot take them all.
  mutating func share(_ spare: Int) -> Bool {
    var rest = spare
    for index in Self.steps.indices {
      if index == Self.ideographicStep, rest > Self.mostBetweenIdeographs { return false }
      var places = 0
      for rank in counts.indices where Self.steps[index].includes(rank) { places += counts[rank] }
      let given = min(rest, Self.steps[index].most * places)
      shares[index] = Share(given, among: places)
      rest -= given
    }
    return rest == 0
  }

  /// The blanks for the next place, by the number of its rank; asked for each place in order.
  mutating func nextBlanks(at rank: Int) -> Int {
    var blanks = 0
    for index in shares.indices
    where shares[index].blanks > 0 && Self.steps[index].includes(rank) {
      blanks += shares[index].next()
    }
    return blanks
  }
}

extension Justification {
  /// The places of a line by the numbers of their ranks, a bit for each place.
  typealias PlaceBits = [5 of UInt64]

  /// Blanks at some of 64 places, 0 to 3 at each: both bits of each number.
  struct BlankBits {
    private(set) var (ones, twos): (UInt64, UInt64) = (0, 0)

    /// The places that have blanks.
    var places: UInt64 { ones | twos }

    /// The blanks at a place.
    @inline(__always)
    func blanks(at place: Int) -> Int {
      Int(ones &>> UInt64(place) & 1 | (twos &>> UInt64(place) & 1) << 1)
    }

    /// One blank more at each of some places.
    @inline(__always)
    mutating func add(at places: UInt64) {
      twos ^= ones & places
      ones ^= places
    }
  }

  /// Shares out `spare` cells among places, as `share` and `nextBlanks` do; nil where they cannot take
  /// them all.
  @inline(__always)
  static func share(_ spare: Int, among ranks: PlaceBits) -> BlankBits? {
    var (rest, blanks) = (spare, BlankBits())
    for index in steps.indices where rest > 0 {
      if index == ideographicStep, rest > mostBetweenIdeographs { return nil }
      var places: UInt64 = 0
      for rank in ranks.indices where steps[index].includes(rank) { places |= ranks[rank] }
      guard places != 0 else { continue }
      let count = places.nonzeroBitCount
      var given = min(rest, steps[index].most * count)
      rest -= given
      while given >= count {
        blanks.add(at: places)
        given -= count
      }
      if given > 0 { blanks.add(at: places.spread(given, among: count)) }
    }
    return rest == 0 ? blanks : nil
  }
}

extension UInt64 {
  /// Those of the bits, of which there are `count`, that get a blank where `blanks` are shared out, fewer
  /// than there are bits.
  @inline(__always)
  func spread(_ blanks: Int, among count: Int) -> UInt64 {
    var (rest, chosen) = (self, UInt64(0))
    var share = Share(blanks, among: count)
    while rest != 0 {
      if share.next() > 0 { chosen |= rest & (0 &- rest) }
      rest &= rest &- 1
    }
    return chosen
  }
}
