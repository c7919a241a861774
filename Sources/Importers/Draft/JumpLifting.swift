import NewsModel

extension DraftItem {
  /// Takes printed jump lines out of the text of an article: a to-line at the end of a part, a from-line at
  /// the head of one.
  ///
  /// Where the item goes on anyway the line says what print says of it; where it does not, the line leads to
  /// the page it names. A to-line that was only nearly recognised stands in brackets by itself at the end of
  /// the article, and nothing else does; a from-line of that kind is lifted where the structure agrees with it.
  mutating func liftJumpLines() {
    guard kind == .article || kind == .notice else { return }
    for index in parts.indices {
      liftToLine(at: index)
      liftFromLine(at: index)
    }
  }

  private mutating func liftToLine(at index: Int) {
    guard parts[index].toLine == nil, let last = parts[index].blocks.last, last.role == .paragraph
    else { return }
    let goesOn = index + 1 < parts.count
    if let line = JumpLine(paragraph: last.text), line.kind == .to {
      guard parts[index].blocks.count > 1 || goesOn else { return }
      parts[index].blocks.removeLast()
      take(line, at: index)
    } else if let (text, line) = JumpLine.atEnd(of: last.text) {
      parts[index].blocks[parts[index].blocks.count - 1].text = String(text).trimmedOfBlanks
      take(line, at: index)
    }
  }

  private mutating func take(_ line: JumpLine, at index: Int) {
    parts[index].toLine = line.text
    parts[index].toPage = line.pages.first
  }

  private mutating func liftFromLine(at index: Int) {
    guard parts[index].fromLine == nil, let first = parts[index].blocks.first,
      first.role == .paragraph
    else { return }
    if let line = JumpLine(paragraph: first.text), line.kind == .from, line.isCertain || index > 0 {
      guard parts[index].blocks.count > 1 || index > 0 else { return }
      parts[index].blocks.removeFirst()
      parts[index].fromLine = line.text
    } else if let (line, text) = JumpLine.atStart(of: first.text) {
      parts[index].blocks[0].text = String(text).trimmedOfBlanks
      parts[index].fromLine = line.text
    }
  }
}

extension Draft {
  /// Joins articles whose printed lines say that one goes on in the other, where the structure of the source
  /// says nothing of it.
  ///
  /// Both ends have to agree: the page that the to-line names has an article whose from-line names the first
  /// page, or one with the same headline, and no second that would fit as well.
  mutating func joinByPrint() {
    var index = 0
    while index < items.count {
      if let rest = continuation(of: items[index]), rest != index {
        items[index].append(items[rest])
        items.remove(at: rest)
        if rest < index { index -= 1 }
      } else {
        index += 1
      }
    }
  }

  /// The item in which an article goes on by what is printed; nil where none fits or several do.
  private func continuation(of item: DraftItem) -> Int? {
    guard item.kind == .article, let last = item.parts.last, let label = last.toPage,
      let target = page(labelled: label), target != last.page
    else { return nil }
    let fitting = items.indices.filter { index in
      let rest = items[index]
      guard rest.kind == .article, rest.id != item.id, let first = rest.parts.first,
        first.page == target
      else { return false }
      return first.fromLine.map { names($0, page: last.page) } ?? rest.hasSameHeadline(as: item)
    }
    return fitting.count == 1 ? fitting.first : nil
  }

  private func names(_ line: String, page: Int) -> Bool {
    guard let read = JumpLine(paragraph: line) else { return false }
    return read.pages.contains { self.page(labelled: $0) == page }
  }

  /// The page with that label, as readers look for it: exact, then by number alone.
  func page(labelled label: String) -> Int? {
    let wanted = PageLabel(label)
    let labels = pages.indices.map { PageLabel(pages[$0].label ?? String($0 + 1)) }
    return labels.firstIndex(of: wanted)
      ?? labels.firstIndex {
        $0.number == wanted.number && (wanted.section.isEmpty || $0.section.isEmpty)
      }
  }
}

extension DraftItem {
  fileprivate func hasSameHeadline(as other: DraftItem) -> Bool {
    let (own, wanted) = (headline.joined().letters, other.headline.joined().letters)
    return own.count >= 4 && own == wanted
  }

  /// Takes the parts of the article in which this one goes on; a headline of its own becomes a crosshead at
  /// the head of the rest.
  mutating func append(_ rest: DraftItem) {
    var parts = rest.parts
    let heads =
      [rest.label, rest.kicker].compactMap { $0 }
      + (rest.hasSameHeadline(as: self) ? [] : rest.headline) + rest.deck
      + [rest.byline].compactMap { $0 }
    parts[0].blocks.insert(contentsOf: heads.map { Block(.crosshead, $0) }, at: 0)
    self.parts += parts
    tailLine = [tailLine, rest.tailLine].compactMap { $0 }.joined(separator: " ").nonEmpty
    reason += ", joined by its jump line"
  }
}

extension String {
  /// The letters alone, without white space and hyphens.
  var letters: String {
    var letters = String.UnicodeScalarView()
    for scalar in unicodeScalars where !scalar.goesWithLineEnds { letters.append(scalar) }
    return String(letters)
  }

  /// The text, or nil where there is none.
  var nonEmpty: String? { isEmpty ? nil : self }
}
