import YAMLTree

/// A place in an article's file where print breaks the text off.
struct JumpMark: Hashable {
  /// The label of the page where the text goes on.
  var page: String
  /// The jump line as printed.
  var to: String?
  /// The from-line as printed.
  var from: String?
}

extension JumpMark {
  /// Whether an HTML comment means to be a jump mark: `<!-- jump …`.
  static func isMeant(by comment: String) -> Bool {
    guard comment.hasPrefix("<!--") else { return false }
    let words = comment.unicodeScalars.dropFirst(4).drop(while: \.isBlank)
    guard words.starts(with: "jump".unicodeScalars) else { return false }
    return words.dropFirst(4).first.map { !$0.properties.isAlphabetic && $0 != ":" } ?? true
  }

  /// Reads a comment such as `<!-- jump page="8" to="（下转第八版）" -->`.
  ///
  /// Fails with the half sentence that says what is wrong.
  init(comment: String) throws(JumpMarkProblem) {
    var rest = comment.unicodeScalars.dropFirst(4).drop(while: \.isBlank).dropFirst(4)
    var values = try JumpMark.attributes(&rest)
    guard rest.starts(with: "-->".unicodeScalars) else {
      throw JumpMarkProblem("it does not end with -->")
    }
    guard rest.dropFirst(3).allSatisfy(\.isBlank) else {
      throw JumpMarkProblem("text follows it on its line")
    }
    guard let page = values.removeValue(forKey: "page"), !page.isEmpty else {
      throw JumpMarkProblem("it names no page")
    }
    self.page = page
    to = values.removeValue(forKey: "to").flatMap { $0.isEmpty ? nil : $0 }
    from = values.removeValue(forKey: "from").flatMap { $0.isEmpty ? nil : $0 }
    if let other = values.keys.min() {
      throw JumpMarkProblem("\(quoted(other)) is none of `page`, `to` and `from`")
    }
  }

  /// Takes `name="value"` and `name='value'`, parted by white space, off the front of a text.
  private static func attributes(
    _ rest: inout Substring.UnicodeScalarView
  ) throws(JumpMarkProblem) -> [String: String] {
    var values: [String: String] = [:]
    while true {
      rest = rest.drop(while: \.isBlank)
      let name = String(rest.prefix { $0.properties.isAlphabetic })
      if name.isEmpty { return values }
      rest = rest.dropFirst(name.unicodeScalars.count).drop(while: \.isBlank)
      let value = try value(of: name, &rest)
      guard values.updateValue(value, forKey: name) == nil else {
        throw JumpMarkProblem("\(quoted(name)) stands in it twice")
      }
    }
  }

  /// Takes `="value"` off the front of a text.
  private static func value(
    of name: String, _ rest: inout Substring.UnicodeScalarView
  ) throws(JumpMarkProblem) -> String {
    guard rest.popFirst() == "=" else { throw JumpMarkProblem("\(quoted(name)) has no value") }
    rest = rest.drop(while: \.isBlank)
    guard let quote = rest.popFirst(), quote == "\"" || quote == "'" else {
      throw JumpMarkProblem("the value of \(quoted(name)) is not in quotes")
    }
    guard let end = rest.firstIndex(of: quote) else {
      throw JumpMarkProblem("the value of \(quoted(name)) does not end")
    }
    defer { rest = rest[end...].dropFirst() }
    return String(rest[..<end]).withoutEntities.asOneLine
  }

  /// The mark as ``init(comment:)`` reads it.
  var comment: String {
    var text = "<!-- jump page=\"\(page.withEntities)\""
    if let to { text += " to=\"\(to.withEntities)\"" }
    if let from { text += " from=\"\(from.withEntities)\"" }
    return text + " -->"
  }
}

/// What is wrong with a jump mark: half a sentence.
struct JumpMarkProblem: Error {
  let words: String
  init(_ words: String) { self.words = words }
}

extension Unicode.Scalar {
  /// A blank, a tab or a line feed.
  fileprivate var isBlank: Bool { self == " " || self == "\t" || self == "\n" }
}

extension String {
  /// The text as it may stand between double quotes in a comment.
  fileprivate var withEntities: String {
    var output = ""
    var before: Unicode.Scalar?
    for scalar in unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "\"": output += "&quot;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\n", "\t": output += " "
      case "-" where before == "-": output += "&#45;"
      default: output.unicodeScalars.append(scalar)
      }
      before = scalar
    }
    return output
  }

  /// The text with `&amp;`, `&quot;`, `&lt;`, `&gt;`, `&apos;` and numbered entities resolved.
  fileprivate var withoutEntities: String {
    guard utf8.contains(0x26) else { return self }
    var output = String.UnicodeScalarView()
    var rest = unicodeScalars[...]
    while let scalar = rest.popFirst() {
      let name = scalar == "&" ? rest.prefix(9).prefix { $0 != ";" } : rest.prefix(0)
      let end = rest.dropFirst(name.count)
      if end.first == ";", let character = String(name).entityValue {
        output.append(character)
        rest = end.dropFirst()
      } else {
        output.append(scalar)
      }
    }
    return String(output)
  }

  /// The character of an entity's name, `amp` or `#45` or `#x2D`.
  private var entityValue: Unicode.Scalar? {
    switch self {
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    case "lt": return "<"
    case "gt": return ">"
    default:
      guard hasPrefix("#") else { return nil }
      let digits = dropFirst()
      let isHexadecimal = digits.first == "x" || digits.first == "X"
      let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return value.flatMap(Unicode.Scalar.init)
    }
  }
}
