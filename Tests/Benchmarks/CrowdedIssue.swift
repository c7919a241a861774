import NewsModel
import Typesetter

/// An issue of one page with so many items, as a long front page has them: a lead, stories that grow
/// shorter, and among each ten a photo, a group of briefs and, at the end of the page, an advert.
///
/// The words are the Chinese paragraphs of the sample issue in turn.
func crowdedIssue(items count: Int, _ news: NewsText) -> Issue {
  let texts = news.paragraphs.filter { $0.tradition == .simplifiedChinese }.map(\.text)
  var next = 0
  func paragraph() -> String {
    next += 1
    return texts[next % texts.count]
  }
  var (articles, items, adverts) = ([Article](), [PageItem](), [PageItem]())
  for number in 0..<count {
    switch number % 10 {
    case 4: items.append(.photo(Photo(id: "photo\(number)", caption: paragraph())))
    case 7:
      let briefs = (0..<3).map { _ in Brief(headline: title(paragraph()), text: paragraph()) }
      items.append(.briefs(BriefGroup(id: "briefs\(number)", label: "简讯", briefs: briefs)))
    case 9:
      let lines = (0..<3).map { _ in title(paragraph()) }
      adverts.append(.advert(Advert(id: "advert\(number)", lines: lines)))
    default:
      let blocks = (0..<max(1, 9 - number)).map { _ in Block(.paragraph, paragraph()) }
      articles.append(
        Article(
          id: "story\(number)", kicker: title(paragraph()), headline: [title(paragraph())],
          byline: "本报记者", segments: [Segment(blocks: blocks)]))
      items.append(.story(StoryPart(article: "story\(number)")))
    }
  }
  return Issue(
    language: LanguageTag("zh-Hans"), nameplate: Nameplate(name: "万象报"),
    pages: [Page(label: "1", items: items + adverts)], articles: articles)
}

/// The first words of a text, as long as a headline.
private func title(_ text: String) -> String { String(text.prefix(14)) }
