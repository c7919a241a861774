import CursesTerminal
import ScreenModel
import TestSupport
import Testing
import broadsheet

/// What `broadsheet doctor` says of a terminal.
@Suite struct DoctorTests {
  @Test func `equal findings give equal text`() {
    var findings = TerminalFindings(.answered(late: false))
    findings.answers = ProbeAnswers(
      [
        .quote: 1, .rule: 1, .ellipsis: 1, .dash: 1, .dot: 1, .squaredNumber: 2, .joinedEmoji: 2,
        .skinTone: 4, .emojiStyle: 1, .halfwidthVoiced: 2, .trigram: 1, .hexagram: 2,
        .newIdeograph: 0, .privateUse: 1,
      ], clusterMode: 0, version: "tmux 3.3a")
    findings.entry = "tmux-256color"
    findings.size = Size(columns: 80, rows: 24)
    findings.colors = 256
    findings.replacedCodeset = "ISO-8859-1"
    findings.environment = [("TERM", "tmux-256color"), ("TERM_PROGRAM", "tmux")]
    findings.libraries = [
      ("large nameplates", "libfreetype.so.6", true), ("PNG pictures", "libpng16.so.16", false),
    ]
    findings.places = [
      ("themes", "/one/themes"), ("themes", "/two/Themes"), ("state", "/s/terminals"),
    ]
    #expect(
      DoctorReport(findings).text == """
        Terminal
          TERM                    tmux-256color
          TERM_PROGRAM            tmux
          terminfo entry          tmux-256color
          its own name            tmux 3.3a
          size                    80x24 cells
          colours                 256
          characters              UTF-8 instead of ISO-8859-1

        Widths
          asked                   yes, and answered
          tables                  Unicode 17.0
          ambiguous characters    1 cell, as it says
          mode 2027               unknown to it
          drawn as something else emoji with a skin tone
                                  symbols in emoji style
                                  trigrams
                                  hexagrams
                                  ideographs new since Unicode 15

        Clusters                            it says   laid out  drawn as
          quotation marks                   1         1         itself                    “
          rules and boxes                   1         1         itself                    │
          ellipses                          1         1         itself                    …
          dashes                            1         1         itself                    —
          middle dots                       1         1         itself                    ·
          numbers in black squares          2         2         itself                    ㉈
          joined emoji                      2         2         itself                    👩‍🚀
          emoji with a skin tone            4         2         U+1F44D                   👍
          symbols in emoji style            1         1         U+2764                    ❤
          halfwidth kana with a voice mark  2         2         itself                    ｶﾞ
          trigrams                          1         2         U+3013                    〓
          hexagrams                         2         2         U+3013                    〓
          ideographs new since Unicode 15   0         2         U+3013                    〓
          private use                       1         1         itself                    \u{E000}

        Libraries
          large nameplates        libfreetype.so.6
          PNG pictures            libpng16.so.16 is not found

        Files
          themes                  /one/themes
                                  /two/Themes
          state                   /s/terminals

        """)
  }

  @Test func `every outcome has its sentence`() {
    let sentences: [(TerminalFindings.Outcome, String)] = [
      (.answered(late: true), "yes, and answered late; a page that is read waits for a key"),
      (.silent, "yes, and it stayed silent; the usual widths are assumed"),
      (.notAsked, "no, for standard input or output is no terminal; the usual widths are assumed"),
      (.unusable("it cannot move its cursor"), "no, for it cannot move its cursor"),
    ]
    for (outcome, sentence) in sentences {
      #expect(DoctorReport(TerminalFindings(outcome)).text.contains("  " + sentence + "\n"))
    }
    var findings = TerminalFindings(.silent)
    findings.answers = ProbeAnswers([.quote: 2])
    #expect(DoctorReport(findings).text.contains("its answers at an earlier start are believed"))
    #expect(DoctorReport(findings).text.contains("2 cells, as it says"))
    findings.chosen = 1
    #expect(DoctorReport(findings).text.contains("1 cell, as you chose"))
  }

  @Test func `without a terminal it says what it can, and asks nothing`() throws {
    let entries = [
      "xterm-256color": "xterm-256color", "dumb": "the terminal dumb cannot move its cursor",
      "no-such": "terminfo does not know the terminal no-such",
    ]
    for (name, entry) in entries {
      let environment = TestEnvironment.plain.merging(["TERM": name]) { $1 }
      let output = try TestSupport.run(try Broadsheet.path(), ["doctor"], environment: environment)
      #expect(output.status == .exited(0))
      #expect(output.text.contains("terminfo entry          \(entry)"))
      #expect(output.text.contains("no, for standard input or output is no terminal"))
      #expect(!output.output.contains(0x1B))
    }
  }

  @Test func `a terminal is asked, and given back with the report on it`() throws {
    var script = ScriptedTerminal(["“": 2, "䷀": 2, "☰": 2], clusterMode: 1, name: "Scripted 1.0")
    let terminal = try PseudoTerminal(
      try Broadsheet.path(), ["doctor"], size: Size(columns: 120, rows: 60)
    ) { script.answers(to: $0) }
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(!terminal.screen.isOnAlternateScreen && terminal.echoes && terminal.isCanonical)
    for text in [
      "Scripted 1.0", "120x60 cells", "2 cells, as it says", "on: it measures whole clusters",
      "yes, and answered",
    ] {
      #expect(terminal.screen.shows(text), "\(text)")
    }
  }

  @Test func `a silent terminal is said to be silent`() throws {
    let terminal = try PseudoTerminal(
      try Broadsheet.path(), ["doctor"], size: Size(columns: 120, rows: 60)
    ) { _ in [] }
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.screen.shows("yes, and it stayed silent; the usual widths are assumed"))
  }

  @Test(arguments: ["dumb", "no-such-terminal", ""])
  func `a terminal that cannot show a page ends it with code 3`(name: String) throws {
    let environment = TestEnvironment.plain.merging(["TERM": name]) { $1 }
    let terminal = try PseudoTerminal(
      try Broadsheet.path(), ["doctor"], size: Size(columns: 120, rows: 60),
      environment: environment)
    #expect(try terminal.waitForExit() == .exited(3))
    #expect(terminal.screen.shows("asked                   no, for "))
    #expect(!terminal.written.contains(0x1B))
  }

  @Test func `nothing of the environment drives the terminal`() throws {
    let evil = "\u{1B}]0;PWNED\u{7}\u{9B}31m\u{202E}"
    var environment = TestEnvironment.plain
    for name in ["TERM_PROGRAM", "COLORTERM", "LC_CTYPE", "XDG_CONFIG_HOME", "XDG_STATE_HOME"] {
      environment[name] = (name.hasPrefix("XDG") ? "/x" : "") + evil
    }
    let output = try TestSupport.run(
      try Broadsheet.path(), ["doctor"], environment: environment)
    #expect(output.status == .exited(0) && output.text.contains("PWNED"))
    let harmful = output.text.unicodeScalars.filter {
      ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value) || $0.value == 0x202E
    }
    #expect(harmful.isEmpty)
  }
}
