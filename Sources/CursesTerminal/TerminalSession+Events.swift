import CNcurses
import CTerminalSupport
import Glibc
public import ScreenModel

extension TerminalSession {
  /// Waits for the next event; nil when `timeout` has passed without one.
  ///
  /// Without a timeout it waits for ever. A stop (^Z) happens in here; the event after it is `resumed`.
  /// Where a descriptor is watched, nil also tells that it can be read.
  public mutating func nextEvent(
    timeout: Duration? = nil, watching other: Int32? = nil
  ) -> InputEvent? {
    let deadline = timeout.map { Self.now() + Int($0 / .milliseconds(1)) }
    while true {
      let now = Self.now()
      if let event = input.next(now: now) { return event }
      let (rest, patience) = (deadline.map { max(0, $0 - now) }, input.patience(now: now))
      switch wait([rest, patience].compactMap(\.self).min(), other) {
      case .signal: takeSignals()
      case .input: readInput()
      case .other: return nil
      case .time:
        guard let patience, patience <= rest ?? patience else { return nil }
        if let event = input.giveUp(now: now) { return event }
      }
    }
  }

  /// Gives the terminal back and stops, as ^Z does; returns when the process goes on.
  ///
  /// The next event is `resumed`: paint again.
  public mutating func suspend() {
    leaveTerminal()
    terminal_stop_process()
    resume()
  }

  private mutating func resume() {
    takeTerminal()
    input.tell(.resumed)
    noticeSize()
  }

  private enum Ready { case signal, input, other, time }

  /// Waits for so many milliseconds, for ever if nil.
  private borrowing func wait(_ milliseconds: Int?, _ other: Int32?) -> Ready {
    let limit = Int32(clamping: milliseconds ?? -1)
    var sources = [
      pollfd(fd: screen.signals, events: Int16(POLLIN), revents: 0),
      pollfd(fd: device.input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: other ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    let count = unsafe poll(&sources, nfds_t(sources.count), limit)
    if count < 0 || sources[0].revents != 0 { return .signal }
    if sources[1].revents != 0 { return .input }
    return count == 0 ? .time : .other
  }

  private mutating func readInput() {
    guard let bytes = device.read() else { return input.tell(.hangUp) }
    if !bytes.isEmpty { input.feed(bytes, now: Self.now()) }
  }

  private mutating func takeSignals() {
    while case let signal = terminal_next_signal(), signal != 0 {
      switch signal {
      case SIGWINCH: noticeSize()
      case SIGTSTP: suspend()
      case SIGCONT: resume()
      default:
        if let request = InputEvent.Signal(rawValue: signal) { input.tell(.endRequested(request)) }
      }
    }
  }

  private mutating func noticeSize() {
    let current = device.size()
    guard current != size else { return }
    size = current
    screen.resize(to: size)
    device.write(TerminalStrings.margins(rows: size.rows).span)
    redrawAll()
    input.tell(.resize(size))
  }

  /// Milliseconds that only go forward.
  static func now() -> Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
