import FoundationEssentials

/// A JSON document as a value.
enum JSONTree: Decodable, Sendable {
  case object([String: JSONTree])
  case list([JSONTree])
  case text(String)
  case number(Double)
  case flag(Bool)
  case null

  init(from decoder: any Decoder) throws {
    if let fields = try? decoder.container(keyedBy: AnyKey.self) {
      var object: [String: JSONTree] = [:]
      for key in fields.allKeys {
        object[key.stringValue] = try fields.decode(JSONTree.self, forKey: key)
      }
      self = .object(object)
    } else if var items = try? decoder.unkeyedContainer() {
      var list: [JSONTree] = []
      while !items.isAtEnd { list.append(try items.decode(JSONTree.self)) }
      self = .list(list)
    } else {
      self = try JSONTree(value: decoder.singleValueContainer())
    }
  }

  private init(value: any SingleValueDecodingContainer) throws {
    if value.decodeNil() {
      self = .null
    } else if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else {
      self = .text(try value.decode(String.self))
    }
  }

  /// Any name is a key.
  private struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// The document of these bytes; nil where they are none.
  static func read(_ bytes: [UInt8]) -> JSONTree? {
    try? JSONDecoder().decode(JSONTree.self, from: Data(bytes))
  }
}

extension JSONTree {
  /// A field of an object.
  subscript(_ name: String) -> JSONTree? {
    if case .object(let fields) = self { fields[name] } else { nil }
  }

  /// The text; nil for what is none, and for nothing but blanks.
  var string: String? {
    if case .text(let text) = self { text.onOneLine.nonEmpty } else { nil }
  }

  /// The text with its line ends.
  var longText: String? {
    if case .text(let text) = self { text.nonEmpty } else { nil }
  }

  /// The number as a whole one.
  var whole: Int? {
    if case .number(let number) = self, abs(number) < 1e9 { Int(number.rounded()) } else { nil }
  }

  /// The items of a list; one value is a list of itself, nothing is an empty one.
  var list: [JSONTree] {
    switch self {
    case .list(let items): items
    case .null: []
    default: [self]
    }
  }

  /// The fields of an object, by their names.
  var fields: [String: JSONTree] { if case .object(let fields) = self { fields } else { [:] } }

  /// The items of a field.
  func items(_ name: String) -> [JSONTree] { self[name]?.list ?? [] }
}
