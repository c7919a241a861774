import Glibc
import IssueFiles
import NewsModel
import TestSupport

typealias Issue = NewsModel.Issue

/// A minimal `issue.yaml` with one page of these items.
func issueFile(_ items: String, header: String = "", after: String = "") -> String {
  """
  format: 1
  language: zh-Hans
  paper:
    name: 试报
  \(header)pages:
    - label: "1"
      items:
  \(items.split(separator: "\n").map { "      " + $0 }.joined(separator: "\n"))
  \(after)
  """
}

/// The faults of an issue of these files, each as `FILE:LINE:COLUMN: sentence` without the folder.
func faults(of files: [String: String]) -> [String] {
  let folder = ScratchFolder(files)
  return checkIssue(at: folder.path).map { error in
    let text = error.description
    return text.hasPrefix(folder.path + "/") ? String(text.dropFirst(folder.path.count + 1)) : text
  }
}

/// The folders in a folder that hold an `issue.yaml`, in order of their names.
func folders(in path: String) -> [String] {
  names(in: path).map { path + "/" + $0 }.filter { unsafe access($0 + "/issue.yaml", R_OK) == 0 }
}

/// The names in a folder, in order; none where it cannot be read.
func names(in path: String) -> [String] {
  guard let folder = unsafe opendir(path) else { return [] }
  defer { unsafe closedir(folder) }
  var names: [String] = []
  while let entry = unsafe readdir(folder) {
    let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
      unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names.sorted()
}

/// The text of a file, or nil where there is none.
func contents(of path: String) -> String? {
  guard let file = unsafe fopen(path, "r") else { return nil }
  defer { _ = unsafe fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 1 << 20)
  let count = unsafe fread(&bytes, 1, bytes.count, file)
  return String(decoding: bytes[..<count], as: UTF8.self)
}
