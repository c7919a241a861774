import IssueFiles
import NewsModel

/// The draft of the text recognition of the National Diet Library: lines with a type and a place in the order.
///
/// A title begins an article, a run of body lines before the first title is one too; captions, adverts and
/// running heads are told by their types.
func ndlDraft(_ job: ImportJob, _ paths: [String]) throws(ImportNote) -> Draft {
  var issue = ScanIssue(format: "NDL OCR")
  let paths = job.pagesOfOneIssue(paths)
  job.total = paths.count
  for path in paths {
    guard let root = job.xml(path) else { continue }
    for page in root.all("PAGE") { issue.add(NDLPage(page, file: path)) }
  }
  guard !issue.pages.isEmpty else {
    throw ImportNote(
      file: job.folder.name(of: paths[0]), sentence: "has no page; copy or save it again")
  }
  issue.language = LanguageTag("ja")
  issue.paper = job.titleFromPath(paths[0])
  issue.date = paths.lazy.compactMap { CalendarDate(in: $0) }.first
  return try issue.draft()
}

extension ScanIssue {
  /// Adds a page with the items that begin on it.
  fileprivate mutating func add(_ page: NDLPage) {
    let number = pages.count
    pages.append(page.page)
    for item in page.items {
      var item = item
      item.id = "p\(number + 1)-\(item.id)"
      for index in item.pieces.indices {
        item.pieces[index].runs = item.pieces[index].runs.map {
          ScanRun(page: number, block: $0.block)
        }
      }
      items.append(item)
    }
  }
}

/// A page of lines: runs of one type are blocks.
private struct NDLPage {
  private(set) var page: ScanPage
  private(set) var items: [ScanItem] = []
  private var latest: NDLType?

  init(_ element: MarkupElement, file: String) {
    page = ScanPage(file: file)
    page.width = element["WIDTH"]?.wholeNumber ?? 0
    page.height = element["HEIGHT"]?.wholeNumber ?? 0
    for line in NDLPage.inOrder(element.all("LINE")) { add(line) }
  }

  /// By ORDER, which has gaps; lines without one keep their place behind the others.
  private static func inOrder(_ lines: [MarkupElement]) -> [MarkupElement] {
    lines.enumerated().sorted {
      let (left, right) = ($0.element["ORDER"]?.wholeNumber, $1.element["ORDER"]?.wholeNumber)
      return (left ?? Int.max, $0.offset) < (right ?? Int.max, $1.offset)
    }.map(\.element)
  }

  private mutating func add(_ element: MarkupElement) {
    guard let text = element["STRING"]?.onOneLine, !text.isEmpty else { return }
    let type = NDLType(element["TYPE"] ?? "")
    if type != latest { begin(type, id: page.blocks.count) }
    latest = type
    let words = text.split(separator: " ").map { ScanWord(text: String($0)) }
    page.blocks[page.blocks.count - 1].lines.append(ScanLine(words: words, box: element.rectangle))
  }

  private mutating func begin(_ type: NDLType, id: Int) {
    let block = ScanBlock(id: "block-\(id)")
    page.blocks.append(block)
    let piece = ScanPiece(role: type.role, runs: [ScanRun(page: 0, block: page.blocks.count - 1)])
    let goesOn = type == .body && items.last?.kind == .article
    if goesOn {
      items[items.count - 1].pieces.append(piece)
    } else if let kind = type.kind {
      var item = ScanItem(id: "\(id)", kind: kind, reason: "NDL " + type.rawValue)
      item.pieces = [piece]
      items.append(item)
    }
  }
}

/// What the library calls its lines.
private enum NDLType: String {
  case title = "タイトル本文"
  case body = "本文"
  case advert = "広告文字"
  case caption = "キャプション"
  /// Running heads, page numbers, notes at the edge.
  case edge = "柱"

  init(_ name: String) {
    switch name {
    case "ノンブル", "柱", "頭注", "割注", "ルビ": self = .edge
    default: self = NDLType(rawValue: name) ?? .body
    }
  }

  var kind: DraftItem.Kind? {
    switch self {
    case .title, .body: .article
    case .advert: .advert
    case .caption: .picture
    case .edge: nil
    }
  }

  var role: ScanPiece.Role {
    switch self {
    case .title: .headline
    case .caption: .caption
    case .body, .advert, .edge: .body
    }
  }
}

extension MarkupElement {
  fileprivate var rectangle: ScanBox? {
    guard let left = self["X"]?.wholeNumber, let top = self["Y"]?.wholeNumber,
      let width = self["WIDTH"]?.wholeNumber, let height = self["HEIGHT"]?.wholeNumber
    else { return nil }
    return ScanBox(left: left, top: top, width: width, height: height)
  }
}
