import IssueFiles
import NewsModel

/// Makes an issue of a draft: valid ids, labels that differ, jumps from part to part, what is short set as
/// an advert, furniture at the end of its page.
///
/// The law is that no letter is lost: what the draft says, the issue says.
struct IssueMaker {
  private let draft: Draft
  private var issue: Issue
  private var ids: Set<ItemID> = []
  /// The valid id of each item of the draft, by the draft's id.
  private var names: [String: ItemID] = [:]

  /// Where an item stands on a page before the items of that page are put in order.
  private var places: [[PageItem]]

  private init(_ draft: Draft) {
    self.draft = draft
    var nameplate = draft.nameplate
    nameplate.name = (draft.paper ?? nameplate.name).nonEmpty ?? "—"
    nameplate.date.date = nameplate.date.date ?? draft.date
    issue = Issue(language: draft.language ?? draft.guessedLanguage, nameplate: nameplate)
    places = draft.pages.map { _ in [] }
  }

  /// The issue of a draft, and the ids of its items, furniture aside, in their order once jump lines have
  /// joined some.
  ///
  /// Throws where letters of the draft would be lost, which no source can bring about.
  static func make(_ draft: inout Draft) throws(ImportNote) -> (issue: Issue, ids: [ItemID]) {
    for index in draft.items.indices { draft.items[index].liftJumpLines() }
    draft.joinByPrint()
    var maker = IssueMaker(draft)
    maker.addPages()
    let items = draft.items.filter { $0.kind != .furniture }
    let ids = items.map { maker.name($0) }
    for (item, id) in zip(items, ids) { maker.add(item, id) }
    maker.addFurniture()
    for page in draft.pages.indices { maker.issue.pages[page].items += maker.places[page] }
    let (wanted, got) = (draft.letters, maker.issue.countOfLetters)
    guard wanted == got else {
      throw ImportNote(
        file: "import",
        sentence: "\(wanted - got) of \(wanted) letters would be lost; report this as a fault")
    }
    return (maker.issue, ids)
  }

  // MARK: Pages

  private mutating func addPages() {
    var taken: Set<String> = []
    for (index, page) in draft.pages.enumerated() {
      var label = page.label?.printedPageLabel ?? "\(index + 1)"
      if taken.contains(label) { label = "\(index + 1)" }
      while !taken.insert(label).inserted { label += "x" }
      issue.pages.append(
        Page(label: label, name: page.name, section: page.section, credits: page.credits))
    }
  }

  // MARK: Items

  /// Gives an item of the draft its id; of several with one id in the draft the first bears its name.
  private mutating func name(_ item: DraftItem) -> ItemID {
    let id = unused(item.id.asItemID)
    if names[item.id] == nil { names[item.id] = id }
    return id
  }

  /// That id, or with a number behind it one that no item has.
  private mutating func unused(_ wanted: ItemID) -> ItemID {
    var (id, number) = (wanted, 2)
    while !ids.insert(id).inserted {
      id = "\(wanted)-\(number)"
      number += 1
    }
    return id
  }

  private mutating func add(_ item: DraftItem, _ id: ItemID) {
    switch item.kind {
    case .article: addStory(item, id, .story)
    case .notice: addStory(item, id, .notice)
    case .advert: item.isShort ? addAdvert(item, id) : addStory(item, id, .advert)
    case .picture: addPhoto(item, id)
    case .refers: addRefers(item, id)
    case .furniture: break
    }
  }

  private mutating func addStory(_ item: DraftItem, _ id: ItemID, _ kind: Article.Kind) {
    var article = Article(
      id: id, kind: kind, language: item.language, label: item.label, kicker: item.kicker,
      headline: item.headline, deck: item.deck, byline: item.byline, tailLine: item.tailLine)
    article.segments = item.parts.indices.map { segment(item, $0) }
    issue.articles.append(article)
    for (index, part) in item.parts.enumerated() {
      place(.story(StoryPart(article: id, segment: index)), part)
    }
  }

  private func segment(_ item: DraftItem, _ index: Int) -> Segment {
    let part = item.parts[index]
    var segment = Segment(
      fromLine: part.fromLine, blocks: part.blocks, breaksParagraph: part.breaksParagraph)
    if index + 1 < item.parts.count {
      segment.jump = Jump(page: issue.pages[item.parts[index + 1].page].label, toLine: part.toLine)
    } else if let line = part.toLine {
      segment.jump = Jump(page: part.toPage.map { "\(PageLabel($0))" } ?? "", toLine: line)
    }
    return segment
  }

  private mutating func addAdvert(_ item: DraftItem, _ id: ItemID) {
    let heads = [item.label, item.kicker].compactMap { $0 } + item.headline + item.deck
    let tail = [item.byline, item.tailLine].compactMap { $0 }
    let lines = heads + item.parts[0].blocks.map(\.text) + tail
    place(.advert(Advert(id: id, lines: lines.filter { !$0.isEmpty })), item.parts[0])
  }

  private mutating func addPhoto(_ item: DraftItem, _ id: ItemID) {
    guard let first = item.parts.first else { return }
    let heads = [item.label, item.kicker].compactMap { $0 } + item.headline + item.deck
    let texts = heads + item.parts.flatMap { $0.blocks.map(\.text) }
    let caption = (texts + [item.byline, item.tailLine].compactMap { $0 })
      .filter { !$0.isEmpty }.joined(separator: " ")
    let photo = Photo(
      id: id, image: item.image, caption: caption, credit: item.credit,
      story: item.parent.flatMap { names[$0] })
    place(.photo(photo), first)
  }

  private mutating func addRefers(_ item: DraftItem, _ id: ItemID) {
    guard let first = item.parts.first else { return }
    let label = (([item.label, item.kicker].compactMap { $0 }) + item.headline).joined(
      separator: " ")
    var box = ReferBox(id: id, label: label.nonEmpty, refers: item.refers)
    for index in box.refers.indices {
      box.refers[index].article = box.refers[index].article.flatMap { names[$0] }
    }
    place(.refers(box), first)
  }

  private mutating func place(_ item: PageItem, _ part: DraftPart) {
    places[part.page].append(item)
    if !part.zones.isEmpty { issue.pages[part.page].zones[item.id] = part.zones }
  }

  /// Sets what no article claims at the end of its page, as one item a page.
  private mutating func addFurniture() {
    for page in draft.pages.indices {
      let blocks = draft.items.filter { $0.kind == .furniture }.flatMap { item in
        item.parts.filter { $0.page == page }.flatMap { part in
          (part.page == item.parts.first?.page ? item.headBlocks : []) + part.blocks
        }
      }
      guard !blocks.isEmpty else { continue }
      let id = unused("furniture-\(page + 1)")
      issue.articles.append(Article(id: id, kind: .unowned, segments: [Segment(blocks: blocks)]))
      places[page].append(.story(StoryPart(article: id)))
    }
  }
}

extension DraftItem {
  /// Whether an advert is so short that its lines can be set one by one.
  fileprivate var isShort: Bool {
    guard parts.count == 1 else { return false }
    return letters <= 400 && parts[0].blocks.count + headline.count + deck.count <= 12
  }

  /// What stands over the text, as blocks.
  fileprivate var headBlocks: [Block] {
    let heads = [label, kicker].compactMap { $0 } + headline + deck
    return (heads + [byline, tailLine].compactMap { $0 }).map { Block(.paragraph, $0) }
  }
}

extension Draft {
  /// How many letters it has, the credits of pages included.
  var letters: Int {
    items.reduce(0) { $0 + $1.letters }
      + pages.reduce(0) { $0 + $1.credits.reduce(0) { $0 + $1.countOfLetters } }
  }

  /// The language that the text seems to be in.
  fileprivate var guessedLanguage: LanguageTag {
    var sample: [UInt8] = []
    for item in items where sample.count < 1 << 16 {
      for text in item.texts { sample += Array(text.utf8) + [0x0A] }
    }
    return guessLanguage(of: sample)
  }
}

extension Issue {
  /// How many letters stand on its pages, nameplate and labels of pages aside.
  var countOfLetters: Int {
    var texts = articles.flatMap(\.texts) + pages.flatMap(\.credits)
    for item in pages.flatMap(\.items) {
      switch item {
      case .photo(let photo): texts += [photo.caption, photo.credit ?? ""]
      case .advert(let advert): texts += advert.lines
      case .refers(let box): texts += [box.label ?? ""] + box.refers.map(\.text)
      case .briefs(let group):
        texts += [group.label ?? ""] + group.briefs.flatMap { [$0.headline ?? "", $0.text] }
      case .story: break
      }
    }
    return texts.reduce(0) { $0 + $1.countOfLetters }
  }
}

extension Article {
  fileprivate var texts: [String] {
    [label, kicker, byline, dateline, tailLine].compactMap { $0 } + headline + deck
      + segments.flatMap { segment in
        [segment.fromLine, segment.jump?.toLine].compactMap { $0 } + segment.blocks.map(\.text)
      }
  }
}

extension String {
  /// An id made of the text: what no id may have becomes `-`.
  fileprivate var asItemID: ItemID {
    var id = ""
    for byte in utf8.prefix(100) {
      let isPlain =
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
        || byte == 0x2D || byte == 0x5F || byte == 0x2E
      id += isPlain ? String(UnicodeScalar(byte)) : "-"
    }
    let start = id.drop { $0 == "-" || $0 == "_" || $0 == "." }
    return start.isEmpty ? "item" : String(start)
  }
}
