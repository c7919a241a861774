import NewsModel

/// Finds the articles in the logical structure of docWorks, ENMAP, RERO and the Bibliothèque nationale: a tree
/// of divisions whose leaves name blocks.
struct MetsArticles {
  private let mets: MetsDocument
  private(set) var pages: MetsPages
  private(set) var items: [ScanItem] = []

  init(_ mets: MetsDocument, _ pages: MetsPages) {
    (self.mets, self.pages) = (mets, pages)
    if let map = mets.logical { map.elements("div").forEach { walk($0, parent: nil) } }
  }

  /// Takes an item, or looks for items inside a division that is none.
  private mutating func walk(_ division: MarkupElement, parent: String?) {
    switch MetsDivision(division.divisionType) {
    case .item(let kind): add(division, kind, parent: parent)
    case .section where !division.holdsItems: add(division, .article, parent: nil)
    case .section: addSection(division)
    case .nameplate: addNameplate(division)
    case .other where division.isTextOfItsOwn: add(division, .article, parent: nil)
    default: division.elements("div").forEach { walk($0, parent: parent) }
    }
  }

  /// A section that holds articles: its own text is furniture.
  private mutating func addSection(_ division: MarkupElement) {
    var item = ScanItem(id: id(division), kind: .furniture, reason: "head of a METS SECTION")
    collect(division, .body, into: &item)
    if !item.pieces.isEmpty { items.append(item) }
    division.elements("div").forEach { walk($0, parent: nil) }
  }

  /// The head of page 1: its text is furniture, its pictures are pictures.
  private mutating func addNameplate(_ division: MarkupElement) {
    var item = ScanItem(id: id(division), kind: .furniture, reason: "METS TITLE_SECTION")
    collect(division, .body, into: &item)
    if !item.pieces.isEmpty { items.append(item) }
    for picture in division.elements("div")
    where MetsDivision(picture.divisionType) == .item(.picture) {
      add(picture, .picture, parent: nil)
    }
  }

  private mutating func add(_ division: MarkupElement, _ kind: DraftItem.Kind, parent: String?) {
    let description = mets.description(of: division)
    let kind = kind == .article && description?.isAdvert == true ? .advert : kind
    var item = ScanItem(
      id: id(division), kind: kind, reason: "METS " + (division["TYPE"] ?? "division"))
    item.parent = parent
    // What a catalogue calls an advert is its number there, not its words.
    item.title = kind == .picture || kind == .advert ? nil : title(division, description)
    item.author = description?.author
    collect(division, .body, into: &item)
    if !item.pieces.isEmpty || item.title != nil && kind == .article { items.append(item) }
    pictures(in: division, of: item.id)
  }

  /// The pictures inside an article, and items that stand inside it by themselves.
  private mutating func pictures(in division: MarkupElement, of parent: String) {
    for inner in division.elements("div") {
      if case .item = MetsDivision(inner.divisionType) {
        walk(inner, parent: parent)
      } else {
        pictures(in: inner, of: parent)
      }
    }
  }

  /// Gathers the areas of a division as pieces, those of items inside it left out.
  private mutating func collect(
    _ division: MarkupElement, _ role: ScanPiece.Role, into item: inout ScanItem
  ) {
    let role = MetsDivision.role(of: division.divisionType, inside: role)
    if division.divisionType == "paragraph" {
      let areas = division.all("area")
      let runs = areas.flatMap { pages.runs($0) ?? [] }
      if !runs.isEmpty {
        item.pieces.append(ScanPiece(role: role, runs: runs, isOneParagraph: true))
      }
      return
    }
    for area in division.ownAreas {
      guard let runs = pages.runs(area), !runs.isEmpty else { continue }
      item.pieces.append(ScanPiece(role: role, runs: runs))
    }
    for inner in division.elements("div") {
      if case .item = MetsDivision(inner.divisionType) { continue }
      collect(inner, role, into: &item)
    }
  }

  private func id(_ division: MarkupElement) -> String {
    division["ID"] ?? "item-\(items.count + 1)"
  }

  /// LABEL, then the description's title; placeholders are none.
  private func title(_ division: MarkupElement, _ description: MetsDescription?) -> String? {
    let label = division["LABEL"]?.onOneLine
    let isCut = label?.hasSuffix("…") ?? false || label?.hasSuffix("...") ?? false
    let candidates = isCut ? [description?.title, label] : [label, description?.title]
    return candidates.lazy.compactMap { $0 }.first { !$0.isPlaceholderTitle }
  }
}

/// What a division of a logical structure is.
enum MetsDivision: Hashable {
  case item(DraftItem.Kind)
  case section, nameplate, other

  /// Reads a type in small letters without `_`.
  init(_ type: String) {
    switch type {
    case "article", "artikel": self = .item(.article)
    case "advertisement", "ad", "advert", "advertentie", "advertisements": self = .item(.advert)
    case "deathnotice", "familiebericht", "obituary", "notice": self = .item(.notice)
    case "illustration", "picture", "photograph": self = .item(.picture)
    case "section": self = .section
    case "titlesection", "title-section", "masthead": self = .nameplate
    default: self = .other
    }
  }

  /// The role of the text of a division inside an item.
  static func role(of type: String, inside role: ScanPiece.Role) -> ScanPiece.Role {
    switch type {
    case "overline", "introtitle": .kicker
    case "title", "headline": .headline
    case "subheadline", "subtitle": .deck
    case "author", "byline": .byline
    case "insideheading", "crossheading", "crosshead": .crosshead
    case "caption": .caption
    case "body", "bodycontent", "paragraph": .body
    default: role
    }
  }
}

extension MarkupElement {
  /// Whether items stand inside, pictures aside.
  fileprivate var holdsItems: Bool {
    elements("div").contains { inner in
      inner.all("div").contains {
        guard case .item(let kind) = MetsDivision($0.divisionType) else { return false }
        return kind != .picture
      }
    }
  }

  /// Whether a division of a type that nobody knows is built like an article: with a body of its own.
  fileprivate var isTextOfItsOwn: Bool {
    let containers = [
      "newspaper", "volume", "issue", "content", "supplement", "front", "edition", "year", "month",
      "day", "",
    ]
    guard !containers.contains(divisionType) else { return false }
    return !holdsItems && elements("div").contains { $0.divisionType == "body" }
  }
}

extension String {
  /// Whether a title stands for none.
  var isPlaceholderTitle: Bool {
    let title = lowercased()
    return isEmpty || title.hasSuffix("_placeholder")
      || ["sans titre", "untitled", "untitled article", "[sans titre]", "ohne titel"].contains(
        title)
  }
}
