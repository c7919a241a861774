public import NewsModel
import YAMLTree

/// The most bytes of a text file, and of what standard input gives.
let textLimit = 64 << 20

/// Reads whatever `path` leads to without the importing process: an issue's folder, its `issue.yaml`, a text
/// file, or standard input for `-`.
///
/// What a file is tells its content, never its name. Text that is no native issue is read as a
/// newspaper page that came out of text recognition; plain prose comes out of that as an article.
/// The warnings are those of ``checkIssue(at:)``.
public func readIssue(
  at path: String
) throws(IssueFileError) -> (issue: Issue, warnings: [IssueFileError]) {
  try IssueSource(path).read()
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
    return try IssueSource(path).faults(misplaced: misplaced)
  } catch {
    return [error]
  }
}

func readText(
  _ bytes: [UInt8], path: String
) throws(IssueFileError) -> (issue: Issue, warnings: [IssueFileError]) {
  do throws(SourceFault) {
    let source = try SourceText(bytes, keepingFormFeeds: true)
    let warnings = source.warning.map { fault, mark in
      IssueFileError(file: path, line: mark.line, column: mark.column, fault: fault)
    }
    let title = path == "-" ? "standard input" : fileName(of: path).asOneLine
    let (overrides, faults) = textOverrides(ofText: path)
    let made = reconstruct(source.bytes, named: title, overrides)
    return (
      made.issue, (warnings.map { [$0] } ?? []) + made.issue.dateFaults(in: path, source) + faults
    )
  } catch {
    throw IssueFileError(
      file: path, line: error.mark.line, column: error.mark.column, fault: error.fault)
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

/// What a person has decided about a text, in the file beside it, and what is wrong with that file; nothing
/// where there is none.
package func textOverrides(
  ofText path: String
) -> (overrides: TextOverrides, faults: [IssueFileError]) {
  let file = path + ".overrides"
  guard path != "-", kind(ofPath: file) == .file, let bytes = try? readFile(file, limit: 1 << 20)
  else {
    return (TextOverrides(), [])
  }
  var faults: [TextOverrideFault] = []
  let overrides = TextOverrides(String(decoding: bytes, as: UTF8.self), faults: &faults)
  return (
    overrides,
    faults.map { IssueFileError(file: file, line: $0.line, column: $0.column, fault: $0.fault) }
  )
}

extension Issue {
  /// Where a recognised masthead gives a weekday or a lunar date that is not that of its day.
  fileprivate func dateFaults(in path: String, _ source: SourceText) -> [IssueFileError] {
    let line = nameplate.date
    let faults = [(line.weekdayFault, line.weekday), (line.lunarFault, line.lunar)]
    return faults.compactMap { fault, printed in
      guard let fault, let printed else { return nil }
      let place = source.place(of: printed)
      return IssueFileError(file: path, line: place?.line, column: place?.column, fault: fault)
    }
  }
}

extension SourceText {
  /// Where a text first stands: line and column from 1, in scalars.
  fileprivate func place(of text: String) -> (line: Int, column: Int)? {
    for (index, line) in string.split(separator: "\n", omittingEmptySubsequences: false).prefix(60)
      .enumerated()
    {
      guard let range = line.firstRange(of: text) else { continue }
      return (
        index + 1, line.unicodeScalars.distance(from: line.startIndex, to: range.lowerBound) + 1
      )
    }
    return nil
  }
}
