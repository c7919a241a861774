import Typesetter

extension HeadText {
  /// The head broken for `measure` cells: on one line if it fits, else as the editor broke it, else at
  /// sense.
  func lines(measure: Int) -> [SetLine] {
    guard prepared.width(of: prepared.bytes) > measure else {
      return prepared.fill(measure: measure)
    }
    let lines = editorsLines.map { SetLine($0, of: prepared) }
    if lines.count > 1, lines.allSatisfy({ $0.width <= measure }) { return lines }
    return prepared.lines(at: breaks, measure: measure, limit: role.mostLines)
  }
}

extension HeadText.Role {
  /// The most lines that are taken to keep a word whole.
  fileprivate var mostLines: Int {
    switch self {
    case .deck: 4
    case .headline, .nameplate: 3
    case .kicker, .label, .byline, .from, .field: 2
    }
  }
}

extension PreparedText {
  /// Whether nothing but ideographs and blanks is in the text.
  var isOfIdeographsAlone: Bool {
    clusters.allSatisfy { $0.isSpace || $0.role == .ideograph }
  }

  /// Lines broken at sense; balanced alone where nothing is known of it, or a word must be torn.
  func lines(at breaks: HeadBreaks?, measure: Int, limit: Int) -> [SetLine] {
    let ranges = breaks?.lines(measure: measure, limit: limit)
    return ranges?.map { SetLine($0, of: self) } ?? balancedLines(measure: measure)
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
}
