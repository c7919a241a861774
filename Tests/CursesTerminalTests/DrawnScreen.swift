import CursesTerminal
import Glibc
import ScreenModel
import TestSupport

/// A session that draws into a file, the terminal that shows what it drew, and its keyboard.
struct DrawnScreen: ~Copyable {
  var session: TerminalSession
  let terminal: VirtualTerminal
  /// The bytes of the latest `show`.
  private(set) var latest: [UInt8] = []
  private let output: Int32
  private let keyboard: (read: Int32, write: Int32)

  /// Opens a session on a terminal of that name and size.
  init(
    _ name: String = "xterm-256color", size: Size, colors: ColorDepth = .direct,
    colorTerm: String? = nil, mouse: Bool = false
  ) throws {
    (output, keyboard) = (try Descriptors.scratchFile(), try Descriptors.pipe())
    terminal = VirtualTerminal(size: size)
    session = try TerminalSession(
      device: TerminalDevice(output: output, input: keyboard.read, fixedSize: size),
      name: TerminalName(name, colorTerm: colorTerm, wanting: colors), colors: colors, mouse: mouse)
    deliver()
  }

  deinit {
    for descriptor in [output, keyboard.read, keyboard.write] { close(descriptor) }
  }

  /// Paints a frame and lets the terminal show it.
  mutating func show(_ frame: Frame) {
    session.paint(frame)
    deliver()
  }

  /// Hands on what the session wrote.
  mutating func deliver() {
    latest = Descriptors.contents(of: output)
    terminal.feed(latest)
  }

  /// Types bytes.
  func type(_ bytes: String) {
    let text = Array(bytes.utf8)
    _ = unsafe write(keyboard.write, text, text.count)
  }
}

/// Files and pipes for a session to stand on.
enum Descriptors {
  struct Failure: Error { let code: Int32 }

  /// A file without a name.
  static func scratchFile() throws -> Int32 {
    var name = Array("/tmp/broadsheet-XXXXXX".utf8CString)
    let descriptor = unsafe mkstemp(&name)
    guard descriptor >= 0 else { throw Failure(code: errno) }
    unsafe unlink(name)
    return descriptor
  }

  /// A pipe.
  static func pipe() throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    guard unsafe Glibc.pipe(&ends) == 0 else { throw Failure(code: errno) }
    return (ends[0], ends[1])
  }

  /// What was written to a file; the file is empty afterwards.
  static func contents(of descriptor: Int32) -> [UInt8] {
    let count = Int(lseek(descriptor, 0, SEEK_END))
    var bytes = [UInt8](repeating: 0, count: count)
    _ = unsafe pread(descriptor, &bytes, count, 0)
    ftruncate(descriptor, 0)
    lseek(descriptor, 0, SEEK_SET)
    return bytes
  }
}
