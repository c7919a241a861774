import CXML2

/// An element of a document, with what stands in it.
///
/// Names of elements and attributes are local names, without prefixes.
final class MarkupElement {
  /// The name.
  let name: String
  /// The namespace, of XML alone.
  let namespace: String
  /// The attributes in the order of the document.
  let attributes: [(name: String, value: String)]
  /// What stands in it, in order.
  fileprivate(set) var children: [MarkupChild] = []
  /// The line in which it begins, from 1.
  let line: Int

  init(
    _ name: String, namespace: String = "", attributes: [(name: String, value: String)] = [],
    line: Int = 1
  ) {
    (self.name, self.namespace, self.attributes, self.line) = (name, namespace, attributes, line)
  }
}

/// What stands in an element.
enum MarkupChild {
  case element(MarkupElement)
  case text(String)
  /// A comment; Chinese e-papers keep their data in them.
  case comment(String)
}

extension MarkupElement {
  /// The value of an attribute; nil where there is none or it is empty.
  subscript(_ attribute: String) -> String? {
    attributes.first { $0.name == attribute && !$0.value.isEmpty }?.value
  }

  /// The elements in it, not those inside them.
  var elements: [MarkupElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The elements in it with that name, not those inside them.
  func elements(_ name: String) -> [MarkupElement] { elements.filter { $0.name == name } }

  /// The first element in it with that name.
  func element(_ name: String) -> MarkupElement? { elements.first { $0.name == name } }

  /// Every element at any depth for which `matches` holds, in document order, itself first.
  func all(where matches: (MarkupElement) -> Bool) -> [MarkupElement] {
    var found: [MarkupElement] = []
    visit { if matches($0) { found.append($0) } }
    return found
  }

  /// Every element at any depth with that name, in document order.
  func all(_ name: String) -> [MarkupElement] { all { $0.name == name } }

  /// The first element at any depth with that name.
  func first(_ name: String) -> MarkupElement? { first { $0.name == name } }

  /// The first element at any depth for which `matches` holds.
  func first(where matches: (MarkupElement) -> Bool) -> MarkupElement? {
    var waiting = [self]
    while let element = waiting.popLast() {
      if matches(element) { return element }
      waiting += element.elements.reversed()
    }
    return nil
  }

  /// Calls `body` with every element at any depth, in document order, itself first.
  func visit(_ body: (MarkupElement) -> Void) {
    var waiting = [self]
    while let element = waiting.popLast() {
      body(element)
      waiting += element.elements.reversed()
    }
  }

  /// All text at any depth, as it stands in the document.
  var text: String {
    var text = ""
    var waiting = Array(children.reversed())
    while let child = waiting.popLast() {
      switch child {
      case .text(let piece): text += piece
      case .element(let element): waiting += element.children.reversed()
      case .comment: break
      }
    }
    return text
  }

  /// All text at any depth on one line, with single blanks.
  var words: String { text.onOneLine }
}

/// The tree of an XML document, and where it is damaged, if it is; nil where there is no element at all.
func xmlTree(_ bytes: [UInt8]) -> (root: MarkupElement, fault: MarkupFault?)? {
  var reader = MarkupReader(bytes)
  var open: [MarkupElement] = []
  var root: MarkupElement?
  while let event = reader.next() {
    switch event {
    case .start(let name):
      var attributes: [(name: String, value: String)] = []
      reader.forEachAttribute { attributes.append(($0, $1)) }
      let element = MarkupElement(
        name, namespace: reader.namespace, attributes: attributes, line: reader.line)
      open.last?.children.append(.element(element))
      if root == nil { root = element }
      open.append(element)
    case .end: _ = open.popLast()
    case .text(let text): open.last?.children.append(.text(text))
    }
  }
  return root.map { ($0, reader.fault) }
}

/// The tree of an HTML document, whose tags may be in any disorder; names are in small letters.
///
/// The bytes are UTF-8, whatever the document declares.
func htmlTree(_ bytes: [UInt8]) -> MarkupElement? {
  broadsheet_tame_xml()
  let options =
    HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue
    | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
  let document = unsafe bytes.withUnsafeBufferPointer { text in
    unsafe text.withMemoryRebound(to: CChar.self) {
      unsafe htmlReadMemory($0.baseAddress, Int32($0.count), nil, "UTF-8", Int32(options))
    }
  }
  guard let document = unsafe document else { return nil }
  defer { unsafe xmlFreeDoc(document) }
  let root = MarkupElement("#document")
  unsafe take(document.pointee.children, into: root)
  return root
}

/// Puts a node of libxml2 and those behind it into their parent; libxml2 bounds the depth at 256.
@safe private func take(_ first: xmlNodePtr?, into parent: MarkupElement) {
  var next = unsafe first
  while let node = unsafe next {
    let content = unsafe node.pointee.content
    switch unsafe node.pointee.type {
    case XML_ELEMENT_NODE:
      let name = unsafe String(cString: node.pointee.name).lowercased()
      let element = unsafe MarkupElement(
        name, attributes: attributes(of: node), line: Int(xmlGetLineNo(node)))
      parent.children.append(.element(element))
      unsafe take(node.pointee.children, into: element)
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
      if let content = unsafe content {
        unsafe parent.children.append(.text(String(cString: content)))
      }
    case XML_COMMENT_NODE:
      if let content = unsafe content {
        unsafe parent.children.append(.comment(String(cString: content)))
      }
    default: break
    }
    unsafe next = node.pointee.next
  }
}

@safe private func attributes(of node: xmlNodePtr) -> [(name: String, value: String)] {
  var attributes: [(name: String, value: String)] = []
  var next = unsafe node.pointee.properties
  while let attribute = unsafe next {
    let value = unsafe xmlNodeListGetString(node.pointee.doc, attribute.pointee.children, 1)
    let name = unsafe String(cString: attribute.pointee.name).lowercased()
    attributes.append((name, unsafe value.map { unsafe String(cString: $0) } ?? ""))
    if let value = unsafe value { unsafe broadsheet_free_xml(value) }
    unsafe next = attribute.pointee.next
  }
  return attributes
}

extension StringProtocol {
  /// The text on one line: runs of white space as one blank, none at the ends.
  ///
  /// An ideographic blank is kept inside the text, where editors break headlines with it.
  var onOneLine: String {
    var (line, pending) = ("", false)
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2028, 0x2029:
        pending = !line.isEmpty
      default:
        if pending { line += " " }
        pending = false
        line.unicodeScalars.append(scalar)
      }
    }
    while line.unicodeScalars.last?.value == 0x3000 { line.unicodeScalars.removeLast() }
    return String(line.drop { $0 == "\u{3000}" || $0 == " " })
  }
}
