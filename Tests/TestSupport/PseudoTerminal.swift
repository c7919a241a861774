import CPseudoTerminal
import Glibc
public import ScreenModel

/// A program on a terminal of its own, as a person would run it, and the screen it draws.
///
/// Nothing here sleeps for a fixed time: `wait` looks again whenever the program has written.
@safe public final class PseudoTerminal {
  /// What a person would see.
  public let screen: VirtualTerminal
  /// The program.
  public let process: Int32
  /// Every byte the program wrote.
  public private(set) var written: [UInt8] = []
  /// What answers the program, given what it wrote; by itself the terminal of `screen`.
  public var answer: ((_ written: [UInt8]) -> [UInt8])?
  private let slave: Int32
  private var master: Int32
  private var status: ExitStatus?

  private var latestOutput = ContinuousClock.now
  /// How long a test waits for what must happen: long, for machines are busy.
  public static let patience: Duration = .seconds(30)

  /// Starts a program.
  public init(
    _ program: String, _ arguments: [String] = [], size: Size = Size(columns: 80, rows: 24),
    environment: [String: String] = TestEnvironment.plain,
    answer: ((_ written: [UInt8]) -> [UInt8])? = nil
  ) throws {
    self.answer = answer
    var (master, slave): (Int32, Int32) = (-1, -1)
    let failure = unsafe pseudo_open(Int32(size.columns), Int32(size.rows), &master, &slave)
    guard failure == 0 else { throw SystemFailure(attempt: "open a terminal", code: failure) }
    (self.master, self.slave) = (master, slave)
    screen = VirtualTerminal(size: size)
    process = try spawn(program, arguments, environment, terminal: slave)
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(slave)
    if master >= 0 { close(master) }
  }

  /// Types text or the bytes of keys.
  public func type(_ text: String) { type(Array(text.utf8)) }

  /// Types bytes.
  public func type(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let chunk = Array(rest)
      let count = unsafe write(master, chunk, chunk.count)
      if count < 0, errno != EINTR { return }
      rest = rest.dropFirst(max(0, count))
    }
  }

  /// Drags the window to another size.
  public func resize(to size: Size) {
    _ = pseudo_resize(slave, Int32(size.columns), Int32(size.rows))
    screen.resize(to: size)
  }

  /// Sends a signal to the program.
  public func send(signal: Int32) { kill(process, signal) }

  /// Closes the window: the program gets SIGHUP, and no more keys.
  public func hangUp() {
    if master >= 0 { close(master) }
    master = -1
  }

  /// Whether typing is echoed, as a shell expects to find it.
  public var echoes: Bool { pseudo_echoes(slave) == 1 }
  /// Whether typing comes by lines, as a shell expects to find it.
  public var isCanonical: Bool { pseudo_is_canonical(slave) == 1 }

  /// Waits until the screen is as described; throws with the screen when that does not come.
  public func wait(
    for what: String, patience: Duration = patience, until isSo: (VirtualTerminal) -> Bool
  ) throws {
    let deadline = ContinuousClock.now + patience
    while !isSo(screen) {
      guard ContinuousClock.now < deadline else { throw NeverSeen(what, screen.rows) }
      let isOver = hasEnded
      if !takeOutput(), isOver { throw NeverSeen(what + ", and the program ended", screen.rows) }
    }
  }

  /// Waits until some row contains the text.
  public func wait(forText text: String, patience: Duration = patience) throws {
    try wait(for: text, patience: patience) { $0.shows(text) }
  }

  /// Waits until nothing has come for a fiftieth of a second; gives the moment of the last bytes.
  public func quiet() -> ContinuousClock.Instant {
    while takeOutput() {}
    return latestOutput
  }

  /// Asks something of the program and waits until it has answered and nothing has come for a tenth of
  /// a second; gives the time from the question to the last byte, and how much of it the program computed.
  ///
  /// What it wrote is drawn only afterwards, so that reading keeps up with writing.
  public func answerTime(to ask: () -> Void) throws -> (whole: Duration, computing: Duration) {
    let (start, before) = (ContinuousClock.now, processorTime(of: process))
    ask()
    var (answer, after): ([UInt8], Duration) = ([], before)
    while let bytes = readOutput(within: answer.isEmpty ? 30_000 : 100) {
      answer += bytes
      after = processorTime(of: process)
    }
    guard !answer.isEmpty else { throw NeverSeen("an answer", screen.rows) }
    defer { show(answer) }
    return (latestOutput - start, after - before)
  }

  /// Waits until the program has ended and all it wrote is on the screen.
  public func waitForExit(patience: Duration = patience) throws -> ExitStatus {
    let deadline = ContinuousClock.now + patience
    while !hasEnded {
      guard ContinuousClock.now < deadline else { throw NeverSeen("the end", screen.rows) }
      takeOutput()
    }
    while takeOutput() {}
    guard let status else { throw NeverSeen("a status", screen.rows) }
    return status
  }

  /// Waits until the program has stopped, as ^Z stops it.
  public func waitUntilStopped(patience: Duration = patience) throws {
    let deadline = ContinuousClock.now + patience
    var status: Int32 = 0
    while unsafe waitpid(process, &status, WUNTRACED | WNOHANG) != process {
      guard ContinuousClock.now < deadline else { throw NeverSeen("a stop", screen.rows) }
      takeOutput()
    }
    while takeOutput() {}
    guard status & 0xFF == 0x7F else { throw NeverSeen("a stop, but an end", screen.rows) }
  }

  private var hasEnded: Bool {
    var status: Int32 = 0
    if self.status == nil, unsafe waitpid(process, &status, WNOHANG) == process {
      self.status = ExitStatus(status)
    }
    return self.status != nil
  }

  /// Shows what the program has written, after waiting a little for it; false when there is nothing.
  @discardableResult private func takeOutput() -> Bool {
    guard let bytes = readOutput(within: 20) else { return false }
    show(bytes)
    return true
  }

  /// What the program has written, after waiting so many milliseconds for it; nil when there is nothing.
  private func readOutput(within milliseconds: Int32) -> [UInt8]? {
    var request = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&request, 1, milliseconds) > 0 else { return nil }
    let bytes = readSome(master)
    guard !bytes.isEmpty else { return nil }
    latestOutput = ContinuousClock.now
    written += bytes
    return bytes
  }

  /// Shows what the program wrote and answers what it asked.
  private func show(_ bytes: [UInt8]) {
    screen.feed(bytes)
    let own = screen.answers()
    let answers = answer.map { $0(bytes) } ?? own
    if !answers.isEmpty { type(answers) }
  }
}

/// How long the processors have worked for a program so far, this one by itself, however busy they are.
public func processorTime(of process: Int32 = 0) -> Duration {
  var (clock, time) = (clockid_t(), timespec())
  guard unsafe clock_getcpuclockid(process, &clock) == 0,
    unsafe clock_gettime(clock, &time) == 0
  else { return .zero }
  return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}

/// Something a test waited for in vain.
public struct NeverSeen: Error, CustomStringConvertible {
  /// What it was, and the screen at that moment.
  public let description: String

  init(_ what: String, _ rows: [String]) {
    description = "never seen: \(what)\n" + rows.map { "|\($0)" }.joined(separator: "\n")
  }
}
