public import NewsModel

/// What is wrong with a file: the facts.
///
/// ``description`` makes the sentence, ``severity`` gives the weight.
public enum IssueFault: Error, Hashable, Sendable {
  // Files.
  case missingFile
  case missingIssueFile
  case issueFileAlone
  case unreadable(reason: String)
  case notAFile(kind: String)
  case notAFolder
  case tooLarge(limit: Int)
  case leavesFolder(path: String)
  case missingArticle(id: String, path: String)
  case missingPicture(path: String)
  case badPicture(path: String, fault: PictureFault)
  case unlistedArticle(id: String)
  case badNameplate(path: String, fault: BitmapFault)
  case badOverride(String, wanted: String)

  // Bytes.
  case empty
  case binary(format: String?)
  case foreign(format: String)
  case encoding(name: String)
  case invalidUTF8(byte: UInt8)
  case controlCharacters(code: UInt32, count: Int)

  // Fields.
  case yaml(problem: String)
  case unknownField(String, nearest: String?)
  case missingField(String, hint: String)
  case wrongType(field: String, wanted: String, found: String)
  case badChoice(field: String, value: String, choices: [String])
  case tooNew(format: Int, newest: Int)
  case badDate(String)
  case weekdayMismatch(printed: String, date: String, weekday: String)
  case lunarMismatch(printed: String, date: String, lunar: String)
  case badID(String)
  case duplicateID(String, firstLine: Int)

  // Pages.
  case noPages
  case emptyPage(label: String)
  case duplicatePage(label: String, firstLine: Int)
  case unknownItem(found: String)
  case earNotOnPage(id: String, label: String)
  case unknownStory(id: String)
  case badPercentage(String)
  case zoneOutsidePage
  case zoneNotFollowed(id: String)
  case referToAbsentPage(label: String)

  // Articles.
  case frontMatterUnclosed
  case emptyArticle
  case badJumpMark(problem: String)
  case jumpInsideBlock
  case emptyPart
  case markup(kind: String)
  case otherHeading(level: Int)

  // Parts and pages.
  case jumpToOwnPage(label: String)
  case jumpRevisits(label: String, id: String)
  case jumpToAbsentPage(label: String, hidesText: Bool)
  case listedTwice(id: String, label: String)
  case listedWithoutMark(id: String, label: String, named: [String])
  case listedTooOften(id: String, times: Int, parts: Int)
  case restUnlisted(id: String, label: String)
}

extension IssueFault {
  /// How much a fault weighs.
  public enum Severity: String, Hashable, Sendable {
    /// The issue cannot be read.
    case error
    /// The issue can be read; a part of it is not what its writer may have meant.
    case warning
  }

  /// How much the fault weighs.
  public var severity: Severity {
    switch self {
    case .missingPicture, .badPicture, .badNameplate, .badOverride, .unlistedArticle,
      .controlCharacters,
      .unknownField,
      .weekdayMismatch,
      .lunarMismatch, .emptyPage, .emptyArticle, .unknownStory, .referToAbsentPage, .markup,
      .otherHeading,
      .jumpToAbsentPage, .zoneOutsidePage,
      .zoneNotFollowed:
      .warning
    default: .error
    }
  }
}
