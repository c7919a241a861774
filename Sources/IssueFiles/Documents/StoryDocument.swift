import NewsModel

/// An article on its way into the document: its segments become parts, one for each run on a page.
struct StoryDocument {
  private let article: Article
  private let issue: Issue
  private var item: DocumentItem
  private var page: Int
  private var isFirst = true
  /// The to-line of the segment before, while it is not known where the next one stands.
  private var pending: Jump?

  /// Begins a story on the first page that shows it, from 0.
  init(_ article: Article, firstPage: Int, _ issue: Issue) {
    (self.article, self.issue, page) = (article, issue, firstPage)
    let kickers = [article.label, article.kicker].compactMap(\.self)
    item = DocumentItem(
      id: article.id, kind: DocumentItem.Kind(article.kind),
      headline: article.headline.joinedOrNil, kicker: kickers.joinedOrNil,
      deck: article.deck.joinedOrNil, byline: article.byline)
  }

  /// Adds the next segment, which stands on that page, from 0, or on none.
  mutating func add(_ segment: Segment, on place: Int?) {
    let before = page
    if let place { page = place }
    if isFirst {
      addOrigin(segment.fromLine)
      item.parts.append((page + 1, article.dateline.map { [$0] } ?? []))
    } else if page != before {
      step(from: before, fromLine: segment.fromLine)
      item.parts.append((page + 1, []))
    } else {
      // Inside one page nothing jumps: the lines are text.
      append([pending?.toLine, segment.fromLine].compactMap(\.self))
    }
    append(segment.blocks.map(\.text))
    (pending, isFirst) = (segment.jump, false)
  }

  /// The item, with the line that leads out of the issue.
  var finished: DocumentItem {
    var story = self
    story.addDeparture()
    if let tail = article.tailLine { story.append([tail]) }
    return story.item
  }

  private mutating func append(_ texts: [String]) {
    guard !item.parts.isEmpty else { return }
    item.parts[item.parts.count - 1].paragraphs += texts.filter { !$0.isEmpty }
  }

  // MARK: Jumps

  private mutating func step(from before: Int, fromLine: String?) {
    // An advert has parts but never a jump; lines that look like one are its text.
    guard item.kind != .advert else {
      return append([pending?.toLine, fromLine].compactMap(\.self))
    }
    let toLine = pending?.toLine
    item.jumps.append(
      DocumentItem.Step(
        from: before + 1, to: page + 1, printed: toLine ?? fromLine,
        printedFrom: toLine == nil ? nil : fromLine))
  }

  /// The line at the head that tells of a beginning which is not at hand.
  private mutating func addOrigin(_ line: String?) {
    guard let line else { return }
    let label = JumpLine(paragraph: line)?.pages.first
    item.jumps.append(
      DocumentItem.Step(
        from: label.flatMap { issue.pageIndex(labelled: $0) }.map { $0 + 1 },
        fromLabel: label.flatMap(canonical), to: page + 1, printed: line))
  }

  private mutating func addDeparture() {
    guard let jump = pending else { return }
    item.jumps.append(
      DocumentItem.Step(
        from: page + 1, to: issue.pageIndex(labelled: jump.page).map { $0 + 1 },
        toLabel: canonical(jump.page), printed: jump.toLine))
  }
}

extension [String] {
  /// The lines, parted by line feeds; nil where there are none.
  fileprivate var joinedOrNil: String? { isEmpty ? nil : joined(separator: "\n") }
}

extension DocumentItem.Kind {
  fileprivate init(_ kind: Article.Kind) {
    switch kind {
    case .story: self = .article
    case .notice: self = .notice
    case .advert: self = .advert
    case .unowned: self = .furniture
    }
  }
}
