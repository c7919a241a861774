import NewsModel
import Typesetter

/// The words of the folio (报眉): page, name, paper, day and the people who made it.
struct FolioWords {
  let segments: [String]

  init(_ issue: Issue, _ page: Page, _ tradition: Typography.Tradition) {
    let words = Wording(tradition)
    let day = issue.nameplate.date
    let date = [day.printed ?? day.date?.description, day.weekday].compactMap(\.self)
    let name = [words.pageName(page.label), page.name, page.section == page.name ? nil : page.section]
    let all =
      [name.compactMap(\.self).joined(separator: " "), issue.nameplate.name]
      + [date.joined(separator: " ")] + page.credits
    segments = all.filter { !$0.isEmpty }
  }
}
