import YAMLTree

/// Reads the fields of a file's YAML, and notes what is wrong with them.
struct FieldReader {
  /// The file, as messages name it.
  let file: String
  /// What was found wrong so far.
  private(set) var faults: [IssueFileError] = []

  init(file: String) { self.file = file }

  /// Notes a fault at a place of the file.
  mutating func report(_ fault: IssueFault, at mark: YAMLMark) {
    faults.append(
      IssueFileError(file: file, line: mark.line, column: mark.column, fault: fault))
  }

  /// The entries of a mapping by name; those not `known` are warned about.
  mutating func fields(
    of node: YAMLNode, named name: String, known: [String]
  ) -> [String: YAMLNode] {
    guard let entries = node.entries else {
      if !node.isEmpty { wrongType(node, name, "fields, one `name: value` a line") }
      return [:]
    }
    var fields: [String: YAMLNode] = [:]
    for entry in entries {
      if known.contains(entry.key) {
        fields[entry.key] = entry.value
      } else {
        let fault = IssueFault.unknownField(
          entry.key, nearest: nearest(to: entry.key, among: known))
        report(fault, at: entry.keyMark)
      }
    }
    return fields
  }

  /// A text on one line; nil where nothing is written.
  mutating func text(_ node: YAMLNode?, _ name: String) -> String? {
    guard let node, !node.isEmpty else { return nil }
    guard let text = node.string else {
      wrongType(node, name, "a text")
      return nil
    }
    let line = text.withoutLastLineEnd.asOneLine
    return line.isEmpty ? nil : line
  }

  /// A list of texts; one text stands for a list of its lines.
  mutating func lines(_ node: YAMLNode?, _ name: String) -> [String] {
    guard let node, !node.isEmpty else { return [] }
    if let items = node.items { return items.compactMap { text($0, name) } }
    guard let text = node.string else {
      wrongType(node, name, "a text or a list of texts")
      return []
    }
    return text.split(separator: "\n").map { String($0).asOneLine }
  }

  /// `true` or `false`; false where nothing is written.
  mutating func flag(_ node: YAMLNode?, _ name: String) -> Bool {
    guard let node, !node.isEmpty else { return false }
    if let flag = node.bool { return flag }
    wrongType(node, name, "`true` or `false`")
    return false
  }

  /// A list; empty where nothing is written.
  mutating func list(_ node: YAMLNode?, _ name: String) -> [YAMLNode] {
    guard let node, !node.isEmpty else { return [] }
    if let items = node.items { return items }
    wrongType(node, name, "a list, each item after `- `")
    return []
  }

  /// An id; nil, and noted, where it is none.
  mutating func id(_ node: YAMLNode?, _ name: String) -> String? {
    guard let node, let id = text(node, name) else { return nil }
    if id.isItemID { return id }
    report(.badID(id), at: node.mark)
    return nil
  }

  /// Notes that a field holds something else than it should.
  mutating func wrongType(_ node: YAMLNode, _ name: String, _ wanted: String) {
    report(.wrongType(field: name, wanted: wanted, found: node.kindName), at: node.mark)
  }
}

extension YAMLNode {
  /// What the node is, in a sentence.
  var kindName: String {
    switch content {
    case .scalar(let scalar) where scalar.text.isEmpty: "empty"
    case .scalar(let scalar): quoted(scalar.text)
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}

extension String {
  /// Whether the text may name an item: ASCII letters, digits, `-`, `_`, `.`; a letter or digit first.
  package var isItemID: Bool {
    guard let first = utf8.first, first.isASCIILetterOrDigit else { return false }
    return utf8.count <= 120
      && utf8.allSatisfy { $0.isASCIILetterOrDigit || $0 == 0x2D || $0 == 0x5F || $0 == 0x2E }
  }

  /// The text without the line end that a block scalar ends with.
  fileprivate var withoutLastLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}

extension UInt8 {
  fileprivate var isASCIILetterOrDigit: Bool {
    (0x30...0x39).contains(self) || (0x41...0x5A).contains(self)
      || (0x61...0x7A).contains(self)
  }
}
