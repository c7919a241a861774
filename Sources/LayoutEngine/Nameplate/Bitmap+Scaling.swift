import NewsModel

extension Bitmap {
  /// The picture at another size, by area: as black as it was, the best covered dots first.
  ///
  /// A share of half a dot as the limit would lose the thin strokes of handwriting and fill the narrow
  /// gaps of a seal.
  func scaled(width newWidth: Int, height newHeight: Int) -> Bitmap {
    let unit = width * height
    guard unit > 0, newWidth > 0, newHeight > 0 else {
      return Bitmap(width: max(0, newWidth), height: max(0, newHeight))
    }
    let (coverage, ink) = coverages(newWidth, newHeight)
    // Every new dot covers `unit` in the grid that both pictures share.
    let wanted = (ink + unit / 2) / unit
    let sorted = coverage.sorted(by: >)
    let limit = wanted > 0 ? max(1, sorted[min(wanted, sorted.count) - 1]) : .max
    var picture = Bitmap(width: newWidth, height: newHeight)
    for (place, share) in coverage.enumerated() where share >= limit {
      picture[place / newWidth, place % newWidth] = true
    }
    return picture
  }

  /// How much black lies under each new dot, and the sum, in parts of a dot so small that all borders
  /// fall between them.
  private func coverages(_ newWidth: Int, _ newHeight: Int) -> ([Int], Int) {
    var coverage = [Int](repeating: 0, count: newWidth * newHeight)
    let across = (0..<width).map { shares(of: $0, old: width, new: newWidth) }
    for row in 0..<height {
      let down = shares(of: row, old: height, new: newHeight)
      for column in 0..<width where self[row, column] {
        for (y, high) in down {
          for (x, wide) in across[column] { coverage[y * newWidth + x] += high * wide }
        }
      }
    }
    return (coverage, coverage.reduce(0, +))
  }
}

/// The new dots that an old one lies under, each with its share, where `old` dots become `new` ones and
/// a line is `old * new` parts long.
func shares(of place: Int, old: Int, new: Int) -> [(place: Int, share: Int)] {
  let (start, end) = (place * new, (place + 1) * new)
  return (start / old...(end - 1) / old).map { other in
    (other, min(end, (other + 1) * old) - max(start, other * old))
  }
}
