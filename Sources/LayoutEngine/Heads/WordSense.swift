import Typesetter

/// Where a head breaks at sense whose words stand between blanks.
///
/// Well after a mark; not behind an article, a preposition or a conjunction, which belong to what
/// follows; not between Korean words of which one has but a
/// syllable, as numbers, determiners and the nouns that lean on others have.
struct WordSense: SenseJudge {
  /// What breaks cost, in hundredths.
  private enum Price {
    /// Between any two words.
    static let word = 100
    /// After a mark between clauses.
    static let clause = 0
    /// Behind a word that belongs to the next, or before one that belongs to the last.
    static let leaning = 300
    /// Where one word of a clause is left alone.
    static let stub = 100
    /// After a hyphen or a solidus.
    static let inWord = 250
    /// Inside a Korean word.
    static let torn = 600
  }

  private let text: HeadClusters
  private let isKorean: Bool

  init(_ clusters: [PreparedCluster], _ tradition: Typography.Tradition) {
    text = HeadClusters(clusters)
    isKorean = tradition == .korean
  }

  func cost(before index: Int) -> Int {
    let last = text.lastDrawn(before: index)
    if endsClause(last) { return Price.clause }
    guard last < index - 1 else { return isKorean ? Price.torn : Price.inWord }
    let (left, right) = (wordStart(last)...last, index...wordEnd(index))
    var cost = Price.word
    if leans(left, to: right) { cost += Price.leaning }
    if endsClause(right.upperBound) { cost += Price.stub }
    if left.lowerBound > 0, endsClause(text.lastDrawn(before: left.lowerBound)) {
      cost += Price.stub
    }
    return cost
  }

  /// Whether two neighbouring words should stand on one line.
  private func leans(_ left: ClosedRange<Int>, to right: ClosedRange<Int>) -> Bool {
    isKorean ? left.count == 1 || right.count == 1 : Self.leaders.contains(word(in: left))
  }

  private func endsClause(_ index: Int) -> Bool {
    Self.clauseMarks.contains(text.characters[index])
  }

  /// The first cluster of the word whose last that is.
  private func wordStart(_ last: Int) -> Int {
    var start = last
    while start > 0, !text.clusters[start - 1].isSpace { start -= 1 }
    return start
  }

  /// The last cluster of the word whose first that is.
  private func wordEnd(_ first: Int) -> Int {
    var end = first
    while end + 1 < text.clusters.count, !text.clusters[end + 1].isSpace { end += 1 }
    return end
  }

  /// A word in small letters; nothing for one too long to be of the lists.
  private func word(in range: ClosedRange<Int>) -> String {
    guard range.count <= 6 else { return "" }
    var word = String.UnicodeScalarView()
    word.append(contentsOf: text.characters[range].compactMap(Unicode.Scalar.init))
    return String(word).lowercased()
  }

  private static let clauseMarks = Set(",;:.!?–—·…".unicodeScalars.map(\.value))

  /// Articles, prepositions and conjunctions of English, German, French, Spanish, Italian, Portuguese
  /// and Dutch.
  private static let leaders = words(
    """
    a an the of in on at to for from by with and or but as into over under after before along against \
    between through near off via its their his her our my your no than that who which how why when \
    where is are was were be will would may can \
    der die das den dem des ein eine einen einem einer im am zum zur vom von mit für auf aus bei nach \
    und oder zu um über unter vor ohne \
    le la les un une du de des au aux en et ou dans par pour sur avec sans chez dès ses son sa leur \
    el los las unos unas al del y o con por para sin entre tras desde su sus \
    il lo gli i uno della del dei delle da di e per tra fra nel nella sul sulla che \
    os as um uma do dos das no na nos nas em com \
    het een van op te voor met bij uit
    """)

  private static func words(_ list: String) -> Set<String> {
    Set(list.split(separator: " ").map(String.init))
  }
}
