import Importers
import TestSupport
import Typesetter

extension Bench {
  /// Foreign newspapers: from the start of the program to the end of what it prints, and reading ALTO alone.
  ///
  /// The issues are made here, of the English sample's words: twelve pages with 140 articles, and one page of
  /// 10,519 words of which nothing is known but where they stand.
  func imports() throws {
    let words = try NewsText().paragraphs.filter { $0.tradition == .latin }
      .flatMap { $0.text.split(separator: " ").map(String.init) }
    let mets = ScannedIssue(words: words, pages: 12, articles: 140)
    let page = ScannedIssue(words: words, pages: 1, articles: 0, wordsOnPage: 10_519)
    line("open-mets", milliseconds(try opening(mets.folder)), "ms")
    line("open-ndnp", milliseconds(try opening(page.folder)), "ms")
    let alto = page.altoPage(1)
    let time = median(of: 15) {
      clock.measure { precondition(countOfWords(inALTO: alto) == 10_519) }
    }
    line("parse-alto", decimal(megabytesPerSecond(alto.count, time)), "MB/s")
  }

  /// How long it takes to print the first page of what lies there.
  private func opening(_ folder: ScratchFolder) throws -> Duration {
    try median(of: 15) {
      try clock.measure {
        let output = try TestSupport.run(
          program, ["render", folder.path, "--page", "1", "--size", "120x40", "--format", "text"])
        precondition(output.text.utf8.count > 4_000, "the page is empty")
      }
    }
  }
}

/// A scanned issue as libraries keep them: METS beside a file of ALTO for each page.
struct ScannedIssue {
  /// Where it lies.
  let folder = ScratchFolder()
  private let words: [String]
  private let pages: Int
  private let blocksOnPage: Int
  private let wordsInBlock: Int

  /// Makes an issue of so many pages; with `articles` its structure names them, without it names pages alone.
  init(words: [String], pages: Int, articles: Int, wordsOnPage: Int = 3_600) {
    (self.words, self.pages) = (words, pages)
    blocksOnPage = articles > 0 ? articles / pages + 1 : 6
    wordsInBlock = (wordsOnPage + blocksOnPage - 1) / blocksOnPage
    left = wordsOnPage
    for page in 1...pages { folder.add("alto/\(page).xml", altoPage(page)) }
    folder.add("mets.xml", Array(mets(articles).utf8))
  }

  /// The words that a page has.
  private let left: Int

  /// A page of ALTO: blocks in six columns, eight words a line.
  func altoPage(_ page: Int) -> [UInt8] {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?><alto xmlns="http://www.loc.gov/standards/alto/ns-v2#"><Layout>
      <Page ID="P\(page)" WIDTH="6000" HEIGHT="9000"><PrintSpace>
      """
    for block in 0..<blocksOnPage {
      let count = min(wordsInBlock, max(0, left - block * wordsInBlock))
      text += "<TextBlock ID=\"B\(block)\">" + lines(page, block, count) + "</TextBlock>\n"
    }
    return Array((text + "</PrintSpace></Page></Layout></alto>").utf8)
  }

  private func lines(_ page: Int, _ block: Int, _ count: Int) -> String {
    let (column, row) = (block % 6, block / 6)
    return stride(from: 0, to: count, by: 8).map { first in
      let top = 100 + row * 4_000 + first * 4
      let strings = (first..<min(first + 8, count)).map { word in
        let text = words[(page * 997 + block * 131 + word) % words.count].escaped
        return
          "<String ID=\"S\(page)_\(block)_\(word)\" HPOS=\"\(column * 1_000 + 120 * (word - first))\""
          + " VPOS=\"\(top)\" WIDTH=\"110\" HEIGHT=\"24\" WC=\"0.87\" CONTENT=\"\(text)\"/><SP WIDTH=\"10\"/>"
      }
      return "<TextLine HPOS=\"\(column * 1_000)\" VPOS=\"\(top)\" WIDTH=\"950\" HEIGHT=\"26\">"
        + strings.joined() + "</TextLine>\n"
    }.joined()
  }

  private func mets(_ articles: Int) -> String {
    let files = (1...pages).map {
      "<file ID=\"A\($0)\" MIMETYPE=\"text/xml\"><FLocat href=\"alto/\($0).xml\"/></file>"
    }
    let divisions = (1...pages).map {
      "<div TYPE=\"PAGE\" ORDER=\"\($0)\" ORDERLABEL=\"\($0)\"><fptr><area FILEID=\"A\($0)\" BEGIN=\"P\($0)\"/></fptr></div>"
    }
    let items = (0..<articles).map { number in
      """
      <div TYPE="ARTICLE" ID="ART\(number)" LABEL="Of the harbour, \(number)"><div TYPE="BODY"><div TYPE="PARAGRAPH">
      <div TYPE="TEXT"><fptr><area FILEID="A\(number % pages + 1)" BEGIN="B\(number / pages)"/></fptr></div></div></div></div>
      """
    }
    return """
      <mets LABEL="The Bench 1871-03-04"><fileSec><fileGrp>\(files.joined())</fileGrp></fileSec>
      <structMap TYPE="PHYSICAL"><div TYPE="Newspaper">\(divisions.joined())</div></structMap>
      <structMap TYPE="LOGICAL"><div TYPE="Newspaper"><div TYPE="ISSUE"><div TYPE="CONTENT">\(items.joined())</div></div></div></structMap></mets>
      """
  }
}

extension String {
  /// The text as an attribute may hold it.
  fileprivate var escaped: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}
