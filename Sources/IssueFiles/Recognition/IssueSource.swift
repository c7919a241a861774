package import NewsModel

/// What a path leads to, as far as has to be known before it is read.
package enum IssueSource {
  /// The folder of an issue, and the name of its `issue.yaml`.
  case folder(String, issueFile: String)
  /// A text in UTF-8, and the path that it has.
  case text([UInt8], path: String)
  /// Something that the importing process has to read.
  case foreign(ForeignSource)

  /// Looks at a path and, unless it is a folder, at what the file holds; `-` is standard input.
  package init(_ path: String) throws(IssueFileError) {
    switch path == "-" ? .other("standard input") : kind(ofPath: path) {
    case .missing: throw IssueFileError(file: path, fault: .missingFile)
    case .folder: self = IssueSource(folder: path)
    case let kind: self = try located(path) { () throws(IssueFault) in try look(at: path, kind) }
    }
  }

  private init(folder path: String) {
    let hasIssue = kind(ofPath: path + "/issue.yaml") != .missing
    self =
      hasIssue
      ? .folder(path, issueFile: "issue.yaml")
      : .foreign(ForeignSource(path: path, fault: .missingIssueFile))
  }
}

/// What the program cannot read by itself.
package struct ForeignSource: Sendable {
  /// The path, as it was given.
  package let path: String
  /// What it holds, where that had to be read already because it can be read but once.
  package var bytes: [UInt8]?
  /// What is said of it where it cannot be imported.
  package let fault: IssueFault

  /// Whether it is text, only in another encoding.
  package var isText: Bool { if case .encoding = fault { true } else { false } }
}

extension IssueSource {
  /// The issue and its warnings; fails with the fault that keeps it from being read here.
  package func read() throws(IssueFileError) -> (issue: Issue, warnings: [IssueFileError]) {
    switch self {
    case .folder(let folder, let issueFile): try decodeFolder(folder, issueFile: issueFile)
    case .text(let bytes, let path): try readText(bytes, path: path)
    case .foreign(let source): throw IssueFileError(file: source.path, fault: source.fault)
    }
  }

  /// Every fault; see ``checkIssue(at:misplaced:)``.
  package func faults(misplaced: ([[Zone]]) -> [Int]) throws(IssueFileError) -> [IssueFileError] {
    guard case .folder(let folder, let issueFile) = self else { return try read().warnings }
    return faultsOfFolder(folder, issueFile: issueFile, misplaced)
  }
}

/// The most bytes that are looked at to tell a format that is no text.
private let headLimit = 1 << 16

/// Looks at a file, at standard input, or at a pipe.
private func look(at path: String, _ kind: PathKind) throws(IssueFault) -> IssueSource {
  // Of a large file in another format the beginning is enough; the importer reads it.
  let start = kind == .file ? try readStart(of: path, limit: headLimit) : nil
  if let start, case .foreign(let fault)? = TextContent(recognisingHead: start.bytes) {
    return .foreign(ForeignSource(path: path, fault: fault))
  }
  let whole = start.flatMap { $0.bytes.count == $0.size ? $0.bytes : nil }
  let bytes = if let whole { whole } else { try read(path, kind) }
  switch TextContent(recognising: bytes) {
  case .unreadable(let fault): throw fault
  case .foreign(let fault):
    return .foreign(ForeignSource(path: path, bytes: kind == .file ? nil : bytes, fault: fault))
  case .text: return .text(bytes, path: path)
  case .issueFile:
    guard kind == .file else { throw .issueFileAlone }
    return .folder(folderPath(of: path), issueFile: fileName(of: path))
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
