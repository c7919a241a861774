import ArgumentParser
import Glibc
import IssueFiles
import LayoutEngine

/// `broadsheet check PATH …`: names every fault of an issue.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Name every fault of an issue, with file, line and column.")

  @Argument(help: "Issue folders.")
  var paths: [String]

  func run() throws {
    var found = false
    for path in paths {
      for fault in checkIssue(at: path, misplaced: misplacedItems) {
        found = true
        write("\(fault)".harmless + "\n", to: STDOUT_FILENO)
      }
    }
    if found { throw ExitStatus.faultsFound }
  }
}
