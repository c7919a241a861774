/// Reads PAGE-XML: the page, its regions in reading order, their lines, and which article a line belongs to.
struct PageXMLReader {
  /// The page.
  private(set) var page: ScanPage
  /// The articles that lines and regions name, in reading order: a run of words each.
  private(set) var articles: [(id: String, run: ScanRun)] = []
  /// The page's number and the day, where the file tells them.
  private(set) var number: Int?

  /// Reads a file, of which `page` is the element of the page.
  init(_ page: MarkupElement, file: String) {
    self.page = ScanPage(file: file)
    self.page.width = page["imageWidth"]?.wholeNumber ?? 0
    self.page.height = page["imageHeight"]?.wholeNumber ?? 0
    for region in PageXMLReader.inOrder(page) { add(region) }
  }

  // MARK: Order

  /// The regions that hold text, in the order that the file states; the others behind them.
  private static func inOrder(_ page: MarkupElement) -> [MarkupElement] {
    let regions = page.all { $0.name.hasSuffix("Region") && $0.holdsTextItself }
    let references = page.element("ReadingOrder").map(references) ?? []
    let ranks = Dictionary(references.enumerated().map { ($1, $0) }) { first, _ in first }
    let keyed = regions.enumerated().map { index, region in
      (rank: region["id"].flatMap { ranks[$0] } ?? region.readingIndex ?? Int.max, index: index)
    }
    let stated = keyed.contains { $0.rank != Int.max }
    let order = keyed.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map(\.index)
    return (stated ? order : regions.indices.map { $0 }).map { regions[$0] }
  }

  /// The regions that a group of the reading order names, groups inside it in their place.
  private static func references(_ group: MarkupElement) -> [String] {
    let isIndexed = group.elements.contains { $0["index"] != nil }
    let children = group.elements.enumerated().sorted {
      guard isIndexed else { return $0.offset < $1.offset }
      let (left, right) = ($0.element["index"]?.wholeNumber, $1.element["index"]?.wholeNumber)
      return (left ?? Int.max, $0.offset) < (right ?? Int.max, $1.offset)
    }
    return children.flatMap { _, child in
      [child["regionRef"]].compactMap { $0 } + references(child)
    }
  }

  // MARK: Text

  private mutating func add(_ region: MarkupElement) {
    var block = ScanBlock(id: region["id"] ?? "")
    block.type = region["type"] ?? region.structure["type"] ?? ""
    block.box = region.outline
    let place = page.blocks.count
    let own = region.structure["type"] == "article" ? region.structure["id"] : nil
    for line in region.textLines {
      let text = line.text
      let words = text.split { $0 == " " || $0 == "\u{A0}" || $0 == "\n" || $0 == "\t" }
      guard !words.isEmpty else { continue }
      let start = block.wordCount
      block.lines.append(
        ScanLine(words: words.map { ScanWord(text: String($0)) }, box: line.outline))
      if let id = line.article ?? own {
        articles.append((id, ScanRun(page: 0, block: place, words: start..<block.wordCount)))
      }
    }
    page.blocks.append(block)
  }
}

/// A line of PAGE-XML.
private struct PageXMLLine {
  var text: String
  var outline: ScanBox?
  var article: String?
}

extension MarkupElement {
  /// Whether a region has lines or text of its own, not those of regions inside it.
  fileprivate var holdsTextItself: Bool {
    element("TextLine") != nil || element("TextEquiv") != nil
  }

  /// The rectangle round the points of `Coords`.
  fileprivate var outline: ScanBox? {
    let points = element("Coords")?["points"]?.split(separator: " ") ?? []
    let pairs = points.map { $0.split(separator: ",").compactMap { String($0).wholeNumber } }
      .filter { $0.count == 2 }
    guard let first = pairs.first else { return nil }
    let (xs, ys) = (pairs.map { $0[0] }, pairs.map { $0[1] })
    let (left, top) = (xs.min() ?? first[0], ys.min() ?? first[1])
    return ScanBox(
      left: left, top: top, width: (xs.max() ?? left) - left, height: (ys.max() ?? top) - top)
  }

  /// The fields of `custom="structure {id:a10; type:article;}"`.
  fileprivate var structure: [String: String] { custom("structure") }

  /// The index of `custom="readingOrder {index:3;}"`.
  fileprivate var readingIndex: Int? { custom("readingOrder")["index"].flatMap { Int($0) } }

  private func custom(_ name: String) -> [String: String] {
    guard let custom = self["custom"], let start = custom.firstRange(of: name),
      let open = custom[start.upperBound...].firstIndex(of: "{"),
      let close = custom[open...].firstIndex(of: "}")
    else { return [:] }
    var fields: [String: String] = [:]
    for field in custom[custom.index(after: open)..<close].split(separator: ";") {
      let parts = field.split(separator: ":", maxSplits: 1).map { String($0).onOneLine }
      if parts.count == 2 { fields[parts[0]] = parts[1] }
    }
    return fields
  }

  /// The lines in the order that they state, else that of the file; text of the region alone is lines too.
  fileprivate var textLines: [PageXMLLine] {
    let lines = elements("TextLine")
    if lines.isEmpty {
      return (ownText ?? "").split(separator: "\n").map { PageXMLLine(text: String($0)) }
    }
    let order = lines.indices.sorted {
      (lines[$0].readingIndex ?? $0, $0) < (lines[$1].readingIndex ?? $1, $1)
    }
    return order.map { index in
      let line = lines[index]
      let structure = line.structure
      let article =
        structure["type"] == "article" || structure["type"] == nil ? structure["id"] : nil
      return PageXMLLine(
        text: line.ownText ?? line.wordText, outline: line.outline, article: article)
    }
  }

  /// The text of the element's own `TextEquiv`, the first by its index; nil where it has none.
  private var ownText: String? {
    let texts = elements("TextEquiv").filter { $0.element("Unicode")?.text.isEmpty == false }
    let best = texts.min { ($0["index"]?.wholeNumber ?? 0) < ($1["index"]?.wholeNumber ?? 0) }
    return best?.element("Unicode")?.text
  }

  /// The text of the words of a line.
  private var wordText: String {
    elements("Word").compactMap(\.ownText).joined(separator: " ")
  }
}
