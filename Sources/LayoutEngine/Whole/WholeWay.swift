/// One way to set a run of items in so many columns with all of their text: how high it is, and what stands
/// beside what.
struct WholeWay: Hashable {
  /// Rows from the first to the last.
  let height: Int
  /// What it costs, blanks included, in the unit of ``Weight``.
  let cost: Int
  /// What stands above what, and what beside what.
  let topology: SlicingTopology
}

/// The ways to set one run in one number of columns that may be of use beside or above other runs.
///
/// A higher way is kept where it costs less than a lower one that is filled up with blanks.
struct WholeWays {
  /// The ways, from the lowest to the highest.
  private(set) var ways: [WholeWay] = []
  /// The columns they stand in.
  let columns: Int

  /// The most ways that are kept; with more, real pages come out the same.
  static let most = 8

  /// How two runs may be joined: one above another, or one beside another with so many columns.
  enum Joint: Hashable {
    case stack
    case beside(columnsLeft: Int)
  }

  /// Two ways joined, before it is known whether that is of use.
  private struct Candidate {
    let height: Int
    let cost: Int
    let joint: Joint
    let one: Int
    let two: Int
    /// The pair of runs that it comes from.
    let pair: Int
  }

  /// A pair of neighbouring runs and how they are joined.
  struct Pair {
    let one: WholeWays
    let two: WholeWays
    let joint: Joint
    /// What the cut between them costs.
    let cut: Int
  }

  /// The ways of a single item.
  init(_ leaf: LeafTable, item: Int, columns: Int) {
    self.columns = columns
    ways = leaf.wholeHeights(columns: columns).map { height in
      let cost = leaf.cost(columns: columns, height: height) ?? Slicing.impossible
      return WholeWay(height: height, cost: cost, topology: .leaf(item))
    }
    keepUseful()
  }

  /// The ways of a run that is cut in two in any of several places; `blank` is what a blank rectangle costs.
  init(_ pairs: [Pair], columns: Int, blank: (_ columns: Int, _ rows: Int) -> Int) {
    self.columns = columns
    var candidates: [Candidate] = []
    for (number, pair) in pairs.enumerated() {
      for (one, first) in pair.one.ways.enumerated() {
        for (two, second) in pair.two.ways.enumerated() {
          let (height, cost): (Int, Int)
          switch pair.joint {
          case .stack: (height, cost) = (first.height + 1 + second.height, 0)
          case .beside:
            height = max(first.height, second.height)
            cost =
              blank(pair.one.columns, height - first.height)
              + blank(pair.two.columns, height - second.height)
          }
          candidates.append(
            Candidate(
              height: height, cost: first.cost + second.cost + pair.cut + cost, joint: pair.joint,
              one: one, two: two, pair: number))
        }
      }
    }
    ways = useful(candidates, { $0.height }, { $0.cost }).map { found in
      let (one, two) = (
        pairs[found.pair].one.ways[found.one], pairs[found.pair].two.ways[found.two]
      )
      let topology: SlicingTopology =
        switch found.joint {
        case .stack: .stack(one.topology, two.topology)
        case .beside(let columnsLeft):
          .beside(one.topology, two.topology, columnsLeft: columnsLeft)
        }
      return WholeWay(height: found.height, cost: found.cost, topology: topology)
    }
  }

  /// The cheapest way; of two, the lower one.
  var cheapest: WholeWay? { ways.min { ($0.cost, $0.height) < ($1.cost, $1.height) } }

  private mutating func keepUseful() { ways = useful(ways, { $0.height }, { $0.cost }) }

  /// From the lowest to the highest, those that cost less than every lower one filled up with blanks; of
  /// too many, some as far apart as can be.
  private func useful<Way>(
    _ ways: [Way], _ height: (Way) -> Int, _ cost: (Way) -> Int
  ) -> [Way] {
    let sorted = ways.indices.sorted {
      (height(ways[$0]), cost(ways[$0]), $0) < (height(ways[$1]), cost(ways[$1]), $1)
    }
    var (kept, least) = ([Way](), Int.max)
    for index in sorted {
      let net = cost(ways[index]) - height(ways[index]) * columns * Weight.white
      guard net < least else { continue }
      (least, kept) = (net, kept + [ways[index]])
    }
    guard kept.count > Self.most else { return kept }
    return (0..<Self.most).map { kept[$0 * (kept.count - 1) / (Self.most - 1)] }
  }
}

extension LeafTable {
  /// The heights in so many columns at which all of the item is shown and which are worth a trial, lowest
  /// first: one for a text, several for a picture.
  func wholeHeights(columns: Int) -> [Int] {
    let natural = max(1, naturalHeight(columns: columns))
    let least = leastWholeHeight(columns: columns)
    return least < natural ? Array(least...natural) : [natural]
  }

  /// The least height in so many columns at which all of the item is shown: the picture too, where it has
  /// one that finds room in any height.
  func leastWholeHeight(columns: Int) -> Int {
    let span = span(columns: columns)
    let text = max(1, span.fixedRows + span.rowsNeeded)
    let natural = max(text, naturalHeight(columns: columns))
    guard natural > text else { return text }
    return (text...natural).first {
      setting(columns: columns, height: $0, isAboveOther: false)?.picture != nil
    } ?? text
  }
}
