/// The places where a head may be broken, each with what a break there costs, and the best breaks for
/// a measure.
///
/// Made once a head; asked at every measure that the composer tries.
package struct HeadBreaks: Sendable {
  /// A place where a line may end: what stands before it and after it is drawn, blanks between are not.
  package struct Place: Hashable, Sendable {
    /// The byte after the line that ends here, and the first of the line that begins here.
    package let end, start: Int
    /// The cells of the text before either.
    package let cellsToEnd, cellsToStart: Int
    /// What a break here costs, in hundredths of the unit of layout.
    package let cost: Int
  }

  /// In hundredths, as all costs of heads: a break inside a word costs about 600.
  private enum Price {
    /// A line more than the fewest.
    static let line = 300
    /// A line as far from the mean as the mean is long; of two lines the one four times as long as the
    /// other.
    static let imbalance = 400
    /// A last line longer than the mean.
    static let longLast = 50
  }

  /// The start of the text, every place where it may be broken, and its end; empty where a line must
  /// end, as such a text breaks by itself.
  package let places: [Place]

  package init(places: [Place]) { self.places = places }

  /// The lines of least cost for `measure` cells, in bytes; nil where some piece is wider.
  ///
  /// They are as few as can be, or one more if that is no more than `limit`: a torn word is worth a
  /// row. Of equal breaks the fewer are taken, then those with the longer lines first.
  ///
  /// - Complexity: O(*l* · *p* · *m*) in lines, places, and places in a line.
  package func lines(measure: Int, limit: Int) -> [Range<Int>]? {
    guard places.count > 1, let fewest = fewestLines(measure: measure) else { return nil }
    var best = cheapest(lines: fewest, measure)
    if fewest > 1, fewest < limit, let more = cheapest(lines: fewest + 1, measure),
      more.cost + Price.line < best?.cost ?? .max
    {
      best = more
    }
    return best.map { lines(between: $0.cuts) }
  }

  /// What lines between these places cost, the first and the last of all included; nil where one is
  /// wider than the measure.
  package func cost(of cuts: [Int], measure: Int) -> Int? {
    let lines = cuts.count - 1
    var sum = 0
    for (from, to) in zip(cuts, cuts.dropFirst()) {
      let width = width(from, to)
      guard width <= measure else { return nil }
      sum += cost(width: width, isLast: to == places.count - 1, lines: lines) + places[to].cost
    }
    return sum
  }

  private func lines(between cuts: [Int]) -> [Range<Int>] {
    zip(cuts, cuts.dropFirst()).map { places[$0].start..<places[$1].end }
  }

  @inline(__always)
  private func width(_ from: Int, _ to: Int) -> Int {
    places[to].cellsToEnd - places[from].cellsToStart
  }

  /// What the width of one of `lines` lines costs.
  @inline(__always)
  private func cost(width: Int, isLast: Bool, lines: Int) -> Int {
    guard lines > 1 else { return 0 }
    let mean = max(1, self.width(0, places.count - 1) / lines)
    return Price.imbalance * abs(width - mean) / mean
      + (isLast && width > mean ? Price.longLast : 0)
  }

  /// How many lines there must be, or nil where a piece fits none.
  private func fewestLines(measure: Int) -> Int? {
    var (lines, from) = (0, 0)
    while from < places.count - 1 {
      var to = from
      while to + 1 < places.count, width(from, to + 1) <= measure { to += 1 }
      guard to > from else { return nil }
      (from, lines) = (to, lines + 1)
    }
    return lines
  }

  /// The cheapest way to set `lines` lines, by dynamic programming over the places; nil if there is
  /// none.
  private func cheapest(lines: Int, _ measure: Int) -> (cuts: [Int], cost: Int)? {
    let last = places.count - 1
    guard lines <= last else { return nil }
    var costs = Array(repeating: Int?.none, count: places.count)
    costs[0] = 0
    var origins: [[Int]] = []
    for line in 1...lines {
      let isLast = line == lines
      var next = Array(repeating: Int?.none, count: places.count)
      var origin = Array(repeating: 0, count: places.count)
      for to in isLast ? last...last : line...max(line, last - 1) {
        for from in (line - 1..<to).reversed() {
          let width = width(from, to)
          if width > measure { break }
          guard let before = costs[from] else { continue }
          let sum = before + cost(width: width, isLast: isLast, lines: lines) + places[to].cost
          if sum < next[to] ?? .max { (next[to], origin[to]) = (sum, from) }
        }
      }
      costs = next
      origins.append(origin)
    }
    guard let cost = costs[last] else { return nil }
    var cuts = [last]
    for origin in origins.reversed() { cuts.append(origin[cuts[cuts.count - 1]]) }
    return (cuts.reversed(), cost)
  }
}
