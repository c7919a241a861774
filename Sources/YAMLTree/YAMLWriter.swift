extension YAMLNode {
  /// The node as the text of a YAML document, in block style.
  ///
  /// Parsing it gives the same tree, marks and styles aside. A text stays a text for every YAML
  /// reader: what one might take for a number, a date or a truth value stands in quotes.
  public func write() -> String {
    var writer = YAMLWriter()
    writer.write(self, indent: 0, .line)
    return writer.output
  }
}

/// Writes nodes in block style, two columns a level; a list of numbers stands on one line.
private struct YAMLWriter {
  /// What stands before the node on its line.
  enum Position {
    /// Nothing: the node begins a line.
    case line
    /// `- `, after which a mapping may go on in the same line.
    case dash
    /// `key:`, after which a collection starts a new line.
    case key
  }

  var output = ""

  mutating func write(_ node: YAMLNode, indent: Int, _ position: Position) {
    switch node.content {
    case .scalar(let scalar): writeLine(scalar.written, position)
    case .sequence(let items) where items.allSatisfy(\.isPlainNumber):
      writeLine("[" + items.compactMap(\.string).joined(separator: ", ") + "]", position)
    case .mapping(let entries) where entries.isEmpty: writeLine("{}", position)
    case .sequence(let items):
      write(items, indent: indent, position) { writer, item in
        writer.output += "-"
        writer.write(item, indent: indent + 2, .dash)
      }
    case .mapping(let entries):
      write(entries, indent: indent, position) { writer, entry in
        writer.output += YAMLScalar(entry.key).written + ":"
        writer.write(entry.value, indent: indent + 2, .key)
      }
    }
  }

  private mutating func writeLine(_ text: String, _ position: Position) {
    output += position == .line ? text + "\n" : " " + text + "\n"
  }

  /// Writes the parts of a collection, each at the start of a line but perhaps the first.
  private mutating func write<Part>(
    _ parts: [Part], indent: Int, _ position: Position,
    _ writePart: (inout YAMLWriter, Part) -> Void
  ) {
    if position == .key { output += "\n" }
    for (index, part) in parts.enumerated() {
      output +=
        index == 0 && position == .dash ? " " : String(repeating: " ", count: indent)
      writePart(&self, part)
    }
  }
}

extension YAMLNode {
  /// Whether the node is a number such as 12 or 0.5, of which several have room on a line.
  fileprivate var isPlainNumber: Bool {
    guard case .scalar(let scalar) = content, scalar.style == .plain else { return false }
    return scalar.text.utf8.first.map { (0x30...0x39).contains($0) } ?? false
      && scalar.text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
  }
}

extension YAMLScalar {
  /// The scalar with quotes where they are needed.
  fileprivate var written: String {
    let mayBePlain = isSafeWithoutQuotes && (style == .plain || !looksLikeAnotherType)
    return mayBePlain ? text : doubleQuoted
  }

  /// Whether the text without quotes is read as itself.
  private var isSafeWithoutQuotes: Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last, first != " ", last != " ",
      last != ":", !"-?:,[]{}#&*!|>'\"%@`=".unicodeScalars.contains(first),
      !text.hasPrefix("..."), scalars.allSatisfy(\.isPrintableInYAML)
    else { return false }
    var before: Unicode.Scalar = "a"
    for scalar in scalars {
      if before == ":", scalar == " " { return false }
      if before == " ", scalar == "#" { return false }
      before = scalar
    }
    return true
  }

  /// Whether some YAML reader takes the plain text for a number, a date, a truth value or nothing.
  private var looksLikeAnotherType: Bool {
    let words = ["null", "true", "false", "yes", "no", "on", "off", "y", "n", "~", "<<"]
    if words.contains(text.lowercased()) { return true }
    guard let first = text.utf8.first else { return true }
    let isNumeric = (0x30...0x39).contains(first) || [0x2B, 0x2D, 0x2E].contains(first)
    return isNumeric && text.utf8.allSatisfy { $0 < 0x80 }
  }

  private var doubleQuoted: String {
    var output = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\t": output += "\\t"
      case _ where scalar.isPrintableInYAML: output.unicodeScalars.append(scalar)
      default: output += scalar.escapedInYAML
      }
    }
    return output + "\""
  }
}

extension Unicode.Scalar {
  /// Whether the scalar may stand in a line as it is; line separators and byte order marks may not.
  fileprivate var isPrintableInYAML: Bool {
    switch value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD: true
    case 0x10000...0x10FFFF: true
    default: false
    }
  }

  /// `\x1B`, `\u2028`.
  fileprivate var escapedInYAML: String {
    let digits = String(value, radix: 16, uppercase: true)
    let width = value < 0x100 ? 2 : 4
    let zeros = String(repeating: "0", count: max(0, width - digits.utf8.count))
    return (value < 0x100 ? "\\x" : "\\u") + zeros + digits
  }
}
