/// Writes JSON, keys in the order they are given, on one line.
///
/// Whatever is said, the text is JSON: characters that a string may not hold are escaped, and so are those
/// that a terminal would obey.
package struct JSONWriter {
  /// What has been written.
  package private(set) var text = ""
  private var needsComma = false

  /// A writer that has written nothing.
  package init() {}

  /// Writes a field that is a text.
  package mutating func field(_ key: String, _ value: String) {
    self.key(key)
    self.value(value)
  }

  /// Writes a field that is a number.
  package mutating func field(_ key: String, _ value: Int) {
    self.key(key)
    self.value(value)
  }

  /// Writes a field that is yes or no.
  package mutating func field(_ key: String, _ value: Bool) {
    self.key(key)
    plain(value ? "true" : "false")
  }

  /// Writes a field that is a text or null.
  package mutating func field(_ key: String, orNull value: String?) {
    if let value { field(key, value) } else { null(key) }
  }

  /// Writes a field that is a number or null.
  package mutating func field(_ key: String, orNull value: Int?) {
    if let value { field(key, value) } else { null(key) }
  }

  /// Writes a field that is a share of so many hundredths, 0 to 1: `0.86`.
  package mutating func field(_ key: String, hundredths value: Int) {
    self.key(key)
    let digits = value % 100 < 10 ? "0\(value % 100)" : "\(value % 100)"
    plain("\(value / 100).\(digits)")
  }

  /// Writes a field that is null.
  package mutating func null(_ key: String) {
    self.key(key)
    plain("null")
  }

  /// Writes a text as an element of a list.
  package mutating func value(_ value: String) {
    separate()
    text += "\""
    for scalar in value.unicodeScalars { append(scalar) }
    text += "\""
    needsComma = true
  }

  /// Writes a number as an element of a list.
  package mutating func value(_ value: Int) { plain(String(value)) }

  /// Writes an object: the whole, an element of a list, or a field.
  package mutating func object(_ key: String? = nil, _ body: (inout JSONWriter) -> Void) {
    if let key { self.key(key) }
    bracket("{", "}", body)
  }

  /// Writes a field that is a list.
  package mutating func array<Elements: Sequence>(
    _ key: String, _ elements: Elements, _ body: (inout JSONWriter, Elements.Element) -> Void
  ) {
    self.key(key)
    bracket("[", "]") { json in
      for element in elements { body(&json, element) }
    }
  }

  /// Writes a field that is a list of texts.
  package mutating func array(_ key: String, _ texts: [String]) {
    array(key, texts) { $0.value($1) }
  }

  private mutating func plain(_ word: String) {
    separate()
    text += word
    needsComma = true
  }

  private mutating func bracket(
    _ open: String, _ close: String, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    text += open
    needsComma = false
    body(&self)
    text += close
    needsComma = true
  }

  private mutating func key(_ key: String) {
    value(key)
    text += ":"
    needsComma = false
  }

  private mutating func separate() {
    if needsComma { text += "," }
    needsComma = false
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": text += "\\\""
    case "\\": text += "\\\\"
    case "\n": text += "\\n"
    case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
      let digits = String(scalar.value, radix: 16)
      text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: text.unicodeScalars.append(scalar)
    }
  }
}
