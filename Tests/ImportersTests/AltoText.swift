/// Writes ALTO for the tests: blocks of lines of words, one below the other.
struct AltoText {
  /// The namespace; nil for none.
  var namespace: String? = "http://www.loc.gov/standards/alto/ns-v3#"
  /// Blocks by their ids, a text each: lines parted by `/`, words by blanks; `=` at a line end is a broken word.
  var blocks: [(id: String, text: String)]
  /// The id of the page.
  var page = "P1"

  /// The document.
  var document: String {
    let space = namespace.map { " xmlns=\"\($0)\"" } ?? ""
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <alto\(space)><Layout><Page ID="\(page)" WIDTH="1000" HEIGHT="1500"><PrintSpace>
      \(blocks.enumerated().map(block).joined(separator: "\n"))
      </PrintSpace></Page></Layout></alto>
      """
  }

  private func block(_ index: Int, _ block: (id: String, text: String)) -> String {
    let top = 100 * index
    let lines = block.text.split(separator: "/").enumerated().map { number, line in
      "<TextLine HPOS=\"50\" VPOS=\"\(top + 20 * number)\" WIDTH=\"400\" HEIGHT=\"18\">"
        + words(line, top + 20 * number) + "</TextLine>"
    }
    return "<TextBlock ID=\"\(block.id)\" HPOS=\"50\" VPOS=\"\(top)\" WIDTH=\"400\" HEIGHT=\"90\">"
      + lines.joined() + "</TextBlock>"
  }

  private func words(_ line: Substring, _ top: Int) -> String {
    let words = line.split(separator: " ")
    return words.enumerated().map { number, word in
      let isBroken = word.hasSuffix("=")
      let text = isBroken ? word.dropLast() : word
      return "<String CONTENT=\"\(text)\" HPOS=\"\(50 + 60 * number)\" VPOS=\"\(top)\" WIDTH=\"50\""
        + " HEIGHT=\"18\"\(isBroken ? " SUBS_TYPE=\"HypPart1\"" : "")/>"
        + (isBroken ? "<HYP CONTENT=\"-\"/>" : "<SP/>")
    }.joined()
  }
}
