import ScreenModel
public import UnicodeTables

extension TerminalSession {
  /// How long, in milliseconds, an answer may take for a reader not to notice.
  static let answerDelay = 100
  /// How long after the question, in milliseconds, the end of a session still waits for the answer,
  /// lest the shell take it for typing.
  private static let farewellDelay = 300
  /// The columns a question needs: the widest cluster takes five cells in some terminals.
  private static let leastColumns = 20

  /// Asks the terminal how wide it draws these clusters; the answer is the event `answered`.
  ///
  /// To be called after a frame was painted: the clusters are printed over its last row, which is sent
  /// again in the same write. Nothing is asked on a screen of one row or under 20 columns, of a
  /// terminal that is not like ANSI's, and while another question is open. A terminal that stays
  /// silent costs nothing, and no answer is ever taken for a key, however late.
  public mutating func ask(_ clusters: [ProbedCluster] = ProbedCluster.allCases) {
    let row = size.rows - 1
    guard input.asked == nil, shown != nil, row > 0, size.columns >= Self.leastColumns,
      let question = TerminalStrings.question(clusters, row: row)
    else { return }
    input.listen(ProbeListener(clusters, row: row), now: Self.now())
    let redrawing = screen.redrawing(row: row)
    let start = sendable(redrawing.start)
    device.write((start + question.bytes + sendable(redrawing.again) + ProbeQuestion.last).span)
    if let cursor = shown?.cursor {
      screen.showCursor(at: cursor)
      device.write(screen.takeOutput().span)
    }
  }

  /// What the terminal said to the latest question; nil where it has not, or nothing that fits.
  public var answers: ProbeAnswers? { input.answers }

  /// Whether the latest answer took longer than 100 milliseconds.
  public var answersWereLate: Bool { input.answersWereLate }

  /// Whether a question is open that a reader would not notice the answer to.
  public var mayBeAnsweredSoon: Bool {
    input.asked.map { Self.now() - $0 <= Self.answerDelay } ?? false
  }

  /// Draws by other widths from now on; the next frame is painted whole if it shows anything else.
  public mutating func measure(by widths: WidthPolicy) {
    InstalledWidths.install(widths)
    isDoubtful = true
  }

  /// Takes the answers that are on their way, and throws away what was typed meanwhile.
  func awaitAnswers() {
    guard input.asked != nil else { return }
    var input = input
    while true {
      while input.next(now: Self.now()) != nil {}
      guard let asked = input.asked else { return }
      let rest = asked + Self.farewellDelay - Self.now()
      guard rest > 0, device.waitForInput(rest), let bytes = device.read() else { return }
      input.feed(bytes, now: Self.now())
    }
  }
}
