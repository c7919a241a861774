import IssueFiles
import NewsModel
import ScreenModel
import TestSupport
import Testing

/// Foreign sources on the command line, through the built importing process or one that stands for it.
@Suite struct ImportTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  /// The path of a source.
  private func source(_ text: String = Imported.alto) throws -> String {
    try folder.write(text, to: "source.xml")
  }

  private func run(
    _ arguments: [String], _ environment: [String: String] = TestEnvironment.plain,
    input: String = ""
  ) throws -> ProgramOutput {
    try TestSupport.run(
      try Broadsheet.path(), arguments, input: Array(input.utf8), environment: environment)
  }

  @Test func `what is foreign is read by every command`() throws {
    let path = try source()
    for request in [
      ["text", path], ["read", path], [path], ["render", path], ["text", folder.path],
    ] {
      let output = try run(request)
      #expect(output.status == .exited(0), "\(request): \(output.errorText)")
      #expect(output.text.contains("Lanterns"), "\(request)")
    }
    #expect(try run(["check", path]).status == .exited(0))
  }

  @Test func `standard input may be foreign too`() throws {
    let output = try run(["text", "-"], input: Imported.alto)
    #expect(output.status == .exited(0) && output.text.contains("Lanterns return"))
    let broken = try run(["text", "-"], input: "{\"a\": 1}")
    #expect(broken.status == .exited(2))
    #expect(broken.errorText.hasPrefix("broadsheet: standard input: "), "\(broken.errorText)")
  }

  @Test func `check names what the import noted, and ends with code 1`() throws {
    let path = try source()
    let note = ImportNote(file: "a.xml", line: 3, sentence: "is cut off; copy it again")
    let environment = try Imported.environment("cat $first $second", in: folder, [.note(note)])
    let output = try run(["check", path], environment)
    #expect(output.status == .exited(1))
    #expect(output.text == "a.xml:3: is cut off; copy it again\n")
    let read = try run(["render", path, "--format", "issue-json"], environment)
    #expect(read.status == .exited(0) && read.errorText.contains("a.xml:3: is cut off"))
  }

  @Test func `an issue is printed as JSON`() throws {
    let path = try source()
    for request in [path, Broadsheet.sample("liancheng-daily")] {
      let output = try run(["render", request, "--format", "issue-json"])
      let json = try #require(JSONValue(output.text))
      #expect(json["format"].string == "broadsheet-issue/1" && !json["items"].elements.isEmpty)
    }
  }

  @Test func `an import is written as an issue that says the same`() throws {
    let path = try source()
    for name in ["out", "out/issue.yaml", "out/articles"] { folder.willHold(name) }
    let output = folder.path + "/out"
    let done = try run(["import", path, "--output", output])
    #expect(done.status == .exited(0) && done.output.isEmpty, "\(done.errorText)")
    #expect(try run(["check", output]).text == "")
    #expect(try run(["text", output]).text == run(["text", path]).text)
    // An issue may be written again.
    #expect(try run(["import", path, "--output", output]).status == .exited(0))
    _ = try TestSupport.run("/bin/rm", ["-r", output])
  }

  @Test func `a folder with something else in it is left alone`() throws {
    let path = try source()
    let output = try run(["import", path, "--output", folder.path])
    #expect(output.status == .exited(2))
    #expect(output.errorText.contains("no issue; name a new or an empty folder"))
    #expect(folder.text(of: "issue.yaml") == nil)
  }

  @Test func `the report stands on standard output`() throws {
    let path = try source()
    let environment = try Imported.environment("cat $first $second", in: folder)
    let text = try run(["import", path, "--report", "text"], environment)
    #expect(text.text == "all is well\n")
    let json = try run(["import", path, "--report", "json"], environment)
    #expect(json.text == "{\"lines\":[]}\n")
  }

  @Test func `an import that cannot be is a sentence and code 2`() throws {
    let path = try source()
    let cases = [
      ([path], "say --output FOLDER"),
      ([path, "--report", "text", "--format", "ocr"], "is not ocr"),
      (["/nowhere", "--report", "text"], "no such file"), ([path, "--report", "xml"], "xml"),
      ([Broadsheet.sample("liancheng-daily"), "--report", "text"], "nothing to report"),
    ]
    for (request, sentence) in cases {
      let output = try run(["import"] + request)
      #expect(output.status == .exited(2) && output.output.isEmpty)
      #expect(output.errorText.contains(sentence), "\(output.errorText)")
    }
  }

  @Test(arguments: [
    ("kill -SEGV $$", "ended before its time (signal 11)"), ("exit 1", "ended before its time"),
    ("echo rubbish", "of another version"), ("cat $first; exec yes", "makes no sense"),
    ("cat $second", "of another version"),
  ])
  func `a process that fails is a sentence, never an issue`(script: String, sentence: String) throws
  {
    let path = try source()
    let environment = try Imported.environment(script, in: folder)
    for command in ["text", "read", "render"] {
      let output = try run([command, path], environment)
      #expect(output.status == .exited(2) && output.output.isEmpty)
      #expect(output.errorText.hasPrefix("broadsheet: \(path): "))
      #expect(output.errorText.contains(sentence), "\(output.errorText)")
    }
  }

  @Test func `a program that is missing is named`() throws {
    let path = try source()
    var environment = TestEnvironment.plain
    environment["BROADSHEET_IMPORT"] = "/nonexistent"
    let output = try run(["text", path], environment)
    #expect(output.status == .exited(2) && output.errorText.contains("broadsheet-import"))
  }

  @Test func `what a text says never reaches the terminal as more than text`() throws {
    let hostile = Imported.alto.replacing("harbour.", with: "&#x9B;31m&#x202E;harbour.")
    let path = try source(hostile)
    let output = try run(["text", path])
    #expect(output.status == .exited(0) && output.text.contains("harbour."))
    #expect(!output.text.unicodeScalars.contains { $0.value == 0x9B || $0.value == 0x202E })
  }
}

/// An import on a terminal: how far it is, how it is stopped, and how the terminal is left.
@Suite(.serialized)
struct ImportScreenTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func open(
    _ script: String, _ first: [ImportMessage] = Imported.progress,
    _ second: [ImportMessage] = Imported.issue
  ) throws -> PseudoTerminal {
    let path = try folder.write("<mets/>", to: "source.xml")
    let environment = try Imported.environment(script, in: folder, first, second)
    return try PseudoTerminal(
      try Broadsheet.path(), ["read", path, "--nameplate", "text"],
      size: Size(columns: 80, rows: 24), environment: environment)
  }

  private func expectRestored(
    _ terminal: PseudoTerminal, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(!terminal.screen.isOnAlternateScreen, sourceLocation: sourceLocation)
    #expect(terminal.screen.cursorIsVisible, sourceLocation: sourceLocation)
    #expect(terminal.echoes && terminal.isCanonical, sourceLocation: sourceLocation)
  }

  @Test(arguments: ["q", "\u{1B}", "\u{03}"])
  func `an import that takes long shows how far it is, and is stopped by a key`(key: String) throws
  {
    let terminal = try open("echo $$ > \"$first.id\"; cat $first; exec sleep 1000")
    folder.willHold("first.id")
    try terminal.wait(forText: "3 of 12")
    #expect(terminal.screen.shows("page-0003.xml") && terminal.screen.shows("source.xml"))
    terminal.type(key)
    #expect(try terminal.waitForExit() == .exited(0))
    expectRestored(terminal)
    let process = try #require(folder.text(of: "first.id")).filter { $0 != "\n" }
    #expect(try TestSupport.run("/bin/kill", ["-0", process]).status != .exited(0))
  }

  @Test func `the page comes when the import is done`() throws {
    let terminal = try open(
      "cat $first; while test ! -e $first.go; do sleep 0.02; done; cat $second")
    try terminal.wait(forText: "3 of 12")
    _ = try folder.write("", to: "first.go")
    try terminal.wait(forText: "Lanterns")
    try terminal.wait(forText: "h help")
    terminal.type("q")
    #expect(try terminal.waitForExit() == .exited(0))
    expectRestored(terminal)
  }

  @Test func `a failure stands on the screen until a key, and after it on standard error`() throws {
    let terminal = try open(
      "cat $first; while test ! -e $first.go; do sleep 0.02; done; cat $second",
      Imported.progress, Imported.failure)
    try terminal.wait(forText: "3 of 12")
    _ = try folder.write("", to: "first.go")
    try terminal.wait(forText: "source.xml: has no page; copy it again")
    terminal.type(" ")
    #expect(try terminal.waitForExit() == .exited(2))
    expectRestored(terminal)
    #expect(terminal.screen.shows("broadsheet: source.xml: has no page; copy it again"))
  }

  @Test func `a crash while it shows is a sentence, and the terminal is given back`() throws {
    let terminal = try open(
      "cat $first; while test ! -e $first.go; do sleep 0.02; done; kill -SEGV $$")
    try terminal.wait(forText: "3 of 12")
    _ = try folder.write("", to: "first.go")
    try terminal.wait(forText: "ended before its time")
    terminal.type("q")
    #expect(try terminal.waitForExit() == .exited(2))
    expectRestored(terminal)
  }

  @Test func `the window may be dragged meanwhile`() throws {
    let terminal = try open("cat $first; exec sleep 1000")
    try terminal.wait(forText: "3 of 12")
    terminal.resize(to: Size(columns: 50, rows: 12))
    try terminal.wait(for: "the last row") { screen in
      screen.rows.last?.contains("q stops the import") == true
    }
    terminal.send(signal: 15)
    #expect(try terminal.waitForExit() == .exited(0))
    expectRestored(terminal)
  }

  @Test func `a failure that comes at once leaves the screen alone`() throws {
    let terminal = try open("cat $first $second", Imported.progress, Imported.failure)
    #expect(try terminal.waitForExit() == .exited(2))
    #expect(terminal.screen.shows("broadsheet: source.xml: has no page"))
    #expect(!String(decoding: terminal.written, as: UTF8.self).contains("\u{1B}"))
  }
}
