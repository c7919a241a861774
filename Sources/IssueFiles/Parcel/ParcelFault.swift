/// Why the importing process cannot have meant what it wrote.
package enum ParcelFault: Error, Hashable, Sendable {
  /// It speaks another language, or another version of this one.
  case otherLanguage
  /// It ended inside a message, or before it had given an issue or a reason.
  case unfinished
  /// A message, or what is in it, is more than there is room for.
  case tooLarge
  /// A message is none.
  case malformed
  /// Its issue is none.
  case brokenRule(IssueRule)
}

extension ParcelFault: CustomStringConvertible {
  /// Half a sentence, fit to follow a colon.
  package var description: String {
    switch self {
    case .otherLanguage: "it is of another version of the program"
    case .unfinished: "it ended too early"
    case .tooLarge: "it said more than there is room for"
    case .malformed: "it said what makes no sense"
    case .brokenRule(let rule): "\(rule)"
    }
  }
}
