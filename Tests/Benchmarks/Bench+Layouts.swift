import IssueFiles
import LayoutEngine
import NewsModel
import ScreenModel

extension Bench {
  /// Composing a page anew, as a resize does: the front page, and pages with many items.
  func layouts() throws {
    let front = PageContent(try decodeIssue(at: issue), page: 0)
    for size in [Size(columns: 200, rows: 60), Size(columns: 240, rows: 80)] {
      line("relayout-\(size)-p95", milliseconds(percentile95(drag(front, to: size))), "ms")
    }
    let news = try NewsText()
    for items in [30, 60] {
      let page = PageContent(crowdedIssue(items: items, news), page: 0)
      line("compose-\(items)-items", times(page, Size(columns: 200, rows: 60)))
      try instructions(composing: items)
    }
  }

  /// How long each page takes while a window is dragged wider by forty columns, one by one.
  private func drag(_ content: PageContent, to size: Size) -> [Duration] {
    var memory = PageMemory()
    return (size.columns - 40...size.columns).map { columns in
      let size = Size(columns: columns, rows: size.rows)
      return time {
        precondition(!compose(content, size: size, .automatic, &memory).folds.isEmpty)
      }.whole
    }
  }

  private func times(_ content: PageContent, _ size: Size) -> [(
    whole: Duration, computing: Duration
  )] {
    (0..<41).map { _ in time { precondition(!compose(content, size: size).folds.isEmpty) } }
  }
}
