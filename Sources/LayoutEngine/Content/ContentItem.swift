public import NewsModel
public import Typesetter

/// One item of a page as the composer sees it: texts with roles, measured once, and how much it
/// matters.
///
/// It is also the source against which a drawn page is checked.
public struct ContentItem: Sendable {
  /// What the item is; the names are those of the layout document.
  public enum Kind: String, Hashable, Sendable {
    case article, briefs, photo, advert, masthead, notice, unowned
  }

  /// Unique on the page.
  public let id: ItemID
  /// What it is.
  public let kind: Kind
  /// Where it stands in the issue; nil for the masthead.
  public let place: Place?
  /// The story beside which it stands as a sidebar.
  public let parent: ItemID?
  /// Label, kicker, headline, deck, byline, or the lines of the masthead.
  public let heads: [HeadText]
  /// The part of the text that belongs to this page.
  public let paragraphs: [ParagraphText]
  /// The jump line that print set at its end.
  public let jump: PrintedJump?
  /// The picture of a photo; nil where its words stand alone.
  public let picture: ItemPicture?
  /// The story that a photo belongs to; nil where it stands alone.
  let story: ItemID?
  /// How it claims space.
  public let claim: Claim
  /// How its text is set.
  public let typography: Typography

  package init(
    id: ItemID, kind: Kind, place: Place?, parent: ItemID? = nil, heads: [HeadText],
    paragraphs: [ParagraphText], jump: PrintedJump?, picture: ItemPicture? = nil,
    story: ItemID? = nil, claim: Claim, typography: Typography
  ) {
    (self.id, self.kind, self.place, self.parent) = (id, kind, place, parent)
    (self.picture, self.story) = (picture, story)
    (self.heads, self.paragraphs, self.jump) = (heads, paragraphs, jump)
    (self.claim, self.typography) = (claim, typography)
  }
}

extension ContentItem {
  /// Whether a paragraph is the headline of a brief, with its text in the next one.
  func isHeadOfBrief(_ number: Int) -> Bool {
    guard paragraphs[number].mark == .brief, number + 1 < paragraphs.count else { return false }
    return paragraphs[number + 1].role == .brief && paragraphs[number + 1].mark == nil
  }
}

/// A heading of an item.
public struct HeadText: Sendable {
  /// What the heading is.
  public enum Role: String, Hashable, Sendable {
    case nameplate, field, label, from, kicker, headline, deck, byline
  }

  /// What it is.
  public let role: Role
  /// Its words, unchanged.
  public let text: String
  /// The same, measured.
  public let prepared: PreparedText
  /// The lines the editor broke it into, as bytes without the blanks between; one for most heads.
  let editorsLines: [Range<Int>]
  /// Where it may be broken, and at what cost; nil where it need not be.
  let breaks: HeadBreaks?

  /// A head of the lines the editor gave it, joined by blanks.
  init(_ role: Role, lines: [String], _ typography: Typography, _ desk: CopyDesk) {
    self.role = role
    text = lines.joined(separator: " ")
    prepared = desk.prepare(text, typography.forDisplay)
    breaks = desk.breaks(of: prepared)
    var start = 0
    editorsLines = lines.map { line in
      defer { start += line.utf8.count + 1 }
      return start..<start + line.utf8.count
    }
  }

  package init(
    _ role: Role, _ text: String, _ typography: Typography, _ desk: CopyDesk = CopyDesk()
  ) {
    self.init(role, lines: [text], typography, desk)
  }
}

/// A paragraph of an item.
public struct ParagraphText: Sendable {
  /// What the paragraph is; the layout document has fewer roles.
  public enum Role: String, Hashable, Sendable {
    case body, crosshead, pullQuote, brief, advert, caption, credit
    /// The mark ——第八版—— in a story read joined.
    case pageMark

    /// Whether it is running text, set to the measure, and not lines that stand for themselves.
    var isRunning: Bool {
      switch self {
      case .body, .brief, .caption: true
      case .crosshead, .pullQuote, .advert, .credit, .pageMark: false
      }
    }

    /// Whether it is broken at sense, as a head is.
    var isHead: Bool { self == .crosshead || self == .advert || self == .pullQuote }
  }

  /// What it is.
  public let role: Role
  /// Its words, unchanged.
  public let text: String
  /// The same, measured.
  public let prepared: PreparedText
  /// A bullet drawn before it, which is no part of the text.
  public let mark: Mark?
  /// Whether it goes on with a paragraph that print broke, and so has no indent.
  public let isContinued: Bool
  /// The words of a pointer to another page, which the page follows at the right edge; nil for any other
  /// paragraph.
  let pointer: PreparedText?
  /// Where a crosshead or a line of an advert may be broken, and at what cost; nil for running text.
  let breaks: HeadBreaks?

  package init(
    _ role: Role, _ text: String, _ typography: Typography,
    _ desk: CopyDesk = CopyDesk(), mark: Mark? = nil, isContinued: Bool = false
  ) {
    self.role = role
    self.text = text
    self.mark = mark
    self.isContinued = isContinued
    prepared = desk.prepare(text, role.isRunning ? typography : typography.forDisplay)
    breaks = role.isHead && text.utf8.count <= Self.mostSense ? desk.breaks(of: prepared) : nil
    pointer = nil
  }

  /// Bytes of the longest line that is broken at sense: some ten rows of a column.
  private static let mostSense = 300

  /// A pointer to a page: its words, a blank, and the page.
  init(pointer words: String, page: String, _ typography: Typography, _ desk: CopyDesk) {
    (role, mark, isContinued, breaks) = (.brief, .refer, false, nil)
    text = words + " " + page
    prepared = desk.prepare(text, typography)
    pointer = desk.prepare(words, typography)
  }

  /// Whether it belongs to the captions and not to the body.
  public var isCaption: Bool { role == .caption || role == .credit }
}

/// A bullet in front of a paragraph.
public enum Mark: Unicode.Scalar, Hashable, Sendable {
  /// In front of a brief.
  case brief = "■"
  /// In front of a pointer to another page.
  case refer = "▶"
}

/// A jump line as print set it.
public struct PrintedJump: Sendable {
  /// Its words: （下转第八版）.
  public let text: String
  /// The label of the page it names.
  public let page: String
  /// Whether the issue has that page: only then is the line a link.
  public let isPresent: Bool
  /// The same words, measured.
  public let prepared: PreparedText

  init(_ text: String, page: String, isPresent: Bool, _ typography: Typography, _ desk: CopyDesk) {
    (self.text, self.page, self.isPresent) = (text, page, isPresent)
    prepared = desk.prepare(text, typography.forDisplay)
  }

  /// The words, broken for one leg.
  func lines(measure: Int) -> [SetLine] { prepared.balancedLines(measure: measure) }
}

extension Typography {
  /// The rules for heads and other lines that are not set to the measure: no word is parted in them, and
  /// nothing squeezed.
  var forDisplay: Typography {
    var display = self
    display.hyphenator = nil
    display.squeezesQuotes = false
    return display
  }
}

/// How an item claims space on the page.
public struct Claim: Hashable, Sendable {
  /// Its weight: 5 for the lead, 4 for the second story, 3 for others, 2 for sidebars and briefs, 1 for
  /// adverts.
  public var priority: Int
  /// The share of the columns it would like, in hundredths.
  public var share: Int
  /// Whether its text may be cut behind a jump line.
  public var mayBeCut: Bool
  /// Whether it stands in a box.
  public var boxed: Bool

  package init(priority: Int, share: Int, mayBeCut: Bool, boxed: Bool) {
    (self.priority, self.share) = (priority, share)
    (self.mayBeCut, self.boxed) = (mayBeCut, boxed)
  }
}
