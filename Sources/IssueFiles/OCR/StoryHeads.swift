import NewsModel

/// The heads of a story, told from a run of headings above its text.
struct StoryHeads {
  /// A story with these heads and no text.
  var draft = StoryDraft()
  /// Headings at the start of the run that are not the story's.
  private(set) var others: [TextParagraph] = []

  /// Sorts headings from the text upwards: a bare name, decks, the headline, its kicker, a label.
  ///
  /// A run of two is a kicker and a headline, unless it must be proved, `isStrict`.
  init(_ heads: [TextParagraph], byline: String?, isStrict: Bool = false) {
    others = heads
    draft.byline = byline
    guard let last = heads.last else { return }
    if last.text.hasCJK {
      sortEastAsian(isStrict: isStrict)
    } else {
      sortLatin()
    }
  }

  private mutating func sortEastAsian(isStrict: Bool) {
    if draft.byline == nil, others.count > 1, let name = others.last?.text, name.isBareName {
      draft.byline = name
      others.removeLast()
    }
    while others.count > 1, let deck = others.last?.text, deck.isDeck {
      draft.deck.insert(deck, at: 0)
      others.removeLast()
    }
    guard let headline = others.popLast()?.text else { return }
    if headline.isLabel, others.isEmpty {
      draft.label = headline
      return
    }
    setHeadline(headline)
    let isPair = others.count == 1 && !isStrict
    if draft.kicker == nil, let above = others.last?.text, !above.isLabel,
      above.isKicker || isPair
    {
      draft.kicker = above
      others.removeLast()
    }
    if let above = others.last?.text, above.isLabel {
      draft.label = above
      others.removeLast()
    }
  }

  /// Sets a headline, parting a kicker from it that stands on the same line.
  ///
  /// The first clause of three or more is the kicker where it leads up to the headline, as in
  /// …调研时强调; otherwise the last two clauses are the headline.
  private mutating func setHeadline(_ text: String) {
    let clauses = text.split(whereSeparator: { $0 == " " || $0 == "\u{3000}" }).map(String.init)
    guard clauses.count > 1, text.unicodeScalars.count > 20 else {
      draft.headline = [text]
      return
    }
    let kickers = clauses[0].isKicker ? 1 : max(0, clauses.count - 2)
    guard kickers > 0 else {
      draft.headline = [text]
      return
    }
    draft.kicker = clauses[..<kickers].joined(separator: " ")
    draft.headline = [clauses[kickers...].joined(separator: " ")]
  }

  /// The last block of lines is the story's: its first line the headline, the others decks.
  private mutating func sortLatin() {
    var first = others.count - 1
    while first > 0, others.count - first < 4, others[first].blanksBefore <= 1,
      !others[first - 1].text.hasCJK
    {
      first -= 1
    }
    let own = others[first...].map(\.text)
    others.removeLast(own.count)
    draft.headline = [own[0]]
    draft.deck = Array(own.dropFirst())
  }
}
