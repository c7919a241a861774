extension YAMLNode {
  /// The text of a scalar; nil for other nodes.
  public var string: String? {
    guard case .scalar(let scalar) = content else { return nil }
    return scalar.text
  }

  /// `true` or `false` without quotes; nil for all else, `yes` and `on` included.
  public var bool: Bool? {
    guard case .scalar(let scalar) = content, scalar.style == .plain else { return nil }
    return switch scalar.text {
    case "true": true
    case "false": false
    default: nil
    }
  }

  /// A decimal number without quotes, as in `-12`; nil for all else.
  public var integer: Int? {
    guard case .scalar(let scalar) = content, scalar.style == .plain else { return nil }
    return Int(scalar.text)
  }

  /// The items of a sequence; nil for other nodes.
  public var items: [YAMLNode]? {
    guard case .sequence(let items) = content else { return nil }
    return items
  }

  /// The entries of a mapping, in the order of the text; nil for other nodes.
  public var entries: [YAMLEntry]? {
    guard case .mapping(let entries) = content else { return nil }
    return entries
  }

  /// Whether nothing was written, as after `name:` at the end of a line.
  public var isEmpty: Bool {
    guard case .scalar(let scalar) = content else { return false }
    return scalar.style == .plain && scalar.text.isEmpty
  }

  /// The value of `key` in a mapping; nil where there is none, and for other nodes.
  ///
  /// - Complexity: O(*n*) in the number of entries.
  public subscript(key: String) -> YAMLNode? {
    entries?.first { $0.key == key }?.value
  }
}
