package import CursesTerminal
import Glibc
import IssueFiles

/// The file in which the answers of terminals are kept from one start to the next.
///
/// A line a terminal, the latest first: its name, a tab, its answers. A file that is missing, broken
/// or not ours is as good as none, and one that cannot be written is let be: the terminal is asked
/// again in any case.
package struct TerminalMemory {
  /// The file; nil where there is no place for one.
  package let path: String?
  /// The name of this terminal, printable and without blanks.
  package let name: String

  /// Ten times what a person will ever use.
  private static let mostTerminals = 64
  private static let mostBytes = 1 << 16

  /// The memory of one terminal in a file.
  package init(path: String?, name: String) { (self.path, self.name) = (path, name) }

  /// The person's file and the terminal the program runs in.
  static var standard: TerminalMemory {
    TerminalMemory(
      path: Environment.stateFolder.map { $0 + "/terminals" },
      name: terminalName { Environment[$0] })
  }

  /// The name by which a terminal is known again.
  ///
  /// It is what the terminal and a multiplexer say of themselves in the environment; another one of
  /// the same name is asked anyway.
  package static func terminalName(_ variable: (String) -> String?) -> String {
    let told = ["TERM", "COLORTERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION"]
    let versions = ["XTERM_VERSION", "VTE_VERSION", "KONSOLE_VERSION"]
    let inside = variable("TMUX") != nil ? "tmux" : variable("STY") != nil ? "screen" : ""
    let parts = (told + versions).map { variable($0) ?? "" } + [inside]
    return parts.map { part in
      String(
        decoding: part.utf8.prefix(40).map { $0.isPlain ? $0 : UInt8(ascii: "_") }, as: UTF8.self)
    }.joined(separator: "/")
  }

  /// What this terminal said last; nil where that is not known.
  package func recall() -> ProbeAnswers? {
    lines.first { $0.name == name }.flatMap { ProbeAnswers(record: $0.record) }
  }

  /// Keeps what this terminal has said.
  package func remember(_ answers: ProbeAnswers) {
    guard let path else { return }
    let others = lines.filter { $0.name != name && ProbeAnswers(record: $0.record) != nil }
    let kept = [(name: name, record: answers.record)] + others.prefix(Self.mostTerminals - 1)
    let text = kept.map { "\($0.name)\t\($0.record)\n" }.joined()
    KeptFile(path: path).replace(with: Array(text.utf8))
  }

  private var lines: [(name: String, record: String)] {
    guard let path, let bytes = try? readFile(path, limit: Self.mostBytes) else { return [] }
    return bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let parts = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      guard parts.count == 2, parts[0].allSatisfy({ $0.isPlain || $0 == UInt8(ascii: "/") }) else {
        return nil
      }
      return (String(decoding: parts[0], as: UTF8.self), String(decoding: parts[1], as: UTF8.self))
    }
  }
}

extension UInt8 {
  /// Whether it stands for itself in the name of a terminal: a letter, a digit or one of `+-._()`.
  fileprivate var isPlain: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "("), UInt8(ascii: ")"): true
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"): true
    default: false
    }
  }
}
