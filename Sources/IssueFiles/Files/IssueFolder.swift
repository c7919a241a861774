/// A folder whose files may be read, and nothing outside it.
struct IssueFolder {
  /// The folder as its user named it; messages show paths that begin with it.
  let path: String
  private let root: String

  /// The folder at `path`, or nil where there is none.
  init?(_ path: String) {
    guard kind(ofPath: path) == .folder, let root = resolved(path) else { return nil }
    self.path = path
    self.root = root == "/" ? "" : root
  }

  /// The path of a file of the folder, as messages show it.
  func shownPath(_ relative: String) -> String {
    path.hasSuffix("/") ? path + relative : path + "/" + relative
  }

  /// The bytes of the file at `relative`.
  ///
  /// Fails with ``IssueFault/leavesFolder(path:)`` for an absolute path, one with `..`, and a
  /// symbolic link that leads out of the folder.
  func read(_ relative: String, limit: Int) throws(IssueFault) -> [UInt8] {
    try readFile(try inside(relative), limit: limit)
  }

  /// The real path of a file that stands in the folder.
  func inside(_ relative: String) throws(IssueFault) -> String {
    let steps = relative.split(separator: "/", omittingEmptySubsequences: false)
    guard !steps.contains(""), !steps.contains(".."), !relative.utf8.contains(0) else {
      throw .leavesFolder(path: relative)
    }
    guard let real = resolved(root + "/" + relative) else { throw .missingFile }
    guard real.hasPrefix(root + "/") else { throw .leavesFolder(path: relative) }
    return real
  }
}
