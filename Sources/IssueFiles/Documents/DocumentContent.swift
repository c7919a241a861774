import NewsModel

/// The items of an issue as its document lists them, and which stand on which page.
///
/// What the model keeps beside the items, the masthead and who made a page, becomes furniture.
struct DocumentContent {
  private(set) var items: [DocumentItem] = []
  /// The ids of the items on each page, in its reading order.
  private(set) var pages: [[ItemID]]
  private let issue: Issue
  private var ids: Set<ItemID>
  private let articles: [ItemID: Article]
  private let places: [StoryPart: Int]

  init(_ issue: Issue) {
    self.issue = issue
    pages = issue.pages.map { _ in [] }
    ids = Set(issue.articles.map(\.id) + issue.pages.flatMap { $0.items.map(\.id) })
    articles = Dictionary(issue.articles.map { ($0.id, $0) }) { first, _ in first }
    var places: [StoryPart: Int] = [:]
    for (page, sheet) in issue.pages.enumerated() {
      for case .story(let part) in sheet.items where places[part] == nil { places[part] = page }
    }
    self.places = places
    addMasthead()
    for page in issue.pages.indices { addItems(of: page) }
  }

  // MARK: Pages

  private mutating func addItems(of page: Int) {
    for item in issue.pages[page].items {
      switch item {
      case .story(let part): add(part, on: page)
      case .briefs(let group): add(group, on: page)
      case .photo(let photo): add(photo, on: page)
      case .advert(let advert): add(advert.id, .advert, advert.lines, on: page)
      case .refers(let box): add(box, on: page)
      }
    }
    add(unused("credits-\(page + 1)"), .furniture, issue.pages[page].credits, on: page)
  }

  /// The name of the paper and the lines around it, where the source prints a masthead.
  ///
  /// A publisher, a registration or an imprint tell of one: day, number and name may have come from elsewhere.
  private mutating func addMasthead() {
    let plate = issue.nameplate
    let tellsOfPrint = plate.organ != nil || plate.registration != nil || !plate.imprint.isEmpty
    guard tellsOfPrint, !pages.isEmpty else { return }
    let lines = [
      plate.name, plate.subtitle, plate.organ, plate.date.printed, plate.date.weekday,
      plate.date.lunar, plate.number, plate.registration,
    ]
    add(unused("nameplate"), .furniture, lines.compactMap(\.self) + plate.imprint, on: 0)
  }

  /// Adds an item that is nothing but lines; none where there are none.
  private mutating func add(
    _ id: ItemID, _ kind: DocumentItem.Kind, _ lines: [String], on page: Int
  ) {
    let lines = lines.filter { !$0.isEmpty }
    guard !lines.isEmpty else { return }
    add(DocumentItem(id: id, kind: kind, parts: [(page + 1, lines)]), on: page)
  }

  private mutating func add(_ item: DocumentItem, on page: Int) {
    items.append(item)
    pages[page].append(item.id)
  }

  private mutating func unused(_ wanted: ItemID) -> ItemID {
    var (id, number) = (wanted, 2)
    while !ids.insert(id).inserted {
      id = "\(wanted)-\(number)"
      number += 1
    }
    return id
  }

  // MARK: Items beside stories

  private mutating func add(_ group: BriefGroup, on page: Int) {
    let texts = group.briefs.flatMap { [$0.headline, $0.text].compactMap(\.self) }
    add(
      DocumentItem(
        id: group.id, kind: .article, headline: group.label,
        parts: [(page + 1, texts.filter { !$0.isEmpty })]), on: page)
  }

  private mutating func add(_ photo: Photo, on page: Int) {
    let texts = [photo.caption, photo.credit].compactMap(\.self).filter { !$0.isEmpty }
    add(
      DocumentItem(
        id: photo.id, kind: .picture, parts: [(page + 1, texts)],
        owner: photo.story.flatMap { articles[$0]?.id }), on: page)
  }

  private mutating func add(_ box: ReferBox, on page: Int) {
    var item = DocumentItem(
      id: box.id, kind: .furniture, headline: box.label,
      parts: [(page + 1, box.refers.map(\.text).filter { !$0.isEmpty })])
    item.refers = box.refers.map { refer in
      let step = DocumentItem.Step(
        from: page + 1, to: issue.pageIndex(labelled: refer.page).map { $0 + 1 },
        toLabel: canonical(refer.page), printed: refer.text)
      return (step, refer.article)
    }
    add(item, on: page)
  }

  // MARK: Stories

  /// Lists a story on a page, and adds it as a whole where it is met first.
  private mutating func add(_ part: StoryPart, on page: Int) {
    guard let article = articles[part.article] else { return }
    if !pages[page].contains(article.id) { pages[page].append(article.id) }
    guard part == firstPart(of: article) else { return }
    var story = StoryDocument(article, firstPage: page, issue)
    for (index, segment) in article.segments.enumerated() {
      story.add(segment, on: places[StoryPart(article: article.id, segment: index)])
    }
    items.append(story.finished)
  }

  /// The part that the pages show first.
  private func firstPart(of article: Article) -> StoryPart? {
    let parts = article.segments.indices.map { StoryPart(article: article.id, segment: $0) }
    return parts.filter { places[$0] != nil }.min { (places[$0] ?? 0) < (places[$1] ?? 0) }
  }
}

/// A label as the document has it: section letters and number; nil for none.
func canonical(_ label: String) -> String? {
  let label = "\(PageLabel(label))"
  return label.isEmpty ? nil : label
}
