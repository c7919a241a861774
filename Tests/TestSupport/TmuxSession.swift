import Glibc
public import ScreenModel

/// A program inside tmux: a second opinion on what a terminal shows.
///
/// Every session has a server of its own, so that tests neither see each other nor the tmux of the
/// person who runs them.
public final class TmuxSession {
  private let server: String
  private let environment: [String: String]
  private static let program = "/usr/bin/tmux"

  /// Whether there is a tmux to ask.
  public static var isInstalled: Bool { unsafe access(program, X_OK) == 0 }

  /// Starts a program, by the words of its command line.
  public init(
    _ command: [String], size: Size, environment: [String: String] = TestEnvironment.plain
  ) throws {
    server = "broadsheet-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
    self.environment = environment
    let line = command.map { "'" + $0 + "'" }.joined(separator: " ")
    try tmux([
      "-f", "/dev/null", "new-session", "-d", "-x", "\(size.columns)", "-y", "\(size.rows)",
      "env -u TMUX " + line,
    ])
  }

  deinit { _ = try? tmux(["kill-server"]) }

  /// Presses keys by tmux's names: `q`, `Enter`, `Escape`, `C-z`, `PageDown`.
  public func press(_ keys: String...) throws { try tmux(["send-keys"] + keys) }

  /// Drags the window to another size.
  public func resize(to size: Size) throws {
    try tmux(["resize-window", "-x", "\(size.columns)", "-y", "\(size.rows)"])
  }

  /// The rows as tmux shows them, blanks at the ends of lines left out.
  public func rows() throws -> [String] {
    var rows = try tmux(["capture-pane", "-p"]).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    if rows.last == "" { rows.removeLast() }
    return rows
  }

  /// Waits until the screen is as described.
  public func wait(
    for what: String, patience: Duration = PseudoTerminal.patience,
    until isSo: ([String]) -> Bool
  ) throws {
    let deadline = ContinuousClock.now + patience
    while case let rows = try rows(), !isSo(rows) {
      guard ContinuousClock.now < deadline else { throw NeverSeen(what, rows) }
      usleep(5000)
    }
  }

  @discardableResult private func tmux(_ arguments: [String]) throws -> String {
    let result = try run(Self.program, ["-L", server] + arguments, environment: environment)
    guard result.status == .exited(0) else {
      throw NeverSeen("tmux \(arguments.joined(separator: " "))", [result.errorText])
    }
    return result.text
  }
}
