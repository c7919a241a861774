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
  private var question: (listener: ProbeListener, asked: Int)?
  /// What the terminal has said to the latest question.
  private(set) var answers: ProbeAnswers?
  /// Whether it said so only after the time that a reader should not notice.
  private(set) var answersWereLate = false

  /// How long, in milliseconds, an unfinished sequence may still wait for its rest; nil if none does.
  ///
  /// While an answer may come any moment, its first byte is not taken for an Escape so soon.
  func patience(now: Int) -> Int? {
    guard decoder.isWaiting else { return nil }
    let answered = question.map { $0.asked + TerminalSession.answerDelay } ?? 0
    return max(0, max(lastRead + Self.escapeDelay, answered) - now)
  }

  /// Hears the answers to a question that is asked now.
  mutating func listen(_ listener: ProbeListener, now: Int) {
    (question, answers) = ((listener, now), nil)
    decoder.expectsAnswers = true
  }

  /// When the question was asked that the terminal has not answered yet; nil if there is none.
  var asked: Int? { question?.asked }

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
    let event = decoder.next()
    hear(decoder.takeAnswers(), now: now)
    return event.map { counted($0, now: now) } ?? (told.isEmpty ? nil : told.removeFirst())
  }

  /// The event that unfinished bytes are, when no more come.
  mutating func giveUp(now: Int) -> InputEvent? {
    decoder.giveUp().map { counted($0, now: now) }
  }

  private mutating func hear(_ answers: [TerminalAnswer], now: Int) {
    answers.forEach { question?.listener.take($0) }
    guard let (listener, asked) = question, listener.isDone else { return }
    question = nil
    decoder.expectsAnswers = false
    self.answers = listener.answers
    answersWereLate = now - asked > TerminalSession.answerDelay
    if listener.answers != nil { tell(.answered) }
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
