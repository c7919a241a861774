extension LunarDate {
  /// Whether a printed lunar date is this one: 农历庚子年五月廿五, 癸卯年十二月廿二, 臘月廿二.
  ///
  /// What the print leaves out, such as the year, is not compared. Nil where it cannot be read.
  public func agrees(with printed: String) -> Bool? {
    var reader = LunarReader(printed)
    guard let found = reader.read() else { return nil }
    return found.month == month && found.isLeap == isLeapMonth && found.day == day
      && (found.yearName.map { $0 == yearName } ?? true)
  }
}

/// Reads a lunar date in the words of a newspaper.
private struct LunarReader {
  private var rest: Substring

  init(_ text: String) {
    let simplified: [Character: Character] = [
      "閏": "闰", "臘": "腊", "農": "农", "曆": "历", "歷": "历", "拾": "十", "陰": "阴",
    ]
    rest = Substring(String(text.filter { !$0.isWhitespace }.map { simplified[$0] ?? $0 }))
  }

  mutating func read() -> (yearName: String?, month: Int, isLeap: Bool, day: Int)? {
    for word in ["农历", "夏历", "阴历", "旧历"] where take(word) { break }
    var yearName: String?
    if let end = rest.firstIndex(of: "年") {
      yearName = String(rest[..<end].suffix(2))
      rest = rest[end...].dropFirst()
    }
    let isLeap = take("闰")
    guard let month = take(oneOf: Self.months), take("月") else { return nil }
    guard let day = take(oneOf: Self.days) else { return nil }
    return (yearName, month, isLeap, day)
  }

  private mutating func take(_ word: String) -> Bool {
    guard rest.hasPrefix(word) else { return false }
    rest = rest.dropFirst(word.count)
    return true
  }

  private mutating func take(oneOf words: [(String, Int)]) -> Int? {
    for (word, value) in words where take(word) { return value }
    return nil
  }

  /// The names of the months; longer ones first, for 十 begins 十一.
  private static let months: [(String, Int)] =
    [("十一", 11), ("十二", 12), ("冬", 11), ("腊", 12), ("一", 1)]
    + LunarDate.monthNames.prefix(10).enumerated().map { ($0.element, $0.offset + 1) }

  private static let days: [(String, Int)] =
    (1...9).map { ("二十" + LunarDate.dayNames[$0 - 1].dropFirst(), 20 + $0) }
    + LunarDate.dayNames.enumerated().map { ($0.element, $0.offset + 1) }.reversed()
}
