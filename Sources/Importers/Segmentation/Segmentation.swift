import NewsModel

/// A line of a page while its items are looked for.
struct SegmentLine {
  /// The block, and which of its words.
  var block: Int
  var words: Range<Int>
  /// Where it stands, turned so that lines run from left to right.
  var box: ScanBox
  /// The piece of the page it stands in.
  var piece = 0
  var text: String
  /// The height of its letters: of most of its words, which stray marks do not change as they do a line.
  var letterHeight: Int
}

extension ScanIssue {
  /// Finds items on pages of which nothing but lines is known: columns by the white between them, headlines by
  /// their size or their capitals, and the text below a headline up to the next one.
  ///
  /// What stands alone at the very top or foot of a page is furniture. A page without a headline is one item;
  /// one whose lines have no places is read in the order of its file. Blocks that the file calls adverts are
  /// adverts. Deterministic; nothing is lost, for every line is in one item or in none, which is furniture.
  mutating func segment() {
    for page in pages.indices {
      var segmenter = PageSegmenter(pages[page], page)
      segmenter.run()
      items += segmenter.items
    }
  }
}

/// Finds the items of one page.
private struct PageSegmenter {
  let page: ScanPage
  let number: Int
  private(set) var items: [ScanItem] = []
  private var lines: [SegmentLine] = []
  private var lineHeight = 1

  init(_ page: ScanPage, _ number: Int) { (self.page, self.number) = (page, number) }

  mutating func run() {
    lines = page.segmentLines
    guard !lines.isEmpty else {
      addWhole()
      return
    }
    let running = lines.filter { $0.words.count > 2 }
    lineHeight = max(
      1, (running.isEmpty ? lines : running).map(\.letterHeight).sorted().middle ?? 1)
    putInOrder()
    var rest = lines[...]
    while let line = rest.first, isMargin(line) { rest = rest.dropFirst() }
    while let line = rest.last, isMargin(line) { rest = rest.dropLast() }
    addItems(Array(rest))
  }

  /// A page whose lines have no places: one item, in the order of the file.
  private mutating func addWhole() {
    let blocks = page.blocks.indices.filter { page.blocks[$0].wordCount > 0 }
    guard !blocks.isEmpty else { return }
    var item = ScanItem(id: "page-\(number + 1)", kind: .article, reason: "no places known")
    item.confidence = 20
    item.pieces = blocks.map { ScanPiece(role: .body, runs: [ScanRun(page: number, block: $0)]) }
    items.append(item)
  }

  // MARK: Order

  /// Puts the blocks in reading order, and in each the lines.
  private mutating func putInOrder() {
    let blocks = lines.map(\.block).unique
    let extents = blocks.map { block in lines.filter { $0.block == block }.map(\.box).union }
    let order = ReadingOrder(extents.compactMap { $0 }, lineHeight: lineHeight)
    let byBlock = Dictionary(grouping: lines, by: \.block)
    lines = order.order.flatMap { place in
      (byBlock[blocks[place]] ?? []).map { line in
        var line = line
        line.piece = order.pieces[place]
        return line
      }
    }
  }

  /// Whether a line stands alone in the margin: a running head or the number of the page.
  private func isMargin(_ line: SegmentLine) -> Bool {
    let extent = lines.map(\.box).union
    guard let extent, page.blocks[line.block].lines.count == 1, line.text.count <= 60 else {
      return false
    }
    let edge = max(lineHeight * 2, extent.height / 40)
    let isAtTop = Int(line.box.bottom) <= Int(extent.top) + edge
    let isAtFoot = Int(line.box.top) >= Int(extent.bottom) - edge
    return (isAtTop || isAtFoot) && line.letterHeight * 10 < lineHeight * 18
  }

  // MARK: Items

  private mutating func addItems(_ lines: [SegmentLine]) {
    let columns = Dictionary(grouping: lines, by: \.piece).mapValues { $0.map(\.box).union }
    var (heads, body, bodySince) = ([SegmentLine](), [SegmentLine](), 2)
    for (index, line) in lines.enumerated() {
      let before = index > 0 && lines[index - 1].piece == line.piece ? lines[index - 1] : nil
      if isAdvert(line) != isAdvert(before ?? line) { close(&heads, &body) }
      let jump = JumpLine(paragraph: line.text)?.kind
      if jump == .from { close(&heads, &body) }
      if isHead(line, in: columns[line.piece] ?? nil, behind: before) {
        // A head behind less than two lines of text is another head of the same item.
        if !body.isEmpty, bodySince >= 2 { close(&heads, &body) }
        if body.isEmpty { heads.append(line) } else { body.append(line) }
        bodySince = body.isEmpty ? 0 : bodySince
      } else {
        body.append(line)
        bodySince += 1
      }
      // An article ends with the line that leads to its rest.
      if jump == .to, !heads.isEmpty || body.count > 1 { close(&heads, &body) }
    }
    close(&heads, &body)
  }

  private mutating func close(_ heads: inout [SegmentLine], _ body: inout [SegmentLine]) {
    defer { (heads, body) = ([], []) }
    guard let first = heads.first ?? body.first else { return }
    let kind: DraftItem.Kind = isAdvert(first) ? .advert : .article
    let isLarge = heads.contains { $0.letterHeight * 10 >= lineHeight * 14 }
    let reason =
      heads.isEmpty ? "column without a head" : isLarge ? "head by size" : "head by capitals"
    var item = ScanItem(id: "p\(number + 1)-\(items.count + 1)", kind: kind, reason: reason)
    item.confidence = heads.isEmpty ? 30 : isLarge ? 70 : 55
    for line in heads { item.pieces.append(ScanPiece(role: .headline, runs: [run(line)])) }
    for line in body { item.add(run(line)) }
    items.append(item)
  }

  private func run(_ line: SegmentLine) -> ScanRun {
    ScanRun(page: number, block: line.block, words: line.words)
  }

  private func isAdvert(_ line: SegmentLine) -> Bool {
    let type = page.blocks[line.block].type.lowercased()
    return ["advertisement", "advert", "ad"].contains(type)
  }

  /// Whether a line is one of a headline: clearly larger than the text, or in capitals in the middle of its
  /// column; behind the end of a paragraph, and not itself in the middle of a sentence.
  private func isHead(_ line: SegmentLine, in column: ScanBox?, behind before: SegmentLine?) -> Bool
  {
    let letters = line.text.unicodeScalars.filter(\.properties.isAlphabetic)
    guard letters.count >= 3, let first = letters.first, !first.properties.isLowercase else {
      return false
    }
    if line.letterHeight * 10 >= lineHeight * 20, line.text.count <= 60 { return true }
    guard let column, before.map({ isEnd($0, column) }) ?? true else { return false }
    let (left, right) = (Int(line.box.left - column.left), Int(column.right - line.box.right))
    let isCentred = left > lineHeight && right > lineHeight && abs(left - right) < column.width / 4
    if line.letterHeight * 10 >= lineHeight * 14, line.text.count <= 80 {
      return isCentred || line.text.unicodeScalars.last?.isHyphen != true && right > lineHeight
    }
    let capitals = letters.count(where: \.properties.isUppercase)
    return isCentred && letters.count >= 4 && capitals * 10 >= letters.count * 8
  }

  /// Whether a paragraph or a head ends with a line.
  private func isEnd(_ line: SegmentLine, _ column: ScanBox) -> Bool {
    line.text.endsAsParagraph || isShort(line, column) || line.letterHeight * 10 >= lineHeight * 14
  }

  private func isShort(_ line: SegmentLine, _ column: ScanBox) -> Bool {
    Int(column.right - line.box.right) > 3 * lineHeight
  }
}

extension ScanItem {
  /// Adds a run of body text; runs of one block that follow one another are one piece.
  fileprivate mutating func add(_ run: ScanRun) {
    guard let last = pieces.last, last.role == .body, let before = last.runs.last,
      before.block == run.block, before.page == run.page, let words = before.words,
      let more = run.words, words.upperBound == more.lowerBound
    else {
      pieces.append(ScanPiece(role: .body, runs: [run]))
      return
    }
    pieces[pieces.count - 1].runs = [
      ScanRun(page: run.page, block: run.block, words: words.lowerBound..<more.upperBound)
    ]
  }
}

extension ScanPage {
  /// The lines of the page, turned where they run from top to bottom; none where a fifth has no place.
  fileprivate var segmentLines: [SegmentLine] {
    var (found, all) = ([SegmentLine](), 0)
    let isVertical = blocks.flatMap(\.lines).areVertical
    for (index, block) in blocks.enumerated() {
      var start = 0
      for line in block.lines {
        let words = start..<(start + line.words.count)
        start = words.upperBound
        all += 1
        guard let box = line.box ?? line.words.compactMap(\.box).union ?? block.box else {
          continue
        }
        let text = line.words.map(\.text).joined(separator: " ")
        let sizes = line.words.compactMap { isVertical ? $0.box?.width : $0.box?.height }.sorted()
        let turned = isVertical ? box.turned(in: width) : box
        found.append(
          SegmentLine(
            block: index, words: words, box: turned, text: text,
            letterHeight: sizes.middle ?? turned.height))
      }
    }
    return found.count == all ? found : []
  }
}

extension ScanBox {
  /// The rectangle on a page turned to the left, where lines from top to bottom run from left to right and
  /// the first of them, at the right, is the uppermost.
  fileprivate func turned(in pageWidth: Int) -> ScanBox {
    let width = Int32(clamping: pageWidth)
    return ScanBox(left: top, top: width - right, right: bottom, bottom: width - left)
  }
}

extension [Int] {
  /// The value in the middle of a sorted list.
  fileprivate var middle: Int? { isEmpty ? nil : self[count / 2] }

  /// The values in the order in which they first come.
  fileprivate var unique: [Int] {
    var seen: Set<Int> = []
    return filter { seen.insert($0).inserted }
  }
}
