public import NewsModel
import Typesetter

/// An item read by itself, a story with all its segments joined; everything that does not depend on
/// the size of the screen.
public struct StoryContent: Sendable {
  /// The item, with the text of all pages.
  public let item: ContentItem
  /// For each segment, the place of its first paragraph.
  public let segmentStarts: [Int]
  let page: PageContent

  /// Collects the item at `place`, or nil where there is none.
  public init?(_ issue: Issue, at place: Place, _ typesetting: Typesetting = Typesetting()) {
    let desk = CopyDesk(issue, page: place.page, typesetting)
    let page = PageContent(issue, page: place.page, typesetting, desk)
    guard let shown = page.items.first(where: { $0.place == place }) else { return nil }
    self.page = page
    guard case .story(let part)? = issue.item(at: place), let article = issue.article(part.article)
    else {
      item = shown
      segmentStarts = [0]
      return
    }
    let texts = StoryTexts(article, in: issue, typesetting, desk)
    var (paragraphs, starts) = ([ParagraphText](), [Int]())
    for segment in article.segments.indices {
      if segment > 0, let jump = article.segments[segment - 1].jump {
        let mark = Wording(texts.typography.tradition).pageMark(jump.page)
        paragraphs.append(ParagraphText(.pageMark, mark, texts.typography, desk))
      }
      starts.append(paragraphs.count)
      paragraphs += texts.paragraphs(segment: segment)
    }
    segmentStarts = starts
    item = ContentItem(
      id: article.id, kind: shown.kind, place: place, parent: shown.parent,
      heads: texts.heads(segment: 0),
      paragraphs: paragraphs,
      jump: texts.printedJump(segment: article.segments.count - 1, issue),
      claim: shown.claim, typography: texts.typography)
  }
}
