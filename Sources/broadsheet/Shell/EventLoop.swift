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
  var ambiguous = AmbiguousWidth.auto
  var language: String?
  var nameplate = NameplateStyle.big
  var pictures = PictureStyle.drawn
  var arrangement = Arrangement.author
  var isWhole = false
}

/// Events in, actions through the state, frames out, until somebody quits.
struct EventLoop {
  private var state: ReaderState
  private var themeName: String
  private var dress: Dress
  private let shelf: ThemeShelf
  private let depth: ReaderCore.ColorDepth
  private let keymap = Keymap()
  private var terminal: Acquaintance
  private let shops: Shops
  /// What the terminal said too late for a reader not to notice: drawn by from the next event on.
  private var lateWidths: WidthPolicy?

  init(
    state: ReaderState, theme: Theme, shelf: ThemeShelf, depth: ReaderCore.ColorDepth,
    terminal: Acquaintance, shops: Shops
  ) {
    (self.state, self.shelf, self.depth) = (state, shelf, depth)
    (self.terminal, self.shops) = (terminal, shops)
    themeName = theme.name
    dress = Dress(theme, depth, terminalIsDark: Environment.terminalIsDark)
  }

  /// Dresses the screen in the next theme; one that is faulty is named and passed over.
  private mutating func takeNextTheme() {
    guard let name = shelf.name(after: themeName) else { return }
    themeName = name
    do {
      dress = Dress(
        try shelf.theme(named: name), depth, terminalIsDark: Environment.terminalIsDark)
    } catch {
      tell(.themeRefused((error as? any ShellFault)?.sentence ?? name))
    }
  }

  /// Puts a notice on the screen.
  mutating func tell(_ notice: Notice) { _ = update(&state, .tell(notice)) }

  /// Runs until the end; what has come in meanwhile is taken before the next frame is drawn.
  mutating func run(_ session: inout TerminalSession) throws {
    session.paint(render(state, dress))
    if openShops() { session.paint(render(state, dress)) }
    terminal.meet(&session)
    while let event = nextEvent(&session) {
      guard try take(event, &session) else { return }
      while let more = session.nextEvent(timeout: .zero) {
        guard try take(more, &session) else { return }
      }
      tellOfPictures()
      session.paint(render(state, dress))
    }
  }

  /// Opens fonts and pictures, and sets the page anew where it had to do without them; true if so.
  ///
  /// For fonts that is once for a paper and a size of the screen. It happens some hundredths of a second
  /// after the first page, before a reader has begun to read. Afterwards another size, and another page,
  /// finds them open.
  private mutating func openShops() -> Bool {
    let isNeeded = shops.haveMissed
    shops.open()
    if isNeeded { _ = update(&state, .setAnew) }
    return tellOfPictures() || isNeeded
  }

  /// Says what was wrong with pictures; true if anything was.
  @discardableResult
  private mutating func tellOfPictures() -> Bool {
    guard let fault = shops.pictures?.takeFaults().first else { return false }
    tell(.pictureRefused(fault.harmless))
    return true
  }

  /// The next event; when there is none for a while, the neighbouring pages are composed.
  ///
  /// Not at once, so that the terminal has the machine to itself while it draws, nor while its answer
  /// may come and change them all.
  private mutating func nextEvent(_ session: inout TerminalSession) -> InputEvent? {
    repeat {
      if let event = session.nextEvent(timeout: .milliseconds(30)) { return event }
    } while session.mayBeAnsweredSoon
    _ = update(&state, .prepareNeighbours)
    return session.nextEvent()
  }

  /// Applies one event; false ends the loop.
  private mutating func take(_ event: InputEvent, _ session: inout TerminalSession) throws -> Bool {
    if event == .answered {
      hear(&session)
      return true
    }
    if let widths = lateWidths { draw(by: widths, &session) }
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

  /// The terminal has answered how wide it draws.
  ///
  /// What comes in time is drawn by at once. Later the page does not move under the eyes of somebody
  /// who reads: the widths wait until something else is asked for.
  private mutating func hear(_ session: inout TerminalSession) {
    guard let answers = session.answers else { return }
    let widths = terminal.learn(answers)
    guard widths != state.widths else { return }
    if session.answersWereLate { lateWidths = widths } else { draw(by: widths, &session) }
  }

  private mutating func draw(by widths: WidthPolicy, _ session: inout TerminalSession) {
    lateWidths = nil
    session.measure(by: widths)
    _ = update(&state, .measure(widths))
  }
}

/// What draws and gives what the core cannot: opened when the first page stands.
struct Shops {
  /// The letters of the nameplate; nil where it is set as text.
  let nameplates: NameplateShop?
  /// The pictures; nil where their captions stand alone.
  let pictures: PictureShop?

  /// Whether the page had to do without something.
  var haveMissed: Bool { nameplates?.hasMissed == true || pictures?.hasMissed == true }

  /// Opens both.
  func open() {
    nameplates?.openFonts()
    pictures?.open()
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
