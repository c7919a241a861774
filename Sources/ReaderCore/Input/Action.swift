public import ScreenModel
public import UnicodeTables

/// Something a person wants.
public enum Action: Hashable, Sendable {
  case nextScreen, previousScreen, firstScreen, lastScreen
  /// Pages forward, or back where negative.
  case turnPage(by: Int)
  /// Rows downwards on a page that is scrolled, or upwards where negative.
  case scroll(by: Int)
  /// To the page with that number.
  case goToPage(Int)
  case askForPage
  case type(Character)
  case eraseTyped, acceptTyped
  case moveFocus(Direction)
  case focusNext, focusPrevious
  case open, followJump, back, forward
  case zoomIn, zoomOut, overview, help, leave
  /// The page as its author arranged it, or as the composer does.
  case toggleArrangement
  /// The page as high as its text needs, for those who scroll, or cut into screens.
  case toggleWholePage
  /// Where the item in focus came from, and the next of which something is uncertain.
  case tellOrigin, showNextDoubt
  case nextTheme, redraw, suspend, quit
  /// Something the shell has to say.
  case tell(Notice)
  /// Nothing is asked for at the moment: time to compose the pages that may be asked for next.
  case prepareNeighbours
  case resize(Size)
  /// The terminal turns out to draw by these widths.
  case measure(WidthPolicy)
  /// Large type or pictures can be drawn that could not be drawn before.
  case setAnew
  /// The mouse, at a cell; `count` is 2 for a double click.
  case click(Point, count: Int)
}

extension Action {
  /// Whether the reader wants to see something else: not where the window is dragged, the terminal
  /// speaks, or nothing is asked for.
  var isMove: Bool {
    switch self {
    case .resize, .measure, .setAnew, .prepareNeighbours: false
    default: true
    }
  }
}
