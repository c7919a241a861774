import NewsModel
import YAMLTree

/// The text of an article's file, taken apart.
struct MarkdownBody {
  /// The text, one segment a page.
  var segments: [Segment] = []
  /// Where each jump mark stands; the mark at `index` ends the segment at `index`.
  var markPlaces: [YAMLMark] = []
  /// What was found wrong, and where.
  var faults: [(fault: IssueFault, mark: YAMLMark)] = []
}

/// Takes a CommonMark text apart; `firstLine` is the number of its first line in the file, and
/// `fromLine` the from-line of its first segment.
func readMarkdown(_ text: [UInt8], firstLine: Int, fromLine: String?) -> MarkdownBody {
  var reader = MarkdownReader(text, firstLine: firstLine, fromLine: fromLine)
  return reader.read()
}

/// Walks through a CommonMark text and gathers blocks and segments.
///
/// Paragraphs, headings of level 2 and block quotes have their roles. All else is kept as plain
/// paragraphs and warned about, so that no word of a file is lost.
private struct MarkdownReader {
  /// Text that is being gathered for a block.
  struct Pending {
    var text = ""
    var firstLine: Int
    /// The texts before the links and images that the current words stand in.
    var outer: [String] = []
  }

  private let source: [UInt8]
  private let lines: MarkdownLines
  private let firstLine: Int
  private var body = MarkdownBody()
  private var segment: Segment
  private var pending: Pending?
  /// The last line of the block above, if it is a paragraph of no list and no quote.
  private var lastParagraphEnd: Int?
  /// The last line of the jump mark above, if it broke a paragraph and nothing followed yet.
  private var openBreakEnd: Int?
  private var quoteDepth = 0
  private var lists: [(ordered: Bool, number: Int)] = []
  /// The list marker that the next paragraph begins with.
  private var itemMarker = ""
  private var warned: Set<String> = []

  init(_ text: [UInt8], firstLine: Int, fromLine: String?) {
    let lines = MarkdownLines(text)
    (source, self.lines, self.firstLine) = (lines.withoutDefinitions, lines, firstLine)
    segment = Segment(fromLine: fromLine)
  }

  mutating func read() -> MarkdownBody {
    var events = MarkdownEvents(source)
    while let event = events.next() {
      event.isEntry ? enter(event) : exit(event)
    }
    if !body.segments.isEmpty, segment.blocks.isEmpty, segment.fromLine == nil {
      body.segments[body.segments.count - 1].breaksParagraph = openBreakEnd != nil
    } else {
      body.segments.append(segment)
    }
    return body
  }

  private mutating func enter(_ event: MarkdownEvent) {
    switch event.node {
    case .document, .emphasis: break
    case .quote: quoteDepth += 1
    case .list(let ordered, let start): lists.append((ordered, start))
    case .item: beginItem()
    case .paragraph, .heading: pending = Pending(firstLine: event.firstLine)
    case .code, .rule: keepSource(event)
    case .html: readHTML(event)
    default: gather(event)
    }
    warn(event)
  }

  private mutating func exit(_ event: MarkdownEvent) {
    switch event.node {
    case .quote: quoteDepth -= 1
    case .list: lists.removeLast()
    case .heading: close(event, as: quoteDepth > 0 ? .pullQuote : .crosshead)
    case .paragraph: close(event, as: quoteDepth > 0 ? .pullQuote : .paragraph)
    case .link(let url, let title): endLink("[", url: url, title: title)
    case .image(let url, let title): endLink("![", url: url, title: title)
    default: break
    }
  }

  // MARK: Words

  /// Adds what an inline node says to the text being gathered.
  private mutating func gather(_ event: MarkdownEvent) {
    switch event.node {
    case .text(let text): pending?.text += text
    case .softBreak, .lineBreak: pending?.text += "\n"
    case .codeSpan(let text): pending?.text += "`" + text.withoutDefinitionGuards + "`"
    case .link, .image: beginLink()
    case .inlineHTML(let text):
      if JumpMark.isMeant(by: text) { report(.jumpInsideBlock, event) }
      pending?.text += text.withoutDefinitionGuards
    default: break
    }
  }

  /// Sets the text before a link aside.
  private mutating func beginLink() {
    guard let text = pending?.text else { return }
    pending?.outer.append(text)
    pending?.text = ""
  }

  /// Ends a link as it is written: `[words](url "title")`, or the address alone of an autolink.
  private mutating func endLink(_ opening: String, url: String, title: String) {
    guard let words = pending?.text, let before = pending?.outer.popLast() else { return }
    let isBare = opening == "[" && (url == words || url == "mailto:" + words)
    let end = "](" + url + (title.isEmpty ? "" : " \"" + title + "\"") + ")"
    pending?.text = before + (isBare ? words : opening + words + end)
  }

  // MARK: Blocks

  /// Ends the block that was gathered.
  private mutating func close(_ event: MarkdownEvent, as role: Block.Role) {
    guard let gathered = pending else { return }
    pending = nil
    let text = (itemMarker + gathered.text).asOneLine
    itemMarker = ""
    guard !text.isEmpty else { return }
    let isPlain = role == .paragraph && lists.isEmpty && event.node == .paragraph
    add(Block(role, text), firstLine: gathered.firstLine, lastLine: event.lastLine, isPlain)
  }

  /// Adds a block, and settles whether the jump mark above broke a paragraph.
  private mutating func add(
    _ block: Block, firstLine: Int, lastLine: Int, _ isPlainParagraph: Bool
  ) {
    if let end = openBreakEnd {
      let goesOn = isPlainParagraph && firstLine == end + 1
      body.segments[body.segments.count - 1].breaksParagraph = goesOn
      openBreakEnd = nil
    }
    segment.blocks.append(block)
    lastParagraphEnd = isPlainParagraph ? lastLine : nil
  }

  /// Keeps the lines of a node as they are written, each as a paragraph.
  private mutating func keepSource(_ event: MarkdownEvent) {
    for line in event.firstLine...max(event.firstLine, event.lastLine) {
      guard let text = lines.text(ofLine: line), !text.isEmpty else { continue }
      let role: Block.Role = quoteDepth > 0 ? .pullQuote : .paragraph
      add(Block(role, (itemMarker + text).asOneLine), firstLine: line, lastLine: line, false)
      itemMarker = ""
    }
  }

  private mutating func beginItem() {
    guard let list = lists.last else { return }
    itemMarker += list.ordered ? "\(list.number). " : "- "
    lists[lists.count - 1].number += 1
  }

  // MARK: Jump marks

  private mutating func readHTML(_ event: MarkdownEvent) {
    let html = lines.text(ofLines: event.firstLine, through: event.lastLine)
    let comment = String(html.unicodeScalars.drop { $0 == " " })
    guard JumpMark.isMeant(by: comment) else {
      warnOnce("HTML", event)
      return keepSource(event)
    }
    guard quoteDepth == 0, lists.isEmpty else { return report(.jumpInsideBlock, event) }
    do throws(JumpMarkProblem) {
      breakSegment(at: try JumpMark(comment: comment), event)
    } catch {
      report(.badJumpMark(problem: error.words), event)
    }
  }

  /// Ends a segment at a jump mark and begins the next.
  private mutating func breakSegment(at mark: JumpMark, _ event: MarkdownEvent) {
    if segment.blocks.isEmpty, !body.segments.isEmpty { report(.emptyPart, event) }
    segment.jump = Jump(page: mark.page, toLine: mark.to)
    body.segments.append(segment)
    body.markPlaces.append(place(event))
    segment = Segment(fromLine: mark.from)
    openBreakEnd = lastParagraphEnd == event.firstLine - 1 ? event.lastLine : nil
    lastParagraphEnd = nil
  }

  // MARK: Faults

  private mutating func report(_ fault: IssueFault, _ event: MarkdownEvent) {
    body.faults.append((fault, place(event)))
  }

  /// Warns of what is set otherwise than its writer may expect; once for each kind.
  private mutating func warn(_ event: MarkdownEvent) {
    switch event.node {
    case .heading(let level) where level != 2: report(.otherHeading(level: level), event)
    case .inlineHTML(let text) where !JumpMark.isMeant(by: text): warnOnce("HTML", event)
    case .list: warnOnce("a list", event)
    case .code, .codeSpan: warnOnce("code", event)
    case .rule: warnOnce("a rule", event)
    case .lineBreak: warnOnce("a line break", event)
    case .emphasis: warnOnce("emphasis", event)
    case .link: warnOnce("a link", event)
    case .image: warnOnce("an image", event)
    default: break
    }
  }

  private mutating func warnOnce(_ kind: String, _ event: MarkdownEvent) {
    if warned.insert(kind).inserted { report(.markup(kind: kind), event) }
  }

  /// Where a node begins; libcmark does not say it of line breaks, which begin where they stand.
  private func place(_ event: MarkdownEvent) -> YAMLMark {
    if event.firstLine == 0, let pending {
      let line = pending.firstLine + pending.text.utf8.count { $0 == 0x0A } - 1
      return YAMLMark(line: max(1, line) + firstLine - 1, column: 1)
    }
    return YAMLMark(
      line: event.firstLine + firstLine - 1,
      column: lines.column(ofByte: event.firstByte, line: event.firstLine))
  }
}

/// A CommonMark text by lines.
private struct MarkdownLines {
  let lines: [ArraySlice<UInt8>]

  init(_ text: [UInt8]) {
    lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
  }

  /// The line of that number, from 1, without the blanks around it.
  func text(ofLine number: Int) -> String? {
    guard lines.indices.contains(number - 1) else { return nil }
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    let line = lines[number - 1].drop(while: isBlank)
    let end = line.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? line.startIndex
    return String(decoding: line[..<end], as: UTF8.self)
  }

  /// The column, from 1, in scalars, of a byte, from 1.
  func column(ofByte byte: Int, line number: Int) -> Int {
    guard lines.indices.contains(number - 1), byte > 0 else { return 1 }
    return lines[number - 1].prefix(byte - 1).reduce(1) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
  }

  /// The lines from `first` to `last`, as written.
  func text(ofLines first: Int, through last: Int) -> String {
    let range = (first - 1..<max(first, last)).clamped(to: lines.indices)
    return String(decoding: Array(lines[range].joined(separator: [0x0A])), as: UTF8.self)
  }

  /// The text with a backslash in every `]:`, so that nothing is the definition of a link.
  ///
  /// CommonMark does not show definitions, `[name]: target`: a line of an interview would vanish.
  var withoutDefinitions: [UInt8] {
    var output: [UInt8] = []
    for (index, line) in lines.enumerated() {
      if index > 0 { output.append(0x0A) }
      guard line.contains(0x5D) else {
        output += line
        continue
      }
      var isEscaped = false
      for (offset, byte) in zip(line.indices, line) {
        let isLabelEnd = byte == 0x5D && offset + 1 < line.endIndex && line[offset + 1] == 0x3A
        if isLabelEnd, !isEscaped { output.append(0x5C) }
        output.append(byte)
        isEscaped = byte == 0x5C && !isEscaped
      }
    }
    return output
  }
}

extension String {
  /// The text without the backslashes of ``MarkdownLines/withoutDefinitions``, where CommonMark
  /// leaves backslashes alone: in code and HTML.
  fileprivate var withoutDefinitionGuards: String {
    guard utf8.contains(0x5C) else { return self }
    var output = String.UnicodeScalarView()
    var rest = unicodeScalars[...]
    while let scalar = rest.popFirst() {
      let isGuard = scalar == "\\" && rest.starts(with: "]:".unicodeScalars)
      if !isGuard { output.append(scalar) }
    }
    return String(output)
  }
}
