import CursesTerminal
import Glibc
import LayoutEngine
import NewsModel
import ReaderCore
import ScreenModel
import UnicodeTables

extension TerminalError: ShellFault {
  var sentence: String { description }
  var status: ExitStatus { .terminalUnusable }
}

/// What a person asks of `read`.
struct ReadRequest {
  var path: String
  var page: String?
  var theme: String?
  var widths = WidthPolicy()
  var language: String?
}

/// Opens an issue in the terminal; without a terminal on standard output prints it as linear text.
func read(_ request: ReadRequest) throws {
  let (opened, faults) = try openCounted(request.path)
  let issue = opened.inLanguage(request.language)
  guard isatty(STDOUT_FILENO) == 1 else {
    return write(issue.linearText, to: STDOUT_FILENO)
  }
  let page = try issue.page(labelled: request.page)
  let shelf = ThemeShelf.standard
  let theme = try shelf.theme(named: request.theme)
  var session = try TerminalSession(
    colors: Environment.noColor ? .none : .direct, mouse: true, widths: request.widths)
  var loop = EventLoop(
    state: ReaderState(issue: issue, size: session.size, page: page, widths: request.widths),
    theme: theme, shelf: shelf, depth: ReaderCore.ColorDepth(session.colorDepth))
  if faults > 0 { loop.tell(.faults(count: faults)) }
  if let codeset = session.replacedCodeset { loop.tell(.localeReplaced(codeset: codeset)) }
  try loop.run(&session)
}

/// Events in, actions through the state, frames out, until somebody quits.
struct EventLoop {
  private var state: ReaderState
  private var themeName: String
  private var dress: Dress
  private let shelf: ThemeShelf
  private let depth: ReaderCore.ColorDepth
  private let keymap = Keymap()

  init(state: ReaderState, theme: Theme, shelf: ThemeShelf, depth: ReaderCore.ColorDepth) {
    (self.state, self.shelf, self.depth) = (state, shelf, depth)
    themeName = theme.name
    dress = Dress(theme, depth)
  }

  /// Dresses the screen in the next theme; one that is faulty is named and passed over.
  private mutating func takeNextTheme() {
    guard let name = shelf.name(after: themeName) else { return }
    themeName = name
    do {
      dress = Dress(try shelf.theme(named: name), depth)
    } catch {
      tell(.themeRefused((error as? any ShellFault)?.sentence ?? name))
    }
  }

  /// Puts a notice on the screen.
  mutating func tell(_ notice: Notice) { _ = update(&state, .tell(notice)) }

  /// Runs until the end; what has come in meanwhile is taken before the next frame is drawn.
  mutating func run(_ session: inout TerminalSession) throws {
    session.paint(render(state, dress))
    while let event = nextEvent(&session) {
      guard try take(event, &session) else { return }
      while let more = session.nextEvent(timeout: .zero) {
        guard try take(more, &session) else { return }
      }
      session.paint(render(state, dress))
    }
  }

  /// The next event; when there is none for a while, the neighbouring pages are composed.
  ///
  /// Not at once, so that the terminal has the machine to itself while it draws.
  private mutating func nextEvent(_ session: inout TerminalSession) -> InputEvent? {
    if let event = session.nextEvent(timeout: .milliseconds(30)) { return event }
    _ = update(&state, .prepareNeighbours)
    return session.nextEvent()
  }

  /// Applies one event; false ends the loop.
  private mutating func take(_ event: InputEvent, _ session: inout TerminalSession) throws -> Bool {
    guard let action = keymap.action(for: event, in: state) else { return true }
    for effect in update(&state, action) {
      switch effect {
      case .quit: return false
      case .suspend: session.suspend()
      case .redraw: session.redrawAll()
      case .bell: session.ringBell()
      case .nextTheme: takeNextTheme()
      }
    }
    return true
  }
}

extension ReaderCore.ColorDepth {
  /// The depth at which themes are dressed for a terminal; eight colours are too few to keep ink
  /// readable on paper, so attributes alone serve there.
  init(_ depth: CursesTerminal.ColorDepth) {
    switch depth {
    case .none, .ansi8: self = .mono
    case .ansi16: self = .ansi
    case .indexed256: self = .indexed
    case .direct: self = .direct
    }
  }
}
