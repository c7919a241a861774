import Typesetter
import UnicodeTables

/// Where a Chinese or Japanese head breaks at sense.
///
/// Best at the author's blanks, which part clauses, then after the marks between clauses; else where
/// the phrase model parts phrases and the page's own words are not torn.
struct IdeographicSense: SenseJudge {
  /// What breaks cost, in hundredths.
  private enum Price {
    /// Any place but a blank and the end of a clause.
    static let phrase = 100
    /// Where the phrase model is in doubt, and the most it can say.
    static let doubt = 250, surely = 600
    /// Inside a word of the list, or between characters that keep together elsewhere on the page.
    static let tornWord = 650
    /// In Japanese inside a run of katakana, between two kanji, between two hiragana, and before the
    /// hiragana that end or follow a word.
    static let katakana = 500, kanji = 200, hiragana = 100, ending = 300
    /// A particle such as 的 that begins a line.
    static let particle = 400
    /// A word such as 在 that ends a line and belongs to the next.
    static let preposition = 250
    /// Between a figure and what it counts.
    static let figure = 400
    /// Inside brackets or quotes.
    static let quoted = 150
    /// For each character by which a clause has fewer than nine.
    static let shortClause = 50
    /// A piece of one character cut from a clause.
    static let stub = 250
    /// After a mark between clauses, after any other closing mark, and before an opening one.
    static let clause = 30, closing = 80, opening = 90
    /// At a blank between two words of narrow letters, which is no end of a clause.
    static let wordBlank = 200
  }

  private let text: HeadClusters
  private let scores: [Int]
  /// For each cluster whether a break before it tears a word of the list.
  private let tears: [Bool]
  private let words: WordEvidence
  private let marks: HeadMarks
  private let isJapanese: Bool
  /// How many brackets and quotes are open before each cluster.
  private let depths: [Int]
  /// How many drawn clusters the clause around each cluster has.
  private let clauseLengths: [Int]

  init(
    _ clusters: [PreparedCluster], _ tradition: Typography.Tradition, _ words: WordEvidence
  ) {
    text = HeadClusters(clusters)
    scores = PhraseModel(tradition)?.scores(text.characters) ?? []
    tears =
      switch tradition {
      case .simplifiedChinese: WordModel.tears(text.characters)
      case .traditionalChinese: WordModel.tears(WordModel.simplified(text.characters))
      case .japanese, .korean, .latin: []
      }
    self.words = words
    marks = HeadMarks.of(tradition)
    isJapanese = tradition == .japanese
    depths = text.depths
    clauseLengths = text.clauseLengths(marks)
  }

  func cost(before index: Int) -> Int {
    let last = text.lastDrawn(before: index)
    let (left, right) = (text.characters[last], text.characters[index])
    let poor = text.clusters[index].breaksPoorly ? Price.figure : 0
    let quoted = depths[index] > 0 ? Price.quoted : 0
    if last < index - 1 {
      return text.isLetter(last) && text.isLetter(index) ? Price.wordBlank + quoted : quoted / 2
    }
    if marks.endClauses.contains(left) { return Price.clause + quoted + poor }
    switch (text.clusters[last].role, text.clusters[index].role) {
    case (.closing, _): return Price.closing + quoted + poor
    case (_, .opening): return Price.opening + quoted + poor
    default: return Price.phrase + phrase(before: index, left, right) + quoted + poor
    }
  }

  /// What it costs in Japanese to break inside a run of one script.
  private func script(_ left: UInt32, _ right: UInt32) -> Int {
    switch (HeadMarks.Script(left), HeadMarks.Script(right)) {
    case (.katakana, .katakana): Price.katakana
    case (.kanji, .kanji): Price.kanji
    case (.kanji, .hiragana), (.katakana, .hiragana): Price.ending
    case (.hiragana, .hiragana): Price.hiragana
    default: 0
    }
  }

  /// Whether a break there leaves one character of a clause alone.
  private func isStub(_ index: Int) -> Bool {
    let ends = [index - 2, index + 1].map { place in
      !text.clusters.indices.contains(place) || text.clusters[place].isSpace
        || marks.endClauses.contains(text.characters[place])
    }
    return ends[0] || ends[1]
  }

  /// What it costs to break between two characters of a clause.
  private func phrase(before index: Int, _ left: UInt32, _ right: UInt32) -> Int {
    var cost = min(max(0, Price.doubt - scores[index] / 4), Price.surely)
    if !tears.isEmpty && tears[index] || words.joins(left, right) { cost += Price.tornWord }
    if marks.beginNoLine.contains(right) { cost += Price.particle }
    if marks.endNoLine.contains(left) { cost += Price.preposition }
    if text.isFigure(index - 1) != text.isFigure(index) { cost += Price.figure }
    if isJapanese { cost += script(left, right) }
    if isStub(index) { cost += Price.stub }
    return cost + Price.shortClause * max(0, 9 - clauseLengths[index])
  }
}

extension HeadClusters {
  /// How many brackets and quotes are open before each cluster.
  fileprivate var depths: [Int] {
    var depth = 0
    return clusters.map { cluster in
      defer {
        if cluster.role == .opening { depth += 1 }
        if cluster.role == .closing, HeadMarks.closing.contains(cluster.glyph.first.value) {
          depth = max(0, depth - 1)
        }
      }
      return depth
    }
  }

  /// How many drawn clusters the clause around each cluster has.
  fileprivate func clauseLengths(_ marks: HeadMarks) -> [Int] {
    var lengths = Array(repeating: 0, count: clusters.count)
    var start = 0
    for index in clusters.indices {
      let ends = clusters[index].isSpace || marks.endClauses.contains(characters[index])
      guard ends || index == clusters.count - 1 else { continue }
      for place in start...index { lengths[place] = index - start + (ends ? 0 : 1) }
      start = index + 1
    }
    return lengths
  }

  /// Whether a narrow letter or figure stands there.
  fileprivate func isLetter(_ index: Int) -> Bool { clusters[index].role == .letter }

  /// Whether a figure stands there, of either width.
  fileprivate func isFigure(_ index: Int) -> Bool {
    let character = characters[index]
    return (0x30...0x39).contains(character) || (0xFF10...0xFF19).contains(character)
  }
}
