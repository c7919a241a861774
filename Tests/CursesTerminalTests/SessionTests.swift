import Glibc
import ScreenModel
import TestSupport
import Testing

/// The probe on a terminal of its own: what the reader's terminal goes through, in every way to end.
@Suite struct SessionTests {
  /// A probe that has painted its first page.
  private static func probe(
    size: Size = Size(columns: 60, rows: 10), _ changes: [String: String] = [:]
  ) throws -> PseudoTerminal {
    let environment = TestEnvironment.plain.merging(changes) { $1 }
    let program = try #require(BuiltProgram.path("terminal-probe"))
    let terminal = try PseudoTerminal(program, size: size, environment: environment)
    try terminal.wait(forText: "大报")
    return terminal
  }

  /// Fails unless the shell would find its terminal as it was.
  private static func expectRestored(_ terminal: PseudoTerminal, _ what: String) {
    #expect(!terminal.screen.isOnAlternateScreen, "\(what)")
    #expect(terminal.screen.cursorIsVisible, "\(what)")
    #expect(!terminal.screen.reportsMouse, "\(what)")
    #expect(terminal.echoes && terminal.isCanonical, "\(what)")
    #expect(!terminal.screen.shows("大报"), "\(what)")
  }

  @Test func `a session takes the screen, hides the cursor and reads keys one by one`() throws {
    let terminal = try Self.probe()
    #expect(terminal.screen.isOnAlternateScreen)
    #expect(!terminal.screen.cursorIsVisible)
    #expect(terminal.screen.reportsMouse)
    #expect(!terminal.echoes && !terminal.isCanonical)
    #expect(terminal.screen.titles == 0)
    #expect(terminal.screen.rows[0] == "大报 60x10 xterm-256color \u{323B0}。")
  }

  @Test func `the screen is given back after quit, throw and exit`() throws {
    for (key, code) in [("q", 0), ("t", 4), ("e", 7)] as [(String, Int32)] {
      let terminal = try Self.probe()
      terminal.type(key)
      #expect(try terminal.waitForExit() == .exited(code))
      Self.expectRestored(terminal, key)
    }
  }

  @Test func `what is printed after the end stands on the shell's screen`() throws {
    let terminal = try Self.probe()
    terminal.type("q")
    _ = try terminal.waitForExit()
    #expect(terminal.screen.rows[0] == "probe: done")
  }

  @Test func `a request to end is an event, and the screen is given back`() throws {
    for signal in [SIGTERM, SIGHUP, SIGINT] {
      let terminal = try Self.probe()
      terminal.send(signal: signal)
      #expect(try terminal.waitForExit() == .exited(0))
      Self.expectRestored(terminal, "signal \(signal)")
    }
    let terminal = try Self.probe()
    terminal.type("\u{3}")
    #expect(try terminal.waitForExit() == .exited(0))
    Self.expectRestored(terminal, "^C")
  }

  @Test func `a crash gives the screen back and is still a crash`() throws {
    let crashes: [(key: String, signals: [Int32])] = [
      ("x", [SIGILL, SIGTRAP]), ("a", [SIGABRT]), ("s", [SIGSEGV]), ("o", [SIGSEGV, SIGBUS]),
    ]
    for (key, signals) in crashes {
      let terminal = try Self.probe()
      terminal.type(key)
      let status = try terminal.waitForExit()
      #expect(signals.map(ExitStatus.killed).contains(status), "\(key): \(status)")
      Self.expectRestored(terminal, key)
    }
  }

  @Test func `a fatal signal from outside gives the screen back`() throws {
    for signal in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGQUIT, SIGSYS] {
      let terminal = try Self.probe()
      terminal.send(signal: signal)
      #expect(try terminal.waitForExit() == .killed(signal))
      Self.expectRestored(terminal, "signal \(signal)")
    }
  }

  @Test func `with Swift's backtraces on, the trace comes after the screen is given back`() throws {
    let terminal = try Self.probe([
      "SWIFT_BACKTRACE": "enable=yes,color=no,interactive=no,threads=crashed"
    ])
    terminal.type("x")
    _ = try terminal.waitForExit()
    Self.expectRestored(terminal, "backtrace")
  }

  @Test func `a window that is dragged is a resize, and the page is painted anew`() throws {
    let terminal = try Self.probe()
    for size in [Size(columns: 100, rows: 30), Size(columns: 20, rows: 3)] {
      terminal.resize(to: size)
      try terminal.wait(forText: "大报 \(size)".prefix(20).description)
    }
    terminal.type("q")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func `a closed window ends the program`() throws {
    let terminal = try Self.probe()
    terminal.hangUp()
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func `the shell stops the program with Control-Z and fg brings the page back`() throws {
    let program = try #require(BuiltProgram.path("terminal-probe"))
    let size = Size(columns: 60, rows: 30)
    let environment = TestEnvironment.plain.merging(["PS1": "prompt "]) { $1 }
    let shell = try PseudoTerminal(
      "/bin/bash", ["--norc", "--noprofile", "--noediting", "-i"], size: size,
      environment: environment)
    try shell.wait(forText: "prompt")
    shell.type(program + "\n")
    try shell.wait(forText: "大报")
    for round in 1...3 {
      shell.type(round == 2 ? "z" : "\u{1A}")
      try shell.wait(for: "the prompt again") {
        !$0.isOnAlternateScreen && $0.cursorIsVisible
          && $0.rows.count { $0.contains("Stopped") } == round
      }
      #expect(shell.echoes)
      shell.type("fg\n")
      try shell.wait(for: "the page again") { $0.isOnAlternateScreen && $0.shows("resumed") }
      #expect(!shell.screen.cursorIsVisible)
    }
    shell.type("q")
    try shell.wait(forText: "probe: done")
    #expect(!shell.screen.isOnAlternateScreen)
  }

  @Test func `a program that was stopped from outside paints anew when it goes on`() throws {
    let terminal = try Self.probe()
    terminal.send(signal: SIGSTOP)
    try terminal.waitUntilStopped()
    terminal.screen.feed(Array("\u{1B}[2Jrubbish".utf8))
    terminal.send(signal: SIGCONT)
    try terminal.wait(for: "the page") { $0.shows("resumed") && !$0.shows("rubbish") }
  }

  @Test func `the bell rings`() throws {
    let terminal = try Self.probe()
    terminal.type("b")
    try terminal.wait(for: "a bell") { $0.bells == 1 }
  }

  @Test func `a double click is one of two clicks`() throws {
    let terminal = try Self.probe(size: Size(columns: 160, rows: 5))
    terminal.type("\u{1B}[<0;5;3M\u{1B}[<0;5;3m\u{1B}[<0;5;3M")
    try terminal.wait(forText: "clicks: 2")
  }

  @Test func `where no page can be drawn a sentence says why`() throws {
    let program = try #require(BuiltProgram.path("terminal-probe"))
    let cases = [
      ("", "TERM is not set"), ("nosuch", "does not know the terminal nosuch"),
      ("unknown", "the terminal unknown"), ("dumb", "the terminal dumb cannot move its cursor"),
    ]
    for (term, sentence) in cases {
      let terminal = try PseudoTerminal(
        program, size: Size(columns: 200, rows: 5),
        environment: TestEnvironment.plain.merging(["TERM": term]) { $1 })
      #expect(try terminal.waitForExit() == .exited(3))
      #expect(terminal.screen.shows(sentence), "\(terminal.screen.rows)")
      Self.expectRestored(terminal, term)
    }
  }

  @Test func `without a terminal there is a sentence and no screen`() throws {
    let program = try #require(BuiltProgram.path("terminal-probe"))
    let result = try run(program)
    #expect(result.status == .exited(3))
    #expect(result.text.contains("there is no terminal to draw on"))
  }

  @Test func `a locale that is not UTF-8 does not matter`() throws {
    let terminal = try Self.probe(["LC_ALL": "C"])
    #expect(terminal.screen.rows[0].hasPrefix("大报 60x10"))
  }

  @Test func `keys come from the terminal when standard input is a pipe`() throws {
    let program = try #require(BuiltProgram.path("terminal-probe"))
    let terminal = try PseudoTerminal("/bin/sh", ["-c", "echo text | \(program)"])
    try terminal.wait(forText: "大报")
    terminal.type("j")
    try terminal.wait(forText: "character(\"j\")")
    terminal.type("q")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.echoes && terminal.isCanonical)
  }
}
