import LayoutEngine
import NewsModel
import ScreenModel

/// All pages of the issue: a row for each, with its name and the headline of its lead.
struct OverviewView {
  private let state: ReaderState
  private let dress: Dress

  init(_ state: ReaderState, _ dress: Dress) { (self.state, self.dress) = (state, dress) }

  func draw(on frame: inout Frame) {
    let pages = state.issue.pages
    let title = [state.issue.nameplate.name, state.issue.nameplate.date.date?.description]
    frame.write(
      title.compactMap(\.self).joined(separator: "  "), row: 0, column: 1,
      before: state.size.columns, state.widths, style: dress(.ink(.nameplate)))
    let first = OverviewView.firstPage(state)
    for (row, index) in (first..<pages.count).prefix(OverviewView.room(state)).enumerated() {
      draw(index, row: row + 2, on: &frame)
    }
  }

  private func draw(_ index: Int, row: Int, on frame: inout Frame) {
    let page = state.issue.pages[index]
    let look = dress(index == state.chosenPage ? .chosen : .page)
    let width = state.size.columns
    frame.fill(Rect(column: 0, row: row, width: width, height: 1), style: look)
    let arrow = index == state.chosenPage ? ">" : " "
    frame.write(
      "\(arrow) \(page.label)", row: row, column: 0, before: width, state.widths, style: look)
    let nameEnd = min(width, 7 + max(14, width / 5))
    frame.write(
      page.name ?? page.section ?? "", row: row, column: 7, before: nameEnd, state.widths,
      style: look)
    frame.write(
      state.issue.leadHeadline(ofPage: index), row: row, column: nameEnd + 1, before: width,
      state.widths, style: look)
  }

  /// The page on a row, by the place of a click.
  static func page(at point: Point, _ state: ReaderState) -> Int {
    firstPage(state) + point.row - 2
  }

  /// The first page shown, so that the chosen one is in sight.
  private static func firstPage(_ state: ReaderState) -> Int {
    max(0, min(state.chosenPage - room(state) / 2, state.issue.pages.count - room(state)))
  }

  private static func room(_ state: ReaderState) -> Int { max(1, state.size.rows - 3) }
}

extension Issue {
  /// The headline of the first story that begins on a page, else of the first that stands on it.
  package func leadHeadline(ofPage index: Int) -> String {
    let stories = pages[index].items.compactMap { item -> (StoryPart, Article)? in
      guard case .story(let part) = item else { return nil }
      return article(part.article).map { (part, $0) }
    }
    return (stories.first { $0.0.segment == 0 } ?? stories.first)?.1.title ?? ""
  }
}
