import CursesTerminal
import Glibc
import UnicodeTables

/// What is known of how wide this terminal draws: by its last answers at first, then by its own word.
struct Acquaintance {
  private let chosen: Int?
  private let memory: TerminalMemory
  private var known: ProbeAnswers?

  /// Recalls the terminal; a person may have chosen the width of ambiguous characters.
  init(ambiguous: AmbiguousWidth, memory: TerminalMemory = .standard) {
    (chosen, self.memory) = (ambiguous.cells, memory)
    known = memory.recall()
  }

  /// The widths to draw by.
  var widths: WidthPolicy { WidthPolicy(known, ambiguous: chosen) }

  /// Asks the terminal, once a page stands on it; never where the keys come from elsewhere.
  func meet(_ session: inout TerminalSession) {
    guard isatty(STDIN_FILENO) == 1 else { return }
    session.ask(ProbedCluster.allCases.filter { chosen == nil || !$0.followsChoice })
  }

  /// Takes what the terminal said, remembers it if it is news, and gives the widths that follow.
  mutating func learn(_ answers: ProbeAnswers) -> WidthPolicy {
    let news = answers.completed(by: known)
    if news.record != known?.record { memory.remember(news) }
    known = news
    return widths
  }
}
