import IssueFiles
import NewsModel

extension IssueFileError: ShellFault {
  var sentence: String { description }
  var status: ExitStatus { .badUsage }
}

/// Reads the issue at `path`, whatever its format.
func open(_ path: String) throws -> Issue { try openCounted(path).issue }

/// Reads the issue at `path` and counts the faults that `check` would name.
func openCounted(_ path: String) throws -> (issue: Issue, faults: Int) {
  let (issue, warnings) = try readIssue(at: path)
  return (issue, warnings.count)
}
