/// A node of a YAML document, and where it begins.
///
/// A tree always: aliases are refused when a text is parsed, so no node stands in two places.
public struct YAMLNode: Hashable, Sendable {
  /// What the node holds.
  public enum Content: Hashable, Sendable {
    case scalar(YAMLScalar)
    case sequence([YAMLNode])
    case mapping([YAMLEntry])
  }

  /// What the node holds.
  public var content: Content
  /// Where it begins in the text it was parsed from.
  public var mark: YAMLMark

  /// Makes a node; one that was not parsed stands at the start.
  public init(_ content: Content, mark: YAMLMark = .start) {
    self.content = content
    self.mark = mark
  }
}

/// A scalar: its text, and whether the writer of the document put it in quotes.
public struct YAMLScalar: Hashable, Sendable {
  /// How a scalar is written.
  public enum Style: Hashable, Sendable {
    /// Without quotes.
    case plain
    /// In single or double quotes.
    case quoted
    /// As a block after `|` or `>`.
    case block
  }

  /// The text; a plain `true` or `12` is the text `true` or `12`.
  public var text: String
  /// How it is written.
  public var style: Style

  /// Makes a scalar.
  public init(_ text: String, style: Style = .quoted) {
    self.text = text
    self.style = style
  }
}

/// A key of a mapping with its value.
public struct YAMLEntry: Hashable, Sendable {
  /// The key; unique in its mapping.
  public var key: String
  /// Where the key begins.
  public var keyMark: YAMLMark
  /// What it stands for.
  public var value: YAMLNode

  /// Makes an entry.
  public init(_ key: String, keyMark: YAMLMark = .start, _ value: YAMLNode) {
    self.key = key
    self.keyMark = keyMark
    self.value = value
  }
}

extension YAMLNode {
  /// A scalar that ``write()`` puts in quotes where it needs them to stay a text.
  public static func text(_ text: String) -> YAMLNode { YAMLNode(.scalar(YAMLScalar(text))) }

  /// A scalar written without quotes wherever YAML allows it: a number, a date, `true`.
  public static func plain(_ text: String) -> YAMLNode {
    YAMLNode(.scalar(YAMLScalar(text, style: .plain)))
  }

  /// A sequence.
  public static func list(_ items: [YAMLNode]) -> YAMLNode { YAMLNode(.sequence(items)) }

  /// A mapping.
  public static func map(_ entries: [YAMLEntry]) -> YAMLNode { YAMLNode(.mapping(entries)) }
}
