import CChildProcess
import Glibc
import IssueFiles
import NewsModel

/// Standard input as a file that importers read like any other.
enum StandardInput {
  /// The path of what is open as standard input.
  static let path = "/proc/self/fd/0"

  /// The most bytes that are read from a pipe.
  private static let limit = 64 << 20

  /// Puts what it holds into a file without a name, unless it is one already.
  static func becomesFile() -> Bool {
    var status = stat()
    guard unsafe fstat(STDIN_FILENO, &status) == 0 else { return false }
    // One that has no name can be found by its descriptor alone, as importers have to find it.
    if status.st_mode & S_IFMT == S_IFREG, status.st_nlink == 0 { return true }
    guard let bytes = bytesOfPipe() else { return false }
    let file = unsafe child_file("standard input", bytes, bytes.count)
    guard file >= 0 else { return false }
    defer { close(file) }
    return dup2(file, STDIN_FILENO) == STDIN_FILENO
  }

  private static func bytesOfPipe() -> [UInt8]? {
    var (bytes, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
    while bytes.count <= limit {
      let count = unsafe read(STDIN_FILENO, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
    return nil
  }

  /// A message with the name that a person knows standard input by.
  static func named(_ message: ImportMessage) -> ImportMessage {
    switch message {
    case .progress(var progress):
      progress.file = named(progress.file)
      return .progress(progress)
    case .note(let note): return .note(named(note))
    case .failure(let note): return .failure(named(note))
    case .issue(var issue):
      // A paper that does not say its name has that of the file.
      if issue.nameplate.name == "0" { issue.nameplate.name = "standard input" }
      return .issue(issue)
    case .report: return message
    }
  }

  private static func named(_ note: ImportNote) -> ImportNote {
    var note = note
    note.file = named(note.file)
    return note
  }

  private static func named(_ file: String) -> String {
    file == "0" || file.hasPrefix("/proc/self/fd") ? "standard input" : file
  }
}
