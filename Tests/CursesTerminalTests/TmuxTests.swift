import ScreenModel
import TestSupport
import Testing

/// What tmux makes of it: a second opinion, by another author's terminal.
@Suite(.enabled(if: TmuxSession.isInstalled)) struct TmuxTests {
  @Test func `tmux shows the page, its keys and its new size`() throws {
    let program = try #require(BuiltProgram.path("terminal-probe"))
    let size = Size(columns: 70, rows: 8)
    let tmux = try TmuxSession([program, "“中文”，がｶﾞ한𠮷—…x"], size: size)
    try tmux.wait(for: "the page") { $0[0].hasPrefix("大报 70x8 ") }
    #expect(try tmux.rows()[1] == "“中文”，がｶﾞ한𠮷—…x")
    try tmux.press("PageDown", "F5", "报", "Escape")
    try tmux.wait(for: "four keys") { $0.contains { $0.hasPrefix("4 ") } }
    let keys = try tmux.rows()[2...5].map { String($0) }
    #expect(keys[0].contains("pageDown") && keys[1].contains("function(5)"))
    #expect(keys[2].contains("character(\"报\")") && keys[3].contains("escape"))
    try tmux.resize(to: Size(columns: 50, rows: 9))
    try tmux.wait(for: "the new size") { $0.count == 9 && $0[0].hasPrefix("大报 50x9 ") }
  }
}
