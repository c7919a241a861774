import CNcurses
import CTerminalSupport
import Glibc
import ScreenModel

/// The screen of ncurses, and the file in memory that it is drawn into.
///
/// ncurses' own buffer holds less than a page of Chinese and would send it in pieces, and ncurses
/// would set the modes of whatever terminal it is given. So it is given none: what it draws is taken
/// from here, and sent in one write. There is one screen a process at a time.
@safe struct CursesScreen {
  /// The terminfo entry in use.
  let name: String
  /// Where signals can be read; taken before ncurses comes, which then leaves them alone.
  let signals: Int32
  private let screen: OpaquePointer
  private let file: UnsafeMutablePointer<FILE>

  /// Opens the first entry that terminfo has; the reason of the last where it has none.
  init(_ name: TerminalName) throws(TerminalError) {
    let descriptor = terminal_scratch_file()
    guard descriptor >= 0, let file = unsafe fdopen(descriptor, "w+") else {
      throw .unusable(name: name.name, why: "cannot be drawn, for no file can be made in memory")
    }
    let signals = terminal_open_signals()
    for candidate in name.candidates where !candidate.isEmpty {
      guard let screen = unsafe newterm(candidate, file, file) else { continue }
      guard !TerminalStrings.capability("cup").isEmpty else {
        endwin()
        unsafe delscreen(screen)
        break
      }
      (self.name, self.signals) = (candidate, signals)
      unsafe (self.screen, self.file) = unsafe (screen, file)
      return
    }
    unsafe fclose(file)
    terminal_close_signals()
    throw Self.reason(against: name.name)
  }

  private static func reason(against name: String) -> TerminalError {
    var found: Int32 = 0
    let isKnown = unsafe !name.isEmpty && setupterm(name, STDERR_FILENO, &found) == OK
    return isKnown
      ? .unusable(name: name, why: "cannot move its cursor") : .unknownTerminal(name: name)
  }

  /// Entries of the palette that the terminal takes beside 24-bit colour.
  var paletteSize: Int { TerminalName.paletteSize(ofEntry: name) }

  /// Sets what a screen of finished frames needs.
  func prepare(size: Size) {
    let window = unsafe curses_standard_screen()
    typeahead(-1)
    unsafe keypad(window, true)
    // Inserting and deleting in a row would push wide glyphs apart where a terminal counts otherwise.
    unsafe idcok(window, false)
    hideCursor()
    resize(to: size)
  }

  /// Takes another size.
  ///
  /// The last cell of a screen is special to ncurses: lest it scroll, it is pushed into place by an
  /// insertion, which loses it beside a wide glyph. Where the terminal only scrolls when another
  /// character follows (`xenl`), ncurses is told of one row more, for ever blank, and the last cell is
  /// like any other.
  func resize(to size: Size) {
    let waitsToWrap = unsafe tigetflag("xenl") == 1
    resizeterm(Int32(size.rows + (waitsToWrap ? 1 : 0)), Int32(size.columns))
  }

  /// Hides the cursor; it rests where the last change left it.
  func hideCursor() {
    curs_set(0)
    unsafe leaveok(curses_standard_screen(), true)
  }

  /// Moves the cursor to a cell and shows it.
  func showCursor(at cell: Point) {
    let window = unsafe curses_standard_screen()
    unsafe leaveok(window, false)
    unsafe wmove(window, Int32(cell.row), Int32(cell.column))
    curs_set(1)
    refresh()
  }

  /// Sends what has changed to the file.
  func refresh() {
    unsafe wrefresh(curses_standard_screen())
  }

  /// Forgets what the terminal shows, so that the next frame is sent whole.
  func forget() {
    unsafe clearok(curses_current_screen(), true)
  }

  /// What brings the cursor to the start of a row, and what from there sends the row again that
  /// something else was printed in.
  ///
  /// The terminal's own memory of a cursor is left alone: in some it is the place where the shell's is
  /// kept while another screen is shown.
  func redrawing(row: Int) -> (start: [UInt8], again: [UInt8]) {
    let window = unsafe curses_standard_screen()
    unsafe leaveok(window, false)
    unsafe wmove(window, Int32(row), 0)
    refresh()
    let start = takeOutput()
    hideCursor()
    unsafe wredrawln(window, Int32(row), 1)
    refresh()
    return (start, takeOutput())
  }

  /// What ncurses has to say since the last time.
  func takeOutput() -> [UInt8] {
    let descriptor = unsafe fileno(file)
    let count = Int(lseek(descriptor, 0, SEEK_CUR))
    guard count > 0 else { return [] }
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      initialized = max(0, unsafe pread(descriptor, buffer.baseAddress, count, 0))
    }
    lseek(descriptor, 0, SEEK_SET)
    return bytes
  }

  /// Ends ncurses, whose last words nobody hears.
  func close() {
    terminal_close_signals()
    endwin()
    unsafe delscreen(screen)
    unsafe fclose(file)
  }
}
