/// Why a text could not be read as YAML, and where.
public struct YAMLError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// What libyaml found; its words, which never hold text of the document.
    case syntax(String)
    case alias
    case tag
    case duplicateKey(String, firstLine: Int)
    case keyIsNotText
    case tooDeep(limit: Int)
    case tooLarge(limit: Int)
    case severalDocuments
    case memory
  }

  /// What is wrong.
  public let reason: Reason
  /// Where.
  public let mark: YAMLMark

  /// Makes an error.
  public init(_ reason: Reason, at mark: YAMLMark) {
    self.reason = reason
    self.mark = mark
  }

  /// `LINE:COLUMN: what is wrong; what to do`.
  public var description: String { "\(mark.line):\(mark.column): \(reason)" }
}

extension YAMLError.Reason: CustomStringConvertible {
  /// What is wrong; what to do.
  public var description: String {
    switch self {
    case .syntax(let problem): "\(problem); check the indentation, the colons and the quotes"
    case .alias: "an alias (*name) is not allowed; write the value out, or put the text in quotes"
    case .tag: "a tag (!name) is not allowed; put the text in quotes"
    case .duplicateKey(let key, let line):
      "\(visible(key)) stands here a second time, first in line \(line); keep one of the two"
    case .keyIsNotText: "a list or a mapping cannot be a key; write `name: value`"
    case .tooDeep(let limit): "nested more than \(limit) deep; flatten it"
    case .tooLarge(let limit): "larger than \(limit) bytes, the most that is read; split it"
    case .severalDocuments: "a second document begins; keep one"
    case .memory: "there is not enough memory to read it; close other programs"
    }
  }

  /// The key without what could disturb a terminal, and not endless.
  private func visible(_ key: String) -> String {
    let scalars = key.unicodeScalars.prefix(40).map { scalar -> Character in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
      default: Character(scalar)
      }
    }
    return "`" + String(scalars) + "`"
  }
}
