import Typesetter

extension HeadText {
  /// The head broken for `measure` cells: on one line if it fits, else as the editor broke it, else at
  /// the author's blanks (in ideographic text, where they part clauses), else balanced.
  func lines(measure: Int, _ typography: Typography) -> [SetLine] {
    guard prepared.width(of: prepared.bytes) > measure else {
      return prepared.fill(measure: measure)
    }
    let lines = editorsLines.map { SetLine($0, of: prepared) }
    if lines.count > 1, lines.allSatisfy({ $0.width <= measure }) { return lines }
    return typography.isIdeographic
      ? prepared.headLines(measure: measure) : prepared.balancedLines(measure: measure)
  }
}

extension PreparedText {
  /// Whether nothing but ideographs and blanks is in the text.
  var isOfIdeographsAlone: Bool {
    clusters.allSatisfy { $0.isSpace || $0.role == .ideograph }
  }

  /// As few lines as the measure allows, as equal in length as they can be.
  ///
  /// The text is filled again at ever smaller measures while the number of lines stays the same.
  func balancedLines(measure: Int) -> [SetLine] {
    let greedy = fillGreedily(Measure(measure))
    guard greedy.count > 1, greedy.count < 8 else { return greedy }
    var (best, low, high) = (greedy, 1, measure)
    while low < high {
      let middle = (low + high) / 2
      let tried = fillTotally(Measure(middle))
      if tried.count <= greedy.count, tried.allSatisfy({ $0.width <= measure }) {
        (best, high) = (tried, middle)
      } else {
        low = middle + 1
      }
    }
    return best
  }

  /// A headline: broken at the author's blanks where that costs no line more, else balanced.
  func headLines(measure: Int) -> [SetLine] {
    let balanced = balancedLines(measure: measure)
    guard balanced.count > 1, let atBlanks = linesAtBlanks(measure: measure) else {
      return balanced
    }
    return atBlanks.count <= max(2, balanced.count) ? atBlanks : balanced
  }

  /// Whole clauses (parted by blanks) on each line, or nil where a clause is too long for one.
  private func linesAtBlanks(measure: Int) -> [SetLine]? {
    var lines: [SetLine] = []
    for clause in clauses {
      guard width(of: clause) <= measure else { return nil }
      let joined = (lines.last?.bytes.lowerBound ?? clause.lowerBound)..<clause.upperBound
      if !lines.isEmpty, width(of: joined) <= measure {
        lines[lines.count - 1] = SetLine(joined, of: self)
      } else {
        lines.append(SetLine(clause, of: self))
      }
    }
    return lines
  }

  /// The runs of text between blanks.
  private var clauses: [Range<Int>] {
    var (found, start) = ([Range<Int>](), 0)
    for cluster in clusters where cluster.isSpace {
      if start < cluster.offset { found.append(start..<cluster.offset) }
      start = cluster.offset + cluster.byteCount
    }
    return start < byteCount ? found + [start..<byteCount] : found
  }
}
