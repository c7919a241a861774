package import Typesetter

/// An item's text broken into lines at one measure, with the places where a leg may end.
package struct Flow {
  /// A line of the flow.
  package struct Line {
    package let paragraph: Int
    /// Its text; none on a row that holds the rule above or below a pull quote.
    package let set: SetLine
    /// Whether a leg may end before this line: no widow, no orphan, no crosshead at a foot, and a pull
    /// quote in the middle of a leg.
    package let mayEndBefore: Bool
    /// Whether it is a rule across the leg.
    var isRule = false
    /// Whether a leg that ends before it tears a pull quote.
    var isInQuote = false
  }

  package let lines: [Line]
  package let measure: Int
  /// How many rows a foot may stand above the others for a better place; briefs and pull quotes, which
  /// are not parted, may need more.
  package let reach: Int
  /// Whether its lines are those of briefs.
  package let isOfBriefs: Bool
  /// Whether they are those of pointers to other pages.
  let isOfPointers: Bool

  /// Breaks the paragraphs of `item` that are captions, or that are not; marks may hang in `gutter`
  /// cells beside the measure.
  package init(_ item: ContentItem, captions: Bool, measure: Int, gutter: Int = 0) {
    self.measure = measure
    isOfBriefs = item.kind == .briefs
    isOfPointers = item.paragraphs.first?.pointer != nil
    var (lines, quote) = ([Line](), 0)
    for (number, paragraph) in item.paragraphs.enumerated() where paragraph.isCaption == captions {
      let set = paragraph.setLines(measure: measure, gutter: gutter, item.typography)
      if paragraph.role == .pullQuote {
        let block = Flow.quote(set, number, of: paragraph)
        lines += block
        quote = max(quote, block.count)
        continue
      }
      for (index, line) in set.enumerated() {
        let free = Flow.mayEnd(before: index, of: set.count, paragraph, after: lines, item)
        lines.append(Line(paragraph: number, set: line, mayEndBefore: free))
      }
    }
    reach = isOfBriefs ? 12 : min(12, max(2, quote))
    self.lines = lines
  }

  /// A pull quote between its rules.
  private static func quote(
    _ set: [SetLine], _ number: Int, of paragraph: ParagraphText
  ) -> [Line] {
    let end = paragraph.prepared.byteCount
    let rules = [0..<0, end..<end].map { place in
      Line(
        paragraph: number, set: SetLine(place, of: paragraph.prepared), mayEndBefore: false,
        isRule: true, isInQuote: place.lowerBound == end)
    }
    let text = set.map {
      Line(paragraph: number, set: $0, mayEndBefore: false, isInQuote: true)
    }
    return rules.prefix(1) + text + rules.suffix(1)
  }

  /// The lines of text from one on, rules left out.
  func textLines(from first: Int) -> Int { lines[first...].count { !$0.isRule } }

  /// How many briefs begin in those lines of one leg, the first left out.
  func gaps(_ leg: Range<Int>) -> Int {
    leg.dropFirst().count { lines[$0].mayEndBefore }
  }

  private static func mayEnd(
    before index: Int, of count: Int, _ paragraph: ParagraphText, after lines: [Line],
    _ item: ContentItem
  ) -> Bool {
    guard let previous = lines.last else { return true }
    if paragraph.role == .brief, paragraph.mark == nil || index > 0 { return false }
    if index > 0, index == 1 || index == count - 1 { return false }  // orphan, widow
    let above = item.paragraphs[previous.paragraph].role
    if above == .crosshead || above == .pageMark || above == .pullQuote { return false }
    guard index == 0, lines.count > 1 else { return true }
    // The only line of a paragraph right under a crosshead keeps company with it.
    let beforeThat = lines[lines.count - 2]
    return beforeThat.paragraph == previous.paragraph
      || item.paragraphs[beforeThat.paragraph].role != .crosshead
  }
}

extension ParagraphText {
  /// Breaks the paragraph by the rules of its role.
  package func setLines(
    measure cells: Int, gutter: Int, _ typography: Typography
  ) -> [SetLine] {
    if let pointer { return pointerLines(pointer, measure: cells) }
    var measure = Measure(cells, gutter: gutter)
    switch role {
    case .body, .brief:
      measure.indent = firstIndent(measure: cells, typography)
      if mark != nil || role == .brief { measure.hangingIndent = measure.indent }
    case .caption: break
    case .pullQuote:
      return prepared.lines(at: breaks, measure: cells <= 20 ? cells : cells - 4, limit: 8)
    case .advert, .crosshead, .pageMark, .credit:
      return prepared.lines(at: breaks, measure: cells, limit: 3)
    }
    return prepared.fill(measure)
  }

  /// A pointer keeps clear of the column in which the pages stand, which its last line alone enters.
  private func pointerLines(_ pointer: PreparedText, measure cells: Int) -> [SetLine] {
    let page = prepared.width(of: pointer.byteCount..<prepared.byteCount)
    guard 2 * page <= cells else {
      return prepared.fill(measure: cells, indent: 2, hangingIndent: 2)
    }
    var lines = pointer.fill(measure: cells - page - 1, indent: 2, hangingIndent: 2)
    if let last = lines.popLast() { lines.append(last.extended(to: prepared)) }
    return lines
  }

  /// Two ideographs, one where the column is narrow (CLREQ 3.2); Latin text indents by two cells.
  private func firstIndent(measure: Int, _ typography: Typography) -> Int {
    if role == .brief { return 2 }
    if isContinued { return 0 }
    guard typography.isIdeographic else { return 2 }
    return measure <= 20 ? 2 : 4
  }
}
