import IssueFiles
import NewsModel

/// The report of an import of structured sources.
func report(of draft: Draft, _ issue: Issue, _ notes: [ImportNote]) -> ImportReport {
  ImportReport(text: "", json: "{}")
}
