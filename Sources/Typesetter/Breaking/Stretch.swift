extension PreparedText {
  /// Blanks to put after clusters of `line` so that it fills `cells` cells, as (cluster, blanks).
  ///
  /// `cells` is the measure less the line's indent. The blanks fill the line to the cell, or there are
  /// none: where it has no place to stretch, where in ideographic text a single cell is spare, and
  /// where in other text a word space would grow by more than three.
  public func stretch(_ line: SetLine, to cells: Int) -> [(cluster: Int, blanks: Int)] {
    let spare = cells - line.width
    guard spare > 0, line.clusters.count > 1 else { return [] }
    return isIdeographic ? stretchIdeographs(line, by: spare) : stretchWords(line, by: spare)
  }

  private func stretchWords(_ line: SetLine, by spare: Int) -> [(cluster: Int, blanks: Int)] {
    let gaps = self.gaps(of: line).filter { $0.rank == .wordSpace }.map(\.cluster)
    guard !gaps.isEmpty, spare <= 3 * gaps.count else { return [] }
    return spread(spare, over: gaps)
  }

  private func stretchIdeographs(_ line: SetLine, by spare: Int) -> [(cluster: Int, blanks: Int)] {
    guard spare > 1 else { return [] }
    var rest = spare
    var blanks: [(cluster: Int, blanks: Int)] = []
    let gaps = self.gaps(of: line)
    for rank in [GapRank.scriptBoundary, .wordSpace] where rest > 0 {
      let places = gaps.filter { $0.rank == rank }.map(\.cluster)
      let given = min(rest, places.count)
      blanks += spread(given, over: places)
      rest -= given
    }
    for rank in [GapRank.ideographs, .besideMark] where rest > 0 {
      let places = gaps.filter { $0.rank == rank }.map(\.cluster)
      guard !places.isEmpty else { continue }
      blanks += spread(rest, over: places)
      rest = 0
    }
    return rest == 0 ? blanks.sorted { $0.cluster < $1.cluster } : []
  }

  /// Shares out blanks as evenly as whole cells allow, the odd ones spread over the line.
  private func spread(_ blanks: Int, over places: [Int]) -> [(cluster: Int, blanks: Int)] {
    let count = places.count
    return places.indices.compactMap { index in
      let share = ((index + 1) * blanks + count / 2) / count - (index * blanks + count / 2) / count
      return share > 0 ? (cluster: places[index], blanks: share) : nil
    }
  }

  /// The kinds of places where a line can grow, best first.
  private enum GapRank {
    case scriptBoundary, wordSpace, ideographs, besideMark
  }

  /// The places of a line where blanks may be put, in order.
  private func gaps(of line: SetLine) -> [(cluster: Int, rank: GapRank)] {
    line.clusters.dropLast().compactMap { index in
      guard let rank = gapRank(after: index) else { return nil }
      return (cluster: index, rank: rank)
    }
  }

  private func gapRank(after index: Int) -> GapRank? {
    guard clusters[index + 1].cells > 0 else { return nil }
    switch (clusters[index].role, clusters[index + 1].role) {
    case (_, .space), (.joined, .joined): return nil
    case (.space, _): return .wordSpace
    case (.letter, .ideograph), (.ideograph, .letter): return .scriptBoundary
    case (.letter, _), (_, .letter): return nil
    case (.opening, _), (_, .closing): return .besideMark
    default: return .ideographs
    }
  }
}
