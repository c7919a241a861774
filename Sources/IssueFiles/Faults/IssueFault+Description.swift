import NewsModel

extension IssueFault: CustomStringConvertible {
  /// What is wrong; what to do: fit to follow `FILE:LINE:COLUMN: `, without a full stop.
  ///
  /// Words that come from a document are quoted, shortened and free of control characters.
  public var description: String {
    fileSentence ?? byteSentence ?? fieldSentence ?? pageSentence ?? articleSentence
      ?? partSentence
  }

  private var fileSentence: String? {
    switch self {
    case .missingFile: "there is no such file or folder; check the path"
    case .missingIssueFile:
      "the folder has no issue.yaml; name an issue folder, or a text file in it"
    case .issueFileAlone:
      "is the issue.yaml of a folder, whose articles cannot be found from here; name the folder"
    case .unreadable(let reason): "cannot be read (\(reason)); check the file and its permissions"
    case .notAFile(let kind): "is \(kind), not a file; name a regular file"
    case .notAFolder: "is not a folder; name the folder of an issue"
    case .tooLarge(let limit):
      "is larger than \(bytes(limit)), the most that is read; split it"
    case .leavesFolder(let path):
      "\(quoted(path)) leads out of the issue's folder; use a path inside it"
    case .missingArticle(let id, let path):
      "story \(quoted(id)) has no file \(quoted(path)); write it or take the story off the page"
    case .missingPicture(let path):
      "there is no picture \(quoted(path)); add it, or leave `image` out"
    case .badPicture(let path, let fault): "\(quoted(path)) \(fault)"
    case .badNameplate(let path, let fault): "\(quoted(path)) \(sentence(fault))"
    case .badOverride(let text, let wanted): "\(quoted(text)) overrides nothing; write \(wanted)"
    case .unlistedArticle(let id):
      "no page lists this article; add `- story: \(plain(id))` to a page, or remove the file"
    default: nil
    }
  }

  private func sentence(_ fault: BitmapFault) -> String {
    switch fault {
    case .otherFormat: "is no Portable Bitmap; save it as PBM, P1 or P4"
    case .noSize: "does not say its width and height; save it as PBM, P1 or P4"
    case .badSize(let width, let height):
      "has \(width) by \(height) dots; give it between 1 and \(Bitmap.mostDots) of them"
    case .tooShort: "ends before its last dot; copy or save it again"
    case .badDot: "has something else than 0 and 1 among its dots; save it again"
    }
  }

  private var byteSentence: String? {
    switch self {
    case .empty: "has no text; name a file with text in it"
    case .binary(let format):
      (format.map { "is \($0), not text" } ?? "is not text")
        + "; name a text file or an issue folder"
    case .foreign(let format):
      "is \(format), which this version cannot read; name plain text or an issue folder"
    case .encoding(let name): "seems to be \(name), not UTF-8; convert it with iconv"
    case .invalidUTF8(let byte):
      "byte \(hexadecimal(UInt32(byte), 2)) is not UTF-8; save the file as UTF-8"
    case .controlCharacters(let code, let count):
      "control character U+\(digits(code, 4)) is shown as \u{FFFD}"
        + (count > 1 ? " (\(count) control characters in this file)" : "") + "; remove it"
    default: nil
    }
  }

  private var fieldSentence: String? {
    switch self {
    case .yaml(let problem): problem
    case .unknownField(let name, let nearest):
      "unknown field \(quoted(name)); "
        + (nearest.map { "did you mean `\($0)`?" } ?? "remove it or check its spelling")
    case .missingField(let name, let hint): "`\(name)` is missing; write \(hint)"
    case .wrongType(let field, let wanted, let found):
      "`\(field)` is \(found); write \(wanted)"
    case .badChoice(let field, let value, let choices):
      "`\(field)` is \(quoted(value)); write \(list(choices.map { "`\($0)`" }, "or"))"
    case .tooNew(let format, let newest):
      "format \(format) is not known, the newest is \(newest); update broadsheet"
    case .badDate(let text):
      "\(quoted(text)) is not a day of the calendar; write it as 2031-05-14"
    case .weekdayMismatch(let printed, let date, let weekday):
      "\(date) is a \(weekday), not \(quoted(printed)); check the date"
    case .lunarMismatch(let printed, let date, let lunar):
      "\(date) is \(lunar), not \(quoted(printed)); check the date"
    case .badID(let id):
      "\(quoted(id)) is not an id; use ASCII letters, digits, `-`, `_` and `.`, a letter or digit first"
    case .duplicateID(let id, let line):
      "id \(quoted(id)) is taken, first in line \(line); give each item an id of its own"
    default: nil
    }
  }

  private var pageSentence: String? {
    switch self {
    case .noPages: "the issue has no pages; write at least one under `pages`"
    case .emptyPage(let label):
      "page \(plain(label)) is empty; give it an article or leave it out"
    case .duplicatePage(let label, let line):
      "page \(plain(label)) stands here a second time, first in line \(line); give it a label of its own"
    case .unknownItem(let found):
      "\(found) is no item; write one of `story`, `briefs`, `photo`, `advert` and `refers`"
    case .earNotOnPage(let id, let label):
      "\(quoted(id)) is no item of page \(plain(label)); list it under `items` too"
    case .badPercentage(let text):
      "\(quoted(text)) is no part of a page; write percent with up to two decimals, such as 33.33"
    case .zoneOutsidePage:
      "the zone is empty or leaves the page, and is not used; "
        + "let left and width, and top and height, add up to 100 at most"
    case .zoneNotFollowed(let id):
      "\(quoted(id)) cannot stand in its zone, since zones overlap or no straight line parts them; "
        + "it stands above or below its neighbour, unless you draw them apart"
    case .unknownStory(let id): "no page has a story \(quoted(id)); check the id"
    case .referToAbsentPage(let label):
      "the issue has no page \(plain(label)); the pointer will say so"
    default: nil
    }
  }

  private var articleSentence: String? {
    switch self {
    case .frontMatterUnclosed: "the fields after `---` do not end; write `---` after the last one"
    case .emptyArticle: "the article has neither a head nor text; give it a headline or a paragraph"
    case .badJumpMark(let problem):
      "this jump mark cannot be read, \(problem); write <!-- jump page=\"8\" -->"
    case .jumpInsideBlock:
      "a jump mark stands inside other text; put it on a line of its own between paragraphs"
    case .emptyPart: "no text stands between this jump mark and the one before; remove one of them"
    case .markup(let kind): "\(kind) is shown as plain text; write plain paragraphs"
    case .otherHeading(let level):
      "a heading of level \(level) is set as a crosshead; write `## ` for it"
    default: nil
    }
  }

  private var partSentence: String {
    switch self {
    case .jumpToOwnPage(let label):
      "the jump leads to page \(plain(label)), where it stands; name the page of the rest, "
        + "and list the story where it begins"
    case .jumpRevisits(let label, let id):
      "\(quoted(id)) already has a part on page \(plain(label)); "
        + "let each part stand on a page of its own, and list the story where it begins"
    case .jumpToAbsentPage(let label, let hidesText):
      "the issue has no page \(plain(label)); "
        + (hidesText
          ? "add it, or the text after the mark stands on no page" : "the jump will say so")
    case .listedTwice(let id, let label):
      "page \(plain(label)) lists \(quoted(id)) twice; list it once"
    case .listedWithoutMark(let id, let label, let named):
      "page \(plain(label)) lists \(quoted(id)), whose jump marks name \(pages(named)); "
        + "let a mark name page \(plain(label)), or take it off"
    case .listedTooOften(let id, let times, let parts):
      "\(quoted(id)) is listed \(times) times but has \(parts) part\(parts == 1 ? "" : "s"); "
        + "put a jump mark where print breaks it, or list it less often"
    case .restUnlisted(let id, let label):
      "\(quoted(id)) continues on page \(plain(label)), which does not list it; "
        + "add `- story: \(plain(id))` there"
    default: ""
    }
  }

  private func pages(_ labels: [String]) -> String {
    labels.isEmpty ? "no page" : "page " + list(labels.map(plain), "and")
  }
}
