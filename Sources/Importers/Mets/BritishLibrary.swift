/// Finds the articles of the British Library's METS: a flat list of articles, areas of pages that name ranges
/// of words, and links from the one to the others.
struct BritishLibraryArticles {
  private let mets: MetsDocument
  private(set) var pages: MetsPages
  private(set) var items: [ScanItem] = []

  init(_ mets: MetsDocument, _ pages: MetsPages) {
    (self.mets, self.pages) = (mets, pages)
    let areas = BritishLibraryArticles.areas(mets)
    let links = BritishLibraryArticles.links(mets)
    for division in mets.logical?.all("div") ?? [] {
      guard case .item(let kind) = MetsDivision(division.divisionType), let id = division["ID"]
      else { continue }
      add(division, id, kind, (links[id] ?? []).compactMap { areas[$0] })
    }
  }

  /// Whether a METS file has areas of pages and links to them.
  static func recognises(_ mets: MetsDocument) -> Bool {
    mets.root.first("smLinkGrp") != nil && !areas(mets).isEmpty
  }

  private static func areas(_ mets: MetsDocument) -> [String: MarkupElement] {
    let found = mets.physical?.all { $0.divisionType == "pagearea" } ?? []
    return Dictionary(found.compactMap { area in area["ID"].map { ($0, area) } }) { first, _ in
      first
    }
  }

  /// The ids of the areas of each article, in reading order: the first locator is the article.
  private static func links(_ mets: MetsDocument) -> [String: [String]] {
    var links: [String: [String]] = [:]
    for group in mets.root.all("smLinkGrp") {
      let names = group.elements("smLocatorLink").compactMap { $0["href"]?.drop { $0 == "#" } }
      guard let first = names.first else { continue }
      links[String(first), default: []] += names.dropFirst().map(String.init)
    }
    return links
  }

  private mutating func add(
    _ division: MarkupElement, _ id: String, _ kind: DraftItem.Kind, _ areas: [MarkupElement]
  ) {
    let description = mets.description(of: division)
    var item = ScanItem(id: id, kind: kind, reason: "METS " + (division["TYPE"] ?? ""))
    item.title = description?.title.flatMap { $0.isPlaceholderTitle ? nil : $0 }
    item.author = description?.author
    for area in areas {
      let runs = area.ownAreas.flatMap { pages.runs($0) ?? [] }
      guard !runs.isEmpty else { continue }
      item.pieces.append(ScanPiece(role: role(area), runs: runs))
    }
    if !item.pieces.isEmpty { items.append(item) }
  }

  private func role(_ area: MarkupElement) -> ScanPiece.Role {
    switch area["LABEL"]?.lowercased() {
    case "headline": .headline
    case "caption": .caption
    default: .body
    }
  }
}
