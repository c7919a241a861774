import NewsModel

/// Segments as CommonMark with jump marks between them; `page` finds the label of the page on which
/// a segment stands, where the segment before does not name it.
func markdown(_ segments: [Segment], page: (Int) -> String?) -> String {
  var writer = MarkdownWriter()
  for (index, segment) in segments.enumerated() {
    for block in segment.blocks { writer.write(block) }
    let hasNext = index + 1 < segments.count
    guard let page = segment.jump?.page ?? (hasNext ? page(index + 1) : nil) else { continue }
    let mark = JumpMark(
      page: page, to: segment.jump?.toLine,
      from: hasNext ? segments[index + 1].fromLine : nil)
    writer.write(mark, insideParagraph: segment.breaksParagraph)
  }
  return writer.output
}

/// Writes blocks so that CommonMark reads them as the plain text they are.
private struct MarkdownWriter {
  var output = ""
  /// Whether the next block goes on with the paragraph above the mark.
  private var goesOn = false

  mutating func write(_ block: Block) {
    if block.text.isEmpty { return }
    if !goesOn { output += "\n" }
    goesOn = false
    switch block.role {
    case .paragraph: output += escaped(block.text)
    case .crosshead: output += "## " + escaped(block.text)
    case .pullQuote: output += "> " + escaped(block.text)
    }
    output += "\n"
  }

  mutating func write(_ mark: JumpMark, insideParagraph: Bool) {
    if !insideParagraph { output += "\n" }
    output += mark.comment + "\n"
    goesOn = insideParagraph
  }

  /// The text with a backslash before what CommonMark would take for markup.
  private func escaped(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var output = ""
    output.reserveCapacity(text.utf8.count)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", "&", "#": output += "\\"
      case ">", "-", "+", "=", "~": if index == 0 { output += "\\" }
      case ".", ")": if endsListNumber(scalars, index) { output += "\\" }
      case " " where index == 0 || index + 1 == scalars.count:
        output += "&#32;"
        continue
      case "\n", "\t":
        output += " "
        continue
      default: break
      }
      output.unicodeScalars.append(scalar)
    }
    return output
  }

  /// Whether the scalar at `index` ends a number at the start of a text, as in `12.`.
  private func endsListNumber(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    (1...9).contains(index) && scalars[..<index].allSatisfy { ("0"..."9").contains($0) }
  }
}
