import Glibc
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

/// The bytes of a small file of the program's own.
func bytes(ofFile path: String) throws -> [UInt8] {
  let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else {
    throw ThemeFault(sentence: "\(path): cannot be read; check that it is there")
  }
  defer { close(descriptor) }
  var (bytes, chunk) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
  while bytes.count < 1 << 20 {
    let count = unsafe Glibc.read(descriptor, &chunk, chunk.count)
    guard count > 0 else { break }
    bytes += chunk[..<count]
  }
  return bytes
}
