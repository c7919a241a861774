/// The phrasings of each language. Every reader stands after brackets and arrows, and stops before
/// those that follow.
extension JumpScanner {
  /// Reads a line in any of the languages.
  mutating func phrase() -> Line? {
    attempt { $0.chineseLine() } ?? attempt { $0.japaneseLine() } ?? attempt { $0.koreanLine() }
      ?? attempt { $0.englishLine() } ?? attempt { $0.germanLine() } ?? attempt { $0.frenchLine() }
      ?? attempt { $0.chineseReference() } ?? attempt { $0.wordsBeforePage() }
  }

  // MARK: Chinese

  /// 下转第八版, 上接A01版; 转第4版 and 接第1版 only in brackets or by themselves.
  private mutating func chineseLine() -> Line? {
    let verbs: [(String, JumpLine.Kind, isPlain: Bool)] = [
      ("下转", .to, false), ("下轉", .to, false), ("下 转", .to, false), ("下 轉", .to, false),
      ("文转", .to, false), ("文轉", .to, false), ("续转", .to, false), ("續轉", .to, false),
      ("转接", .to, true), ("转至", .to, true), ("轉至", .to, true), ("转", .to, true),
      ("轉", .to, true), ("上接", .from, false), ("上 接", .from, false), ("紧接", .from, true),
      ("緊接", .from, true), ("接", .from, true),
    ]
    for (verb, kind, isPlain) in verbs where take(verb) {
      guard !isPlain || isBracketed || standsAlone else { return nil }
      return chinesePages().map { Line(kind: kind, pages: $0) }
    }
    return nil
  }

  /// 第八版, A02版, 02、03版.
  private mutating func chinesePages() -> [String]? {
    skipBlanks()
    if take("第") { skipBlanks() }
    guard let pages = labels() else { return nil }
    skipBlanks()
    return take("版") ? pages : nil
  }

  /// 讲话全文见A02版, 详见第4版: at most 14 characters before the verb.
  private mutating func chineseReference() -> Line? {
    guard isBracketed || standsAlone else { return nil }
    let start = index
    for offset in 0...14 where start + offset < count {
      if offset > 0, "()。;".unicodeScalars.contains(folded[start + offset - 1]) { return nil }
      index = start + offset
      guard takeOne(of: ["详见", "詳見", "见", "見", "刊于", "刊", "请看"]) != nil else { continue }
      skipBlanks()
      _ = takeOne(of: ["本报", "今日"])
      if let pages = chinesePages() { return Line(kind: .refer, pages: pages) }
    }
    return nil
  }

  /// A02版, （A04/05）, >>>02: a paragraph of its own.
  mutating func bareReference() -> Line? {
    guard standsAlone else { return nil }
    var needsLetter = true
    if take(">>") {
      _ = take(">")
      skipBlanks()
      needsLetter = false
    }
    guard let pages = labels(), !needsLetter || !PageLabel(pages[0]).section.isEmpty else {
      return nil
    }
    _ = take("版")
    return Line(kind: .refer, pages: pages)
  }

  // MARK: Japanese and Korean

  /// ２面に続く, １面から続く, １・２面に関連記事.
  private mutating func japaneseLine() -> Line? {
    _ = take("第")
    guard let pages = labels() else { return nil }
    skipBlanks()
    guard take("面") else { return nil }
    if takeOne(of: ["に続く", "へ続く", "につづく", "へつづく"]) != nil {
      return Line(kind: .to, pages: pages)
    }
    if takeOne(of: ["から続く", "からつづく", "の続き", "のつづき"]) != nil {
      return Line(kind: .from, pages: pages)
    }
    if isBracketed || standsAlone, take("から") { return Line(kind: .from, pages: pages) }
    guard takeOne(of: ["に関連", "に解説", "に詳報", "に要旨", "に全文", "に写真"]) != nil else { return nil }
    passTail(upTo: 14)
    return Line(kind: .refer, pages: pages)
  }

  /// 3면에 계속, 1면에서 이어짐, A3·4면에 관련기사.
  private mutating func koreanLine() -> Line? {
    guard let pages = labels() else { return nil }
    skipBlanks()
    guard take("면") else { return nil }
    let isFrom = take("에서")
    if !isFrom { _ = take("에") }
    skipBlanks()
    if takeOne(of: ["계속", "이어짐"]) != nil {
      return Line(kind: isFrom ? .from : .to, pages: pages)
    }
    guard !isFrom, takeOne(of: ["관련기사", "관련 기사", "참조"]) != nil else { return nil }
    passTail(upTo: 24)
    return Line(kind: .refer, pages: pages)
  }

  /// Passes the rest of a reference up to its closing bracket.
  private mutating func passTail(upTo limit: Int) {
    for _ in 0..<limit {
      guard let scalar = current, !")]】〕〉》".unicodeScalars.contains(scalar) else { return }
      index += 1
    }
  }

  // MARK: English

  /// Continued on Page A9, turn to page 23, See CANVASS, A4; Continued from Page A1.
  private mutating func englishLine() -> Line? {
    if let line = attempt({ $0.keywordLine() }) { return line }
    if take("see ") {
      if let page = attempt({ $0.keywordAndPage() }) { return Line(kind: .to, pages: [page]) }
      return standsAlone ? englishPage().map { Line(kind: .refer, pages: [$0]) } : nil
    }
    _ = take("please ")
    if takeOne(of: ["turns to ", "turn to ", "jumps to ", "jump to "]) != nil {
      return englishPage().map { Line(kind: .to, pages: [$0]) }
    }
    guard takeOne(of: ["continued", "continues", "cont'd", "cont.", "cont"]) != nil else {
      return nil
    }
    if takeOne(of: [" on ", " to "]) != nil {
      return englishPage().map { Line(kind: .to, pages: [$0]) }
    }
    guard take(" from ") else { return nil }
    return (englishPage() ?? label()).map { Line(kind: .from, pages: [$0]) }
  }

  /// Page A9, A4, Second Page; the column after it is passed.
  private mutating func englishPage() -> String? {
    _ = take("the ")
    let page =
      attempt { scanner -> String? in
        guard scanner.takeOne(of: ["page", "pg.", "pg", "p.", "p"]) != nil else { return nil }
        scanner.skipBlanks()
        return scanner.label()
      } ?? attempt { $0.ordinal() } ?? attempt { $0.sectionLabel() }
    if page != nil { passColumn() }
    return page
  }

  private mutating func passColumn() {
    _ = attempt { scanner -> Bool? in
      guard scanner.take(", "), scanner.takeOne(of: ["column ", "col. ", "col "]) != nil else {
        return nil
      }
      return scanner.digits().map { _ in true }
    }
  }

  /// A label with a section letter.
  private mutating func sectionLabel() -> String? {
    attempt { $0.label() }.flatMap { PageLabel($0).section.isEmpty ? nil : $0 }
  }

  /// second page, 2d page, 3rd page.
  private mutating func ordinal() -> String? {
    let words = [
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
      "eleventh", "twelfth",
    ]
    let number: String?
    if let word = takeOne(of: words), let place = words.firstIndex(of: word) {
      number = String(place + 1)
    } else {
      number = digits()
      guard takeOne(of: ["st", "nd", "rd", "th", "d"]) != nil else { return nil }
    }
    skipBlanks()
    return take("page") ? number : nil
  }

  /// OBAMA, page 4; OBAMA, from page 1: a paragraph of its own.
  private mutating func keywordLine() -> Line? {
    guard standsAlone, passKeyword() else { return nil }
    let isFrom = take("from ")
    guard let page = englishPage() else { return nil }
    return Line(kind: isFrom ? .from : .to, pages: [page])
  }

  /// CANVASS, A4, after the word see.
  private mutating func keywordAndPage() -> String? { passKeyword() ? englishPage() : nil }

  /// Passes a keyword in capitals with its comma.
  private mutating func passKeyword() -> Bool {
    let word = cased[index...].prefix { $0 != "," }
    let capitals = word.count { ("A"..."Z").contains($0) }
    guard (2...25).contains(word.count), capitals >= 2,
      word.allSatisfy({ ("A"..."Z").contains($0) || " '&-.".unicodeScalars.contains($0) })
    else { return false }
    index += word.count
    return take(", ")
  }

  // MARK: German and French

  /// Fortsetzung auf Seite 8, Schluß von Seite 1.
  private mutating func germanLine() -> Line? {
    if standsAlone, take("siehe ") { return germanPage().map { Line(kind: .refer, pages: [$0]) } }
    guard takeOne(of: ["fortsetzung ", "schluß ", "schluss "]) != nil else { return nil }
    let isFrom = take("von ")
    if !isFrom { _ = take("auf ") }
    return germanPage().map { Line(kind: isFrom ? .from : .to, pages: [$0]) }
  }

  private mutating func germanPage() -> String? {
    guard takeOne(of: ["seite", "s."]) != nil else { return nil }
    skipBlanks()
    return label()
  }

  /// Lire la suite page 3, suite et schéma page 54; suite de la une; voir détails page 59.
  private mutating func frenchLine() -> Line? {
    if take("voir ") { return standsAlone ? frenchReference() : nil }
    if take("lire ") { _ = take("la ") }
    guard take("suite ") else { return nil }
    if take("de la ") {
      if takeOne(of: ["une", "première page", "premiere page"]) != nil {
        return Line(kind: .from, pages: ["1"])
      }
      return frenchPage().map { Line(kind: .from, pages: [$0]) }
    }
    if take("et ") {
      while let scalar = current, scalar.isLatinLetter { index += 1 }
      skipBlanks()
    }
    _ = takeOne(of: ["en ", "à la "])
    return frenchPage().map { Line(kind: .to, pages: [$0]) }
  }

  /// page 8, page54, 2e page.
  private mutating func frenchPage() -> String? {
    if let number = attempt({ $0.frenchOrdinal() }) { return number }
    guard takeOne(of: ["page", "p."]) != nil else { return nil }
    skipBlanks()
    return label()
  }

  private mutating func frenchOrdinal() -> String? {
    guard let number = digits(), takeOne(of: ["e", "ème", "re", "ère"]) != nil else { return nil }
    skipBlanks()
    return take("page") ? number : nil
  }

  /// After voir: at most 20 characters, then the page.
  private mutating func frenchReference() -> Line? {
    for _ in 0...20 {
      let page = attempt { scanner -> String? in
        _ = scanner.take("en ")
        return scanner.frenchPage()
      }
      if let page { return Line(kind: .refer, pages: [page]) }
      guard !isAtEnd else { return nil }
      index += 1
    }
    return nil
  }

  // MARK: References in words

  /// Full report on page 7, Weather map, Page B8: a paragraph of its own, at most 30 characters
  /// before the page and no bracket among them.
  private mutating func wordsBeforePage() -> Line? {
    guard standsAlone else { return nil }
    for _ in 0...30 where !isAtEnd {
      let page = attempt { scanner -> String? in
        guard scanner.takeOne(of: [", page ", " on page "]) != nil else { return nil }
        return scanner.label()
      }
      if let page { return Line(kind: .refer, pages: [page]) }
      if current == "(" || current == "[" { return nil }
      index += 1
    }
    return nil
  }
}
