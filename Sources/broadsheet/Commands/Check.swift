import ArgumentParser
import Glibc
import IssueFiles
import LayoutEngine

/// `broadsheet check PATH …`: names every fault of an issue.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Name every fault of an issue, with file, line and column.")

  @Argument(help: "Issue folders, texts, or newspapers in other formats.")
  var paths: [String]

  func run() throws {
    var found = false
    for path in paths {
      for fault in faults(at: path) {
        found = true
        write(fault.harmless + "\n", to: STDOUT_FILENO)
      }
    }
    if found { throw ExitStatus.faultsFound }
  }

  /// The faults of an issue, or what the import of a source had to say of it.
  private func faults(at path: String) -> [String] {
    do {
      let source = try IssueSource(path)
      guard case .foreign(let foreign) = source else {
        return try source.faults(misplaced: misplacedItems).map(\.description)
      }
      return try importPlainly(foreign).notes.map(\.description)
    } catch {
      return [(error as? any ShellFault)?.sentence ?? "\(error)"]
    }
  }
}
