public import UnicodeTables

extension WidthPolicy {
  /// The policy that follows from what a terminal has said; where it said nothing, the usual one.
  ///
  /// `chosen` is the width a person gives ambiguous characters: what was said of those is then left
  /// aside.
  public init(_ answers: ProbeAnswers?, ambiguous chosen: Int? = nil) {
    let cells = answers?.cells ?? [:]
    self.init(ambiguous: chosen ?? cells[.quote].flatMap(Self.ambiguous) ?? 1)
    for cluster in ProbedCluster.allCases where chosen == nil || !cluster.followsChoice {
      guard let width = cells[cluster].flatMap(Self.ambiguous), width != ambiguous else { continue }
      cluster.ambiguousRanges.forEach { exceptions.set($0, cells: width) }
    }
    if cells[.joinedEmoji] ?? 2 != 2 { joinedEmoji.remove(.joiners) }
    if cells[.skinTone] ?? 2 != 2 { joinedEmoji.remove(.skinTones) }
    honorsEmojiSelector = cells[.emojiStyle] == 2
    if cells[.halfwidthVoiced] ?? 2 != 2 { lacks.insert(.halfwidthSoundMarks) }
    if cells[.newIdeograph] ?? 2 != 2 { lacks.insert(.newIdeographs) }
    if cells[.privateUse] ?? 1 != 1 { lacks.insert(.privateUse) }
    if cells[.trigram] ?? 2 != 2 || cells[.hexagram] ?? 2 != 2 { lacks.insert(.newWideSymbols) }
  }

  /// A width that an ambiguous character can have; another number is a terminal's mistake.
  private static func ambiguous(_ cells: Int) -> Int? { (1...2).contains(cells) ? cells : nil }
}

extension ProbedCluster {
  /// The ambiguous characters that it answers for; what else lies in the ranges is not affected.
  ///
  /// The quotation mark answers for all that no other cluster does.
  fileprivate var ambiguousRanges: [ClosedRange<Unicode.Scalar>] {
    switch self {
    case .rule: ["\u{2500}"..."\u{259F}"]
    case .ellipsis: ["\u{2024}"..."\u{2027}"]
    case .dash: ["\u{2010}"..."\u{2016}"]
    case .dot: ["\u{B7}"..."\u{B7}", "\u{2022}"..."\u{2022}"]
    case .squaredNumber: [AmbiguousExceptions.enclosedTens]
    default: []
    }
  }
}
