import IssueFiles
import NewsModel

/// The draft of hOCR files, whose markup may be in any disorder.
func hocrDraft(_ job: ImportJob, _ paths: [String]) throws(ImportNote) -> Draft {
  var issue = ScanIssue(format: "hOCR")
  let paths = job.pagesOfOneIssue(paths)
  job.total = paths.count
  for path in paths {
    guard let root = job.html(path) else { continue }
    var reader = HOCRReader(file: path)
    reader.read(root)
    issue.pages += reader.pages
  }
  guard !issue.pages.isEmpty else {
    throw ImportNote(
      file: job.folder.name(of: paths[0]), sentence: "has no page; copy or save it again")
  }
  issue.paper = job.titleFromPath(paths[0])
  issue.date = paths.lazy.compactMap { CalendarDate(in: $0) }.first
  issue.segment()
  return try issue.draft()
}

/// Reads the pages of an hOCR document: `ocr_page` holds areas and paragraphs, these hold lines and words.
private struct HOCRReader {
  private(set) var pages: [ScanPage] = []
  private let file: String
  private var line = ScanLine()
  private var isInPage = false

  init(file: String) { self.file = file }

  mutating func read(_ root: MarkupElement) {
    root.elements.forEach { walk($0) }
  }

  private mutating func walk(_ element: MarkupElement) {
    let kind = element.hocrClass
    switch kind {
    case "ocr_page":
      beginPage(element)
      walkChildren(element)
      endLine()
      isInPage = false
    case "ocr_carea", "ocrx_block", "ocr_block", "ocr_par", "ocr_column", "ocr_header",
      "ocr_footer",
      "ocr_separator", "ocr_photo", "ocr_image", "ocr_float", "ocr_caption":
      endLine()
      beginBlock(element)
      walkChildren(element)
      endLine()
    case "ocr_line", "ocrx_line", "ocr_textfloat":
      endLine()
      line.box = element.boundingBox
      walkChildren(element)
      endLine()
    case "ocrx_word", "ocr_word": add(element.words, element.boundingBox)
    default: walkChildren(element)
    }
  }

  private mutating func walkChildren(_ element: MarkupElement) {
    guard !["script", "style", "head"].contains(element.name) else { return }
    for child in element.children {
      switch child {
      case .element(let inner): walk(inner)
      case .text(let text): if isInPage { add(text.onOneLine, nil) }
      case .comment: break
      }
    }
  }

  private mutating func beginPage(_ element: MarkupElement) {
    isInPage = true
    var page = ScanPage(file: file)
    if let box = element.boundingBox {
      (page.width, page.height) = (Int(box.right), Int(box.bottom))
    }
    pages.append(page)
  }

  /// An area that holds paragraphs gives its place to none of them.
  private mutating func beginBlock(_ element: MarkupElement) {
    guard !pages.isEmpty else { return }
    var block = ScanBlock(id: element["id"] ?? "")
    block.box = element.boundingBox
    block.type = element.hocrClass
    if let last = pages[pages.count - 1].blocks.last, last.lines.isEmpty {
      pages[pages.count - 1].blocks.removeLast()
    }
    pages[pages.count - 1].blocks.append(block)
  }

  private mutating func add(_ text: String, _ box: ScanBox?) {
    for word in text.split(separator: " ") {
      line.words.append(ScanWord(text: String(word), box: box))
    }
  }

  private mutating func endLine() {
    defer { line = ScanLine() }
    guard !line.words.isEmpty, !pages.isEmpty else { return }
    if line.box == nil { line.box = line.words.compactMap(\.box).union }
    let page = pages.count - 1
    if pages[page].blocks.isEmpty { pages[page].blocks.append(ScanBlock(id: "")) }
    pages[page].blocks[pages[page].blocks.count - 1].lines.append(line)
  }
}

extension MarkupElement {
  /// The class of hOCR that the element has; empty for none.
  fileprivate var hocrClass: String {
    let classes = self["class"]?.split(separator: " ") ?? []
    return classes.first { $0.hasPrefix("ocr") }.map(String.init) ?? ""
  }

  /// The rectangle of `title="bbox 0 0 20596 29200; ppageno 0"`.
  fileprivate var boundingBox: ScanBox? {
    guard let title = self["title"], let start = title.firstRange(of: "bbox") else { return nil }
    let words = title[start.upperBound...].prefix { $0 != ";" }.split(separator: " ")
    let numbers = words.prefix(4).compactMap { String($0).wholeNumber }
    guard numbers.count == 4 else { return nil }
    return ScanBox(
      left: numbers[0], top: numbers[1], width: numbers[2] - numbers[0],
      height: numbers[3] - numbers[1])
  }
}
