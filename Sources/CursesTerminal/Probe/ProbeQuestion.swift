/// The bytes that ask a terminal how wide it draws.
///
/// Every cluster is printed at the start of the same row, and the cursor asked for after it. What is
/// printed, and what a terminal prints of requests it does not know, stands in that row; the caller
/// draws it anew in the same write, so that nobody sees it.
package struct ProbeQuestion {
  /// Asks for the cursor (DSR 6), for mode 2027 (DECRQM) and for the name and version (XTVERSION).
  private static let (cursor, mode, version) = ("\u{1B}[6n", "\u{1B}[?2027$p", "\u{1B}[>0q")
  /// Asks what the terminal can do (DA1): the last question.
  package static let last = Array("\u{1B}[c".utf8)

  /// All but the last question; the cursor begins and ends at the start of the row.
  package let bytes: [UInt8]

  /// Makes the question of what brings the cursor to the start of the row; nil where that is not as
  /// ANSI has it, for then the terminal would not understand the rest.
  package init?(_ clusters: [ProbedCluster], start: [UInt8]) {
    guard start.starts(with: "\u{1B}[".utf8) else { return nil }
    let questions = clusters.map { $0.text + Self.cursor } + [Self.mode, Self.version]
    bytes = questions.flatMap { start + Array($0.utf8) } + start
  }
}
