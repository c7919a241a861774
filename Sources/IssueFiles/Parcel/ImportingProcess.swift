import CChildProcess
import Glibc
package import NewsModel

/// The importing process at work: what it has said so far, and its end.
///
/// Never waits unless it is asked to: ``descriptor`` can be polled beside a terminal. Whoever lets it go
/// before its end ends the process.
@safe package struct ImportingProcess: ~Copyable {
  private var child: CChildProcess.child
  private var stream = ParcelStream()
  /// What has come so far.
  package private(set) var result = ImportResult()
  /// How far it was when it last said so.
  package private(set) var progress: ImportProgress?
  private let path: String

  /// Starts `program` on a source.
  package init(_ program: String, reading source: ForeignSource) throws(ImportFault) {
    child = try start(program, reading: source)
    path = source.path
  }

  deinit {
    var child = child
    _ = unsafe child_end(&child)
  }

  /// The fault of this import by a cause.
  package func fault(_ cause: ImportFault.Cause) -> ImportFault { ImportFault(path, cause) }

  /// What can be read when the process has said something, or has ended.
  package var descriptor: Int32 { child.output }

  /// Waits so many milliseconds for the process to say something; false where it did not.
  package mutating func waits(_ milliseconds: Int) -> Bool {
    let seen = unsafe child_wait(&child, -1, Int32(clamping: milliseconds))
    return seen & Int32(CHILD_WROTE.rawValue) != 0
  }

  /// Takes what the process has said, waiting for it; true at the end of a successful import.
  package mutating func take() throws(ImportFault) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = unsafe child_read(&child, &buffer, buffer.count)
    do throws(ParcelFault) {
      guard count > 0 else { return try finish() }
      for message in try stream.feed(buffer[..<count]) { hear(message) }
    } catch {
      throw ended(error)
    }
    return false
  }

  private mutating func hear(_ message: ImportMessage) {
    switch message {
    case .progress(let progress): self.progress = progress
    case .note(let note):
      if result.notes.count < ImportResult.mostNotes { result.notes.append(note) }
    case .issue(let issue): result.issue = issue
    case .report(let report): result.report = report
    case .failure(let note): result.failure = note
    }
  }

  private mutating func finish() throws(ParcelFault) -> Bool {
    try stream.finish()
    return true
  }

  /// Why the process gave no issue, now that it cannot be believed: its own end tells more.
  private mutating func ended(_ fault: ParcelFault) -> ImportFault {
    let status = unsafe child_end(&child)
    guard fault == .unfinished else { return ImportFault(path, .nonsense(fault)) }
    switch child_signal(status) {
    case 0 where child_exit_code(status) == 127: return ImportFault(path, .notStarted(ENOENT))
    case 0: return ImportFault(path, .crashed(signal: nil))
    case SIGXCPU: return ImportFault(path, .slow)
    case let signal: return ImportFault(path, .crashed(signal: signal))
    }
  }
}

/// Starts the importing process on a source, whose bytes it is given where only we could read them.
private func start(
  _ program: String, reading source: ForeignSource
) throws(ImportFault) -> CChildProcess.child {
  var input: Int32 = -1
  if let bytes = source.bytes { input = unsafe child_file("source", bytes, bytes.count) }
  defer { if input >= 0 { close(input) } }
  guard source.bytes == nil || input >= 0 else {
    throw ImportFault(source.path, .notStarted(errno))
  }
  var started = CChildProcess.child()
  let words = [program, source.bytes == nil ? source.path.asArgument : "-"]
  let failure = unsafe withArguments(words) { unsafe child_start(program, $0, input, &started) }
  guard failure == 0 else { throw ImportFault(source.path, .notStarted(failure)) }
  return started
}

/// What an import has come to.
package struct ImportResult: Sendable {
  /// The most notes that are kept.
  static let mostNotes = 1_000

  /// The issue, once it is there.
  package var issue: Issue?
  /// What a person should know of the source.
  package var notes: [ImportNote] = []
  /// What became of every part of the source.
  package var report: ImportReport?
  /// Why there is no issue.
  package var failure: ImportNote?
}

/// Why an import came to nothing.
package struct ImportFault: Error, Hashable, Sendable {
  /// What kept it.
  package enum Cause: Hashable, Sendable {
    /// The program for it is not installed where it is looked for.
    case noProgram
    /// The system did not start it, by its error.
    case notStarted(Int32)
    /// It ended before its time, by a signal or by itself.
    case crashed(signal: Int32?)
    /// It worked longer than it may, or has said nothing for too long.
    case slow
    /// What it said cannot be so.
    case nonsense(ParcelFault)
    /// The source is none that can be read.
    case refused(ImportNote)
  }

  /// The source.
  package let path: String
  /// What kept it.
  package let cause: Cause

  /// Makes a fault.
  package init(_ path: String, _ cause: Cause) { (self.path, self.cause) = (path, cause) }
}

extension ImportFault: CustomStringConvertible {
  /// What is wrong with which file; what to do.
  package var description: String {
    if case .refused(let note) = cause { return "\(note)" }
    return (path == "-" ? "standard input" : path) + ": " + sentence
  }

  private var sentence: String {
    switch cause {
    case .noProgram:
      "cannot be imported, for broadsheet-import stands neither beside broadsheet nor in "
        + "../libexec/broadsheet; install it again"
    case .notStarted(let code):
      "cannot be imported, for broadsheet-import does not start (\(unsafe String(cString: strerror(code))))"
        + "; install it again"
    case .crashed(let signal):
      "could not be imported, for broadsheet-import ended before its time"
        + (signal.map { " (signal \($0))" } ?? "") + "; the file is damaged or very unusual"
    case .slow: "takes too long to import; split it"
    case .nonsense(let fault): "could not be imported by broadsheet-import: \(fault)"
    case .refused(let note): "\(note)"
    }
  }
}

extension String {
  /// The path as it may follow a program's name: `-` alone means standard input there.
  fileprivate var asArgument: String { self == "-" ? "./-" : self }
}

/// Lends words as C takes arguments, ended by a null.
private func withArguments<Result>(
  _ words: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = unsafe words.map { unsafe strdup($0) }
  defer { unsafe copies.forEach { unsafe free($0) } }
  return unsafe body(copies + [nil])
}
