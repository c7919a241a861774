import CursesTerminal
import Glibc
import ScreenModel
import TestSupport
import UnicodeTables

/// A session that draws into a file, the terminal that shows what it drew, and its keyboard.
struct DrawnScreen: ~Copyable {
  var session: TerminalSession
  let terminal: VirtualTerminal
  /// The bytes of the latest delivery.
  private(set) var latest: [UInt8] = []
  private let wires: Wires

  /// Opens a session on a terminal of that name and size.
  init(
    _ name: String = "xterm-256color", size: Size, colors: ColorDepth = .direct,
    colorTerm: String? = nil, mouse: Bool = false,
    widths: WidthPolicy = WidthPolicy()
  ) throws {
    let wires = try Wires()
    session = try TerminalSession(
      device: TerminalDevice(output: wires.output, input: wires.keyRead, fixedSize: size),
      name: TerminalName(name, colorTerm: colorTerm, wanting: colors), colors: colors, mouse: mouse,
      widths: widths)
    self.wires = wires
    terminal = VirtualTerminal(size: size)
    deliver()
  }

  /// Paints a frame and lets the terminal show it.
  mutating func show(_ frame: Frame) {
    session.paint(frame)
    deliver()
  }

  /// Hands on what the session wrote.
  mutating func deliver() {
    latest = wires.written()
    terminal.feed(latest)
  }

  /// Types bytes.
  func type(_ text: String) { wires.type(Array(text.utf8)) }

  /// Takes the keyboard away.
  func unplug() { wires.closeKeyboard() }

  /// Ends the session; gives what it wrote last.
  @discardableResult consuming func end() -> [UInt8] {
    let wires = self.wires
    let terminal = self.terminal
    _ = consume self
    let bytes = wires.written()
    terminal.feed(bytes)
    return bytes
  }
}

/// The file and the pipe a session stands on.
final class Wires {
  struct Failure: Error { let code: Int32 }

  let output: Int32
  let keyRead: Int32
  private var keyWrite: Int32

  init() throws {
    var name = Array("/tmp/broadsheet-XXXXXX".utf8CString)
    var ends: [Int32] = [0, 0]
    output = unsafe mkstemp(&name)
    guard output >= 0, unsafe pipe(&ends) == 0 else { throw Failure(code: errno) }
    unsafe unlink(name)
    (keyRead, keyWrite) = (ends[0], ends[1])
  }

  deinit {
    for descriptor in [output, keyRead] { close(descriptor) }
    closeKeyboard()
  }

  func closeKeyboard() {
    if keyWrite >= 0 { close(keyWrite) }
    keyWrite = -1
  }

  func type(_ bytes: [UInt8]) {
    _ = unsafe write(keyWrite, bytes, bytes.count)
  }

  /// What was written since the last time.
  func written() -> [UInt8] {
    let count = Int(lseek(output, 0, SEEK_END))
    var bytes = [UInt8](repeating: 0, count: count)
    _ = unsafe pread(output, &bytes, count, 0)
    ftruncate(output, 0)
    lseek(output, 0, SEEK_SET)
    return bytes
  }
}

extension [UInt8] {
  /// Whether these very bytes are in it.
  func holds(_ text: String) -> Bool {
    indices.contains { self[$0...].starts(with: text.utf8) }
  }
}
