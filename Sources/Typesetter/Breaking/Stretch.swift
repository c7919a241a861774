extension PreparedText {
  /// Blanks to put after clusters of `line` so that it fills `cells` cells, as (cluster, blanks).
  ///
  /// `cells` is the measure less the line's indent. The blanks fill the line to the cell, or there are
  /// none: where it has no place to stretch; where in ideographic text a single cell is spare or
  /// ideographs would part by more than two; where a word space would more than double, and
  /// where ideographs would have to take up more than four cells among them.
  ///
  /// - Complexity: O(*n*) in the number of clusters of the line.
  public func stretch(_ line: SetLine, to cells: Int) -> [(cluster: Int, blanks: Int)] {
    let spare = cells - line.width
    guard spare > (isIdeographic ? 1 : 0) else { return [] }
    var gaps = gaps(of: line)
    let steps = isIdeographic ? Self.ideographicSteps : Self.wordSteps
    var rest = spare
    for step in steps {
      if step.ranks == [.ideographs], rest > Self.mostBetweenIdeographs { return [] }
      rest = Self.give(rest, step, to: &gaps)
    }
    guard rest == 0 else { return [] }
    return gaps.filter { $0.blanks > 0 }.map { (cluster: $0.cluster, blanks: $0.blanks) }
  }

  /// The kinds of places where a line can grow.
  private enum Rank {
    /// Between an ideograph and a Latin letter or a digit.
    case scriptBoundary
    case wordSpace
    /// On the outer side of a mark whose own half is blank there: after ， and before 《.
    case outsideMark
    case ideographs
    /// After an opening mark, before a closing one, beside a connector.
    case besideMark
  }

  /// A place where blanks may be put, after a cluster.
  private struct Gap {
    let cluster: Int
    let rank: Rank
    var blanks = 0
  }

  /// Places of some ranks grow by so many blanks each, as long as there are any to give.
  private typealias Step = (ranks: [Rank], most: Int)

  /// A word space is a cell already; with three more it is as wide as a short word.
  private static let wordSteps: [Step] = [([.wordSpace], 1)]

  /// Cells that the characters of a line may part by, all together: two ideographs' worth.
  ///
  /// A line short of more is better left short than spaced out.
  private static let mostBetweenIdeographs = 4

  /// First where a blank is usual or unseen, then between the characters, last beside marks; a line
  /// of Latin words grows as in a Latin text.
  private static let ideographicSteps: [Step] = [
    ([.scriptBoundary], 1), ([.wordSpace], 1), ([.outsideMark], 1), ([.ideographs], 2),
    ([.outsideMark, .besideMark], 1), ([.scriptBoundary, .wordSpace], 2),
  ]

  /// Shares out blanks as evenly as whole cells allow, the odd ones spread over the line; returns
  /// what is left.
  private static func give(_ blanks: Int, _ step: Step, to gaps: inout [Gap]) -> Int {
    let places = gaps.indices.filter { step.ranks.contains(gaps[$0].rank) }
    let count = places.count
    let given = min(blanks, step.most * count)
    for (number, place) in places.enumerated() {
      let (start, end) = (number * given + count / 2, (number + 1) * given + count / 2)
      gaps[place].blanks += end / count - start / count
    }
    return blanks - given
  }

  /// The places of a line where blanks may be put, in order.
  private func gaps(of line: SetLine) -> [Gap] {
    var gaps: [Gap] = []
    var left: Int?
    for index in line.clusters where clusters[index].cells > 0 {
      if let left, let rank = rank(clusters[left], clusters[index]) {
        gaps.append(Gap(cluster: index - 1, rank: rank))
      }
      left = index
    }
    return gaps
  }

  private func rank(_ left: PreparedCluster, _ right: PreparedCluster) -> Rank? {
    switch (left.role, right.role) {
    case (_, .space), (.joined, .joined): nil
    case (.space, _): .wordSpace
    case (.letter, .ideograph), (.ideograph, .letter): .scriptBoundary
    case (.letter, _), (_, .letter): nil
    case (.opening, _), (_, .closing), (.connector, _), (_, .connector): .besideMark
    case (.closing, _) where left.glyphCells == 2: .outsideMark
    case (_, .opening) where right.glyphCells == 2: .outsideMark
    default: .ideographs
    }
  }
}
