public import NewsModel
import YAMLTree

/// The most bytes of a text file, and of what standard input gives.
let textLimit = 64 << 20

/// Reads whatever `path` leads to: an issue's folder, its `issue.yaml`, a text file, or standard
/// input for `-`.
///
/// What a file is tells its content, never its name. Text that is no native issue is read as a
/// newspaper page that came out of text recognition; plain prose comes out of that as one article.
/// The warnings are those of ``checkIssue(at:)``.
public func readIssue(
  at path: String
) throws(IssueFileError) -> (issue: Issue, warnings: [IssueFileError]) {
  if path == "-" {
    let bytes = try located(path) { () throws(IssueFault) in try readStream(0, limit: textLimit) }
    return try readText(bytes, path: path, folder: nil)
  }
  switch kind(ofPath: path) {
  case .missing: throw IssueFileError(file: path, fault: .missingFile)
  case .folder: return try decodeFolder(path)
  case .other("a pipe") where path.hasPrefix("/dev/") || path.hasPrefix("/proc/"):
    // What a shell makes of <(command): its writer is there, so that reading comes to an end.
    let bytes = try located(path) { () throws(IssueFault) in
      try readPipe(path, limit: textLimit)
    }
    return try readText(bytes, path: path, folder: nil)
  case .file, .other:
    let bytes = try located(path) { () throws(IssueFault) in
      try readFile(path, limit: textLimit)
    }
    return try readText(bytes, path: path, folder: folderPath(of: path))
  }
}

/// Reads a text that is in memory; `folder` is where it stands, if it may be an `issue.yaml`.
private func readText(
  _ bytes: [UInt8], path: String, folder: String?
) throws(IssueFileError) -> (issue: Issue, warnings: [IssueFileError]) {
  let content = TextContent(recognising: bytes)
  if let fault = content.fault { throw IssueFileError(file: path, fault: fault) }
  if content == .issueFile { return try decodeIssueFile(path, in: folder) }
  do throws(SourceFault) {
    let source = try SourceText(bytes, keepingFormFeeds: true)
    let warnings = source.warning.map { fault, mark in
      IssueFileError(file: path, line: mark.line, column: mark.column, fault: fault)
    }
    let issue = readTextIssue(source.bytes, named: title(of: path))
    return (issue, warnings.map { [$0] } ?? [])
  } catch {
    throw IssueFileError(
      file: path, line: error.mark.line, column: error.mark.column, fault: error.fault)
  }
}

/// Reads the issue whose `issue.yaml`, by whatever name, is at `path`.
private func decodeIssueFile(
  _ path: String, in folder: String?
) throws(IssueFileError) -> (issue: Issue, warnings: [IssueFileError]) {
  guard let folder else { throw IssueFileError(file: path, fault: .issueFileAlone) }
  let name = path.split(separator: "/").last.map(String.init) ?? path
  return try decodeFolder(folder, issueFile: name)
}

/// Runs a reader of files and places its faults.
private func located<Value>(
  _ path: String, _ read: () throws(IssueFault) -> Value
) throws(IssueFileError) -> Value {
  do throws(IssueFault) {
    return try read()
  } catch {
    throw IssueFileError(file: path, fault: error)
  }
}

/// The folder in which a file stands, as its path names it.
private func folderPath(of path: String) -> String {
  guard let slash = path.utf8.lastIndex(of: 0x2F) else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// What a text without a nameplate is called: its file's name.
private func title(of path: String) -> String {
  if path == "-" { return "standard input" }
  return (path.split(separator: "/").last.map(String.init) ?? path).asOneLine
}
