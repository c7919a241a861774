import NewsModel

/// An issue as an importer finds it: pages, and items with parts on them, in the source's own order.
///
/// ``IssueMaker`` makes the issue of it. Every letter of the source stands in one item of it.
struct Draft {
  /// The name of the paper.
  var paper: String?
  /// The day of issue.
  var date: CalendarDate?
  /// The rest of what stands in the head of page 1.
  var nameplate = Nameplate(name: "")
  /// The language, where the source tells it; else the text tells.
  var language: LanguageTag?
  /// The pages in the order of the issue.
  var pages: [DraftPage] = []
  /// The items; those of a page stand in its reading order.
  var items: [DraftItem] = []
  /// What the format is called, for the report.
  var format: String

  init(format: String) { self.format = format }
}

/// A page of a draft.
struct DraftPage {
  /// The label as the source has it; nil where it has none.
  var label: String?
  /// The name of the page: 要闻.
  var name: String?
  /// The section.
  var section: String?
  /// Who made the page, a line each.
  var credits: [String] = []
}

/// An item of a draft.
struct DraftItem {
  /// What an item is.
  enum Kind: String {
    case article, advert, notice, picture
    /// Running heads, page numbers, nameplates, what no article claims.
    case furniture
    /// Pointers to other pages.
    case refers
  }

  /// The source's own id, or one that was made; need be neither valid nor unique.
  var id: String
  /// What it is.
  var kind: Kind
  /// The standing head (栏目).
  var label: String?
  /// The line above the headline.
  var kicker: String?
  /// The headline, a line each.
  var headline: [String] = []
  /// The lines below the headline.
  var deck: [String] = []
  /// Who wrote it.
  var byline: String?
  /// The line after the end.
  var tailLine: String?
  /// The language, where it differs from the issue's.
  var language: LanguageTag?
  /// The parts, one for each unbroken run on a page.
  var parts: [DraftPart] = []
  /// Of a picture: the item it belongs to, by its ``id``.
  var parent: String?
  /// Of a picture: its file in the folder.
  var image: String?
  /// Of a picture: who took it.
  var credit: String?
  /// The pointers of a box of pointers.
  var refers: [Refer] = []
  /// Why it is what it is, in a word or two for the report: `METS ARTICLE`, `headline by size`.
  var reason: String
  /// How sure that is, 0 to 100.
  var confidence = 100

  init(id: String, kind: Kind, reason: String) {
    (self.id, self.kind, self.reason) = (id, kind, reason)
  }
}

/// What of an item stands together on one page.
struct DraftPart {
  /// The page, from 0.
  var page: Int
  /// The from-line at its head, as printed, once it is lifted out of the text.
  var fromLine: String?
  /// The text.
  var blocks: [Block] = []
  /// The to-line at its foot, as printed, once it is lifted out of the text.
  var toLine: String?
  /// The page that the to-line names where the item does not go on: as printed.
  var toPage: String?
  /// Whether the next part begins in the middle of this one's last paragraph.
  var breaksParagraph = false
  /// Where print has it.
  var zones: [Zone] = []
  /// Its rank among the parts of the page in reading order; nil where the order of the items tells it.
  var order: Int?
  /// Where the text comes from, for the report: `page1.xml#BLOCK9`.
  var sources: [String] = []

  init(page: Int, blocks: [Block] = [], zones: [Zone] = []) {
    (self.page, self.blocks, self.zones) = (page, blocks, zones)
  }
}

extension DraftItem {
  /// Every text of the item.
  var texts: [String] {
    [label, kicker, byline, tailLine, credit].compactMap { $0 } + headline + deck
      + refers.map(\.text)
      + parts.flatMap { part in
        [part.fromLine, part.toLine].compactMap { $0 } + part.blocks.map(\.text)
      }
  }

  /// How many letters it has.
  var letters: Int { texts.reduce(0) { $0 + $1.countOfLetters } }

  /// Whether there is nothing of it that could be shown.
  var isEmpty: Bool { letters == 0 && image == nil }
}

extension StringProtocol {
  /// How many characters the text has but for white space, hyphens and what has no width: these come and go
  /// with line ends.
  ///
  /// - Complexity: O(*n*).
  var countOfLetters: Int {
    var count = 0
    for scalar in unicodeScalars where !scalar.goesWithLineEnds { count += 1 }
    return count
  }
}

extension Unicode.Scalar {
  /// Whether the character is white space, a hyphen, or has no width.
  var goesWithLineEnds: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x2D, 0x85, 0xA0, 0xAC, 0xAD, 0x1680, 0x2000...0x200D, 0x2010, 0x2011,
      0x2028, 0x2029, 0x202F, 0x205F, 0x2E17, 0x3000, 0xFEFF:
      true
    default: false
    }
  }
}
