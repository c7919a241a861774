import CPseudoTerminal
import Glibc

/// How a program ended.
public enum ExitStatus: Hashable, Sendable {
  /// By itself, with a code.
  case exited(Int32)
  /// By a signal.
  case killed(Int32)

  /// Reads what `waitpid` says.
  init(_ status: Int32) {
    self = status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .killed(status & 0x7F)
  }
}

/// What the system refused.
public struct SystemFailure: Error, CustomStringConvertible {
  /// What was tried.
  public let attempt: String
  /// `errno`.
  public let code: Int32

  /// The attempt and the system's reason.
  public var description: String { unsafe "\(attempt): \(String(cString: strerror(code)))" }
}

/// What a finished program left.
public struct ProgramOutput: Sendable {
  /// How it ended.
  public let status: ExitStatus
  /// Its standard output.
  public let output: [UInt8]
  /// Its standard error.
  public let errors: [UInt8]

  /// Its standard output as text.
  public var text: String { String(decoding: output, as: UTF8.self) }
  /// Its standard error as text.
  public var errorText: String { String(decoding: errors, as: UTF8.self) }
}

/// Environments for programs under test.
public enum TestEnvironment {
  /// Nothing of the person who runs the tests: a path, a UTF-8 locale, a terminal, no backtraces.
  ///
  /// A sanitizer leaves crashes to the program, and ncurses may keep what it keeps for ever.
  public static let plain = [
    "PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color",
    "HOME": "/nonexistent", "SWIFT_BACKTRACE": "enable=no",
    "ASAN_OPTIONS": "detect_leaks=0:handle_segv=0:handle_sigbus=0:handle_sigfpe=0",
  ]
}

/// Starts a program on a terminal, or on three streams.
func spawn(
  _ program: String, _ arguments: [String], _ environment: [String: String], terminal: Int32 = -1,
  streams: [Int32] = [0, 1, 2]
) throws -> pid_t {
  var child: pid_t = 0
  let failure = unsafe withStrings([program] + arguments) { arguments in
    unsafe withStrings(environment.map { "\($0.key)=\($0.value)" }) { environment in
      unsafe pseudo_spawn(program, arguments, environment, terminal, streams, &child)
    }
  }
  guard failure == 0 else { throw SystemFailure(attempt: "start \(program)", code: failure) }
  return child
}

/// Runs a program to its end with nothing but `input` to read.
public func run(
  _ program: String, _ arguments: [String] = [], input: [UInt8] = [],
  environment: [String: String] = TestEnvironment.plain
) throws -> ProgramOutput {
  let (give, out, errors) = try (Pipe(), Pipe(), Pipe())
  let child = try spawn(
    program, arguments, environment, streams: [give.reading, out.writing, errors.writing])
  give.closeReading()
  out.closeWriting()
  errors.closeWriting()
  let texts = exchange(input, give, [out, errors])
  var status: Int32 = 0
  while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
  return ProgramOutput(status: ExitStatus(status), output: texts[0], errors: texts[1])
}

/// Writes and reads at once, so that neither side waits for the other for ever.
private func exchange(_ input: [UInt8], _ give: Pipe, _ take: [Pipe]) -> [[UInt8]] {
  var (rest, texts, open) = (input[...], take.map { _ in [UInt8]() }, take.map { _ in true })
  while open.contains(true) {
    if rest.isEmpty { give.closeWriting() }
    var requests = take.indices.map { place in
      pollfd(fd: open[place] ? take[place].reading : -1, events: Int16(POLLIN), revents: 0)
    }
    let writable = rest.isEmpty ? -1 : give.writing
    requests.append(pollfd(fd: writable, events: Int16(POLLOUT), revents: 0))
    unsafe poll(&requests, nfds_t(requests.count), -1)
    for place in take.indices where requests[place].revents != 0 {
      let bytes = readSome(take[place].reading)
      open[place] = !bytes.isEmpty
      texts[place] += bytes
    }
    if requests[take.count].revents != 0 {
      let chunk = Array(rest.prefix(4096))
      let wrote = unsafe write(give.writing, chunk, chunk.count)
      rest = wrote > 0 ? rest.dropFirst(wrote) : []
    }
  }
  return texts
}

/// The bytes that are there to read; none at the end.
func readSome(_ descriptor: Int32) -> [UInt8] {
  var bytes = [UInt8](repeating: 0, count: 65_536)
  let count = unsafe read(descriptor, &bytes, bytes.count)
  return Array(bytes.prefix(max(0, count)))
}

/// A pipe whose ends close once, by hand or at the end.
final class Pipe {
  private(set) var reading: Int32
  private(set) var writing: Int32

  init() throws {
    var ends: [Int32] = [0, 0]
    let failure = unsafe pseudo_pipe(&ends)
    guard failure == 0 else { throw SystemFailure(attempt: "make a pipe", code: failure) }
    (reading, writing) = (ends[0], ends[1])
  }

  deinit {
    closeReading()
    closeWriting()
  }

  func closeReading() {
    if reading >= 0 { close(reading) }
    reading = -1
  }

  func closeWriting() {
    if writing >= 0 { close(writing) }
    writing = -1
  }
}

/// Lends strings as C takes them, ended by a null.
private func withStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) throws -> Result
) rethrows -> Result {
  let copies = unsafe strings.map { unsafe strdup($0) }
  defer { unsafe copies.forEach { unsafe free($0) } }
  return try unsafe body(copies + [nil])
}
