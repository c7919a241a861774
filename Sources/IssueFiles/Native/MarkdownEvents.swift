import CCMark

/// A node of a CommonMark document, with what matters of it.
enum MarkdownNode: Hashable {
  case document
  case quote
  case list(ordered: Bool, start: Int)
  case item
  case code
  case html
  case paragraph
  case heading(level: Int)
  case rule
  case text(String)
  case softBreak
  case lineBreak
  case codeSpan(String)
  case inlineHTML(String)
  case emphasis
  case link(url: String, title: String)
  case image(url: String, title: String)
}

/// A step of the walk through a CommonMark document.
struct MarkdownEvent {
  /// Whether the node begins here; nodes without children have no end of their own.
  let isEntry: Bool
  let node: MarkdownNode
  /// The node's first line, from 1.
  let firstLine: Int
  /// The byte of that line where the node begins, from 1.
  let firstByte: Int
  /// The node's last line.
  let lastLine: Int
}

/// A walk through a CommonMark text, parsed by libcmark; everything is given back at its end.
@safe struct MarkdownEvents: ~Copyable {
  private let document: OpaquePointer?
  private let iterator: OpaquePointer?

  /// Parses UTF-8.
  init(_ text: [UInt8]) {
    unsafe document = text.withUnsafeBytes { bytes in
      let characters = unsafe bytes.assumingMemoryBound(to: CChar.self)
      return unsafe cmark_parse_document(
        characters.baseAddress, characters.count, CMARK_OPT_DEFAULT)
    }
    unsafe iterator = cmark_iter_new(document)
  }

  deinit {
    unsafe cmark_iter_free(iterator)
    unsafe cmark_node_free(document)
  }

  /// The next step, or nil at the end.
  mutating func next() -> MarkdownEvent? {
    let step = unsafe cmark_iter_next(iterator)
    guard step == CMARK_EVENT_ENTER || step == CMARK_EVENT_EXIT else { return nil }
    let node = unsafe cmark_iter_get_node(iterator)
    let firstLine = unsafe Int(cmark_node_get_start_line(node))
    return unsafe MarkdownEvent(
      isEntry: step == CMARK_EVENT_ENTER, node: MarkdownNode(node), firstLine: firstLine,
      firstByte: Int(cmark_node_get_start_column(node)), lastLine: lastLine(node, from: firstLine))
  }

  /// The node's last line.
  ///
  /// Where an HTML block ends with `-->`, libcmark 0.30 gives the line before; so the lines of its
  /// text are counted instead.
  private func lastLine(_ node: OpaquePointer?, from firstLine: Int) -> Int {
    guard unsafe cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK else {
      return unsafe Int(cmark_node_get_end_line(node))
    }
    let lineEnds = unsafe literal(node).utf8.count { $0 == 0x0A }
    return firstLine + max(0, lineEnds - 1)
  }
}

extension MarkdownNode {
  fileprivate init(_ node: OpaquePointer?) {
    switch unsafe cmark_node_get_type(node) {
    case CMARK_NODE_DOCUMENT: self = .document
    case CMARK_NODE_BLOCK_QUOTE: self = .quote
    case CMARK_NODE_LIST:
      let ordered = unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      self = unsafe .list(ordered: ordered, start: Int(cmark_node_get_list_start(node)))
    case CMARK_NODE_ITEM: self = .item
    case CMARK_NODE_CODE_BLOCK: self = .code
    case CMARK_NODE_HTML_BLOCK: self = .html
    case CMARK_NODE_HEADING:
      self = unsafe .heading(level: Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_THEMATIC_BREAK: self = .rule
    case CMARK_NODE_TEXT: self = unsafe .text(literal(node))
    case CMARK_NODE_SOFTBREAK: self = .softBreak
    case CMARK_NODE_LINEBREAK: self = .lineBreak
    case CMARK_NODE_CODE: self = unsafe .codeSpan(literal(node))
    case CMARK_NODE_HTML_INLINE: self = unsafe .inlineHTML(literal(node))
    case CMARK_NODE_EMPH, CMARK_NODE_STRONG: self = .emphasis
    case CMARK_NODE_LINK:
      self = unsafe .link(
        url: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
    case CMARK_NODE_IMAGE:
      self = unsafe .image(
        url: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
    default: self = .paragraph
    }
  }
}

private func literal(_ node: OpaquePointer?) -> String {
  unsafe string(cmark_node_get_literal(node))
}

private func string(_ characters: UnsafePointer<CChar>?) -> String {
  unsafe characters.map { unsafe String(cString: $0) } ?? ""
}
