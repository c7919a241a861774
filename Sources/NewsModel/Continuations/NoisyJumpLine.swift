/// Jump lines in Latin script whose letters the scanner got wrong: (Sortietung auf cite 5.).
extension JumpScanner {
  /// The line in brackets that is nearly one of the templates.
  ///
  /// A quarter of the letters may be wrong. Among 751 bracketed strings of 24 scanned issues that
  /// finds all but one of the noisy lines and nothing false; at 0.30 false ones come in.
  mutating func noisyLine() -> Line? {
    guard let first = cased.first, first == "(" || first == "[", (8...45).contains(count) else {
      return nil
    }
    let words = folded.dropFirst().prefix { $0 != ")" && $0 != "]" }
    guard words.count + 2 >= count - 1, let (text, page) = markingNumber(Array(words)) else {
      return nil
    }
    for (template, kind) in Self.templates {
      let distance = letterDistance(text, Array(template.unicodeScalars))
      if distance * 4 <= max(text.count, template.unicodeScalars.count) {
        return Line(kind: kind, pages: [page], isCertain: false)
      }
    }
    return nil
  }

  private static let templates: [(String, JumpLine.Kind)] = [
    ("fortsetzung auf seite #", .to), ("fortsetzung von seite #", .from),
    ("schluß auf seite #", .to), ("schluß von seite #", .from), ("continued on # page", .to),
    ("continued on page #", .to), ("continued from page #", .from),
    ("continued from # page", .from),
  ]

  /// The words with `#` in the place of their first number or ordinal, and what it counts.
  private func markingNumber(_ words: [Unicode.Scalar]) -> (text: [Unicode.Scalar], page: String)? {
    var output: [Unicode.Scalar] = []
    var page: String?
    for word in words.split(separator: " ") {
      let bare = word.filter { $0 != "." && $0 != "," }
      if !output.isEmpty { output.append(" ") }
      if page == nil, let number = Self.number(of: bare) {
        page = number
        output.append("#")
      } else {
        output += bare
      }
    }
    return page.map { (output, $0) }
  }

  private static func number(of word: [Unicode.Scalar]) -> String? {
    let text = String(String.UnicodeScalarView(word))
    let ordinals = [
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    ]
    if let place = ordinals.firstIndex(of: text) { return String(place + 1) }
    return word.count <= 3 && word.allSatisfy { ("0"..."9").contains($0) } ? text : nil
  }
}
