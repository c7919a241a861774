import NewsModel
import Typesetter

/// Prepares the texts of a page: what was found out about one serves the next that is set alike.
///
/// It lives while a page is collected and belongs to nothing that is kept.
package final class CopyDesk {
  /// What the page says of the words in its heads.
  let words: WordEvidence
  /// One for each typography, the few that a page has.
  private var preparers: [TextPreparer] = []

  /// A desk for texts of no page.
  package init() { words = WordEvidence() }

  /// A desk for the texts of a page.
  init(_ issue: Issue, page index: Int, _ typesetting: Typesetting) {
    words = WordEvidence(
      issue, page: index, typesetting.typography(of: issue).tradition)
  }

  /// Measures a text, and finds where it may be broken.
  func prepare(_ text: String, _ typography: Typography) -> PreparedText {
    if let place = preparers.firstIndex(where: { $0.typography == typography }) {
      return preparers[place].prepare(text)
    }
    preparers.append(TextPreparer(typography))
    return preparers[preparers.count - 1].prepare(text)
  }

  /// Where a text may be broken at sense; nil where it fits the narrowest column and never is.
  func breaks(of text: PreparedText) -> HeadBreaks? {
    text.width(of: text.bytes) > ColumnGrid.leastMeasure ? HeadBreaks(text, words) : nil
  }
}
