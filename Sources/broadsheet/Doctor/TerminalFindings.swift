package import CursesTerminal
import Glibc
import NameplateType
import PictureFiles
package import ScreenModel

/// What an examination of the terminal has found.
package struct TerminalFindings: Sendable {
  /// How the examination went.
  package enum Outcome: Hashable, Sendable {
    /// The terminal said how wide it draws, in time or too late for a page that is read.
    case answered(late: Bool)
    /// It was asked and stayed silent.
    case silent
    /// It was not asked, for standard input or output is no terminal.
    case notAsked
    /// No page can be drawn on it; the sentence says why.
    case unusable(String)
  }

  /// How the examination went.
  package var outcome: Outcome
  /// What the terminal said, now or at an earlier start.
  package var answers: ProbeAnswers?
  /// The terminfo entry in use, or `TERM` where there is none.
  package var entry = ""
  /// Its size; nil where there is no terminal.
  package var size: Size?
  /// How many colours it shows.
  package var colors = 0
  /// The codeset of the locale where it was not UTF-8.
  package var replacedCodeset: String?
  /// The width a person chose for ambiguous characters.
  package var chosen: Int?
  /// What the environment says of the terminal, by name.
  package var environment: [(name: String, value: String)] = []
  /// The libraries and programs that are called when they are needed: what each is for, its file, and whether
  /// it is there.
  package var libraries: [(purpose: String, file: String, isPresent: Bool)] = []
  /// Where things are looked for, by name; one name may have several places.
  package var places: [(name: String, path: String)] = []

  /// An examination with that outcome and nothing found yet.
  package init(_ outcome: Outcome) { self.outcome = outcome }

  /// Whether pages cannot be drawn here.
  var isUnusable: Bool {
    if case .unusable = outcome { true } else { false }
  }
}

extension TerminalFindings {
  /// How long, in milliseconds, a terminal may take to answer here, where nobody waits for a page.
  private static let patience = 1000

  /// Examines the terminal the process runs in: opens a screen on it for a moment, and asks.
  init(ambiguous: AmbiguousWidth) {
    self.init(.notAsked)
    chosen = ambiguous.cells
    answers = TerminalMemory.standard.recall()
    environment = Self.environmentNames.compactMap { name in
      Environment[name].map { (name, $0) }
    }
    places = Self.standardPlaces
    libraries = Self.standardLibraries
    entry = Environment["TERM"] ?? ""
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      do throws(TerminalError) {
        try readEntry()
      } catch {
        entry = error.description
      }
      return
    }
    do throws(TerminalError) {
      try askTerminal()
    } catch {
      outcome = .unusable(error.description)
    }
  }

  private static let environmentNames = [
    "TERM", "COLORTERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "TMUX", "STY", "NO_COLOR",
    "LC_ALL", "LC_CTYPE", "LANG",
  ]

  private static var standardPlaces: [(name: String, path: String)] {
    let configuration = Environment.configurationFolder.map { [("configuration", $0)] } ?? []
    let themes = ThemeShelf.standard.folders.map { ("themes", $0) }
    return configuration + themes + (TerminalMemory.standard.path.map { [("state", $0)] } ?? [])
  }

  private static var standardLibraries: [(purpose: String, file: String, isPresent: Bool)] {
    FontLibrary.all.map { ("large nameplates", $0, FontLibrary.isPresent($0)) }
      + PictureLibrary.allCases.map { ("\($0.format) pictures", $0.fileName, $0.isPresent) }
      + [("other formats", ImportProgram.path ?? "broadsheet-import", ImportProgram.path != nil)]
  }

  private mutating func askTerminal() throws(TerminalError) {
    let colors: CursesTerminal.ColorDepth = Environment.noColor ? .none : .direct
    var session = try TerminalSession(colors: colors, widths: .init(answers, ambiguous: chosen))
    note(session)
    size = session.size
    session.paint(Frame(size: session.size))
    session.ask()
    outcome = .silent
    guard session.waitForAnswers(Self.patience), let answers = session.answers else { return }
    outcome = .answered(late: session.answersWereLate)
    self.answers = answers
  }

  /// Without a terminal, terminfo still knows what one of that name could do.
  private mutating func readEntry() throws(TerminalError) {
    let nowhere = unsafe open("/dev/null", O_RDWR | O_CLOEXEC)
    defer { close(nowhere) }
    let wanted: CursesTerminal.ColorDepth = Environment.noColor ? .none : .direct
    let device = TerminalDevice(
      output: nowhere, input: nowhere, fixedSize: Size(columns: 80, rows: 24))
    note(try TerminalSession(device: device, name: TerminalName(wanting: wanted), colors: wanted))
  }

  private mutating func note(_ session: borrowing TerminalSession) {
    entry = session.terminalName
    colors = session.colorDepth.rawValue
    replacedCodeset = session.replacedCodeset
  }
}

extension TerminalSession {
  /// Waits so many milliseconds for an answer, and loses keys; false where none comes.
  fileprivate mutating func waitForAnswers(_ milliseconds: Int) -> Bool {
    let (clock, limit) = (ContinuousClock(), Duration.milliseconds(milliseconds))
    let start = clock.now
    while case let rest = limit - (clock.now - start), rest > .zero {
      switch nextEvent(timeout: rest) {
      case .answered: return true
      case .hangUp, .endRequested: return false
      default: break
      }
    }
    return false
  }
}
