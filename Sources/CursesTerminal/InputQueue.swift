import ScreenModel

/// Events on their way to the reader: what was decoded, and what the session itself has to tell.
struct InputQueue {
  /// How long an Escape waits for the rest of a sequence, in milliseconds.
  ///
  /// Nobody notices, and what one key sends over a slow line arrives within it.
  private static let escapeDelay = 50
  /// Milliseconds between presses on one cell that make a double click.
  private static let doubleClick = 400

  private var decoder = InputDecoder()
  private var told: [InputEvent] = []
  private var lastPress: (event: InputEvent, time: Int, clicks: Int)?
  private var lastRead = 0
  private var knowsTerminal = false

  /// How long, in milliseconds, an unfinished sequence may still wait for its rest; nil if none does.
  func patience(now: Int) -> Int? {
    decoder.isWaiting ? max(0, lastRead + Self.escapeDelay - now) : nil
  }

  /// Puts an event of the session's own before those of the keyboard.
  mutating func tell(_ event: InputEvent) {
    if told.last != event { told.append(event) }
  }

  /// Takes bytes from the keyboard.
  mutating func feed(_ bytes: [UInt8], now: Int) {
    lastRead = now
    if !knowsTerminal {
      knowsTerminal = true
      decoder.sequences = TerminalKeys.sequences()
    }
    decoder.feed(bytes)
  }

  /// The next event; `now` is in milliseconds.
  mutating func next(now: Int) -> InputEvent? {
    if !told.isEmpty { return told.removeFirst() }
    return decoder.next().map { counted($0, now: now) }
  }

  /// The event that unfinished bytes are, when no more come.
  mutating func giveUp(now: Int) -> InputEvent? {
    decoder.giveUp().map { counted($0, now: now) }
  }

  private mutating func counted(_ event: InputEvent, now: Int) -> InputEvent {
    guard case .mouse(let button, let point, _) = event, button != .wheelUp, button != .wheelDown
    else { return event }
    var clicks = 1
    if let last = lastPress, last.event == event, now - last.time <= Self.doubleClick {
      clicks = last.clicks % 2 + 1
    }
    lastPress = (event, now, clicks)
    return .mouse(button, at: point, clicks: clicks)
  }
}
