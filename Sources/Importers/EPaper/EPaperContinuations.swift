import NewsModel

extension Draft {
  /// Joins the articles of inner pages that go on with one of an earlier page.
  ///
  /// Sites give the head the whole text and file the rest a second time under the same headline, with
  /// `上接A01版` before it: where the rest is the end of the head, letter by letter, the head is cut where print
  /// broke it, also inside a paragraph. Where it is not, but the headlines are the same, the rest follows the
  /// head.
  mutating func joinContinuations() {
    for rest in items.indices.reversed() where items[rest].kind == .article {
      guard let line = items[rest].fromLine else { continue }
      guard let head = head(of: rest, line) else { continue }
      var tail = items[rest]
      tail.removeFromLine()
      if !items[head].split(before: tail, fromLine: line.text) {
        tail.parts[0].fromLine = line.text
        items[head].append(tail)
      }
      items.remove(at: rest)
    }
  }

  /// The article that goes on in another: on a page that the line names if one fits, else on any; with the same
  /// headline or with a text that ends with that of the rest.
  private func head(of rest: Int, _ line: JumpLine) -> Int? {
    let named = line.pages.compactMap { page(labelled: $0) }
    let fitting = items.indices.filter { index in
      guard index != rest, items[index].kind == .article, let last = items[index].parts.last,
        last.page != items[rest].parts[0].page
      else { return false }
      let isSame = items[index].headline.joined().letters == items[rest].headline.joined().letters
      return isSame && !items[rest].headline.isEmpty || items[index].ends(with: items[rest])
    }
    return fitting.first { named.contains(items[$0].parts[0].page) } ?? fitting.first
  }
}

extension DraftItem {
  /// The from-line with which the text begins, a paragraph by itself.
  fileprivate var fromLine: JumpLine? {
    guard let first = parts.first?.blocks.first?.text, let line = JumpLine(paragraph: first),
      line.kind == .from
    else { return nil }
    return line
  }

  fileprivate mutating func removeFromLine() { parts[0].blocks.removeFirst() }

  fileprivate func ends(with rest: DraftItem) -> Bool {
    let tail = rest.parts[0].blocks.dropFirst().map(\.text.letters).joined()
    guard tail.count >= 20, let last = parts.last else { return false }
    return last.blocks.map(\.text.letters).joined().hasSuffix(tail)
  }

  /// Cuts the last part where the text of `tail` begins and puts the rest on the tail's page; false where the
  /// text does not end with the tail's.
  fileprivate mutating func split(before tail: DraftItem, fromLine: String) -> Bool {
    let last = parts.count - 1
    let wanted = tail.parts[0].blocks.map(\.text.letters).joined()
    guard !wanted.isEmpty, parts[last].blocks.map(\.text.letters).joined().hasSuffix(wanted) else {
      return false
    }
    var (left, index) = (wanted.count, parts[last].blocks.count)
    while index > 0, parts[last].blocks[index - 1].text.letters.count <= left {
      index -= 1
      left -= parts[last].blocks[index].text.letters.count
    }
    var moved = Array(parts[last].blocks[index...])
    parts[last].blocks.removeSubrange(index...)
    if left > 0, index > 0 {
      let (before, after) = parts[last].blocks[index - 1].text.split(beforeLetters: left)
      parts[last].blocks[index - 1].text = before
      moved.insert(Block(.paragraph, after), at: 0)
      parts[last].breaksParagraph = true
    }
    guard !parts[last].blocks.isEmpty else {
      parts[last].blocks = moved
      return false
    }
    var part = DraftPart(page: tail.parts[0].page, blocks: moved, zones: tail.parts[0].zones)
    part.fromLine = fromLine
    part.sources = tail.parts[0].sources
    part.order = tail.parts[0].order
    parts.append(part)
    return true
  }
}

extension String {
  /// The text in two, so that the second has that many letters.
  fileprivate func split(beforeLetters count: Int) -> (before: String, after: String) {
    var (seen, index) = (0, endIndex)
    while index > startIndex, seen < count {
      index = self.index(before: index)
      if self[index].unicodeScalars.contains(where: { !$0.goesWithLineEnds }) { seen += 1 }
    }
    return (String(self[..<index]), String(self[index...]))
  }
}
