import IssueFiles
import NewsModel

extension IssueFileError: ShellFault {
  var sentence: String { description }
  var status: ExitStatus { .badUsage }
}

extension ImportFault: ShellFault {
  var sentence: String { description }
  var status: ExitStatus { .badUsage }
}

/// An issue that was read or imported.
struct OpenedIssue {
  /// The issue.
  var issue: Issue
  /// What `check` would name, a line each.
  var warnings: [String]
  /// Where its pictures lie; nil where it has no folder.
  var pictures: PictureFolder?
  /// What became of every part of a source that was imported.
  var report: ImportReport?
  /// Where its items came from; of a text found out only when somebody asks.
  var provenance: @Sendable () -> Provenance = { Provenance() }

  /// Reads what the program can read by itself.
  init(_ source: IssueSource, at path: String) throws(IssueFileError) {
    let (issue, warnings) = try source.read()
    self.issue = issue
    self.warnings = warnings.map(\.description)
    pictures = PictureFolder(ofIssueAt: path)
    if case .text(let bytes, _) = source {
      provenance = { textImportReport(bytes, path: path)?.provenance ?? Provenance() }
    }
  }

  /// Takes what was imported.
  init(_ result: ImportResult, at path: String) throws(ImportFault) {
    guard let issue = result.issue else { throw ImportFault(path, .crashed(signal: nil)) }
    self.issue = issue
    warnings = result.notes.map(\.description)
    pictures = PictureFolder(ofSourceAt: path)
    report = result.report
    let known = result.report?.provenance ?? Provenance()
    provenance = { known }
  }
}

/// Reads the issue at `path`, whatever its format, and imports what is foreign without a word before the end.
func open(_ path: String) throws -> OpenedIssue {
  let source = try IssueSource(path)
  guard case .foreign(let foreign) = source else { return try OpenedIssue(source, at: path) }
  return try OpenedIssue(try importPlainly(foreign), at: path)
}
