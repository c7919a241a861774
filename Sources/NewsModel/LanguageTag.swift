/// A language as BCP 47 writes it: `zh-Hans`, `zh-Hant`, `ja`, `ko`, `en`, ….
public struct LanguageTag: Hashable, Sendable, CustomStringConvertible {
  /// The tag as given.
  public let description: String

  /// Takes any tag; what is unknown is set like English.
  public init(_ tag: String) { description = tag }

  /// Whether the tag is `language` or begins with it: `zh-Hant-TW` is `zh` and `zh-Hant`.
  public func matches(_ language: String) -> Bool {
    let (own, wanted) = (description.lowercased(), language.lowercased())
    return own == wanted || own.hasPrefix(wanted + "-")
  }
}
