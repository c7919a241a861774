package import Typesetter

/// An item's text broken into lines at one measure, with the places where a leg may end.
package struct Flow {
  /// A line of the flow.
  package struct Line {
    package let paragraph: Int
    package let set: SetLine
    /// Whether a leg may end before this line: no widow, no orphan, no crosshead at a foot.
    package let mayEndBefore: Bool
  }

  package let lines: [Line]
  package let measure: Int
  /// How many rows a foot may stand above the others for a better place; briefs, which are never parted,
  /// may need more.
  let reach: Int
  /// Whether its lines are those of briefs.
  package let isOfBriefs: Bool

  /// Breaks the paragraphs of `item` that are captions, or that are not; marks may hang in `gutter`
  /// cells beside the measure.
  package init(_ item: ContentItem, captions: Bool, measure: Int, gutter: Int = 0) {
    self.measure = measure
    isOfBriefs = item.kind == .briefs
    reach = isOfBriefs ? 12 : 2
    var lines: [Line] = []
    for (number, paragraph) in item.paragraphs.enumerated() where paragraph.isCaption == captions {
      let set = paragraph.setLines(measure: measure, gutter: gutter, item.typography)
      for (index, line) in set.enumerated() {
        let free = Flow.mayEnd(before: index, of: set.count, paragraph, after: lines, item)
        lines.append(Line(paragraph: number, set: line, mayEndBefore: free))
      }
    }
    self.lines = lines
  }

  private static func mayEnd(
    before index: Int, of count: Int, _ paragraph: ParagraphText, after lines: [Line],
    _ item: ContentItem
  ) -> Bool {
    guard let previous = lines.last else { return true }
    if paragraph.role == .brief, paragraph.mark == nil || index > 0 { return false }
    if index > 0, index == 1 || index == count - 1 { return false }  // orphan, widow
    let above = item.paragraphs[previous.paragraph].role
    if above == .crosshead || above == .pageMark { return false }
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
    var measure = Measure(cells, gutter: gutter)
    switch role {
    case .body, .brief:
      measure.indent = firstIndent(measure: cells, typography)
      if mark != nil || role == .brief { measure.hangingIndent = measure.indent }
    case .pullQuote: (measure.indent, measure.hangingIndent) = (2, 2)
    case .caption: break
    case .advert, .crosshead, .pageMark, .credit:
      return prepared.lines(at: breaks, measure: cells, limit: 3)
    }
    return prepared.fill(measure)
  }

  /// Two ideographs, one where the column is narrow (CLREQ 3.2); Latin text indents by two cells.
  private func firstIndent(measure: Int, _ typography: Typography) -> Int {
    if role == .brief { return 2 }
    if isContinued { return 0 }
    guard typography.isIdeographic else { return 2 }
    return measure <= 20 ? 2 : 4
  }
}
