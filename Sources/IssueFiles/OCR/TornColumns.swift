import NewsModel

/// A join of two paragraphs that a column tore apart.
package struct TextJoin: Hashable {
  /// How sure a join is.
  package enum Decision: String {
    /// Made; the text leaves no doubt.
    case auto
    /// Made, and to be looked at.
    case check
    /// A suggestion that was not followed.
    case ask
  }

  /// The line with which the first half ends, and the line with which the second begins.
  package var left: Int
  package var right: Int
  package var decision: Decision
  /// 0 to 100.
  package var confidence: Int
  /// What speaks for it, fit to be shown.
  package var reason: String
}

/// Mends what text recognition tears: paragraphs cut at the end of a column, the opening of a story that was
/// read far from its head, a paragraph that was read twice.
///
/// Nothing is decided by the name of a paper, a word or a line of one page: only by how paragraphs end and
/// begin, by quotation marks, by neighbours, and by the words that the text itself repeats
/// (`Documentation/decisions/0002-torn-columns.md`).
struct TornColumns {
  /// The paragraphs in the order in which they are to be read.
  private(set) var paragraphs: [TextParagraph]
  /// The joins, those that were only thought of as well.
  private(set) var joins: [TextJoin] = []
  /// Lines that repeat others: the line that was left out, and the one that was kept.
  private(set) var duplicates: [(line: Int, of: Int)] = []
  private let evidence: TextEvidence
  private let overrides: TextOverrides

  /// Mends the paragraphs of a page.
  ///
  /// - Complexity: O(*n*) in the letters of the page, and O(*k*²) in the number of open ends and beginnings,
  ///   which are at most 64 each.
  init(_ paragraphs: [TextParagraph], _ overrides: TextOverrides = TextOverrides()) {
    self.overrides = overrides
    self.paragraphs = overrides.applied(to: paragraphs)
    evidence = TextEvidence(paragraphs.map(\.text))
    joinByHand()
    foldDuplicates()
    joinNeighbours()
    joinFarOpenings()
  }

  // MARK: By hand

  /// Joins what a person has said to join: the rest moves to its beginning, or where it stands below a head,
  /// the running text that ends with the beginning moves to the rest.
  private mutating func joinByHand() {
    for (left, right) in overrides.joins.sorted(by: { $0.key < $1.key }) {
      guard let from = paragraphs.firstIndex(where: { $0.lines.last == left }),
        let to = paragraphs.firstIndex(where: { $0.lines.first == right }), from != to
      else { continue }
      let join = TextJoin(
        left: left, right: right, decision: .auto, confidence: 100, reason: "joined by hand")
      let isBelowHead = to > 0 && (paragraphs[to - 1].looksLikeHead || paragraphs[to - 1].isByline)
      if isBelowHead, let run = headlessRun(endingAt: from) {
        move(run, before: to, join)
      } else {
        joins.append(join)
        paragraphs[from].append(paragraphs[to])
        paragraphs.remove(at: to)
      }
    }
  }

  /// The running text under no head that ends with a paragraph.
  private func headlessRun(endingAt end: Int) -> Range<Int>? {
    guard paragraphs[end].isProse else { return nil }
    let start = paragraphs[..<end].lastIndex { !$0.isProse }.map { $0 + 1 } ?? 0
    guard start > 0 else { return start..<(end + 1) }
    let isUnderHead =
      paragraphs[start - 1].looksLikeHead
      && !(start > 1 && paragraphs[start - 2].isJumpTo)
    return isUnderHead ? nil : start..<(end + 1)
  }

  // MARK: Duplicates

  /// Leaves out one of two equal long paragraphs, with the jump line below it.
  ///
  /// It is the one that is less like the text above it. What stands there three times and more is a refrain,
  /// and stays.
  private mutating func foldDuplicates() {
    var places: [String: [Int]] = [:]
    for index in paragraphs.indices {
      let letters = String(String.UnicodeScalarView(paragraphs[index].text.tornLetters))
      guard letters.unicodeScalars.count >= 30 else { continue }
      places[letters, default: []].append(index)
    }
    var dropped: Set<Int> = []
    for pair in places.values.filter({ $0.count == 2 }).sorted(by: { $0[0] < $1[0] }) {
      let isFirstBetter = likeness(above: pair[0]) > likeness(above: pair[1])
      let (kept, copy) = isFirstBetter ? (pair[0], pair[1]) : (pair[1], pair[0])
      drop(copy, keeping: kept, &dropped)
    }
    paragraphs = paragraphs.indices.filter { !dropped.contains($0) }.map { paragraphs[$0] }
  }

  private mutating func drop(_ copy: Int, keeping kept: Int, _ dropped: inout Set<Int>) {
    dropped.insert(copy)
    duplicates += zip(paragraphs[copy].lines, paragraphs[kept].lines).map { ($0, $1) }
    let (line, original) = (copy + 1, kept + 1)
    guard paragraphs.indices.contains(line), paragraphs.indices.contains(original),
      paragraphs[line].isJumpTo, paragraphs[line].text == paragraphs[original].text
    else { return }
    dropped.insert(line)
    duplicates += zip(paragraphs[line].lines, paragraphs[original].lines).map { ($0, $1) }
  }

  /// How like a paragraph is to the running text above it, back to the jump line of the story before.
  private func likeness(above index: Int) -> Int {
    let above = paragraphs[..<index].reversed().prefix { !$0.isJumpTo }.prefix(6).map(\.text)
    return TextEvidence.likeness(paragraphs[index].text, above.joined())
  }

  // MARK: Neighbours

  /// Joins a paragraph that breaks off with the next one, unless that begins something of its own.
  private mutating func joinNeighbours() {
    var joined: [TextParagraph] = []
    for paragraph in paragraphs {
      guard let last = joined.last, let join = join(last, paragraph) else {
        joined.append(paragraph)
        continue
      }
      joins.append(join)
      joined[joined.count - 1].append(paragraph)
    }
    paragraphs = joined
  }

  private func join(_ left: TextParagraph, _ right: TextParagraph) -> TextJoin? {
    guard left.isTornAtEnd, right.mayBeRest, let end = left.lines.last,
      let start = right.lines.first,
      !overrides.parted.contains([end, start])
    else { return nil }
    let weight = evidence.forJoining(left.text, right.text)
    let closesQuote = left.text.hasOpenQuote && right.text.closesForeignQuote
    if right.looksLikeHead { guard closesQuote || weight >= 6 else { return nil } }
    let isLatin = !left.text.hasCJK
    if isLatin {
      guard right.text.unicodeScalars.first?.properties.isLowercase ?? false else { return nil }
    }
    let isSure = closesQuote || weight >= 6 || isLatin && left.text.hasSuffix("-")
    let reason =
      closesQuote
      ? "a quotation that is open here is closed there"
      : weight > 0
        ? "the words at the joint stand together elsewhere" : "breaks off; the next line goes on"
    return TextJoin(
      left: end, right: start, decision: isSure && !right.looksLikeHead ? .auto : .check,
      confidence: isSure ? 95 : weight > 0 ? 85 : 70, reason: reason)
  }

  // MARK: Far openings

  /// Puts running text that stands under no head before the story whose first paragraph goes on with it.
  private mutating func joinFarOpenings() {
    for _ in 0..<8 {
      let runs = headlessRuns(), starts = tornBeginnings()
      guard let best = bestFarJoin(runs, starts) else { return }
      let run = runs[best.run]
      let join = TextJoin(
        left: paragraphs[run.upperBound - 1].lines.last ?? 0,
        right: paragraphs[starts[best.start]].lines.first ?? 0, decision: .check,
        confidence: min(90, 60 + 3 * best.weight),
        reason: "read far from its head: the words at the joint stand together elsewhere")
      move(run, before: starts[best.start], join)
    }
  }

  /// Runs of paragraphs under no head, behind the end of a story, that break off at their end.
  private func headlessRuns() -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in paragraphs.indices.dropFirst() where paragraphs[index - 1].isJumpTo {
      var start = index
      if paragraphs[start].looksLikeHead, start + 1 < paragraphs.count { start += 1 }
      let end = paragraphs[start...].firstIndex { !$0.isProse } ?? paragraphs.endIndex
      guard end > start, paragraphs[end - 1].isTornAtEnd else { continue }
      runs.append(start..<end)
    }
    return runs
  }

  /// Paragraphs right below a head that begin in the middle of something: neither with a dateline nor with a
  /// mark that opens.
  private func tornBeginnings() -> [Int] {
    paragraphs.indices.dropFirst().filter { index in
      paragraphs[index].isProse && !paragraphs[index].text.beginsWithDateline
        && (paragraphs[index - 1].looksLikeHead || paragraphs[index - 1].isByline)
    }
  }

  /// The run and the beginning that fit best, if they fit clearly better than any other beginning.
  private func bestFarJoin(_ runs: [Range<Int>], _ starts: [Int]) -> (
    run: Int, start: Int, weight: Int
  )? {
    var best: (run: Int, start: Int, weight: Int)?
    for (run, range) in runs.prefix(64).enumerated() {
      let weights = starts.prefix(64).enumerated().filter { !range.contains($1) }.map {
        place, start in
        (
          start: place,
          weight: evidence.forJoining(paragraphs[range.upperBound - 1].text, paragraphs[start].text)
        )
      }.sorted { ($0.weight, $1.start) > ($1.weight, $0.start) }
      guard let first = weights.first, first.weight >= 4 else { continue }
      let second = weights.dropFirst().first?.weight ?? 0
      if first.weight >= 2 * second, first.weight > best?.weight ?? 0 {
        best = (run, first.start, first.weight)
      }
    }
    return best
  }

  private mutating func move(_ run: Range<Int>, before start: Int, _ join: TextJoin) {
    var moved = Array(paragraphs[run])
    joins.append(join)
    moved[moved.count - 1].append(paragraphs[start])
    // A head that stood over the run belongs to the story that ended above it, as its label.
    if run.lowerBound > 0, paragraphs[run.lowerBound - 1].looksLikeHead,
      run.lowerBound > 1, paragraphs[run.lowerBound - 2].isJumpTo
    {
      paragraphs[run.lowerBound - 1].isStandingLabel = true
    }
    var rest: [TextParagraph] = []
    for index in paragraphs.indices where !run.contains(index) {
      if index == start { rest += moved } else { rest.append(paragraphs[index]) }
    }
    paragraphs = rest
  }
}

extension TextParagraph {
  fileprivate var isJumpTo: Bool { JumpLine(paragraph: text)?.kind == .to }

  fileprivate var isByline: Bool { if case .byline = textClass { true } else { false } }

  fileprivate var isProse: Bool { if case .prose = textClass { true } else { false } }

  fileprivate var looksLikeHead: Bool {
    if case .heading = textClass { true } else { false }
  }

  /// Whether a paragraph of running text breaks off.
  fileprivate var isTornAtEnd: Bool { isProse && text.breaksOff && JumpLine.atEnd(of: text) == nil }

  /// Whether the paragraph may be the rest of another: text, and no beginning of a story.
  fileprivate var mayBeRest: Bool {
    (isProse || looksLikeHead) && !text.beginsWithDateline && !text.isDeck
  }
}

extension String {
  /// Whether a sentence is open at the end: no full stop, nor a colon or semicolon, and no mark that closes.
  var breaksOff: Bool {
    guard let last = unicodeScalars.last else { return false }
    return !"。！？!?.…：:；;”」』》）)】\"'’".unicodeScalars.contains(last)
  }

  /// Whether a sentence may be open at the end although a mark closes there: no full stop stands before it.
  var mayBreakOff: Bool {
    let marks = "”」』》）)】\"'’".unicodeScalars
    guard let last = unicodeScalars.reversed().first(where: { !marks.contains($0) }) else {
      return false
    }
    return !"。！？!?.…；;".unicodeScalars.contains(last)
  }

  /// Whether a quotation is opened and not closed.
  var hasOpenQuote: Bool {
    var open = 0
    for scalar in unicodeScalars {
      if "“「『《（(".unicodeScalars.contains(scalar) { open += 1 }
      if "”」』》）)".unicodeScalars.contains(scalar) { open = max(0, open - 1) }
    }
    return open > 0
  }

  /// Whether a quotation is closed that was not opened here.
  var closesForeignQuote: Bool {
    var open = 0
    for scalar in unicodeScalars {
      if "“「『《（(".unicodeScalars.contains(scalar) { open += 1 }
      if "”」』》）)".unicodeScalars.contains(scalar) {
        if open == 0 { return true }
        open -= 1
      }
    }
    return false
  }
}
