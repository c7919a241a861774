import ArgumentParser
import Glibc

/// `broadsheet doctor`: what this terminal can do, how wide it draws, and what is made of that.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what this terminal can do and how wide it draws.")

  @Option(help: "Cells of “ ” … — and other ambiguous characters: 1, 2, or as the terminal says.")
  var ambiguous = AmbiguousWidth.auto

  func run() throws {
    let findings = TerminalFindings(ambiguous: ambiguous)
    write(DoctorReport(findings).text.harmless, to: STDOUT_FILENO)
    if findings.isUnusable { throw ExitStatus.terminalUnusable }
  }
}
