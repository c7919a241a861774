import ScreenModel
import TestSupport
import Testing

/// Documents are hostile until proven otherwise: nothing of theirs may drive the terminal.
@Suite(.serialized)
struct HostileTests {
  /// A text with a title, a clipboard, colours, C1, DCS, APC, a hyperlink and a bidi override.
  private static let text = """
    注入标记 \u{1B}]0;PWNTITLE\u{07} 标题

    正文 \u{1B}]52;c;UFdORUQ=\u{07} 一 \u{1B}[31;5mPWNCSI 二 \u{9B}31m 三 \u{1B}P$qPWN\u{1B}\\ 四 \u{1B}_GPWN\u{1B}\\ 五。

    又 \u{1B}]8;;http://pwn\u{07}链接\u{1B}]8;;\u{07} 六 \u{202E}反写\u{202C} 七。
    """

  private static let signatures = [
    "\u{1B}]0;PWN", "\u{1B}]52;c;UF", "\u{1B}[31;5mPWN", "\u{9B}31m", "\u{1B}P$qPWN", "\u{1B}_GPWN",
    "\u{1B}]8;;http", "\u{202E}",
  ]

  @Test func `no sequence of a document reaches the terminal`() throws {
    let folder = try ScratchFolder()
    let file = try folder.write(Self.text, to: "inject.txt")
    let terminal = try PseudoTerminal(try Broadsheet.path(), ["read", file])
    try terminal.wait(forText: "注入标记")
    terminal.type("\r")
    try terminal.wait(forText: "Story")
    terminal.type("q")
    _ = try terminal.waitForExit()
    expectHarmless(terminal.written)
  }

  @Test(arguments: ["text", "render"])
  func `no sequence of a document reaches a pipe`(command: String) throws {
    let folder = try ScratchFolder()
    let file = try folder.write(Self.text, to: "inject.txt")
    let more = command == "render" ? ["--format", "ansi"] : []
    let output = try TestSupport.run(try Broadsheet.path(), [command, file] + more)
    #expect(output.status == .exited(0))
    #expect(output.text.contains("注入标记"))
    expectHarmless(output.output)
  }

  @Test func `a file name cannot drive the terminal either`() throws {
    let output = try Broadsheet.run("check", "/nowhere/\u{1B}]0;PWNTITLE\u{07}")
    expectHarmless(output.output + output.errors)
    #expect(output.status == .exited(1))
  }

  private func expectHarmless(
    _ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let text = String(decoding: bytes, as: UTF8.self)
    for signature in Self.signatures {
      #expect(
        !text.utf8.containsBytes(of: signature.utf8), "\(signature.debugDescription)",
        sourceLocation: sourceLocation)
    }
  }
}

extension String.UTF8View {
  /// Whether the bytes occur one after another.
  fileprivate func containsBytes(of wanted: String.UTF8View) -> Bool {
    let (bytes, wanted) = (Array(self), Array(wanted))
    guard bytes.count >= wanted.count else { return false }
    return (0...bytes.count - wanted.count).contains {
      bytes[$0..<$0 + wanted.count] == wanted[...]
    }
  }
}
