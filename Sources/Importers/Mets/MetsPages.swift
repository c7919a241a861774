/// The scanned pages of a METS issue, and where its areas lie on them.
struct MetsPages {
  /// The pages in the order of the issue.
  private(set) var pages: [ScanPage] = []
  /// Which page a text file is, by the file's id.
  private var pageOfFile: [String: Int] = [:]
  /// The places of blocks by their ids, a page each.
  private var blocks: [[String: Range<Int>]] = []
  /// The places of words by their ids, a page each; made where ranges of words are asked for.
  private var words: [Int: [String: WordPlace]] = [:]

  /// A word's place: its block, and its number in the block.
  fileprivate struct WordPlace {
    var block: Int
    var word: Int
  }

  /// Reads the pages that a METS file names; one whose file is missing stays empty.
  init(_ mets: MetsDocument, _ job: ImportJob) {
    let divisions = mets.pageDivisions
    var texts = divisions.map { mets.text(ofPage: $0) }
    if texts.allSatisfy({ $0 == nil }) { texts = mets.textOrder.map { ($0, nil) } }
    job.total = texts.count
    for (index, text) in texts.enumerated() {
      var page = ScanPage(file: mets.path)
      if let text, let path = mets.texts[text.id] {
        page = MetsPages.page(named: text.page, in: altoPages(job, path)) ?? ScanPage(file: path)
        pageOfFile[text.id] = index
      } else {
        job.note(
          mets.path, line: divisions[index].line, "names no text of this page; it stays empty")
      }
      page.label = nil
      if divisions.indices.contains(index) { page.label = label(of: divisions[index], mets) }
      pages.append(page)
    }
    blocks = pages.map(\.placesOfBlocks)
  }

  private static func page(named id: String?, in pages: [ScanPage]) -> ScanPage? {
    pages.first { page in id.map { page.containers[$0] != nil } ?? false } ?? pages.first
  }

  /// The label of a page, where it is a clean one: text recognition has spoilt many.
  private func label(of division: MarkupElement, _ mets: MetsDocument) -> String? {
    let candidates = [
      mets.description(of: division)?.page, division["ORDERLABEL"], division["LABEL"],
    ]
    return candidates.lazy.compactMap { $0?.cleanPageLabel }.first
  }

  /// The runs of blocks or words that an area names; empty where it names no text of these pages.
  ///
  /// `BEGIN` is the id of a block, of a block of blocks, of a page, or of a word that begins a range up to `END`.
  mutating func runs(_ area: MarkupElement) -> [ScanRun]? {
    guard let file = area["FILEID"], let page = pageOfFile[file] else { return nil }
    guard let begin = area["BEGIN"] else { return nil }
    if let range = blocks[page][begin] { return range.map { ScanRun(page: page, block: $0) } }
    return runs(page, from: begin, to: area["END"] ?? begin)
  }

  private mutating func runs(_ page: Int, from begin: String, to end: String) -> [ScanRun]? {
    let places = words[page] ?? pages[page].placesOfWords
    words[page] = places
    guard let first = places[begin], let last = places[end] else { return [] }
    guard (first.block, first.word) <= (last.block, last.word) else { return [] }
    return (first.block...last.block).compactMap { block in
      let from = block == first.block ? first.word : 0
      let to = block == last.block ? last.word + 1 : pages[page].blocks[block].wordCount
      return from < to ? ScanRun(page: page, block: block, words: from..<to) : nil
    }
  }

}

extension ScanPage {
  /// The blocks by their ids, also those that hold others and the page itself.
  fileprivate var placesOfBlocks: [String: Range<Int>] {
    var places = containers
    for (index, block) in blocks.enumerated() { places[block.id] = index..<(index + 1) }
    return places
  }

  fileprivate var placesOfWords: [String: MetsPages.WordPlace] {
    var places: [String: MetsPages.WordPlace] = [:]
    for (index, block) in blocks.enumerated() {
      var number = 0
      for word in block.lines.lazy.flatMap(\.words) {
        if let id = word.id { places[id] = .init(block: index, word: number) }
        number += 1
      }
    }
    return places
  }
}

extension String {
  /// The label where it is one: a number with a section letter at most, or Roman; nil for rubbish.
  fileprivate var cleanPageLabel: String? {
    let text = onOneLine
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || " -.".unicodeScalars.contains($0)
    }
    guard isPlain, text.count <= 12 else { return nil }
    let digits = text.filter(\.isNumber)
    return (1...3).contains(digits.count) ? text : nil
  }
}
