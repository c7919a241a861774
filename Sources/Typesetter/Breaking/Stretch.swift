extension PreparedText {
  /// Blanks to put after clusters of `line` so that it fills `cells` cells, as (cluster, blanks).
  ///
  /// `cells` is the measure less the line's indent. The blanks fill the line to the cell, or there are
  /// none: where it has no place to stretch; where in ideographic text a single cell is spare or
  /// ideographs would part by more than two; where a word space would grow by more than three.
  ///
  /// - Complexity: O(*n*) in the number of clusters of the line.
  public func stretch(_ line: SetLine, to cells: Int) -> [(cluster: Int, blanks: Int)] {
    let spare = cells - line.width
    guard spare > 0 else { return [] }
    let gaps = self.gaps(of: line)
    return isIdeographic ? stretchIdeographs(gaps, by: spare) : stretchWords(gaps, by: spare)
  }

  /// The kinds of places where a line can grow, best first.
  private enum Rank {
    /// Between an ideograph and a Latin letter or a digit.
    case scriptBoundary
    case wordSpace
    case ideographs
    /// After an opening mark, before a closing one, beside a connector.
    case besideMark
  }

  /// A place where blanks may be put, after a cluster.
  private struct Gap {
    let cluster: Int
    let rank: Rank
  }

  private func stretchWords(_ gaps: [Gap], by spare: Int) -> [(cluster: Int, blanks: Int)] {
    stretchAll(gaps.filter { $0.rank == .wordSpace }, by: spare)
  }

  private func stretchAll(_ gaps: [Gap], by spare: Int) -> [(cluster: Int, blanks: Int)] {
    spare <= 3 * gaps.count ? spread(spare, over: gaps) : []
  }

  private func stretchIdeographs(_ gaps: [Gap], by spare: Int) -> [(cluster: Int, blanks: Int)] {
    guard spare > 1 else { return [] }
    var rest = spare
    var blanks: [(cluster: Int, blanks: Int)] = []
    for rank in [Rank.scriptBoundary, .wordSpace] {
      let places = gaps.filter { $0.rank == rank }
      let given = min(rest, places.count)
      blanks += spread(given, over: places)
      rest -= given
    }
    guard rest > 0 else { return blanks.sorted { $0.cluster < $1.cluster } }
    var places = gaps.filter { $0.rank == .ideographs }
    if rest > 2 * places.count {
      places = gaps.filter { $0.rank == .ideographs || $0.rank == .besideMark }
    }
    if places.isEmpty { return stretchAll(gaps, by: spare) }
    guard rest <= 2 * places.count else { return [] }
    return (blanks + spread(rest, over: places)).sorted { $0.cluster < $1.cluster }
  }

  /// Shares out blanks as evenly as whole cells allow, the odd ones spread over the line.
  private func spread(_ blanks: Int, over places: [Gap]) -> [(cluster: Int, blanks: Int)] {
    let count = places.count
    return places.indices.compactMap { index in
      let share = ((index + 1) * blanks + count / 2) / count - (index * blanks + count / 2) / count
      return share > 0 ? (cluster: places[index].cluster, blanks: share) : nil
    }
  }

  /// The places of a line where blanks may be put, in order.
  private func gaps(of line: SetLine) -> [Gap] {
    var gaps: [Gap] = []
    var left: PreparedCluster.Role?
    for index in line.clusters where clusters[index].cells > 0 {
      let right = clusters[index].role
      if let left, let rank = rank(left, right) { gaps.append(Gap(cluster: index - 1, rank: rank)) }
      left = right
    }
    return gaps
  }

  private func rank(_ left: PreparedCluster.Role, _ right: PreparedCluster.Role) -> Rank? {
    switch (left, right) {
    case (_, .space), (.joined, .joined): nil
    case (.space, _): .wordSpace
    case (.letter, .ideograph), (.ideograph, .letter): .scriptBoundary
    case (.letter, _), (_, .letter): nil
    case (.opening, _), (_, .closing), (.connector, _), (_, .connector): .besideMark
    default: .ideographs
    }
  }
}
