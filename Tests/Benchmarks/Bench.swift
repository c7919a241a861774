import Glibc

/// All measures, in the order of the contract; each topic has its file.
struct Bench {
  /// The folder of the issue that is shown.
  let issue: String
  /// The program that shows it.
  let program: String
  let clock = ContinuousClock()

  /// Measures the topics named, or all where none is.
  func run(_ topics: [String]) throws {
    let all = [("screens", screens), ("layouts", layouts), ("texts", texts)]
    for (name, measure) in all where topics.isEmpty || topics.contains(name) { try measure() }
  }

<<<<<<< HEAD
  /// The program on a terminal, beside the readers that people use today.
  private func screens() throws {
    let ours = try median(of: 15) { try firstScreen(program, [issue]) }
    line("first-page", milliseconds(ours), "ms")
    for peer in try Peer.installed(reading: issue, with: program) {
      let theirs = try median(of: 7) { try firstScreen(peer.program, peer.arguments) }
      line("first-page", milliseconds(ours), "ms", ratio: theirs / ours, peer.name)
    }
    let terminal = try PseudoTerminal(program, [issue], size: size)
    try settle(terminal)
    var switches: [(time: Duration, bytes: Int)] = []
    for key in ["n", "n", "n", "n", "n", "n", "n", "p", "p", "p", "p", "p", "p", "p"] {
      let before = terminal.written.count
      let time = try answer(terminal) { terminal.type(key) }
      switches.append((time, terminal.written.count - before))
    }
    line("page-switch", milliseconds(middle(switches.map(\.time))), "ms")
    line("page-switch-bytes", "\(switches.map(\.bytes).max() ?? 0)", "bytes")
    let resizes = try [Size(columns: 200, rows: 60), size, Size(columns: 160, rows: 50), size].map {
      size in try answer(terminal) { terminal.resize(to: size) }
    }
    line("resize", milliseconds(middle(resizes)), "ms")
    line("peak-memory", "\(try peakMemory(of: terminal.process))", "KiB")
    terminal.type("q")
    _ = try terminal.waitForExit()
  }

  /// Composing the front page anew, as a resize does.
  private func layouts() throws {
    let content = PageContent(try decodeIssue(at: issue), page: 0)
    for size in [Size(columns: 200, rows: 60), Size(columns: 240, rows: 80)] {
      let times = (0..<41).map { _ in
        clock.measure { precondition(!compose(content, size: size).folds.isEmpty) }
      }.sorted()
      line("relayout-\(size)-p95", milliseconds(times[times.count * 95 / 100]), "ms")
    }
  }

  /// Breaking Chinese text into lines.
  private func typesetter() throws {
    let text = try decodeIssue(at: issue).articles
      .flatMap(\.segments).flatMap(\.blocks).map(\.text)
    let bytes = text.reduce(0) { $0 + $1.utf8.count }
    let rules = Typography(.simplifiedChinese)
    for measure in [26, 40] {
      let time = try median(of: 21) {
        clock.measure {
          let lines = text.reduce(0) {
            $0 + PreparedText($1, rules).fillGreedily(Measure(measure, indent: 4)).count
          }
          precondition(lines > 0)
        }
      }
      line("fill-greedy-\(measure)", megabytesPerSecond(bytes, time), "MB/s")
    }
    let prepared = text.map { PreparedText($0, rules) }
    let time = try median(of: 21) {
      clock.measure {
        precondition(prepared.reduce(0) { $0 + $1.fillGreedily(Measure(24)).count } > 0)
      }
    }
    line("refill-page", megabytesPerSecond(bytes, time), "MB/s")
  }

  /// From the start of a program to the last byte of its first screen.
  private func firstScreen(_ program: String, _ arguments: [String]) throws -> Duration {
    let start = clock.now
    let terminal = try PseudoTerminal(program, arguments, size: size)
    let end = try settle(terminal)
    return end - start
  }

  @discardableResult
  private func settle(_ terminal: PseudoTerminal) throws -> ContinuousClock.Instant {
    try terminal.wait(for: "a screen") { _ in terminal.written.count > 1000 }
    return terminal.quiet()
  }

  private func answer(_ terminal: PseudoTerminal, _ ask: () -> Void) throws -> Duration {
    let before = terminal.written.count
    let start = clock.now
    ask()
    try terminal.wait(for: "an answer") { _ in terminal.written.count > before }
    return terminal.quiet() - start
  }

  private func peakMemory(of process: Int32) throws -> Int {
    let status = try TestSupport.run("/bin/cat", ["/proc/\(process)/status"]).text
    let row = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return row.flatMap { Int($0.filter(\.isNumber)) } ?? 0
  }

  private func median(of rounds: Int, _ measure: () throws -> Duration) throws -> Duration {
=======
  func median(of rounds: Int, _ measure: () throws -> Duration) rethrows -> Duration {
>>>>>>> 5109b33 (Measure the filling of 50 MB of news beside libunistring, ICU, glibc and Swift, and count its instructions)
    middle(try (0..<rounds).map { _ in try measure() })
  }

  func middle(_ times: [Duration]) -> Duration { times.sorted()[times.count / 2] }

  func milliseconds(_ time: Duration) -> String { decimal(time / .milliseconds(1)) }

  func megabytesPerSecond(_ bytes: Int, _ time: Duration) -> Double {
    Double(bytes) / 1_000_000 / (time / .seconds(1))
  }

  /// A number with two decimals.
  func decimal(_ number: Double) -> String {
    let hundredths = Int(number * 100)
    return "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
  }

  /// Prints a line of the contract; `ratio` is how many times as fast as a peer ours is.
  func line(
    _ name: String, _ value: String, _ unit: String, ratio: Double? = nil, _ peer: String = ""
  ) {
    print("bench\t\(name)\t\(value)\t\(unit)" + (ratio.map { "\t\(decimal($0))\t\(peer)" } ?? ""))
  }

  /// Says on standard error what is left out, and why.
  func note(_ sentence: String) {
    let bytes = Array("benchmarks: \(sentence)\n".utf8)
    unsafe write(STDERR_FILENO, bytes, bytes.count)
  }
}
