import NewsModel

/// Makes the items of a page of its lines in reading order: a head, and what stands below it up to the next.
struct ItemMaking {
  private let page: ScanPage
  private let number: Int
  private let metrics: SegmentMetrics
  private var headlines: Headlines
  private(set) var items: [ScanItem] = []
  private var heads: [SegmentLine] = []
  private var body: [BodyLine] = []
  /// The items that are short and have large heads.
  private var displays: [Int] = []
  /// How many letters of text came since the last head.
  private var lettersSince = 0

  /// The number of the line at hand, and of that with which the open item begins.
  private var place = 0
  private var rankOfOpen = 0

  /// A line of text, or a headline inside it.
  private struct BodyLine {
    var line: SegmentLine
    var isCrosshead = false
  }

  init(page: ScanPage, number: Int, metrics: SegmentMetrics) {
    (self.page, self.number, self.metrics) = (page, number, metrics)
    headlines = Headlines(metrics: metrics)
  }

  /// Adds the lines of the page, furniture aside.
  mutating func add(_ lines: [SegmentLine]) {
    let isHead = headlines.heads(lines)
    var index = 0
    while index < lines.count {
      place = index
      if heads.isEmpty, body.isEmpty { rankOfOpen = index }
      if let end = endOfInsertion(at: index, lines, isHead) {
        if isPartOfText(lines[index]) {
          body += lines[index..<end].map { BodyLine(line: $0, isCrosshead: true) }
        } else {
          insert(Array(lines[index..<end]))
        }
        index = end
        continue
      }
      dropHeads(before: lines[index])
      if let before = index > 0 ? lines[index - 1] : nil, before.group != lines[index].group {
        close()
      }
      add(
        lines[index], isHead: isHead[index], after: index + 1 < lines.count ? lines[index + 1] : nil
      )
      index += 1
    }
    close()
    markAdverts(lines)
  }

  private mutating func add(_ line: SegmentLine, isHead: Bool, after: SegmentLine?) {
    let jump = line.text.utf8.count <= 90 ? JumpLine(paragraph: line.text)?.kind : nil
    if jump == .from { close() }
    if jump == nil, isHead || isMoreOfHead(line) {
      addHead(line, after: after)
    } else {
      body.append(BodyLine(line: line))
      lettersSince += SegmentText(line.text).letters
    }
    // An article ends with the line that leads to its rest.
    if jump == .to, !heads.isEmpty || body.count > 1 { close() }
  }

  /// A head behind a word or two is another head of the same item.
  private mutating func addHead(_ line: SegmentLine, after: SegmentLine?) {
    if !heads.isEmpty, lettersSince < 12, !body.contains(where: \.isCrosshead) {
      heads += body.map(\.line)
      body = []
    }
    if body.isEmpty {
      heads.append(line)
    } else if line.group.isWhole || isCrosshead(line, after: after) || lettersSince < 40 {
      body.append(BodyLine(line: line, isCrosshead: true))
    } else {
      close()
      heads = [line]
    }
    lettersSince = 0
  }

  /// Whether a line right below a headline is of it, though it fills its column: it is larger than the text.
  private func isMoreOfHead(_ line: SegmentLine) -> Bool {
    guard body.isEmpty, let last = heads.last, heads.count <= 10 else { return false }
    return line.letterHeight * 100 >= metrics.letterHeight * 122
      && last.column.overlaps(line.column) && SegmentText(line.text).letters >= 3
  }

  /// Whether a headline parts the text of an article: capitals of the size of the text, below a headline that
  /// is larger, with no place and day behind it, as a piece of news has.
  private func isCrosshead(_ line: SegmentLine, after: SegmentLine?) -> Bool {
    let size = heads.map(\.letterHeight).max() ?? 0
    return SegmentText(line.text).isCapitals && !line.spans
      && line.letterHeight * 10 <= metrics.letterHeight * 12
      && size * 10 >= max(line.letterHeight, metrics.letterHeight) * 13
      && after?.text.beginsAsDateline != true
  }

  // MARK: What stands inside a text

  /// Where heads end that stand inside a running text, such as the words below a picture: the sentence before
  /// them goes on behind them.
  private func endOfInsertion(at start: Int, _ lines: [SegmentLine], _ isHead: [Bool]) -> Int? {
    guard let last = body.last, !last.isCrosshead, last.line.text.endsOpen else { return nil }
    var end = start
    while end < lines.count, isHead[end] || isLettering(lines[end]) { end += 1 }
    guard start < end, end < lines.count, end - start <= 12, lines[end].group == last.line.group,
      SegmentText(lines[end].text).beginsSmall
    else { return nil }
    return end
  }

  /// Whether a line is what text recognition makes of a picture: no words, over columns or by itself.
  private func isLettering(_ line: SegmentLine) -> Bool {
    (line.spans || line.blockLines <= 3)
      && (SegmentText(line.text).isNoise || SegmentText.isGarbled(line.text))
  }

  /// Whether a head stands in the column of the text that it parts.
  private func isPartOfText(_ line: SegmentLine) -> Bool {
    !line.spans && !page.blocks.contains { $0.isPicture(above: line, metrics) }
  }

  /// Gives heads at the foot of a column, with nothing below them, to what stands above them there: names below
  /// a text, or the end of an advert.
  private mutating func dropHeads(before line: SegmentLine) {
    guard body.isEmpty, let last = heads.last, !last.spans,
      let item = items.indices.last,
      !last.column.overlaps(line.column), items[item].kind != .picture,
      !heads.contains(where: { $0.group.isWhole })
    else { return }
    items[item].pieces += heads.map {
      ScanPiece(role: .crosshead, runs: runs($0), isOneParagraph: true)
    }
    heads = []
  }

  /// Makes an item of lines that stand inside another one, which goes on behind them.
  private mutating func insert(_ lines: [SegmentLine]) {
    let isPicture = page.blocks.contains { $0.isPicture(above: lines[0], metrics) }
    var item = ScanItem(
      id: "", kind: isPicture ? .picture : .article,
      reason: isPicture ? "words below a picture" : "inside another text")
    item.confidence = isPicture ? 60 : 40
    let role: ScanPiece.Role = isPicture ? .caption : .headline
    item.pieces = lines.map { ScanPiece(role: role, runs: runs($0), isOneParagraph: true) }
    append(item, rank: place)
  }

  // MARK: Items

  private mutating func close() {
    defer { (heads, body, lettersSince, rankOfOpen) = ([], [], 0, place) }
    guard let first = heads.first ?? body.first?.line else { return }
    let (reason, confidence) = judgement
    var item = ScanItem(
      id: "", kind: first.group.isAdvert ? .advert : .article, reason: reason)
    item.confidence = confidence
    item.pieces = headPieces + bodyPieces
    if isDisplay { displays.append(items.count) }
    append(item, rank: rankOfOpen)
  }

  /// Whether the lines at hand are short, below large letters, and no piece of news with its place and day.
  private var isDisplay: Bool {
    guard let size = heads.map(\.letterHeight).max(), let first = body.first else {
      return !heads.isEmpty
    }
    let letters = body.reduce(0) { $0 + $1.line.text.utf8.count }
    return size * 100 >= metrics.letterHeight * 125 && letters <= 900
      && !first.line.text.beginsAsDateline
  }

  /// On a page that is full of displays these are adverts: ten at least, and six in ten of its items, with large
  /// letters in an eighth of its lines.
  private mutating func markAdverts(_ lines: [SegmentLine]) {
    let large = lines.count { $0.letterHeight * 100 >= metrics.letterHeight * 125 }
    guard displays.count >= 10, displays.count * 10 >= items.count * 6, large * 8 >= lines.count
    else { return }
    for index in displays where items[index].kind == .article {
      items[index].kind = .advert
      (items[index].reason, items[index].confidence) = ("display on a page of displays", 60)
    }
  }

  /// Adds an item, which stands on its page where it began.
  private mutating func append(_ item: ScanItem, rank: Int) {
    var item = item
    item.id = "p\(number + 1)-\(items.count + 1)"
    item.rank = rank
    items.append(item)
  }

  /// Why the lines at hand are an item, and how sure that is.
  private var judgement: (String, Int) {
    guard let head = heads.max(by: { $0.letterHeight < $1.letterHeight }) else {
      return ("column run", 30)
    }
    if heads.contains(where: { $0.group.isWhole }) { return ("block by the file", 90) }
    if head.spans { return ("head over columns", 75) }
    if head.letterHeight * 100 >= metrics.letterHeight * 125 { return ("head by size", 70) }
    return SegmentText(head.text).isCapitals ? ("head by capitals", 55) : ("head by its place", 50)
  }

  /// The heads: what is printed largest is the headline, with what stands above and below it.
  private var headPieces: [ScanPiece] {
    let largest = heads.map(\.letterHeight).max() ?? 0
    let isLarge = heads.map { $0.letterHeight * 10 >= largest * 8 }
    guard let first = isLarge.firstIndex(of: true) else { return [] }
    let end = isLarge[first...].firstIndex(of: false) ?? heads.count
    var pieces: [ScanPiece] = []
    for index in heads.indices {
      let role: ScanPiece.Role =
        index < first
        ? .kicker : index < end ? .headline : heads[index].text.isByline ? .byline : .deck
      let isBroken = index > 0 && SegmentText(heads[index - 1].text).endsInHyphen
      if isBroken, pieces.last?.role == role {
        pieces[pieces.count - 1].add(runs(heads[index]))
      } else {
        pieces.append(ScanPiece(role: role, runs: runs(heads[index]), isOneParagraph: true))
      }
    }
    return pieces
  }

  /// The text, a piece a paragraph.
  private var bodyPieces: [ScanPiece] {
    var pieces: [ScanPiece] = []
    for (index, own) in body.enumerated() {
      let before = index > 0 ? body[index - 1] : nil
      if let before, !own.isCrosshead, !before.isCrosshead, !begins(own.line, behind: before.line) {
        pieces[pieces.count - 1].add(runs(own.line))
      } else {
        let role: ScanPiece.Role = own.isCrosshead ? .crosshead : .body
        pieces.append(ScanPiece(role: role, runs: runs(own.line), isOneParagraph: true))
      }
    }
    return pieces
  }

  /// Whether a paragraph begins with a line: by its indent, by the end of the one before, by a white.
  private func begins(_ line: SegmentLine, behind before: SegmentLine) -> Bool {
    let height = metrics.letterHeight
    if JumpLine.mayBegin(line.text) || JumpLine.mayBegin(before.text) { return true }
    if SegmentText(before.text).endsInHyphen { return false }
    let (indent, indentBefore) = (
      line.left - line.column.lowerBound, before.left - before.column.lowerBound
    )
    let isIndented = indent * 10 > height * 6
    let short = before.column.upperBound - before.right > 2 * height
    let isEnd = short && before.text.endsAsParagraph
    let white = line.piece == before.piece ? (line.whiteAbove ?? 0) - metrics.leading : 0
    if white * 10 > height * 7, before.text.endsAsParagraph { return true }
    guard isIndented else { return isEnd }
    return indentBefore * 10 <= height * 6 || isEnd || short && indent != indentBefore
  }

  private func runs(_ line: SegmentLine) -> [ScanRun] {
    line.runs.map { ScanRun(page: number, block: $0.block, words: $0.words) }
  }
}

extension JumpLine {
  /// Whether a line by itself is a printed jump line.
  fileprivate static func mayBegin(_ text: String) -> Bool {
    guard text.utf8.count <= 60 else { return false }
    let kind = JumpLine(paragraph: text)?.kind
    return kind == .to || kind == .from
  }
}

extension ScanPiece {
  /// Adds runs; those of one block that follow one another are one.
  fileprivate mutating func add(_ more: [ScanRun]) {
    for run in more {
      guard let last = runs.last, last.block == run.block, let words = last.words,
        let next = run.words, words.upperBound == next.lowerBound
      else {
        runs.append(run)
        continue
      }
      runs[runs.count - 1].words = words.lowerBound..<next.upperBound
    }
  }
}

extension ScanBlock {
  /// Whether the block is a picture, or a space without text, that ends right above a line.
  fileprivate func isPicture(above line: SegmentLine, _ metrics: SegmentMetrics) -> Bool {
    guard let box, kind == .picture || wordCount == 0, box.height > 8 * metrics.letterHeight else {
      return false
    }
    let white = line.top - Int(box.bottom)
    let shared = min(line.right, Int(box.right)) - max(line.left, Int(box.left))
    return abs(white) < 4 * metrics.letterHeight && shared * 2 > line.box.width
  }
}

extension String {
  /// Whether the line names who wrote the text.
  fileprivate var isByline: Bool {
    let words = split(separator: " ")
    guard let first = words.first?.lowercased(), (2...8).contains(words.count) else { return false }
    return ["by", "von", "par", "door", "di", "por"].contains(first)
  }
}
