public import NewsModel
public import Typesetter

/// A page collected and measured: everything that does not depend on the size of the screen.
///
/// Made once a page; composing it at another size touches no text again.
public struct PageContent: Sendable {
  /// The label of the page.
  public let label: String
  /// The name of the paper, for the folio.
  public let paper: String
  /// The words of the folio: page, name, paper, day, credits.
  public let folio: [PreparedText]
  /// The masthead of page 1.
  public let masthead: ContentItem?
  /// What the name of the paper is drawn from, where it may be drawn at all.
  let nameplate: LargeNameplate?
  /// Ids of the items that would stand beside the masthead.
  public let ears: [ItemID]
  /// The items in order of importance, sidebars after their parents, adverts last.
  public let items: [ContentItem]
  /// Where print has the items.
  let zones: [ItemID: [Zone]]
  /// How the furniture of the page is set.
  public let typography: Typography

  /// Collects page `index` of `issue`.
  public init(_ issue: Issue, page index: Int, _ typesetting: Typesetting = Typesetting()) {
    self.init(issue, page: index, typesetting, CopyDesk(issue, page: index, typesetting))
  }

  /// The same, its texts prepared by `desk`.
  init(_ issue: Issue, page index: Int, _ typesetting: Typesetting, _ desk: CopyDesk) {
    let page = issue.pages[index]
    let typography = typesetting.typography(of: issue)
    var collector = ItemCollector(issue: issue, page: index, typesetting, desk)
    let collected = page.items.indices.compactMap { collector.item(at: $0) }
    label = page.label
    paper = issue.nameplate.name
    self.typography = typography
    masthead = index == 0 ? ContentItem(nameplate: issue.nameplate, typography, desk) : nil
    nameplate = index == 0 ? LargeNameplate(issue.nameplate, typesetting) : nil
    ears = index == 0 ? page.ears : []
    zones = page.zones
    let ordered = collected.withSidebarsAfterParents
    items = ordered.filter { $0.kind != .advert } + ordered.filter { $0.kind == .advert }
    folio = FolioWords(issue, page, typography.tradition).segments.map {
      desk.prepare($0, typography)
    }
  }
}

extension PageContent {
  /// Whether the page can stand as its author arranged it: the zones of most of its items are known.
  public var isArranged: Bool {
    PrintedPage.isKnown(items.filter { !ears.contains($0.id) }.map { zones[$0.id] ?? [] })
  }
}

extension ContentItem {
  /// The masthead: the name and the lines around it.
  init(nameplate: Nameplate, _ typography: Typography, _ desk: CopyDesk) {
    var heads = [HeadText(.nameplate, nameplate.name, typography, desk)]
    heads += nameplate.fields.map { HeadText(.field, $0, typography, desk) }
    self.init(
      id: "masthead", kind: .masthead, place: nil, heads: heads, paragraphs: [], jump: nil,
      claim: Claim(priority: 5, share: 100, mayBeCut: false, boxed: false), typography: typography)
  }
}

extension Nameplate {
  /// The lines around the name, the day first: what a small masthead keeps longest.
  package var fields: [String] {
    let day = [date.printed ?? date.date?.description, date.weekday, date.lunar]
    let lines = day + [number, subtitle, organ, registration]
    return lines.compactMap(\.self) + imprint
  }
}

typealias Tradition = Typography.Tradition

extension Typography.Tradition {
  /// The tradition of a language; what is unknown is set like Latin text.
  package init(_ language: LanguageTag) {
    if language.matches("zh-Hant") || language.matches("zh-TW") || language.matches("zh-HK") {
      self = .traditionalChinese
    } else if language.matches("zh") {
      self = .simplifiedChinese
    } else if language.matches("ja") {
      self = .japanese
    } else if language.matches("ko") {
      self = .korean
    } else {
      self = .latin
    }
  }
}
