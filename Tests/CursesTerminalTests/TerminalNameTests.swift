import CursesTerminal
import Testing

@Suite struct TerminalNameTests {
  private func candidates(_ name: String, _ colorTerm: String?, _ depth: ColorDepth) -> [String] {
    TerminalName(name, colorTerm: colorTerm, wanting: depth).candidates
  }

  @Test func `without a promise of 24 bits TERM stands as it is`() {
    #expect(candidates("xterm-256color", nil, .direct) == ["xterm-256color"])
    #expect(candidates("xterm-256color", "yes", .direct) == ["xterm-256color"])
  }

  @Test func `with the promise the direct entries of the family come first`() {
    for promise in ["truecolor", "24bit"] {
      #expect(
        candidates("xterm-256color", promise, .direct)
          == ["xterm-direct256", "xterm-direct16", "xterm-direct", "xterm-256color"])
    }
    #expect(candidates("tmux-256color", "truecolor", .direct).contains("tmux-direct"))
  }

  @Test func `who wants fewer colours gets the plain entry`() {
    #expect(candidates("xterm-256color", "truecolor", .indexed256) == ["xterm-256color"])
    #expect(candidates("xterm-256color", "truecolor", .none) == ["xterm-256color"])
  }

  @Test func `an entry that is direct already is left alone`() {
    #expect(candidates("konsole-direct", "truecolor", .direct) == ["konsole-direct"])
  }

  @Test func `depths are ordered by their colours`() {
    let depths: [ColorDepth] = [.none, .ansi8, .ansi16, .indexed256, .direct]
    #expect(depths.sorted() == depths)
  }
}
