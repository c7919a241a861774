import IssueFiles
import LayoutEngine
import NewsModel
import TestSupport
import UnicodeTables

typealias Issue = NewsModel.Issue

/// A sample issue with its pages collected.
struct Sample {
  let issue: Issue
  let pages: [PageContent]

  /// Opens the sample in that folder of `SampleIssues`.
  init(_ name: String, widths: WidthPolicy = WidthPolicy()) throws {
    issue = try decodeIssue(at: SampleFolders.path(name))
    pages = issue.pages.indices.map { [issue] in
      PageContent(issue, page: $0, Typesetting(widths: widths))
    }
  }
}
