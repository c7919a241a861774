public import NewsModel
import YAMLTree

/// The most bytes of a text file, and of what standard input gives.
let textLimit = 64 << 20

/// Reads whatever `path` leads to: an issue's folder, its `issue.yaml`, a text file, or standard
/// input for `-`.
///
/// What a file is tells its content, never its name. Text that is no native issue is read as a
/// newspaper page that came out of text recognition; plain prose comes out of that as an article.
/// The warnings are those of ``checkIssue(at:)``.
public func readIssue(
  at path: String
) throws(IssueFileError) -> (issue: Issue, warnings: [IssueFileError]) {
  switch try ReadSource(path) {
  case .folder(let folder, let issueFile): try decodeFolder(folder, issueFile: issueFile)
  case .text(let bytes): try readText(bytes, path: path)
  }
}

/// Every fault of what `path` leads to, errors and warnings; none means that all is well.
///
/// Takes the same paths as ``readIssue(at:)``. Of an issue's folder, the faults of `issue.yaml` come
/// first, then those of the articles as the pages list them, each file from top to bottom.
/// `misplaced` tells of the zones of a page's items which items cannot stand there, by their places.
public func checkIssue(
  at path: String, misplaced: ([[Zone]]) -> [Int] = { _ in [] }
) -> [IssueFileError] {
  do throws(IssueFileError) {
    switch try ReadSource(path) {
    case .folder(let folder, let issueFile):
      return faultsOfFolder(folder, issueFile: issueFile, misplaced)
    case .text(let bytes): return try readText(bytes, path: path).warnings
    }
  } catch {
    return [error]
  }
}

/// What a path leads to.
private enum ReadSource {
  case folder(String, issueFile: String)
  case text([UInt8])

  /// Looks at a path and, unless it is a folder, at what the file holds.
  init(_ path: String) throws(IssueFileError) {
    switch path == "-" ? .other("standard input") : kind(ofPath: path) {
    case .missing: throw IssueFileError(file: path, fault: .missingFile)
    case .folder: self = .folder(path, issueFile: "issue.yaml")
    case let kind:
      let bytes = try located(path) { () throws(IssueFault) in try read(path, kind) }
      let content = TextContent(recognising: bytes)
      if let fault = content.fault { throw IssueFileError(file: path, fault: fault) }
      guard content == .issueFile else {
        self = .text(bytes)
        return
      }
      guard kind == .file else { throw IssueFileError(file: path, fault: .issueFileAlone) }
      self = .folder(folderPath(of: path), issueFile: fileName(of: path))
    }
  }
}

/// The bytes of a file, of standard input, or of a pipe that a shell made of `<(command)`: its
/// writer is there, so that reading comes to an end.
private func read(_ path: String, _ kind: PathKind) throws(IssueFault) -> [UInt8] {
  if path == "-" { return try readStream(0, limit: textLimit) }
  let isOfShell = path.hasPrefix("/dev/") || path.hasPrefix("/proc/")
  if kind == .other("a pipe"), isOfShell { return try readPipe(path, limit: textLimit) }
  return try readFile(path, limit: textLimit)
}

private func readText(
  _ bytes: [UInt8], path: String
) throws(IssueFileError) -> (issue: Issue, warnings: [IssueFileError]) {
  do throws(SourceFault) {
    let source = try SourceText(bytes, keepingFormFeeds: true)
    let warnings = source.warning.map { fault, mark in
      IssueFileError(file: path, line: mark.line, column: mark.column, fault: fault)
    }
    let title = path == "-" ? "standard input" : fileName(of: path).asOneLine
    return (readTextIssue(source.bytes, named: title), warnings.map { [$0] } ?? [])
  } catch {
    throw IssueFileError(
      file: path, line: error.mark.line, column: error.mark.column, fault: error.fault)
  }
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
func folderPath(of path: String) -> String {
  guard let slash = path.utf8.lastIndex(of: 0x2F) else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// The last step of a path.
func fileName(of path: String) -> String {
  path.split(separator: "/").last.map(String.init) ?? path
}
