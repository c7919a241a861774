import CursesTerminal
import Glibc
import IssueFiles
import LayoutEngine
import NewsModel
import ReaderCore

/// Opens an issue in the terminal; without a terminal on standard output prints it as linear text.
///
/// A foreign source is imported first; where that takes longer than a moment, the screen shows how far it is.
func read(_ request: ReadRequest) throws {
  guard isatty(STDOUT_FILENO) == 1 else {
    return write(
      try open(request.path).issue.inLanguage(request.language).linearText, to: STDOUT_FILENO)
  }
  let reading = try Reading(request)
  let source = try IssueSource(request.path)
  guard case .foreign(let foreign) = source else {
    return try reading.open(OpenedIssue(source, at: request.path))
  }
  var process = try startImport(foreign)
  if let result = try process.finish(within: importDelay) {
    return try reading.open(OpenedIssue(result, at: request.path))
  }
  var session = try reading.takeTerminal()
  let name = request.path == "-" ? "standard input" : request.path
  let result = try watchImport(&process, named: name, &session, reading.dress(for: session))
  guard let result else { return }
  try reading.show(OpenedIssue(result, at: request.path), &session)
}

/// What is known before an issue is open: the request, its theme, and what the terminal said last time.
private struct Reading {
  private let request: ReadRequest
  private let shelf = ThemeShelf.standard
  private let theme: Theme
  private let terminal: Acquaintance

  init(_ request: ReadRequest) throws {
    self.request = request
    theme = try shelf.theme(named: request.theme)
    terminal = Acquaintance(ambiguous: request.ambiguous)
  }

  func takeTerminal() throws -> TerminalSession {
    try TerminalSession(
      colors: Environment.noColor ? .none : .direct, mouse: true, widths: terminal.widths)
  }

  func dress(for session: borrowing TerminalSession) -> Dress {
    Dress(
      theme, ReaderCore.ColorDepth(session.colorDepth), terminalIsDark: Environment.terminalIsDark)
  }

  /// Takes the terminal for an issue that is there.
  func open(_ opened: OpenedIssue) throws {
    _ = try opened.issue.page(labelled: request.page)
    var session = try takeTerminal()
    try show(opened, &session)
  }

  /// Lets somebody read an issue, until they quit.
  func show(_ opened: OpenedIssue, _ session: inout TerminalSession) throws {
    let issue = opened.issue.inLanguage(request.language)
    let page = try issue.page(labelled: request.page)
    let shops = Shops(
      nameplates: request.nameplate == .big ? NameplateShop(for: issue) : nil,
      pictures: request.pictures == .drawn ? PictureShop(onTerminal: opened.pictures) : nil)
    var loop = EventLoop(
      state: ReaderState(
        issue: issue, size: session.size, page: page,
        typesetting: Typesetting(
          for: issue, widths: terminal.widths, largeType: shops.nameplates?.type,
          pictures: shops.pictures?.source),
        arrangement: request.arrangement, isWhole: request.isWhole, provenance: opened.provenance),
      theme: theme, shelf: shelf, depth: ReaderCore.ColorDepth(session.colorDepth),
      terminal: terminal, shops: shops)
    if !opened.warnings.isEmpty { loop.tell(.faults(count: opened.warnings.count)) }
    if let codeset = session.replacedCodeset { loop.tell(.localeReplaced(codeset: codeset)) }
    try loop.run(&session)
  }
}
