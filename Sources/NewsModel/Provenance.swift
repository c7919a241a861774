/// Where the items of an imported issue came from, and what of them is uncertain.
///
/// Of an issue that somebody wrote there is nothing to tell.
public struct Provenance: Hashable, Sendable {
  /// For an item, a sentence about its source: what it was there, and where.
  public var origins: [ItemID: String]
  /// For an item of which a part is uncertain, a sentence about that: a join to be looked at, a kind that was
  /// guessed.
  public var doubts: [ItemID: String]

  /// Takes both; nothing where nothing is known.
  public init(origins: [ItemID: String] = [:], doubts: [ItemID: String] = [:]) {
    (self.origins, self.doubts) = (origins, doubts)
  }
}

extension Issue {
  /// Where the items begin that hold something uncertain, in reading order, page by page.
  public func doubtfulPlaces(_ provenance: Provenance) -> [Place] {
    var seen: Set<ItemID> = []
    return pages.indices.flatMap { page in
      pages[page].items.indices.filter { item in
        let id = pages[page].items[item].id
        return provenance.doubts[id] != nil && seen.insert(id).inserted
      }.map { Place(page: page, item: $0) }
    }
  }
}
