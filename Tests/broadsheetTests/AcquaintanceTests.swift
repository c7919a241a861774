import Glibc
import ScreenModel
import TestSupport
import Testing

/// The built program and terminals that say how wide they draw, late, wrongly or not at all.
@Suite(.serialized)
struct AcquaintanceTests {
  private static let size = Size(columns: 40, rows: 25)
  private static let question = Array("\u{1B}[6n".utf8)
  private static let wide = ["“": 2, "│": 2, "…": 2, "—": 2, "·": 2, "👩\u{200D}🚀": 2, "👍🏽": 2]

  private static func environment(_ state: ScratchFolder) -> [String: String] {
    TestEnvironment.plain.merging(["XDG_STATE_HOME": state.path]) { $1 }
  }

  /// The rows of the first page of the sample, laid out for ambiguous characters of so many cells.
  private static func page(ambiguous: Int) throws -> [String] {
    let output = try Broadsheet.run(
      "render", Broadsheet.sample("liancheng-daily"), "--page", "1", "--size", "40x24",
      "--format", "text", "--ambiguous", "\(ambiguous)")
    return output.text.split(separator: "\n", omittingEmptySubsequences: false).prefix(24)
      .map(String.init)
  }

  /// Whether the latest whole painting of the screen was the first page, laid out for such a terminal.
  private static func wasPainted(_ terminal: PseudoTerminal, ambiguous: Int) throws -> Bool {
    let rows = try page(ambiguous: ambiguous)
    let other = Set(try page(ambiguous: 3 - ambiguous))
    let words = rows.filter { !other.contains($0) }.flatMap { $0.split(separator: " ") }
    let painted = terminal.written.latestPainting
    return !words.isEmpty && words.allSatisfy { painted.contains($0) }
  }

  private func open(
    _ more: [String] = [], state: ScratchFolder, typed: String = "",
    answer: @escaping ([UInt8]) -> [UInt8]
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      try Broadsheet.path(), ["read", Broadsheet.sample("liancheng-daily")] + more, size: Self.size,
      environment: Self.environment(state), answer: answer)
    terminal.type(typed)
    return terminal
  }

  private func silent(_: [UInt8]) -> [UInt8] { [] }

  @Test func `nothing is asked before the first page stands`() throws {
    let state = try ScratchFolder()
    let terminal = try open(state: state, answer: silent)
    try terminal.wait(for: "a question") { _ in terminal.written.place(of: Self.question) != nil }
    let written = terminal.written
    let asked = try #require(written.place(of: Self.question))
    let page = try #require(written.place(of: Array("h help".utf8)))
    #expect(page < asked)
  }

  @Test func `a terminal that draws quotation marks in two cells gets its page, and is remembered`()
    throws
  {
    let state = try ScratchFolder()
    state.willHold("broadsheet/terminals")
    var script = ScriptedTerminal(Self.wide)
    let terminal = try open(state: state) { script.answers(to: $0) }
    // An answer that took too long is drawn by when a key comes: ^L paints the page in any case.
    try terminal.wait(for: "the memory") { _ in state.text(of: "broadsheet/terminals") != nil }
    terminal.type("\u{C}")
    try terminal.wait(for: "the page") { _ in (try? Self.wasPainted(terminal, ambiguous: 2)) == true
    }
    #expect(state.text(of: "broadsheet/terminals")?.contains("quote=2 rule=2") == true)

    let again = try open(state: state, answer: silent)
    try again.wait(forText: "h help")
    #expect(try Self.wasPainted(again, ambiguous: 2))
  }

  @Test func `an answer as it was assumed paints nothing`() throws {
    let state = try ScratchFolder()
    state.willHold("broadsheet/terminals")
    var script = ScriptedTerminal([
      "👩\u{200D}🚀": 2, "👍🏽": 2, "ｶﾞ": 2, "☰": 2, "䷀": 2, "\u{323B0}": 2,
    ])
    let terminal = try open(state: state) { script.answers(to: $0) }
    try terminal.wait(for: "the memory") { _ in state.text(of: "broadsheet/terminals") != nil }
    terminal.type("n")
    try terminal.wait(forText: "Page 2 综合")
    #expect(terminal.written.count(of: Array("\u{1B}[2J".utf8)) == 1)
    #expect(try Self.wasPainted(terminal, ambiguous: 1))
  }

  @Test func `a terminal that stays silent changes nothing`() throws {
    let state = try ScratchFolder()
    let terminal = try open(state: state, answer: silent)
    try terminal.wait(forText: "Page 1 要闻")
    terminal.type("n")
    try terminal.wait(forText: "Page 2 综合")
    terminal.type("p")
    try terminal.wait(forText: "Page 1 要闻")
    terminal.type("q")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(state.text(of: "broadsheet/terminals") == nil)
  }

  @Test func `answers that come late, in pieces and among keys are no keys`() throws {
    let state = try ScratchFolder()
    state.willHold("broadsheet/terminals")
    var script = ScriptedTerminal(Self.wide, clusterMode: 2, name: "q p n h o")
    var answers: [UInt8] = []
    let terminal = try open(state: state) { written in
      answers += script.answers(to: written)
      return []
    }
    try terminal.wait(for: "the last question") { _ in answers.last == UInt8(ascii: "c") }
    terminal.type("n")
    try terminal.wait(forText: "Page 2 综合")
    let half = answers.count / 2
    terminal.type(Array(answers[..<half]))
    _ = terminal.quiet()
    terminal.type(Array(answers[half...]))
    try terminal.wait(for: "the memory") { _ in state.text(of: "broadsheet/terminals") != nil }
    #expect(
      terminal.screen.shows("Page 2 综合") || terminal.written.count(of: Array("Page 2".utf8)) > 0)
    // However late they came, the screen drawn anew shows the page by them.
    terminal.type("p\u{0C}")
    try terminal.wait(for: "page 1, by what the terminal says") { _ in
      (try? Self.wasPainted(terminal, ambiguous: 2)) == true
    }
    terminal.type("q")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func `who types ahead is not taken for the terminal`() throws {
    let state = try ScratchFolder()
    state.willHold("broadsheet/terminals")
    var script = ScriptedTerminal([:])
    let terminal = try open(state: state, typed: "n") { written in
      let answers = script.answers(to: written)
      guard let place = answers.firstIndex(of: UInt8(ascii: "R")) else { return answers }
      return answers[...place] + Array("n".utf8) + answers[(place + 1)...]
    }
    try terminal.wait(forText: "Page 3")
    try terminal.wait(for: "the memory") { _ in state.text(of: "broadsheet/terminals") != nil }
    #expect(terminal.screen.shows("Page 3"))
  }

  @Test func `no answer is left to the shell by who quits at once`() throws {
    let command = "'\(try Broadsheet.path())' '\(Broadsheet.sample("liancheng-daily"))'"
    let shell = try PseudoTerminal(
      "/bin/sh", ["-c", command + "; echo done; read line; echo \"got<$line>\""],
      environment: TestEnvironment.plain)
    shell.type("q")
    try shell.wait(forText: "done")
    shell.type("\r")
    try shell.wait(forText: "got<>")
  }

  @Test(arguments: [1, 2])
  func `a choice of width goes before the terminal's word, and is not asked for`(cells: Int) throws
  {
    let state = try ScratchFolder()
    state.willHold("broadsheet/terminals")
    var script = ScriptedTerminal(["“": 3 - cells, "│": 3 - cells])
    let terminal = try open(["--ambiguous", "\(cells)"], state: state) { script.answers(to: $0) }
    try terminal.wait(for: "the memory") { _ in state.text(of: "broadsheet/terminals") != nil }
    #expect(
      script.asked.contains("䷀") && !script.asked.contains("“") && !script.asked.contains("│"))
    terminal.type("\u{C}")
    _ = terminal.quiet()
    #expect(try Self.wasPainted(terminal, ambiguous: cells))
  }

  @Test func `keys from elsewhere than standard input: nothing is asked`() throws {
    let program = try Broadsheet.path()
    let terminal = try PseudoTerminal(
      "/bin/sh", ["-c", "printf 'A headline\\n\\nSome text.\\n' | '\(program)' -"])
    try terminal.wait(forText: "A headline")
    terminal.type("o")
    try terminal.wait(forText: "> 1")
    #expect(terminal.written.place(of: Self.question) == nil)
  }

  @Test func `a broken memory is as good as none, and a forged one draws nothing of its own`()
    throws
  {
    for text in [
      "", "\u{0}\u{1B}]0;x\u{7}\n", "a\tb\tc\n", String(repeating: "quote=2\t", count: 20_000),
      "xterm-256color////////\tquote=2\u{1B}[31m\n",
    ] {
      let state = try ScratchFolder()
      state.willHold("broadsheet/terminals")
      try state.makeFolder("broadsheet")
      _ = try state.write(text, to: "broadsheet/terminals")
      let terminal = try open(state: state, answer: silent)
      try terminal.wait(forText: "h help")
      #expect(try Self.wasPainted(terminal, ambiguous: 1))
    }
  }

  @Test func `a memory that cannot be kept does no harm`() throws {
    let state = try ScratchFolder()
    _ = try state.write("in the way", to: "broadsheet")
    var script = ScriptedTerminal(Self.wide)
    let terminal = try open(state: state) { script.answers(to: $0) }
    try terminal.wait(for: "the last question") { _ in script.asked.count > 10 }
    terminal.type("n")
    try terminal.wait(for: "page 2") { _ in terminal.written.latestPainting.contains("Page 2") }
    terminal.type("q")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(state.text(of: "broadsheet") == "in the way")
  }
}

extension [UInt8] {
  /// Where these bytes begin.
  fileprivate func place(of wanted: [UInt8]) -> Int? {
    firstRange(of: wanted)?.lowerBound
  }

  /// How often these bytes occur.
  fileprivate func count(of wanted: [UInt8]) -> Int { ranges(of: wanted).count }

  /// The text since the screen was last cleared, control sequences left out.
  fileprivate var latestPainting: String {
    let start = ranges(of: Array("\u{1B}[2J".utf8)).last?.upperBound ?? 0
    var (kept, rest) = ([UInt8](), self[start...])
    while let byte = rest.popFirst() {
      guard byte == 0x1B else {
        kept.append(byte)
        continue
      }
      guard rest.first == UInt8(ascii: "[") else {
        rest = rest.dropFirst(rest.first == UInt8(ascii: "(") ? 2 : 1)
        continue
      }
      rest = rest.dropFirst().drop { !(0x40...0x7E).contains($0) }.dropFirst()
    }
    return String(decoding: kept, as: UTF8.self)
  }
}
