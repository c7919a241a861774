import NewsModel
import Typesetter
import UnicodeTables

/// Turns the items of a page into what the composer places, and ranks them.
struct ItemCollector {
  let issue: Issue
  let page: Int
  let typesetting: Typesetting
  let desk: CopyDesk
  private var storiesSeen = 0

  init(issue: Issue, page: Int, _ typesetting: Typesetting, _ desk: CopyDesk) {
    (self.issue, self.page, self.typesetting) = (issue, page, typesetting)
    self.desk = desk
  }

  /// The item at `index`, or nil for a story that the issue lacks.
  mutating func item(at index: Int) -> ContentItem? {
    let place = Place(page: page, item: index)
    switch issue.pages[page].items[index] {
    case .story(let part): return story(part, place)
    case .briefs(let group): return briefs(group, place)
    case .photo(let photo): return self.photo(photo, place)
    case .advert(let advert): return self.advert(advert, place)
    case .refers(let box): return refers(box, place)
    }
  }

  private var typography: Typography {
    typesetting.typography(of: issue)
  }

  private mutating func story(_ part: StoryPart, _ place: Place) -> ContentItem? {
    guard let article = issue.article(part.article),
      article.segments.indices.contains(part.segment)
    else { return nil }
    let texts = StoryTexts(article, in: issue, typesetting, desk)
    let isSidebar = article.sidebarOf != nil
    let isAdvert = article.kind == .advert
    defer { storiesSeen += isSidebar || isAdvert ? 0 : 1 }
    return ContentItem(
      id: article.id, kind: ContentItem.Kind(article.kind), place: place, parent: article.sidebarOf,
      heads: texts.heads(segment: part.segment),
      paragraphs: texts.paragraphs(segment: part.segment),
      jump: texts.printedJump(segment: part.segment, issue),
      claim: claim(isAside: isSidebar || isAdvert, boxed: article.boxed || isAdvert),
      typography: texts.typography)
  }

  /// The lead and the second story weigh more than the rest (layout.md, section 5), what stands beside
  /// stories less: sidebars, and adverts with running text, which are boxed like all others.
  private func claim(isAside: Bool, boxed: Bool) -> Claim {
    if isAside { return Claim(priority: 2, share: 30, mayBeCut: true, boxed: boxed) }
    switch storiesSeen {
    case 0: return Claim(priority: 5, share: 70, mayBeCut: true, boxed: boxed)
    case 1: return Claim(priority: 4, share: 50, mayBeCut: true, boxed: boxed)
    default: return Claim(priority: 3, share: 40, mayBeCut: true, boxed: boxed)
    }
  }

  private func briefs(_ group: BriefGroup, _ place: Place) -> ContentItem {
    let rules = typography
    let paragraphs = group.briefs.flatMap { brief -> [ParagraphText] in
      let words = [brief.headline, brief.text.isEmpty ? nil : brief.text].compactMap(\.self)
      return words.enumerated().map { number, text in
        ParagraphText(.brief, text, rules, desk, mark: number == 0 ? .brief : nil)
      }
    }
    return box(group.id, place, label: group.label, paragraphs)
  }

  private func refers(_ box: ReferBox, _ place: Place) -> ContentItem {
    let (rules, words) = (typography, Wording(typography.tradition))
    let paragraphs = box.refers.map { refer in
      ParagraphText(pointer: refer.text, page: words.referPage(refer.page), rules, desk)
    }
    return self.box(box.id, place, label: box.label, paragraphs, boxed: true)
  }

  private func box(
    _ id: ItemID, _ place: Place, label: String?, _ paragraphs: [ParagraphText],
    boxed: Bool = false
  ) -> ContentItem {
    ContentItem(
      id: id, kind: .briefs, place: place,
      heads: label.map { [HeadText(.label, $0, typography, desk)] } ?? [], paragraphs: paragraphs,
      jump: nil, claim: Claim(priority: 2, share: 25, mayBeCut: false, boxed: boxed),
      typography: typography)
  }

  private func photo(_ photo: Photo, _ place: Place) -> ContentItem {
    let (rules, picture) = (typography, ItemPicture(photo, typesetting))
    // A picture that nobody gave words is known by its file where it is not drawn.
    let caption = photo.caption.isEmpty && photo.credit == nil ? photo.image : photo.caption
    let words = [
      caption.flatMap { $0.isEmpty ? nil : ParagraphText(.caption, $0, rules, desk) },
      photo.credit.map { ParagraphText(.credit, $0, rules, desk) },
    ].compactMap(\.self)
    let share = picture?.shape.share ?? 25
    return ContentItem(
      id: photo.id, kind: .photo, place: place, heads: [], paragraphs: words, jump: nil,
      picture: picture, story: photo.story,
      claim: Claim(priority: 2, share: share, mayBeCut: false, boxed: false),
      typography: rules)
  }

  private func advert(_ advert: Advert, _ place: Place) -> ContentItem {
    let rules = typography
    return ContentItem(
      id: advert.id, kind: .advert, place: place, heads: [],
      paragraphs: advert.lines.map { ParagraphText(.advert, $0, rules, desk) }, jump: nil,
      claim: Claim(priority: 1, share: 40, mayBeCut: false, boxed: true), typography: rules)
  }
}

extension PictureShape {
  /// The share of the columns that a picture would like, in hundredths: broad ones more than high ones.
  fileprivate var share: Int {
    if width >= 2 * height { return 50 }
    return width >= height ? 40 : 25
  }
}

extension ContentItem.Kind {
  init(_ kind: Article.Kind) {
    switch kind {
    case .story: self = .article
    case .notice, .advert: self = .notice
    case .unowned: self = .unowned
    }
  }
}
