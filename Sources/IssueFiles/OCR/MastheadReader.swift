import NewsModel

/// Reads the head of a front page: the lines from the name of the paper down to its imprint.
///
/// A date must stand among the first lines, all lines above it must be short, and two signs of a
/// newspaper be there: a name such as 日报 or Gazette counts for two, a weekday, a lunar date, a
/// registration, an issue number or a publisher for one.
struct MastheadReader {
  /// What was read.
  private(set) var nameplate: Nameplate
  /// How many lines belong to it.
  private(set) var lineCount: Int

  /// Reads the first lines of a page; nil where they are no masthead.
  init?(_ lines: [TextLine]) {
    let head = lines.prefix(14)
    guard let dateLine = head.firstIndex(where: { readDate(in: $0.text) != nil }), dateLine > 0,
      head[..<dateLine].allSatisfy({ $0.text.unicodeScalars.count <= 40 && !$0.text.isProse })
    else { return nil }
    let end = head[(dateLine + 1)...].firstIndex { !$0.text.isOfMasthead } ?? head.endIndex
    let signs = head[..<end].reduce(0) { $0 + $1.text.signsOfMasthead }
    guard signs >= 2 else { return nil }
    nameplate = Nameplate(name: lines[0].text)
    lineCount = end
    for line in head[1..<end] { add(line.text) }
  }

  /// Gives each part of a line its place.
  private mutating func add(_ text: String) {
    if nameplate.date.date == nil, !text.hasCJK, let date = readDate(in: text) {
      nameplate.date.date = date
      nameplate.date.printed = text
      return
    }
    if nameplate.number == nil, text.isLatinIssueNumber {
      nameplate.number = text
      return
    }
    let rest = text.split(separator: " ").map(String.init).filter { !take($0) }
    guard !rest.isEmpty else { return }
    let line = rest.joined(separator: " ")
    if nameplate.organ == nil, line.isOrgan {
      nameplate.organ = line
    } else if nameplate.registration == nil, line.isRegistration {
      nameplate.registration = line
    } else if nameplate.subtitle == nil, nameplate.date.date == nil {
      nameplate.subtitle = line
    } else {
      nameplate.imprint.append(line)
    }
  }

  /// Takes a word that is the date, the weekday, the lunar date or the number.
  private mutating func take(_ word: String) -> Bool {
    if nameplate.date.date == nil, let date = readDate(in: word) {
      nameplate.date.date = date
      nameplate.date.printed = word
    } else if nameplate.date.weekday == nil, Weekday(named: word) != nil {
      nameplate.date.weekday = word
    } else if nameplate.date.lunar == nil, word.isLunarDate {
      nameplate.date.lunar = word
    } else if nameplate.number == nil, word.isIssueNumber {
      nameplate.number = word
    } else {
      return false
    }
    return true
  }
}

extension String {
  fileprivate var isOrgan: Bool { holds("机关报") || holds("主办") || holds("主管") || holds("機關報") }

  fileprivate var isRegistration: Bool {
    holds("刊号") || holds("刊號") || holds("ISSN") || holds("邮发代号")
  }

  /// 农历庚子年五月廿五, 癸卯年十二月廿二.
  fileprivate var isLunarDate: Bool {
    if hasPrefix("农历") || hasPrefix("農曆") || hasPrefix("夏历") { return true }
    let scalars = Array(unicodeScalars.prefix(4))
    return scalars.count == 4 && "甲乙丙丁戊己庚辛壬癸".unicodeScalars.contains(scalars[0])
      && "子丑寅卯辰巳午未申酉戌亥".unicodeScalars.contains(scalars[1]) && scalars[2] == "年"
  }

  /// 第9226期, 总第15000期, 第12345号.
  fileprivate var isIssueNumber: Bool {
    let begins = hasPrefix("第") || hasPrefix("总第") || hasPrefix("總第")
    let ends = hasSuffix("期") || hasSuffix("号") || hasSuffix("號")
    return begins && ends && unicodeScalars.contains { ("0"..."9").contains($0) }
  }

  /// A number as Western papers print it: № 4,312.
  fileprivate var isLatinIssueNumber: Bool {
    let begins = ["No. ", "No ", "Vol. ", "VOL. ", "NO. ", "Nr. ", "N° ", "№"].contains {
      hasPrefix($0)
    }
    return begins && unicodeScalars.count <= 40 && unicodeScalars.contains { $0.isDigit }
  }

  /// Whether the line may stand below the date of a masthead.
  fileprivate var isOfMasthead: Bool {
    let words = [
      "星期", "农历", "農曆", "机关报", "主办", "主管", "刊号", "刊號", "ISSN", "邮发代号", "http", "www.", "出版",
      "零售", "定价", "订阅", "手机报", "社址", "新闻热线", "报料热线", "今日", "总第",
    ]
    if isLatinIssueNumber { return true }
    guard unicodeScalars.count <= 60, !isProse || holds("http") else { return false }
    if ["Price", "PRICE", "Established", "ESTABLISHED", "Published"].contains(where: hasPrefix) {
      return true
    }
    return words.contains { holds($0) }
      || split(separator: " ").contains {
        let word = String($0)
        return word.isIssueNumber || word.isLunarDate || Weekday(named: word) != nil
      }
  }

  /// How much a line speaks for a newspaper.
  fileprivate var signsOfMasthead: Int {
    let lower = lowercased()
    let names = [
      "daily", "times", "gazette", "news", "herald", "journal", "tribune", "chronicle", "courier",
      "zeitung", "anzeiger", "tageblatt",
    ]
    let isName =
      (hasSuffix("报") || hasSuffix("報") || hasSuffix("新聞") || hasSuffix("신문") || hasSuffix("일보")
        || names.contains { lower.holds($0) }) && unicodeScalars.count <= 30
    let isSign = split(separator: " ").contains {
      let word = String($0)
      return word.isIssueNumber || word.isLunarDate || Weekday(named: word) != nil
    }
    return (isName ? 2 : 0)
      + (isSign || isLatinIssueNumber || isRegistration || isOrgan || holds("出版") ? 1 : 0)
  }
}

/// The day that a text names: 2020年7月15日, 2031-05-14, 16 May 2031, May 16, 2031.
func readDate(in text: String) -> CalendarDate? {
  let numbers = text.unicodeScalars.split { !$0.isDigit }.map { run in
    run.reduce(0) { min(99_999, $0 * 10 + $1.digit) }
  }
  if let month = month(in: text) {
    guard let year = numbers.first(where: { $0 > 1600 }),
      let day = numbers.first(where: { 1...31 ~= $0 })
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }
  let isEastAsian =
    ["年", "년"].contains { text.holds($0) } && ["日", "일"].contains { text.holds($0) }
  let isPlain = text.unicodeScalars.allSatisfy { $0.isDigit || "-/. ".unicodeScalars.contains($0) }
  guard isEastAsian || isPlain,
    let start = numbers.firstIndex(where: { (1600...2200).contains($0) }), start + 2 < numbers.count
  else { return nil }
  return CalendarDate(year: numbers[start], month: numbers[start + 1], day: numbers[start + 2])
}

/// The month that a Western date names, 1 to 12; nil for longer texts.
private func month(in text: String) -> Int? {
  guard text.utf8.count <= 60, !text.hasCJK else { return nil }
  let names = [
    ["january", "jan", "januar", "janvier"], ["february", "feb", "februar", "février"],
    ["march", "mar", "märz", "mars"], ["april", "apr", "avril"], ["may", "mai"],
    ["june", "jun", "juni", "juin"], ["july", "jul", "juli", "juillet"],
    ["august", "aug", "août"], ["september", "sept", "sep", "septembre"],
    ["october", "oct", "oktober", "octobre"], ["november", "nov", "novembre"],
    ["december", "dec", "dezember", "décembre"],
  ]
  let words = text.lowercased().split { !$0.isLetter }.map(String.init)
  return names.firstIndex { !Set($0).isDisjoint(with: words) }.map { $0 + 1 }
}

extension Unicode.Scalar {
  /// ASCII and full-width digits.
  fileprivate var isDigit: Bool {
    (0x30...0x39).contains(value) || (0xFF10...0xFF19).contains(value)
  }

  fileprivate var digit: Int { Int(value & 0xF) }
}
