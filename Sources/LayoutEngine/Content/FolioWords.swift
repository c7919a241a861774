import NewsModel
import Typesetter

/// The words of the folio (报眉): page, name, paper, day and the people who made it.
struct FolioWords {
  let segments: [String]

  init(_ issue: Issue, _ page: Page, _ tradition: Typography.Tradition) {
    let words = Wording(tradition)
    let day = issue.nameplate.date
    let date = [day.printed ?? day.date?.description, day.weekday].compactMap(\.self)
    let name = [words.pageName(page.label), page.name, page.sectionToName]
    let all =
      [name.compactMap(\.self).joined(separator: " "), issue.nameplate.name]
      + [date.joined(separator: " ")] + page.credits
    segments = all.filter { !$0.isEmpty }
  }
}

extension Page {
  /// The section, where neither the label nor the name of the page says it already.
  fileprivate var sectionToName: String? {
    guard let section, section != name, !label.hasPrefix(section) else { return nil }
    return section
  }
}
