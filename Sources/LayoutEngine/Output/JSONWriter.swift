/// Writes JSON, keys in the order they are given, on one line.
struct JSONWriter {
  private(set) var text = ""
  private var needsComma = false

  mutating func field(_ key: String, _ value: String) {
    self.key(key)
    self.value(value)
  }

  mutating func field(_ key: String, _ value: Int) {
    self.key(key)
    self.value(value)
  }

  mutating func field(_ key: String, _ value: Bool) {
    self.key(key)
    separate()
    text += value ? "true" : "false"
    needsComma = true
  }

  mutating func null(_ key: String) {
    self.key(key)
    text += "null"
    needsComma = true
  }

  mutating func value(_ value: String) {
    separate()
    text += "\""
    for scalar in value.unicodeScalars { append(scalar) }
    text += "\""
    needsComma = true
  }

  mutating func value(_ value: Int) {
    separate()
    text += String(value)
    needsComma = true
  }

  mutating func object(_ key: String? = nil, _ body: (inout JSONWriter) -> Void) {
    if let key { self.key(key) }
    bracket("{", "}", body)
  }

  mutating func array<Elements: Sequence>(
    _ key: String, _ elements: Elements, _ body: (inout JSONWriter, Elements.Element) -> Void
  ) {
    self.key(key)
    bracket("[", "]") { json in
      for element in elements { body(&json, element) }
    }
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
