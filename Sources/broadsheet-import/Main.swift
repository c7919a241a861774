import Glibc
import Importers
import IssueFiles

/// The process in which foreign bytes are parsed: `broadsheet-import PATH`.
@main
enum ImportProgram {
  static func main() {
    guard CommandLine.arguments.count == 2, let path = CommandLine.arguments.last else { exit(2) }
    importSource(at: path) { _ in }
  }
}
