import NewsModel

/// A rectangle of a scanned page, in the scan's own unit.
struct ScanBox: Hashable {
  var left: Int32
  var top: Int32
  var right: Int32
  var bottom: Int32

  init(left: Int, top: Int, width: Int, height: Int) {
    self.left = Int32(clamping: left)
    self.top = Int32(clamping: top)
    right = Int32(clamping: left + max(0, width))
    bottom = Int32(clamping: top + max(0, height))
  }

  init(left: Int32, top: Int32, right: Int32, bottom: Int32) {
    (self.left, self.top, self.right, self.bottom) = (left, top, right, bottom)
  }

  var width: Int { Int(right) - Int(left) }
  var height: Int { Int(bottom) - Int(top) }
  var middle: (x: Int, y: Int) { ((Int(left) + Int(right)) / 2, (Int(top) + Int(bottom)) / 2) }

  /// The smallest rectangle that holds both.
  func union(_ other: ScanBox) -> ScanBox {
    ScanBox(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }

  /// Whether a point lies in it.
  func holds(x: Int, y: Int) -> Bool {
    x >= Int(left) && x < Int(right) && y >= Int(top) && y < Int(bottom)
  }
}

extension [ScanBox] {
  /// The smallest rectangle that holds all; nil for none.
  var union: ScanBox? { first.map { dropFirst().reduce($0) { $0.union($1) } } }
}

/// A word of a scan; of Chinese and Japanese often a character.
struct ScanWord {
  /// The text, hyphens included.
  var text: String
  /// Where it stands, where that is known.
  var box: ScanBox?
  /// Its id in its file, where it has one.
  var id: String?
}

/// A line of a scan.
struct ScanLine {
  /// The words, in the order in which they are read.
  var words: [ScanWord] = []
  /// Where it stands.
  var box: ScanBox?
  /// Whether the file says that the last word goes on in the next line.
  var isBroken = false
  /// Whether the hyphen of the broken word belongs to it: `well-|known`.
  var keepsHyphen = false
}

/// A block of a scan: what its maker took for one piece of a column.
struct ScanBlock {
  /// What a block is.
  enum Kind { case text, picture, table }

  /// Its id, unique in its file alone.
  var id: String
  /// What it is.
  var kind = Kind.text
  /// Where it stands.
  var box: ScanBox?
  /// The lines.
  var lines: [ScanLine] = []
  /// What the file calls it: `Advertisement`, `Article`; empty where it says nothing.
  var type = ""

  init(id: String) { self.id = id }

  /// How many words it has.
  var wordCount: Int { lines.reduce(0) { $0 + $1.words.count } }
  /// How many letters it has.
  var letters: Int {
    lines.reduce(0) { $0 + $1.words.reduce(0) { $0 + $1.text.countOfLetters } }
  }
  /// The box, or that of its lines where it has none.
  var extent: ScanBox? {
    box ?? lines.compactMap(\.box).union
  }
}

/// A scanned page.
struct ScanPage {
  /// The file it comes from, as the report names it.
  var file: String
  /// The label as the source has it.
  var label: String?
  /// The width and height in the unit of its boxes; 0 where the file does not say.
  var width = 0
  var height = 0
  /// The blocks in reading order.
  var blocks: [ScanBlock] = []
  /// What blocks lie in a block that holds others, or in the page itself, by its id.
  var containers: [String: Range<Int>] = [:]

  init(file: String) { self.file = file }

  /// The part of the page that a box takes; nil where the page tells no size.
  func zone(_ box: ScanBox?) -> Zone? {
    guard let box, width > 0, height > 0 else { return nil }
    func part(_ value: Int32, of whole: Int) -> Int {
      min(Zone.whole, max(0, (Int(value) * Zone.whole + whole / 2) / whole))
    }
    let (left, top) = (part(box.left, of: width), part(box.top, of: height))
    let (right, bottom) = (part(box.right, of: width), part(box.bottom, of: height))
    return Zone(left: left, top: top, width: right - left, height: bottom - top)
  }
}

/// A place among the blocks of an issue: a whole block, or a run of its words.
struct ScanRun: Hashable {
  /// The page, from 0.
  var page: Int
  /// The block of the page, from 0.
  var block: Int
  /// Which words of it, over all its lines; nil for all of them.
  var words: Range<Int>?
}

/// A piece of an article: blocks that have one role.
struct ScanPiece {
  /// What the text of a piece is.
  enum Role { case kicker, headline, deck, byline, body, crosshead, caption }

  var role: Role
  /// Where its text stands, in reading order.
  var runs: [ScanRun]
  /// Whether its runs are one paragraph, whatever their lines look like.
  var isOneParagraph = false
}

/// An item of a scanned issue, as its structure names it.
struct ScanItem {
  var id: String
  var kind: DraftItem.Kind
  /// The headline by the metadata; nil where there is none worth showing.
  var title: String?
  /// The author by the metadata.
  var author: String?
  /// The item it belongs to.
  var parent: String?
  /// The pieces, in reading order.
  var pieces: [ScanPiece] = []
  /// Why it is what it is.
  var reason: String
  /// How sure that is, 0 to 100.
  var confidence = 100
  /// Its rank on its page in reading order; nil where the order of the blocks tells it.
  var rank: Int?

  init(id: String, kind: DraftItem.Kind, reason: String) {
    (self.id, self.kind, self.reason) = (id, kind, reason)
  }
}

/// An issue of scanned pages, with the items that its structure names.
struct ScanIssue {
  var format: String
  var paper: String?
  var date: CalendarDate?
  var language: LanguageTag?
  var pages: [ScanPage] = []
  var items: [ScanItem] = []

  init(format: String) { self.format = format }
}
