import NewsModel

/// A name set of large glyphs: letters by their advance, evened out; squares with a small gap.
struct SetName {
  private let scalars: [Unicode.Scalar]
  private let glyphs: [LargeType.Glyph]
  private let request: LargeType.Request

  init(_ scalars: [Unicode.Scalar], _ glyphs: [LargeType.Glyph], _ request: LargeType.Request) {
    (self.scalars, self.glyphs, self.request) = (scalars, glyphs, request)
  }

  /// The whole name, trimmed.
  var picture: Bitmap {
    let places = columns
    let right = zip(places, glyphs).map { $0 + $1.dots.width }.max() ?? 0
    let bottom = glyphs.map { $0.top + $0.dots.height }.max() ?? 0
    var picture = Bitmap(width: right, height: bottom)
    for (column, glyph) in zip(places, glyphs) {
      picture.stamp(glyph.dots, row: glyph.top, column: column)
    }
    return picture.trimmed
  }

  /// The leftmost dot of every glyph; what is left of the first is trimmed.
  private var columns: [Int] {
    var places: [Int] = []
    var pen = 4 * request.height
    var before: Int?
    for (index, glyph) in glyphs.enumerated() {
      var column = pen + glyph.left
      if let last = before, glyph.dots.width > 0 {
        column += correction(last, index, column - places[last])
      }
      places.append(column)
      let isBlank = glyph.dots.width == 0
      pen = column - glyph.left + (isBlank ? max(glyph.advance, leastBlank) : glyph.advance)
      before = isBlank ? nil : index
    }
    return places
  }

  /// By how many dots a glyph moves so that it stands neither too near to nor too far from the last.
  ///
  /// Hinting rounds every advance to a whole dot, which tears holes between letters of eight dots.
  private func correction(_ last: Int, _ next: Int, _ distance: Int) -> Int {
    let nearest = gap(glyphs[last], glyphs[next], distance)
    let range = scalars[last].isSquare && scalars[next].isSquare ? squareGaps : letterGaps
    if nearest < range.lowerBound { return range.lowerBound - nearest }
    return nearest > range.upperBound ? range.upperBound - nearest : 0
  }

  /// The fewest white dots between two glyphs in a row or the one above or below; their left edges are
  /// `distance` dots apart.
  private func gap(_ left: LargeType.Glyph, _ right: LargeType.Glyph, _ distance: Int) -> Int {
    let top = min(left.top, right.top)
    let bottom = max(left.top + left.dots.height, right.top + right.dots.height)
    var nearest = Int.max
    for row in top..<max(top, bottom) {
      guard let start = right.dots.firstInk(row: row - right.top) else { continue }
      for near in row - 1...row + 1 {
        guard let end = left.dots.lastInk(row: near - left.top) else { continue }
        nearest = min(nearest, distance + start - end - 1)
      }
    }
    return nearest == .max ? max(0, distance - left.dots.width) : nearest
  }

  /// White dots between two letters: the stroke of a bold face at most, a blank as wide as half of it
  /// at least.
  private var letterGaps: ClosedRange<Int> {
    let least = max(1, request.breadth * request.height / 1_600)
    return least...2 * least
  }

  /// White dots between two squares: the air that a font leaves around an ideograph, evened out.
  private var squareGaps: ClosedRange<Int> {
    let least = max(1, request.breadth * request.height / 1_200)
    return least...max(least, request.breadth * request.height / 800)
  }

  /// Dots that a blank between two words takes at least: a fifth of a square.
  private var leastBlank: Int { request.breadth * request.height / 500 }
}

extension Bitmap {
  fileprivate func firstInk(row: Int) -> Int? { (0..<width).first { self[row, $0] } }
  fileprivate func lastInk(row: Int) -> Int? { (0..<width).last { self[row, $0] } }
}
