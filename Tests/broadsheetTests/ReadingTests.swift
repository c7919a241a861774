import Glibc
import ScreenModel
import TestSupport
import Testing

/// The built program on a terminal: what a person does with it, and how it gives the terminal back.
@Suite(.serialized)
struct ReadingTests {
  @Test(arguments: [
    Size(columns: 40, rows: 21), Size(columns: 80, rows: 25), Size(columns: 120, rows: 41),
  ])
  func `the first screen is the page that render prints`(size: Size) throws {
    let terminal = try Broadsheet.open(size: size)
    let page = Size(columns: size.columns, rows: size.rows - 1)
    let expected = try Broadsheet.firstFold("liancheng-daily", page: "1", size: page)
    #expect(Array(terminal.screen.rows.dropLast()) == expected)
  }

  @Test func `n turns to the next page and p back`() throws {
    let terminal = try Broadsheet.open()
    terminal.type("n")
    try terminal.wait(forText: "Page 2 综合")
    terminal.type("p")
    try terminal.wait(forText: "Page 1 要闻")
  }

  @Test func `a jump leads to page 8 and back to the same screen`() throws {
    let terminal = try Broadsheet.open()
    let before = terminal.screen.rows
    terminal.type(">")
    try terminal.wait(forText: "Page 8 要闻·转版")
    #expect(terminal.screen.shows("上接第一版"))
    terminal.type("<")
    try terminal.wait(forText: "Page 1 要闻")
    #expect(terminal.screen.rows == before)
  }

  @Test func `Enter reads the story over both pages and Escape comes back`() throws {
    let terminal = try Broadsheet.open(size: Size(columns: 80, rows: 60))
    terminal.type("\r")
    try terminal.wait(forText: "Story, page 1")
    #expect(terminal.screen.shows("——第八版——"))
    terminal.type("\u{1B}")
    try terminal.wait(forText: "Page 1 要闻")
  }

  @Test func `w shows the whole page that render prints, and Space scrolls it`() throws {
    let size = Size(columns: 80, rows: 24)
    let output = try Broadsheet.run(
      "render", Broadsheet.sample("liancheng-daily"), "--whole", "--size", "80x24")
    let page = output.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let terminal = try Broadsheet.open(size: size)
    terminal.type("w")
    try terminal.wait(forText: "The whole page, nothing cut")
    #expect(Array(terminal.screen.rows.dropLast()) == Array(page[..<23]))
    terminal.type(" ")
    try terminal.wait(for: "the page from row 21 on") {
      Array($0.rows.dropLast()) == Array(page[21..<44])
    }
    let whole = try Broadsheet.open(size: size, ["--whole"])
    #expect(Array(whole.screen.rows.dropLast()) == Array(page[..<23]))
    #expect(whole.screen.shows("whole page, "))
  }

  @Test func `a window that is dragged gets the page of its size`() throws {
    let terminal = try Broadsheet.open()
    terminal.resize(to: Size(columns: 100, rows: 31))
    let expected = try Broadsheet.firstFold(
      "liancheng-daily", page: "1", size: Size(columns: 100, rows: 30))
    try terminal.wait(for: "the page at 100x30") { Array($0.rows.dropLast()) == expected }
  }

  @Test func `a stop gives the terminal back to the shell and fg paints again`() throws {
    var environment = TestEnvironment.plain
    environment["PS1"] = "prompt "
    let shell = try PseudoTerminal(
      "/bin/bash", ["--norc", "--noprofile", "--noediting", "-i"], environment: environment)
    try shell.wait(forText: "prompt")
    shell.type("'\(try Broadsheet.path())' '\(Broadsheet.sample("liancheng-daily"))'\n")
    try shell.wait(forText: "h help")
    let before = shell.screen.rows
    shell.type([0x1A])
    try shell.wait(for: "the shell") { !$0.isOnAlternateScreen && $0.shows("Stopped") }
    #expect(shell.echoes && shell.screen.cursorIsVisible)
    shell.type("fg\n")
    try shell.wait(for: "the page again") { $0.isOnAlternateScreen && $0.rows == before }
    shell.type("q")
    try shell.wait(for: "the shell again") { !$0.isOnAlternateScreen }
  }

  @Test func `q ends with the terminal as it was`() throws {
    let terminal = try Broadsheet.open()
    terminal.type("q")
    #expect(try terminal.waitForExit() == .exited(0))
    expectRestored(terminal)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func `a signal to end gives the terminal back`(signal: Int32) throws {
    let terminal = try Broadsheet.open()
    terminal.send(signal: signal)
    #expect(try terminal.waitForExit() == .exited(0))
    expectRestored(terminal)
  }

  @Test(arguments: [SIGSEGV, SIGBUS, SIGILL, SIGABRT])
  func `a crash gives the terminal back`(signal: Int32) throws {
    let terminal = try Broadsheet.open()
    terminal.send(signal: signal)
    #expect(try terminal.waitForExit() == .killed(signal))
    expectRestored(terminal)
  }

  @Test(arguments: ["C", "POSIX", "C.UTF-8"])
  func `the page is the same in every locale`(locale: String) throws {
    var environment = TestEnvironment.plain
    environment["LC_ALL"] = locale
    let terminal = try Broadsheet.open(environment: environment)
    #expect(terminal.screen.shows("濂   城   日   报"))
    #expect(terminal.screen.shows("not UTF-8") == (locale != "C.UTF-8"))
  }

  @Test(arguments: ["dumb", "no-such-terminal", ""])
  func `a terminal that cannot show a page ends with code 3 and a sentence`(name: String) throws {
    var environment = TestEnvironment.plain
    environment["TERM"] = name
    let terminal = try PseudoTerminal(
      try Broadsheet.path(), ["read", Broadsheet.sample("liancheng-daily")],
      environment: environment)
    #expect(try terminal.waitForExit() == .exited(3))
    #expect(terminal.screen.shows("broadsheet: "))
    #expect(!terminal.screen.isOnAlternateScreen)
  }

  @Test func `NO_COLOR leaves no colour on the screen`() throws {
    var environment = TestEnvironment.plain
    environment["NO_COLOR"] = "1"
    let terminal = try Broadsheet.open(environment: environment)
    let colours = (0..<24).flatMap { row in
      (0..<80).flatMap { column -> [Color] in
        let style = terminal.screen.cell(row: row, column: column).style
        return [style.foreground, style.background]
      }
    }
    #expect(Set(colours) == [.standard])
  }

  @Test(.enabled(if: TmuxSession.isInstalled, "tmux is not installed"))
  func `tmux shows the page that render prints, and follows the jump`() throws {
    let size = Size(columns: 120, rows: 41)
    let session = try TmuxSession(
      [
        try Broadsheet.path(), "read", "--nameplate", "text",
        Broadsheet.sample("liancheng-daily"),
      ], size: size)
    let expected = try Broadsheet.firstFold(
      "liancheng-daily", page: "1", size: Size(columns: 120, rows: 40))
    try session.wait(for: "the first page") { Array($0.dropLast()) == expected }
    try session.press(">")
    try session.wait(for: "page 8") { rows in rows.contains { $0.contains("上接第一版") } }
    try session.press("BSpace")
    try session.wait(for: "the first page again") { Array($0.dropLast()) == expected }
    try session.press("q")
  }

  private func expectRestored(
    _ terminal: PseudoTerminal, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(!terminal.screen.isOnAlternateScreen, sourceLocation: sourceLocation)
    #expect(terminal.screen.cursorIsVisible, sourceLocation: sourceLocation)
    #expect(!terminal.screen.reportsMouse, sourceLocation: sourceLocation)
    #expect(terminal.echoes && terminal.isCanonical, sourceLocation: sourceLocation)
  }
}
