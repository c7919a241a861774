/// Where the legs of an item end, and what is wrong with that.
package struct Feet: Hashable {
  /// The line after the last of each leg.
  package var ends: [Int]
  /// What uneven legs and bad places cost, in the unit of ``Weight``.
  package var cost: Int
}

extension Flow {
  /// Shares the lines from `first` on out to legs of at most `rows` rows: the feet as even as they can
  /// be, and at places where a leg may end.
  ///
  /// `reserved` rows at the foot of the last leg stay free for a jump line. If not all finds room,
  /// `kept` lines at the end at least stay out, so that what is behind a cut is worth the way.
  ///
  /// - Complexity: O(`legs`² · `reach`²).
  package func feet(
    legs: Int, rows: Int, reserved: Int = 0, keeping kept: Int = 0, from first: Int = 0
  ) -> Feet {
    if kept == 0 {
      let needed = rowsNeeded(legs: legs, reserved: reserved, from: first)
      if needed <= rows {
        let search = FeetSearch(self, legs, rows: needed, reserved, first..<lines.count)
        return search.whole ?? Feet(ends: Array(repeating: lines.count, count: legs), cost: 0)
      }
    }
    let end = max(first, lines.count - kept)
    return FeetSearch(self, legs, rows: max(0, rows), reserved, first..<end).cut
  }

  /// The rows in which `legs` legs best hold everything from line `first` on, jump line included.
  ///
  /// Mostly the fewest; a row more is taken where it saves a bad foot worth more than a blank row.
  package func rowsNeeded(legs: Int, reserved: Int, from first: Int = 0) -> Int {
    guard first < lines.count || reserved > 0 else { return 0 }
    let fewest = max(1, reserved, (lines.count - first + reserved + legs - 1) / legs)
    var best: (rows: Int, cost: Int)?
    for rows in fewest...max(fewest, lines.count + reserved) {
      let air = (rows - fewest) * legs * Weight.white
      if let best, best.cost <= air { break }
      let search = FeetSearch(self, legs, rows: rows, reserved, first..<lines.count)
      guard let cost = search.wholeCost else { continue }
      if best.map({ cost + air < $0.cost }) ?? true { best = (rows, cost + air) }
    }
    return best?.rows ?? lines.count - first + reserved
  }
}

/// The search for the best feet: leg by leg, the least cost for each place where the leg may end.
///
/// A leg ends at most ``Flow/reach`` rows above the lowest foot, so there are few places for each.
private struct FeetSearch {
  private let flow: Flow
  private let legs: Int
  private let rows: Int
  private let reserved: Int
  private let range: Range<Int>

  /// Of the lines in `range` for so many legs.
  init(_ flow: Flow, _ legs: Int, rows: Int, _ reserved: Int, _ range: Range<Int>) {
    (self.flow, self.legs, self.rows) = (flow, legs, rows)
    (self.reserved, self.range) = (reserved, range)
  }

  /// The least costs of the first legs at each number of blank rows in all of them, legs one after
  /// another, and the blank rows in the last one of them that bring it about.
  private struct Layers {
    /// The most blank rows of a leg.
    let reach: Int
    var costs: [Int]
    var blanks: [Int]

    /// How many numbers of blank rows so many legs can have.
    func width(ofLegs legs: Int) -> Int { legs * reach + 1 }

    /// Where the costs of so many legs begin.
    func start(ofLegs legs: Int) -> Int { legs + reach * legs * (legs - 1) / 2 }

    /// Room for all legs up to `legs`; none at all cost nothing.
    init(reach: Int, legs: Int) {
      self.reach = reach
      let count = legs + 1 + reach * (legs + 1) * legs / 2
      costs = Array(repeating: .max, count: count)
      blanks = Array(repeating: 0, count: count)
      costs[0] = 0
    }

    /// The costs of all legs.
    func last(ofLegs legs: Int) -> ArraySlice<Int> { costs[start(ofLegs: legs)...] }
  }

  /// The best feet of legs that hold everything, if any do.
  var whole: Feet? {
    let layers = layers
    guard let (place, cost) = wholeEnd(layers) else { return nil }
    return Feet(ends: ends(layers, place) + [range.upperBound], cost: cost)
  }

  /// What they cost.
  var wholeCost: Int? { wholeEnd(layers)?.cost }

  /// The best feet of legs that show as much as they can.
  var cut: Feet {
    let layers = layers
    var best: (place: Int, end: Int, cost: Int)?
    for (place, cost) in layers.last(ofLegs: legs - 1).enumerated() where cost < .max {
      let start = start(ofLeg: legs - 1, place)
      let room = min(start + max(0, rows - reserved), range.upperBound)
      // One line at least is shown, wherever its foot.
      let least = min(room, max(start, room - max(4, flow.reach), range.lowerBound + 1))
      for end in stride(from: room, through: least, by: -1) {
        let blank = start + max(0, rows - reserved) - end
        let whole = cost + blank * Weight.white + Weight.unevenFoot(blank) + self.cost(ofFoot: end)
        if best.map({ whole < $0.cost }) ?? true { best = (place, end, whole) }
      }
    }
    guard let best else { return shared }
    return Feet(ends: ends(layers, best.place) + [best.end], cost: best.cost)
  }

  /// Legs of too little text for their rows: as equal as may be, wherever they end.
  private var shared: Feet {
    var (ends, start) = ([Int](), range.lowerBound)
    for leg in 0..<legs {
      let left = legs - leg
      let room = max(0, rows - (left == 1 ? reserved : 0))
      start += min(room, (range.upperBound - start + left - 1) / left)
      ends.append(start)
    }
    return Feet(ends: ends, cost: 0)
  }

  /// The layers of all legs but the last.
  private var layers: Layers {
    let reach = min(flow.reach, rows)
    var layers = Layers(reach: reach, legs: legs - 1)
    for leg in 0..<legs - 1 {
      let (before, after) = (layers.start(ofLegs: leg), layers.start(ofLegs: leg + 1))
      for place in 0..<layers.width(ofLegs: leg) where layers.costs[before + place] < .max {
        let (cost, full) = (layers.costs[before + place], start(ofLeg: leg, place) + rows)
        for blank in 0...reach where full - blank <= range.upperBound {
          let whole = cost + Weight.unevenFoot(blank) + self.cost(ofFoot: full - blank)
          let target = after + place + blank
          if whole < layers.costs[target] {
            (layers.costs[target], layers.blanks[target]) = (whole, blank)
          }
        }
      }
    }
    return layers
  }

  /// The line with which a leg begins when so many rows of those before it are blank.
  private func start(ofLeg leg: Int, _ blank: Int) -> Int {
    range.lowerBound + leg * rows - blank
  }

  private func cost(ofFoot end: Int) -> Int {
    guard end < flow.lines.count, rows > 2 else { return 0 }
    let line = flow.lines[end]
    if line.mayEndBefore { return 0 }
    if line.isInQuote { return Weight.tornQuote }
    return flow.isOfPointers ? Weight.tornPointer : Weight.badFoot
  }

  /// The best place at which the last leg can begin that holds all the rest.
  private func wholeEnd(_ layers: Layers) -> (place: Int, cost: Int)? {
    var best: (place: Int, cost: Int)?
    for (place, cost) in layers.last(ofLegs: legs - 1).enumerated() where cost < .max {
      let used = range.upperBound - start(ofLeg: legs - 1, place) + reserved
      guard (reserved...rows).contains(used) else { continue }
      let whole = cost + Weight.unevenFoot(rows - used)
      if best.map({ whole < $0.cost }) ?? true { best = (place, whole) }
    }
    return best
  }

  /// The ends of all legs but the last, which begins at `place`.
  private func ends(_ layers: Layers, _ place: Int) -> [Int] {
    var (ends, place) = ([Int](), place)
    for leg in (0..<legs - 1).reversed() {
      ends.append(start(ofLeg: leg + 1, place))
      place -= layers.blanks[layers.start(ofLegs: leg + 1) + place]
    }
    return ends.reversed()
  }
}

extension Weight {
  /// What a foot costs that stands so many rows above the lowest one may: one row is no fault.
  fileprivate static func unevenFoot(_ rows: Int) -> Int { max(0, rows - 1) * unevenFoot }
}
