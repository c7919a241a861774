package import NewsModel
package import Typesetter

/// Which neighbouring characters of a page's heads keep together in its text, and so are probably of
/// one word.
///
/// Counted once a page: the pairs of ideographs and kana that stand in its heads, over all its text
/// with the continuations of its stories. Languages whose words stand between blanks need none.
package struct WordEvidence: Sendable {
  /// The code points that are counted: kana, ideographs, and the marks between; none in UTF-8 is
  /// longer or shorter than three bytes.
  private static let counted: Range<UInt32> = 0x3040..<0xA000

  /// For each counted code point its number among those of the heads, or 0.
  private var numbers: [UInt16]
  /// How often each numbered code point stands in the text.
  private var singles: [Int] = [0]
  private var pairs = PairTable()

  /// Evidence of nothing.
  package init() { numbers = [] }

  /// What the text of a page says of the words in its heads.
  package init(_ issue: Issue, page index: Int, _ tradition: Typography.Tradition) {
    self.init()
    guard PhraseModel(tradition) != nil else { return }
    numbers = Array(repeating: 0, count: Self.counted.count)
    let texts = issue.texts(onPage: index)
    for text in texts where text.isHead { enrol(text.words.utf8.span) }
    for text in texts { count(text.words.utf8.span) }
  }

  /// Whether two neighbours in a head keep together elsewhere: at least twice, and nearly a third of
  /// the times that the rarer of them occurs.
  package func joins(_ left: UInt32, _ right: UInt32) -> Bool {
    let (one, two) = (number(of: left), number(of: right))
    guard one > 0, two > 0 else { return false }
    let elsewhere = pairs[one, two] - 1
    return elsewhere >= 2 && elsewhere * 10 >= 3 * (min(singles[one], singles[two]) - 1)
  }

  private func number(of character: UInt32) -> Int {
    guard !numbers.isEmpty, Self.counted.contains(character) else { return 0 }
    return Int(numbers[Int(character - Self.counted.lowerBound)])
  }

  /// Numbers the characters of a head and makes room for its pairs.
  private mutating func enrol(_ bytes: Span<UInt8>) {
    var (last, offset) = (0, 0)
    while let character = bytes.nextIdeograph(from: &offset) {
      guard Self.counted.contains(character.value), singles.count < 4096 else { continue }
      let place = Int(character.value - Self.counted.lowerBound)
      if numbers[place] == 0 {
        numbers[place] = UInt16(singles.count)
        singles.append(0)
      }
      let number = Int(numbers[place])
      if character.follows, last > 0 { pairs.insert(last, number) }
      last = number
    }
  }

  /// Counts the numbered characters and pairs of a text.
  private mutating func count(_ bytes: Span<UInt8>) {
    var (last, offset) = (0, 0)
    while let character = bytes.nextIdeograph(from: &offset) {
      let number = number(of: character.value)
      if number > 0 {
        singles[number] += 1
        if character.follows, last > 0 { pairs.count(last, number) }
      }
      last = number
    }
  }
}

extension Span where Element == UInt8 {
  /// The next character whose first byte is that of kana or an ideograph, and whether it follows the
  /// one before at once.
  @inline(__always)
  fileprivate func nextIdeograph(from offset: inout Int) -> (value: UInt32, follows: Bool)? {
    let start = offset
    while offset + 2 < count {
      let lead = self[offset]
      if lead >= 0xE3, lead <= 0xE9 {
        let low = UInt32(self[offset + 1] & 0x3F) << 6 | UInt32(self[offset + 2] & 0x3F)
        let follows = offset == start
        offset += 3
        return (UInt32(lead & 0x0F) << 12 | low, follows)
      }
      offset += 1
    }
    return nil
  }
}

extension Issue {
  /// The texts of a page, those of its stories with all their segments, and which of them are heads.
  fileprivate func texts(onPage index: Int) -> [(words: String, isHead: Bool)] {
    var found: [(words: String, isHead: Bool)] = []
    for item in pages[index].items {
      switch item {
      case .story(let part):
        guard let article = article(part.article) else { continue }
        let heads = [article.kicker].compactMap(\.self) + article.headline + article.deck
        found += heads.map { ($0, true) }
        for block in article.segments.lazy.flatMap(\.blocks) {
          found.append((block.text, block.role == .crosshead))
        }
      case .briefs(let group):
        found += group.briefs.map { ($0.text, false) }
      case .photo(let photo): found.append((photo.caption, false))
      case .advert(let advert): found += advert.lines.map { ($0, true) }
      case .refers(let box): found += box.refers.map { ($0.text, false) }
      }
    }
    return found
  }
}
