import NewsModel

extension Raster {
  /// The picture as so many dots across and down, by area: how light each is, row by row.
  ///
  /// Every new dot is the mean of what it covers of the old ones, parts of dots included.
  ///
  /// - Complexity: O(dots of the picture + new dots).
  func samples(across columns: Int, down rows: Int) -> [Int] {
    var sums = [Int](repeating: 0, count: columns * rows)
    let across = (0..<width).map { shares(of: $0, old: width, new: columns) }
    for row in 0..<height {
      var line = [Int](repeating: 0, count: columns)
      for column in 0..<width {
        let value = Int(self[row, column])
        for (place, share) in across[column] { line[place] += value * share }
      }
      for (place, share) in shares(of: row, old: height, new: rows) {
        for column in 0..<columns { sums[place * columns + column] += line[column] * share }
      }
    }
    let area = width * height
    return sums.map { ($0 + area / 2) / area }
  }
}
