import CursesTerminal
import Glibc
import ScreenModel
import TestSupport
import Testing
import UnicodeTables

/// The torture page in terminals people use, compared with the model cell by cell.
@Suite(.serialized) struct TortureTests {
  @Test(.enabled(if: TmuxSession.isInstalled, "tmux is not installed"))
  func `tmux shows every cell of the torture page where the model has it`() throws {
    let program = try #require(BuiltProgram.path("terminal-probe"))
    let file = ScratchFile()
    let tmux = try TmuxSession([program, "torture", "marks", file.path], size: TorturePage.size)
    try tmux.wait(for: "column 0") { $0.first == "column 0" }
    let answers = try #require(file.lines().first.flatMap { ProbeAnswers(record: $0) })
    let page = TorturePage(WidthPolicy(answers))
    for column in 0..<TorturePage.size.columns {
      try tmux.wait(for: "column \(column)") { $0.first == "column \(column)" }
      var shown = try tmux.rows().dropFirst()
      shown += [String](repeating: "", count: max(0, TorturePage.rows.count - shown.count))
      for (row, pair) in zip(TorturePage.rows, zip(shown, page.rows(markedAt: column))) {
        let isSame = pair.0.unicodeScalars.elementsEqual(pair.1.unicodeScalars)
        #expect(isSame, "\(row.name), # in column \(column): \(pair.0) for \(pair.1)")
      }
      try tmux.press("x")
    }
  }

  @Test(
    .enabled(if: XTerm.isInstalled, "xterm or Xvfb is not installed; make torture installs them"),
    arguments: [[], ["-cjk_width"], ["-mk_width"]])
  func `xterm has every cell of the torture page where the model has it`(options: [String]) throws {
    let program = try #require(BuiltProgram.path("terminal-probe"))
    let file = ScratchFile()
    try XTerm.run([program, "torture", "cells", file.path], options: options)
    let lines = try file.lines()
    let answers = try #require(lines.first.flatMap { ProbeAnswers(record: $0) })
    #expect(answers.cells[.quote] == (options == ["-cjk_width"] ? 2 : 1))
    let page = TorturePage(WidthPolicy(answers)).cells
    #expect(lines.count == page.count + 1)
    for (row, (line, expected)) in zip(lines.dropFirst(), page).enumerated() {
      let shown = line.split(separator: " ").map(String.init)
      let codes = expected.map(XTerm.code)
      let astray = codes.indices.filter { !shown.indices.contains($0) || shown[$0] != codes[$0] }
      #expect(astray.isEmpty, "\(TorturePage.rows[row].name): columns \(astray) of \(line)")
    }
  }
}
