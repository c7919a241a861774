import Glibc
import ScreenModel
import TestSupport

extension Bench {
  private static let size = Size(columns: 120, rows: 40)

  /// The program on a terminal, beside the readers that people use today.
  func screens() throws {
    // Pictures come once the page stands.
    let ours = try median(of: 15) { try firstScreen(program, ["--pictures", "captions", issue]) }
    line("first-page", milliseconds(ours), "ms")
    let withPictures = try median(of: 15) { try firstScreen(program, [issue]) }
    line("first-page-with-pictures", milliseconds(withPictures), "ms")
    let text = TemporaryFile(try TestSupport.run(program, ["text", issue]).output)
    for reader in Reader.all(reading: text.path) {
      guard reader.isInstalled else {
        note("\(reader.name) is not installed; make bench-peers installs it")
        continue
      }
      let theirs = try median(of: 7) { try firstScreen(reader.program, reader.arguments) }
      line("first-page", milliseconds(ours), "ms", ratio: theirs / ours, reader.name)
    }
    try answers()
  }

  /// What one run of the program takes to answer.
  private func answers() throws {
    let terminal = try PseudoTerminal(program, [issue], size: Self.size)
    try settle(terminal)
    var switches: [(time: Duration, bytes: Int)] = []
    for key in Array(repeating: "n", count: 7) + Array(repeating: "p", count: 7) {
      let before = terminal.written.count
      let time = try terminal.answerTime { terminal.type(key) }.whole
      switches.append((time, terminal.written.count - before))
    }
    line("page-switch", milliseconds(middle(switches.map(\.time))), "ms")
    line("page-switch-bytes", "\(switches.map(\.bytes).max() ?? 0)", "bytes")
    let sizes = [
      Size(columns: 200, rows: 60), Self.size, Size(columns: 160, rows: 50), Self.size,
    ]
    let resizes = try sizes.map { size in
      try terminal.answerTime { terminal.resize(to: size) }.whole
    }
    line("resize", milliseconds(middle(resizes)), "ms")
    try measureResizes(terminal)
    line("peak-memory", "\(try peakMemory(of: terminal.process))", "KiB")
    terminal.type("q")
    _ = try terminal.waitForExit()
  }

  /// From the start of a program to the last byte of its first screen.
  private func firstScreen(_ program: String, _ arguments: [String]) throws -> Duration {
    let start = clock.now
    let terminal = try PseudoTerminal(program, arguments, size: Self.size)
    let end = try settle(terminal)
    return end - start
  }

  @discardableResult
  private func settle(_ terminal: PseudoTerminal) throws -> ContinuousClock.Instant {
    try terminal.wait(for: "a screen") { _ in terminal.written.count > 1000 }
    return terminal.quiet()
  }

  /// From the moment the window has another size to the last byte that draws the page in it.
  ///
  /// Each time the window has been smaller before, so that nothing is at hand.
  private func measureResizes(_ terminal: PseudoTerminal) throws {
    for size in [Self.size, Size(columns: 200, rows: 60)] {
      let times = try (0..<41).map { _ in
        _ = try terminal.answerTime { terminal.resize(to: Size(columns: 100, rows: 30)) }
        return try terminal.answerTime { terminal.resize(to: size) }
      }
      line("resize-to-last-cell-\(size)", times)
    }
  }

  private func peakMemory(of process: Int32) throws -> Int {
    let status = try TestSupport.run("/bin/cat", ["/proc/\(process)/status"]).text
    let row = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return row.flatMap { Int($0.filter(\.isNumber)) } ?? 0
  }
}

/// A reader that people use today, and how it opens the same text.
private struct Reader {
  let name: String
  let program: String
  let arguments: [String]

  var isInstalled: Bool { unsafe access(program, X_OK) == 0 }

  static func all(reading file: String) -> [Reader] {
    [
      Reader(name: "less", program: "/usr/bin/less", arguments: [file]),
      Reader(name: "w3m", program: "/usr/bin/w3m", arguments: [file]),
      Reader(name: "vim", program: "/usr/bin/vim", arguments: ["-u", "NONE", "-R", file]),
    ]
  }
}
