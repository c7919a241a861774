import CChildProcess
import Glibc
import Importers
import IssueFiles

/// The process in which foreign bytes are parsed: `broadsheet-import PATH`, or `-` for standard input.
///
/// It gives up all rights but to read files before it looks at the source, and says what it finds on standard
/// output, in messages that `broadsheet` reads. Exit codes: 0 an issue or a reason was given, 2 bad usage.
@main
enum ImportProgram {
  static func main() {
    guard CommandLine.arguments.count == 2, let path = CommandLine.arguments.last else {
      refuse("usage: broadsheet-import PATH, which broadsheet calls")
    }
    guard isatty(STDOUT_FILENO) == 0 else {
      refuse("what is read here is for programs; say broadsheet import PATH --output FOLDER")
    }
    if path == "-", !StandardInput.becomesFile() { refuse("standard input cannot be read") }
    confine()
    say(parcelHead)
    importSource(at: path == "-" ? StandardInput.path : path) { message in
      say((path == "-" ? StandardInput.named(message) : message).parcel)
    }
  }

  /// Room for the largest newspapers, time for the slowest, and files for a page, its picture and libraries.
  private static func confine() {
    var limits = child_limits(memory: 2 << 30, seconds: 60, files: 64)
    _ = unsafe child_confine(&limits)
  }

  /// Writes all of it; where nobody listens any more, there is nothing left to do.
  private static func say(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe write(STDOUT_FILENO, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { exit(0) }
      rest = rest.dropFirst(count)
    }
  }

  private static func refuse(_ sentence: String) -> Never {
    let line = Array("broadsheet-import: \(sentence)\n".utf8)
    _ = unsafe write(STDERR_FILENO, line, line.count)
    exit(2)
  }
}
