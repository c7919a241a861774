import LayoutEngine
import NewsModel
import ScreenModel
import UnicodeTables

/// The pages at hand: measured, and composed for the size of the screen.
///
/// A page is measured once and composed once a size, however often it is turned to.
struct SheetShelf: Sendable {
  private struct Sheet {
    let content: PageContent
    let arrangement: Arrangement
    let layout: PageLayout
    let memory: PageMemory
  }

  private let issue: Issue
  private let typesetting: Typesetting
  private var sheets: [Int: Sheet] = [:]

  init(issue: Issue, _ typesetting: Typesetting) {
    (self.issue, self.typesetting) = (issue, typesetting)
  }

  /// The layout of a page in that area, made if it is not at hand.
  mutating func layout(ofPage page: Int, area: Size, _ arrangement: Arrangement) -> PageLayout {
    if let sheet = sheets[page], sheet.layout.size == area, sheet.arrangement == arrangement {
      return sheet.layout
    }
    let content = sheets[page]?.content ?? PageContent(issue, page: page, typesetting)
    var memory = sheets[page]?.memory ?? PageMemory()
    let layout = compose(content, size: area, arrangement, &memory)
    sheets[page] = Sheet(
      content: content, arrangement: arrangement, layout: layout, memory: memory)
    return layout
  }

  /// Whether a page at hand can stand as its author arranged it.
  func isArranged(_ page: Int) -> Bool { sheets[page]?.content.isArranged ?? false }

  /// Lets go of all pages but these.
  mutating func keep(_ pages: ClosedRange<Int>) {
    sheets = sheets.filter { pages.contains($0.key) }
  }
}
