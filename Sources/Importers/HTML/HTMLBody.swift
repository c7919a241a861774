import NewsModel

/// The text of a piece of HTML: paragraphs, crossheads and pictures, in the order of the document.
///
/// Nothing of the text is left out but scripts and styles; what is between two blocks, such as `div` and `br`,
/// is a paragraph.
struct HTMLBody {
  /// A picture of the text.
  struct Picture: Hashable {
    /// Its address as the document has it.
    var source: String
    /// The words below it, or those that stand for it.
    var caption: String
  }

  /// The blocks.
  private(set) var blocks: [Block] = []
  /// The pictures.
  private(set) var pictures: [Picture] = []
  private var line = ""
  private var role = Block.Role.paragraph

  /// Reads what is inside an element, elements for which `skips` holds left out.
  init(_ element: MarkupElement, skipping skips: (MarkupElement) -> Bool = { _ in false }) {
    walk(element, skips)
    flush()
  }

  /// Reads a text that may be HTML, may be HTML escaped, or may be plain text whose lines are paragraphs.
  init(text: String) {
    if text.contains("<") || text.contains("&"), let root = htmlTree(Array(text.utf8)) {
      self.init(root)
    } else {
      let lines = text.split(whereSeparator: \.isNewline).map(\.onOneLine)
      self.init(lines: lines.filter { !$0.isEmpty })
    }
  }

  private init(lines: [String]) { blocks = lines.map { Block(.paragraph, $0) } }

  private mutating func walk(_ element: MarkupElement, _ skips: (MarkupElement) -> Bool) {
    for child in element.children {
      switch child {
      case .text(let text): line += text
      case .element(let inner) where skips(inner) || HTMLBody.silent.contains(inner.name): break
      case .element(let inner): enter(inner, skips)
      case .comment: break
      }
    }
  }

  private mutating func enter(_ element: MarkupElement, _ skips: (MarkupElement) -> Bool) {
    switch element.name {
    case "img": addPicture(element)
    case "figure": addFigure(element)
    case "h1", "h2", "h3", "h4", "h5", "h6":
      flush()
      role = .crosshead
      walk(element, skips)
      flush()
      role = .paragraph
    case "td", "th":
      if !line.onOneLine.isEmpty { line += " " }
      walk(element, skips)
    default:
      let isBlock = HTMLBody.blockNames.contains(element.name)
      if isBlock { flush() }
      walk(element, skips)
      if isBlock { flush() }
    }
  }

  private mutating func addPicture(_ element: MarkupElement) {
    guard let source = element["src"] else { return }
    pictures.append(Picture(source: source, caption: element["alt"]?.onOneLine ?? ""))
  }

  /// A picture with its caption; without a picture its words are text.
  private mutating func addFigure(_ element: MarkupElement) {
    flush()
    let caption = element.first("figcaption")?.words ?? ""
    let images = element.all("img")
    images.forEach { addPicture($0) }
    let rest = HTMLBody(element) { $0.name == "img" || $0.name == "figcaption" && !images.isEmpty }
    blocks += rest.blocks
    if !images.isEmpty, !caption.isEmpty { pictures[pictures.count - 1].caption = caption }
  }

  private mutating func flush() {
    let text = line.onOneLine
    line = ""
    if !text.isEmpty { blocks.append(Block(role, text)) }
  }

  private static let silent: Set<String> = ["script", "style", "head", "template", "noscript"]

  private static let blockNames: Set<String> = [
    "p", "div", "br", "li", "ul", "ol", "dl", "dt", "dd", "tr", "table", "section", "article",
    "header", "footer", "aside", "nav", "main", "blockquote", "pre", "hr", "address", "center",
    "form", "fieldset", "body", "html", "tbody", "thead", "founder-content", "block", "figcaption",
  ]
}
