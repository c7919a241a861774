import IssueFiles
import LayoutEngine
import ScreenModel

extension Bench {
  /// Composing the front page anew, as a resize does.
  func layouts() throws {
    let content = PageContent(try decodeIssue(at: issue), page: 0)
    for size in [Size(columns: 200, rows: 60), Size(columns: 240, rows: 80)] {
      let times = (0..<41).map { _ in
        clock.measure { precondition(!compose(content, size: size).folds.isEmpty) }
      }.sorted()
      line("relayout-\(size)-p95", milliseconds(times[times.count * 95 / 100]), "ms")
    }
  }
}
