import CursesTerminal
import Testing
import broadsheet

/// What is kept of terminals from one start to the next.
@Suite struct TerminalMemoryTests {
  private func memory(_ folder: ScratchFolder, of name: String) -> TerminalMemory {
    TerminalMemory(path: folder.path + "/state/broadsheet/terminals", name: name)
  }

  private func scratch() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    folder.willHold("state/broadsheet/terminals")
    return folder
  }

  @Test func `each terminal is known by its own last answers`() throws {
    let folder = try scratch()
    let (one, other) = (memory(folder, of: "one"), memory(folder, of: "other"))
    #expect(one.recall() == nil)
    one.remember(ProbeAnswers([.quote: 1]))
    other.remember(ProbeAnswers([.quote: 2, .rule: 1], clusterMode: 1))
    one.remember(ProbeAnswers([.quote: 2]))
    #expect(one.recall() == ProbeAnswers([.quote: 2]))
    #expect(other.recall() == ProbeAnswers([.quote: 2, .rule: 1], clusterMode: 1))
    #expect(
      folder.text(of: "state/broadsheet/terminals")
        == "one\tquote=2\nother\tquote=2 rule=1 cluster-mode=1\n")
  }

  @Test func `the oldest of many are forgotten, and lines that are not understood`() throws {
    let folder = try scratch()
    for number in 0..<70 {
      memory(folder, of: "terminal-\(number)").remember(ProbeAnswers([.quote: 1]))
    }
    let text = try #require(folder.text(of: "state/broadsheet/terminals"))
    #expect(text.split(separator: "\n").count == 64)
    #expect(memory(folder, of: "terminal-69").recall() != nil)
    #expect(memory(folder, of: "terminal-5").recall() == nil)
    _ = try folder.write(
      "nonsense\n\u{1B}[2J\tquote=1\nok\tquote=2\n", to: "state/broadsheet/terminals")
    memory(folder, of: "new").remember(ProbeAnswers([.quote: 1]))
    #expect(folder.text(of: "state/broadsheet/terminals") == "new\tquote=1\nok\tquote=2\n")
  }

  @Test func `a terminal is named by what it says of itself, made harmless`() {
    let environment = [
      "TERM": "tmux-256color", "COLORTERM": "truecolor", "TERM_PROGRAM": "t\tm u\u{1B}x/é",
      "TMUX": "/tmp/tmux-0/default,1,0", "XTERM_VERSION": "XTerm(379)",
      "VTE_VERSION": String(repeating: "7", count: 100),
    ]
    let name = TerminalMemory.terminalName { environment[$0] }
    #expect(
      name
        == "tmux-256color/truecolor/t_m_u_x___//XTerm(379)/" + String(repeating: "7", count: 40)
        + "//tmux")
    #expect(TerminalMemory.terminalName { _ in nil } == "///////")
  }

  @Test func `without a place for it nothing is kept`() {
    let memory = TerminalMemory(path: nil, name: "one")
    memory.remember(ProbeAnswers([.quote: 1]))
    #expect(memory.recall() == nil)
  }
}
