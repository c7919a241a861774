import CursesTerminal
import Glibc
import IssueFiles
import ReaderCore
import ScreenModel

/// How long an import stays off the screen, in milliseconds: what is done by then would only flash.
let importDelay = 150

/// Shows how far an import is until it ends; nil where somebody did not want to wait.
///
/// What keeps it from coming to an issue stands on the screen until a key is pressed, and is thrown then.
func watchImport(
  _ process: inout ImportingProcess, named name: String, _ session: inout TerminalSession,
  _ dress: Dress
) throws(ImportFault) -> ImportResult? {
  var view = ImportView(source: name, size: session.size)
  do throws(ImportFault) {
    while true {
      view.progress = process.progress.map { ($0.done, $0.total, $0.file) }
      session.paint(render(view, session, dress))
      while let event = session.nextEvent(watching: process.descriptor) {
        if event.endsWaiting { return nil }
        session.paint(render(view, session, dress))
      }
      if try process.take() { return try process.outcome() }
    }
  } catch {
    view.fault = error.description
    repeat { session.paint(render(view, session, dress)) } while session.waitsForResize()
    throw error
  }
}

private func render(
  _ view: ImportView, _ session: borrowing TerminalSession, _ dress: Dress
) -> Frame {
  var view = view
  view.size = session.size
  return view.render(dress)
}

extension TerminalSession {
  /// Waits for any event; true for those after which the same has to be painted again.
  fileprivate mutating func waitsForResize() -> Bool {
    switch nextEvent() {
    case .resize, .resumed, .answered: true
    default: false
    }
  }
}

extension InputEvent {
  /// Whether somebody who waits wants no more of it.
  fileprivate var endsWaiting: Bool {
    switch self {
    case .key(.character("q")), .key(.escape), .key(.control("c")), .endRequested, .hangUp: true
    default: false
    }
  }
}
