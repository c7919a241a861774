/// A JSON text as values; objects keep the order of their keys.
public indirect enum JSONValue: Hashable, Sendable {
  /// A key of an object with its value.
  public struct Member: Hashable, Sendable {
    /// The key.
    public let key: String
    /// Its value.
    public let value: JSONValue

    /// A key with its value.
    public init(_ key: String, _ value: JSONValue) { (self.key, self.value) = (key, value) }
  }

  case object([Member])
  case array([JSONValue])
  case string(String)
  /// A number without a fraction; no other kind is in our documents.
  case number(Int)
  case bool(Bool)
  case null

  /// Reads a whole text; nil where it is not JSON, or holds a number that is not whole.
  public init?(_ text: String) {
    var reader = JSONReader(scalars: Array(text.unicodeScalars))
    guard let value = reader.value(), reader.isAtEnd else { return nil }
    self = value
  }

  /// The keys of an object, in order; none for anything else.
  public var keys: [String] { members.map(\.key) }

  /// The values of an array; none for anything else.
  public var elements: [JSONValue] {
    if case .array(let elements) = self { elements } else { [] }
  }

  /// The text, where it is one.
  public var string: String? { if case .string(let text) = self { text } else { nil } }

  /// The number, where it is one.
  public var number: Int? { if case .number(let number) = self { number } else { nil } }

  /// The value of a key; `null` where the object has no such key, or this is no object.
  public subscript(key: String) -> JSONValue { members.first { $0.key == key }?.value ?? .null }

  private var members: [Member] {
    if case .object(let members) = self { members } else { [] }
  }
}

/// Reads JSON as RFC 8259 writes it, one code point after another.
private struct JSONReader {
  let scalars: [Unicode.Scalar]
  private var next = 0

  init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  var isAtEnd: Bool {
    mutating get {
      skipBlanks()
      return next == scalars.count
    }
  }

  mutating func value() -> JSONValue? {
    skipBlanks()
    guard next < scalars.count else { return nil }
    switch scalars[next] {
    case "{": return object()
    case "[": return array()
    case "\"": return text().map(JSONValue.string)
    case "t": return word("true", .bool(true))
    case "f": return word("false", .bool(false))
    case "n": return word("null", .null)
    default: return number()
    }
  }

  private mutating func object() -> JSONValue? {
    var members: [JSONValue.Member] = []
    let isWhole = list("{", "}") { reader in
      guard let key = reader.text(), reader.take(":"), let value = reader.value() else {
        return false
      }
      members.append(JSONValue.Member(key, value))
      return true
    }
    return isWhole ? .object(members) : nil
  }

  private mutating func array() -> JSONValue? {
    var elements: [JSONValue] = []
    let isWhole = list("[", "]") { reader in
      guard let value = reader.value() else { return false }
      elements.append(value)
      return true
    }
    return isWhole ? .array(elements) : nil
  }

  /// Reads elements between two brackets, a comma between each two; false where one is amiss.
  private mutating func list(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ element: (inout JSONReader) -> Bool
  ) -> Bool {
    guard take(open) else { return false }
    if take(close) { return true }
    repeat {
      guard element(&self) else { return false }
    } while take(",")
    return take(close)
  }

  private mutating func text() -> String? {
    guard take("\"") else { return nil }
    var found = String.UnicodeScalarView()
    while next < scalars.count, scalars[next] != "\"" {
      guard scalars[next].value >= 0x20, let scalar = character() else { return nil }
      found.append(scalar)
    }
    return take("\"") ? String(found) : nil
  }

  private mutating func character() -> Unicode.Scalar? {
    let scalar = scalars[next]
    next += 1
    guard scalar == "\\" else { return scalar }
    guard next < scalars.count else { return nil }
    next += 1
    switch scalars[next - 1] {
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "u": return codePoint()
    case let plain: return plain == "\"" || plain == "\\" || plain == "/" ? plain : nil
    }
  }

  /// Four hexadecimal digits; our documents write no surrogates.
  private mutating func codePoint() -> Unicode.Scalar? {
    guard next + 4 <= scalars.count else { return nil }
    let digits = String(String.UnicodeScalarView(scalars[next..<next + 4]))
    next += 4
    return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
  }

  private mutating func number() -> JSONValue? {
    let start = next
    while next < scalars.count, scalars[next] == "-" || ("0"..."9").contains(scalars[next]) {
      next += 1
    }
    return Int(String(String.UnicodeScalarView(scalars[start..<next]))).map(JSONValue.number)
  }

  private mutating func word(_ letters: String, _ value: JSONValue) -> JSONValue? {
    for letter in letters.unicodeScalars {
      guard next < scalars.count, scalars[next] == letter else { return nil }
      next += 1
    }
    return value
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard next < scalars.count, scalars[next] == scalar else { return false }
    next += 1
    return true
  }

  private mutating func skipBlanks() {
    while next < scalars.count, [" ", "\n", "\r", "\t"].contains(scalars[next]) { next += 1 }
  }
}
