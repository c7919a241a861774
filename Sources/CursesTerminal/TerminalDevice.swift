import CTerminalSupport
import Glibc
package import ScreenModel

/// The two ends of a terminal: where bytes go and where keys come from.
package struct TerminalDevice: Sendable {
  /// Where the screen is written.
  package let output: Int32
  /// Where keys are read.
  package let input: Int32
  /// The size to take where the output is no terminal; tests draw into files.
  package let fixedSize: Size?

  /// Takes two descriptors that stay open longer than the session.
  package init(output: Int32, input: Int32, fixedSize: Size? = nil) {
    (self.output, self.input, self.fixedSize) = (output, input, fixedSize)
  }

  /// Standard output, with standard input or, where that is a pipe, the controlling terminal.
  static func standard() throws(TerminalError) -> TerminalDevice {
    guard isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    let ownsInput = isatty(STDIN_FILENO) == 1
    let keyboard = ownsInput ? STDIN_FILENO : unsafe open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard keyboard >= 0 else { throw .notATerminal }
    return TerminalDevice(output: STDOUT_FILENO, input: keyboard)
  }

  /// The size of the terminal; 80x24 where it does not say.
  func size() -> Size {
    if let fixedSize { return fixedSize }
    var (columns, rows): (Int32, Int32) = (0, 0)
    let known = unsafe terminal_window_size(output, &columns, &rows) == 0
    return known && columns > 0 && rows > 0
      ? Size(columns: Int(columns), rows: Int(rows)) : Size(columns: 80, rows: 24)
  }

  /// What the keyboard has sent, which may be nothing yet; nil where the terminal is gone.
  func read() -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = unsafe Glibc.read(input, &bytes, bytes.count)
    if count > 0 { return Array(bytes[..<count]) }
    return count < 0 && (errno == EINTR || errno == EAGAIN) ? [] : nil
  }

  /// Waits so many milliseconds for something to read; false where nothing came.
  func waitForInput(_ milliseconds: Int) -> Bool {
    var request = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&request, 1, Int32(clamping: milliseconds)) > 0
  }

  /// Writes everything, in one call unless the terminal takes less; a terminal that is gone loses it.
  func write(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBytes { buffer in
      var rest = unsafe buffer[...]
      while unsafe !rest.isEmpty {
        let wrote = unsafe Glibc.write(output, rest.baseAddressOfSlice, rest.count)
        if wrote > 0 {
          unsafe rest = unsafe rest.dropFirst(wrote)
        } else if errno == EAGAIN {
          waitUntilWritable()
        } else if errno != EINTR {
          return
        }
      }
    }
  }

  private func waitUntilWritable() {
    var request = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
    unsafe poll(&request, 1, -1)
  }
}

extension Slice<UnsafeRawBufferPointer> {
  fileprivate var baseAddressOfSlice: UnsafeRawPointer? {
    unsafe base.baseAddress.map { unsafe $0 + startIndex }
  }
}
