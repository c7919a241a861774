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

    /// Whether it is what an area asks for.
    func fits(_ area: Size, _ arrangement: Arrangement, isWhole: Bool) -> Bool {
      guard self.arrangement == arrangement, layout.isWhole == isWhole else { return false }
      return isWhole ? layout.size.columns == area.columns : layout.size == area
    }
  }

  private let issue: Issue
  private let typesetting: Typesetting
  private var sheets: [Int: Sheet] = [:]

  init(issue: Issue, _ typesetting: Typesetting) {
    (self.issue, self.typesetting) = (issue, typesetting)
  }

  /// The layout of a page in that area, made if it is not at hand; as high as its text needs where it
  /// `isWhole`.
  mutating func layout(
    ofPage page: Int, area: Size, _ arrangement: Arrangement, isWhole: Bool
  ) -> PageLayout {
    if let sheet = sheets[page], sheet.fits(area, arrangement, isWhole: isWhole) {
      return sheet.layout
    }
    let content = sheets[page]?.content ?? PageContent(issue, page: page, typesetting)
    var memory = sheets[page]?.memory ?? PageMemory()
    let layout =
      isWhole
      ? composeWhole(content, width: area.columns, arrangement)
      : compose(content, size: area, arrangement, &memory)
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
