/// Tells headlines from text by what is seen of a line: its size, its place in the column, its capitals, the
/// white around it.
struct Headlines {
  let metrics: SegmentMetrics
  /// Whether most lines stand in blocks of several: then a line that is a block has a meaning.
  var blocksAreParagraphs = false

  /// For each line whether it is one of a headline.
  mutating func heads(_ lines: [SegmentLine]) -> [Bool] {
    blocksAreParagraphs = (lines.map(\.blockLines).sorted().middle ?? 1) >= 3
    var heads = lines.indices.map { index in
      let before = index > 0 && lines[index - 1].piece == lines[index].piece
      return score(
        lines[index], behind: before ? lines[index - 1] : nil,
        before: index + 1 < lines.count ? lines[index + 1] : nil) >= 4
    }
    dropVerse(lines, &heads)
    return heads
  }

  /// How much speaks for a headline; four points are enough.
  private func score(
    _ line: SegmentLine, behind before: SegmentLine?, before after: SegmentLine?
  ) -> Int {
    let text = SegmentText(line.text)
    let isLarge = line.letterHeight * 100 >= metrics.letterHeight * 125
    guard text.letters >= 3, !text.isNoise, !text.beginsSmall, isLarge || !text.endsInHyphen,
      line.text.unicodeScalars.count <= 120
    else { return 0 }
    var points = sizePoints(line) + placePoints(line) + whitePoints(line)
    if text.isCapitals, text.letters >= 4 { points += 2 }
    points += blockPoints(line)
    if let after, after.text.beginsAsDateline, isCentred(line) { points += 1 }
    if let before, isOpen(before) { points -= 2 }
    return points
  }

  /// Letters as high as twice those of the text are a headline, whatever else there is.
  private func sizePoints(_ line: SegmentLine) -> Int {
    switch line.letterHeight * 100 / metrics.letterHeight {
    case 200...: 4
    case 150...: 3
    case 125...: 2
    case 112...: 1
    default: 0
    }
  }

  private func placePoints(_ line: SegmentLine) -> Int {
    if line.spans { return 3 }
    if isCentred(line) { return 2 }
    let isFull = line.column.upperBound - line.right < metrics.letterHeight
    return isFull && line.letterHeight * 100 < metrics.letterHeight * 125 ? -2 : 0
  }

  /// A line or two that are a block of their own, where other blocks are paragraphs.
  private func blockPoints(_ line: SegmentLine) -> Int {
    guard line.blockLines <= 3 else { return 0 }
    let isLarge = line.letterHeight * 100 >= metrics.letterHeight * 125
    guard blocksAreParagraphs else { return isCentred(line) ? 1 : 0 }
    return isLarge || isCentred(line) && line.blockLines == 1 ? 2 : isCentred(line) ? 1 : 0
  }

  private func whitePoints(_ line: SegmentLine) -> Int {
    let enough = metrics.leading + metrics.letterHeight / 3
    let above = (line.whiteAbove ?? 0) > enough, below = (line.whiteBelow ?? 0) > enough
    return (above ? 1 : 0) + (below ? 1 : 0)
  }

  /// Whether a line stands in the middle of its column, with white on both sides.
  func isCentred(_ line: SegmentLine) -> Bool {
    let left = line.left - line.column.lowerBound, right = line.column.upperBound - line.right
    let white = metrics.letterHeight * 8 / 10
    return left > white && right > white
      && abs(left - right) <= max(2 * metrics.letterHeight, line.column.count / 7)
  }

  /// Whether a line is running text that goes on: it fills its column and no sentence ends with it.
  private func isOpen(_ line: SegmentLine) -> Bool {
    line.text.endsOpen && line.letterHeight * 10 < metrics.letterHeight * 13
      && line.column.upperBound - line.right < 2 * metrics.letterHeight
      && line.left - line.column.lowerBound < 2 * metrics.letterHeight
  }

  /// Seven and more lines of the size of the text that follow one another are verse or a list.
  private func dropVerse(_ lines: [SegmentLine], _ heads: inout [Bool]) {
    var run: [Int] = []
    for index in lines.indices {
      if heads[index], lines[index].letterHeight * 10 < metrics.letterHeight * 12,
        !lines[index].spans
      {
        run.append(index)
        if index + 1 < lines.count { continue }
      }
      if run.count >= 7 { for line in run { heads[line] = false } }
      run = []
    }
  }
}

/// What is seen of a line's text.
struct SegmentText {
  /// How many letters it has.
  private(set) var letters = 0
  private(set) var capitals = 0
  private(set) var digits = 0
  private(set) var others = 0
  /// Whether its first letter is small.
  private(set) var beginsSmall = false
  /// Whether it ends with a hyphen.
  private(set) var endsInHyphen = false

  init(_ text: String) {
    for scalar in text.unicodeScalars where scalar != " " {
      if scalar.properties.isAlphabetic {
        if letters == 0 { beginsSmall = scalar.properties.isLowercase }
        letters += 1
        if scalar.properties.isUppercase { capitals += 1 }
      } else if scalar.properties.numericType != nil {
        digits += 1
      } else {
        others += 1
      }
    }
    endsInHyphen = text.unicodeScalars.last?.isHyphen ?? false
  }

  /// Whether most words are none: capitals behind small letters, digits and signs among letters, single letters.
  static func isGarbled(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return words.count(where: { isGarbled(word: $0) }) * 2 > words.count
  }

  private static func isGarbled(word: Substring) -> Bool {
    let scalars = Array(
      word.unicodeScalars.drop { !$0.isWordLike }.reversed().drop { !$0.isWordLike })
    guard scalars.count >= 2 else { return scalars.first?.properties.numericType == nil }
    return zip(scalars, scalars.dropFirst()).contains { next, before in
      let (one, other) = (before.properties, next.properties)
      return one.isLowercase && other.isUppercase
        || one.isAlphabetic != other.isAlphabetic && "'’-.".unicodeScalars.contains(next) == false
          && "'’-.".unicodeScalars.contains(before) == false
    }
  }

  /// Whether nearly all letters are capitals.
  var isCapitals: Bool { capitals * 10 >= letters * 8 }
  /// Whether it is stains that were taken for letters.
  var isNoise: Bool {
    letters + digits < 2 || (letters + digits) * 10 < (letters + digits + others) * 6
  }
}

extension Unicode.Scalar {
  fileprivate var isWordLike: Bool { properties.isAlphabetic || properties.numericType != nil }
}

extension String {
  /// Whether the text begins with a place and a day: `London, 28. Dez.`, `CHICAGO, Nov. 7.—`.
  var beginsAsDateline: Bool {
    let start = unicodeScalars.prefix(40)
    guard let comma = start.firstIndex(of: ","), let first = start.first,
      first.properties.isUppercase
    else { return false }
    let rest = start[comma...].prefix(14)
    return rest.contains { $0.properties.numericType != nil } && rest.contains(".")
  }
}
