import IssueFiles
import NewsModel

extension ScanIssue {
  /// The draft of the issue: the texts of its items, put together from lines and words.
  ///
  /// Items stand on a page in the order in which their first words are read there; what no item claims is
  /// furniture of its page. Throws where a letter of a page would be in no item.
  func draft() throws(ImportNote) -> Draft {
    var drafting = ScanDrafting(self)
    for item in items { drafting.add(item) }
    drafting.addFurniture()
    try drafting.check()
    return drafting.draft
  }
}

/// Makes a draft of a scanned issue.
private struct ScanDrafting {
  let issue: ScanIssue
  private(set) var draft: Draft
  private var coverage: ScanCoverage
  /// Letters that came from metadata and stand on no page.
  private var addedLetters = 0

  init(_ issue: ScanIssue) {
    self.issue = issue
    draft = Draft(format: issue.format)
    (draft.paper, draft.date, draft.language) = (issue.paper, issue.date, issue.language)
    draft.pages = issue.pages.map { DraftPage(label: $0.label) }
    coverage = ScanCoverage(issue.pages)
  }

  mutating func add(_ item: ScanItem) {
    var builder = ItemBuilder(item, issue.pages)
    for piece in item.pieces {
      builder.add(piece, runs: piece.runs.flatMap { coverage.take($0) })
    }
    let (made, added) = builder.finished()
    if item.kind == .furniture, made.isEmpty { return }
    addedLetters += added
    draft.items.append(made)
  }

  /// Gives what no item claims to an item of its page.
  mutating func addFurniture() {
    for (page, scan) in issue.pages.enumerated() {
      var item = ScanItem(id: "furniture-\(page + 1)", kind: .furniture, reason: "in no article")
      for block in scan.blocks.indices where coverage.hasFreeWords(page: page, block: block) {
        guard scan.blocks[block].wordCount > 0 else { continue }
        item.pieces.append(ScanPiece(role: .body, runs: [ScanRun(page: page, block: block)]))
      }
      if !item.pieces.isEmpty { add(item) }
    }
    putInOrder()
  }

  /// Puts the items in the order in which the pages are read: by their first part's place.
  private mutating func putInOrder() {
    let keyed = draft.items.enumerated().map { index, item in
      (key: item.readingOrder ?? [Int.max, index], index: index)
    }
    draft.items = keyed.sorted { ($0.key, $0.index) < ($1.key, $1.index) }
      .map { draft.items[$0.index] }
  }

  /// Fails where letters of the pages stand in no item.
  func check() throws(ImportNote) {
    let wanted = issue.pages.reduce(0) { $0 + $1.blocks.reduce(0) { $0 + $1.letters } }
    let got = draft.items.reduce(0) { $0 + $1.letters } - addedLetters
    guard wanted == got else {
      throw ImportNote(
        file: issue.pages.first?.file ?? issue.format,
        sentence: "\(wanted - got) of \(wanted) letters would be lost; report this as a fault")
    }
  }
}

extension DraftItem {
  /// Page and block of the first part, for sorting.
  fileprivate var readingOrder: [Int]? { parts.first?.order.map { [parts[0].page, $0] } }
}

private func < (left: ([Int], Int), right: ([Int], Int)) -> Bool {
  if left.0 != right.0 { return left.0.lexicographicallyPrecedes(right.0) }
  return left.1 < right.1
}

/// Puts the texts of one item together.
private struct ItemBuilder {
  private let source: ScanItem
  private let pages: [ScanPage]
  private var item: DraftItem
  /// Whether the last paragraph goes on with the next text.
  private var isOpenAtEnd = false

  init(_ source: ScanItem, _ pages: [ScanPage]) {
    (self.source, self.pages) = (source, pages)
    item = DraftItem(id: source.id, kind: source.kind, reason: source.reason)
    item.confidence = source.confidence
    item.parent = source.parent
  }

  /// Adds the runs of a piece that are free.
  mutating func add(_ piece: ScanPiece, runs: [ScanRun]) {
    var lines: [ScanLine] = []
    for (index, run) in runs.enumerated() {
      begin(run)
      lines += pages[run.page].blocks[run.block].lines(of: run.words)
      let next = index + 1 < runs.count ? runs[index + 1] : nil
      let staysTogether =
        next?.page == run.page && (piece.isOneParagraph || next?.block == run.block)
      if !staysTogether {
        put(lines, piece, isCut: piece.isOneParagraph && next != nil)
        lines = []
      }
    }
  }

  /// Opens a part where the page changes, and notes where the run stands.
  private mutating func begin(_ run: ScanRun) {
    if item.parts.last?.page != run.page { item.parts.append(DraftPart(page: run.page)) }
    let (page, part) = (pages[run.page], item.parts.count - 1)
    let block = page.blocks[run.block]
    item.parts[part].order = item.parts[part].order ?? source.rank ?? run.block
    let box = run.words.map { block.lines(of: $0).compactMap(\.box).union } ?? block.extent
    if let zone = page.zone(box) { item.parts[part].zones.append(zone) }
    item.parts[part].sources.append(page.file + "#" + block.id)
  }

  private mutating func put(_ lines: [ScanLine], _ piece: ScanPiece, isCut: Bool) {
    let texts = lines.paragraphs(asOne: piece.isOneParagraph || piece.role.isHead)
    guard !texts.isEmpty else { return }
    for text in texts {
      let isFirstPart = item.parts.count == 1 && item.parts[0].blocks.isEmpty
      if piece.role.isHead, isFirstPart || piece.role == .byline && item.byline == nil {
        putHead(piece.role, text.text)
      } else {
        let role: Block.Role =
          piece.role.isHead || piece.role == .crosshead ? .crosshead : .paragraph
        putBlock(
          Block(role, text.text), goesOn: isOpenAtEnd || !piece.isOneParagraph && goesOn(text))
      }
    }
    isOpenAtEnd = isCut || (texts.last?.endsInWord ?? false)
  }

  /// Whether a text goes on with the last paragraph: that has no full stop, and this begins small.
  private func goesOn(_ text: ScanText) -> Bool {
    guard let last = item.parts.last?.blocks.last, last.role == .paragraph else { return false }
    let isSmall = text.text.unicodeScalars.first?.properties.isLowercase ?? false
    return isSmall && !last.text.endsAsParagraph
  }

  /// Adds a block to the last part; where the text before goes on with it they become one, unless a page
  /// parts them.
  private mutating func putBlock(_ block: Block, goesOn: Bool) {
    let part = item.parts.count - 1
    if goesOn, block.role == .paragraph {
      if let last = item.parts[part].blocks.last, last.role == .paragraph {
        item.parts[part].blocks[item.parts[part].blocks.count - 1].text =
          last.text.continued(by: block.text)
        return
      }
      if part > 0, item.parts[part].blocks.isEmpty { item.parts[part - 1].breaksParagraph = true }
    }
    item.parts[part].blocks.append(block)
  }

  private mutating func putHead(_ role: ScanPiece.Role, _ text: String) {
    switch role {
    case .kicker: item.kicker = item.kicker.map { $0 + " " + text } ?? text
    case .headline: item.headline.append(text)
    case .deck: item.deck.append(text)
    case .byline: item.byline = text
    case .body, .crosshead, .caption: break
    }
  }

  /// The item, and how many of its letters stand on no page.
  func finished() -> (item: DraftItem, added: Int) {
    var item = item
    var added = 0
    if item.headline.isEmpty, let title = source.title { added += item.take(title: title) }
    for index in item.parts.indices { item.parts[index].zones = item.parts[index].zones.merged }
    if item.byline == nil, let author = source.author, item.kind == .article {
      item.byline = author
      added += author.countOfLetters
    }
    item.markCutParagraphs()
    return (item, added)
  }
}

extension ScanPiece.Role {
  fileprivate var isHead: Bool {
    switch self {
    case .kicker, .headline, .deck, .byline: true
    case .body, .crosshead, .caption: false
    }
  }
}

extension DraftItem {
  /// Takes a title of the metadata for the headline; gives how many letters that adds.
  ///
  /// Where the text begins with the same letters, these are the headline and nothing is added.
  fileprivate mutating func take(title: String) -> Int {
    let wanted = Array(title.letters.lowercased().unicodeScalars)
    if let first = parts.first?.blocks.first, !wanted.isEmpty {
      let own = first.text.letters.lowercased().unicodeScalars
      if own.starts(with: wanted), let (head, rest) = first.text.split(afterLetters: wanted.count) {
        // A title that ends inside a word is the beginning of the text and no head.
        guard !first.text.continuesWord(behind: head) else { return 0 }
        headline = [head]
        if rest.isEmpty {
          parts[0].blocks.removeFirst()
        } else {
          parts[0].blocks[0].text = rest
        }
        return 0
      }
    }
    headline = [title]
    return title.countOfLetters
  }

  /// Marks the parts whose last paragraph goes on in the next one: a broken word, or no full stop before a
  /// small letter.
  fileprivate mutating func markCutParagraphs() {
    for index in parts.indices.dropLast() where !parts[index].breaksParagraph {
      guard let last = parts[index].blocks.last, let next = parts[index + 1].blocks.first,
        last.role == .paragraph, next.role == .paragraph
      else { continue }
      let goesOnSmall = next.text.unicodeScalars.first?.properties.isLowercase ?? false
      parts[index].breaksParagraph = !last.text.endsAsParagraph && goesOnSmall
    }
  }
}

extension String {
  /// Whether the word with which `head`, the beginning of this text, ends goes on behind it.
  fileprivate func continuesWord(behind head: String) -> Bool {
    let rest = unicodeScalars.dropFirst(head.unicodeScalars.count)
    guard let last = head.unicodeScalars.last, let next = rest.first else { return false }
    return last.properties.isAlphabetic && !last.isIdeographic
      && (next.properties.isAlphabetic && !next.isIdeographic || next.isHyphen)
  }

  /// The text up to and with that many letters, and the text behind it.
  fileprivate func split(afterLetters count: Int) -> (head: String, rest: String)? {
    var seen = 0
    for index in unicodeScalars.indices {
      if !unicodeScalars[index].goesWithLineEnds { seen += 1 }
      if seen == count {
        let end = unicodeScalars.index(after: index)
        return (String(self[..<end]), String(self[end...]).trimmedOfBlanks)
      }
    }
    return nil
  }

  /// The text with the one that it goes on with: a broken word is joined.
  fileprivate func continued(by next: String) -> String {
    guard let last = unicodeScalars.last, let first = next.unicodeScalars.first else {
      return self + next
    }
    if last.isHyphen, first.properties.isLowercase { return String(dropLast()) + next }
    return last.isHyphen || last.isIdeographic && first.isIdeographic
      ? self + next : self + " " + next
  }
}

extension [Zone] {
  /// Fewer rectangles: those that stand one under the other at the same edges become one.
  var merged: [Zone] {
    var merged: [Zone] = []
    for zone in self {
      if let last = merged.last, abs(last.left - zone.left) < 200,
        abs(last.right - zone.right) < 200,
        zone.top - last.bottom < 300, zone.top >= last.top,
        let both = Zone(
          left: Swift.min(last.left, zone.left), top: last.top,
          width: Swift.max(last.right, zone.right) - Swift.min(last.left, zone.left),
          height: Swift.max(last.bottom, zone.bottom) - last.top)
      {
        merged[merged.count - 1] = both
      } else {
        merged.append(zone)
      }
    }
    return merged
  }
}
