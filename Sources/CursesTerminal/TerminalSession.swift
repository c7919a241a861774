import CNcurses
import CTerminalSupport
import Glibc
public import ScreenModel
public import UnicodeTables

/// The one owner of the terminal, from `init` until it goes out of scope.
///
/// Noncopyable, so the screen is given back exactly once, whether the owner returns or throws. What
/// skips `deinit` (a trap, a fault, `exit`) is caught by a last resort that writes the same bytes.
/// ncurses draws into a file in memory; the terminal itself, its modes, its signals and its keys are
/// kept here. Stays on the thread that made it.
@safe public struct TerminalSession: ~Copyable {
  /// The size of the screen, as of the last `resize` event.
  public internal(set) var size: Size
  /// The codeset of the user's locale, where it was not UTF-8 and `C.UTF-8` took its place.
  public let replacedCodeset: String?

  let device: TerminalDevice
  let strings: TerminalStrings
  var colors: ColorPairs
  /// The frame on the screen; nil when nothing is known of it.
  var shown: Frame?
  /// Whether the frame on the screen was drawn by other widths than the terminal's: then nothing of it
  /// is where it should be, unless all that was drawn is drawn alike by both.
  var isDoubtful = false
  /// The style blanks are drawn in where another would look the same: that of most text, so that the
  /// pen need not change for them.
  var blankStyle: Style?
  var input: InputQueue
  var pen = PenFilter()
  let screen: CursesScreen

  /// The terminfo entry in use.
  public var terminalName: String { screen.name }

  /// How many colours frames are shown in; other colours are shown as the nearest of these.
  public var colorDepth: ColorDepth { colors.depth }

  /// Takes the terminal the process runs in.
  ///
  /// `colors` is the most that is wanted (`.none` for `NO_COLOR`); `mouse` asks for its events; `widths`
  /// is what the frames were laid out with. To be called before there is a second thread, for the
  /// locale of the process is set.
  public init(
    colors: ColorDepth = .direct, mouse: Bool = false, widths: WidthPolicy = WidthPolicy()
  ) throws(TerminalError) {
    try self.init(
      device: .standard(), name: TerminalName(wanting: colors), colors: colors, mouse: mouse,
      widths: widths)
  }

  /// Takes any terminal, or files that stand for one.
  package init(
    device: TerminalDevice, name: TerminalName, colors wanted: ColorDepth = .direct,
    mouse: Bool = false, widths: WidthPolicy = WidthPolicy()
  ) throws(TerminalError) {
    let replacedCodeset = try Locale.speakUTF8()
    let opened = try CursesScreen(name)
    InstalledWidths.install(widths)
    self.replacedCodeset = replacedCodeset
    self.device = device
    screen = opened
    size = device.size()
    colors = ColorPairs(wanted: wanted, paletteSize: opened.paletteSize)
    opened.prepare(size: size)
    strings = TerminalStrings(opening: opened.takeOutput(), mouse: mouse)
    input = InputQueue()
    unsafe terminal_guard(device.output, strings.leave, strings.leave.count)
    takeTerminal()
  }

  deinit {
    leaveTerminal()
    terminal_unguard()
    screen.close()
  }
}

extension TerminalSession {
  /// Says everything again that the terminal has to know, and forgets what it shows.
  mutating func takeTerminal() {
    terminal_make_raw(device.input)
    device.write((strings.enter + TerminalStrings.margins(rows: size.rows)).span)
    pen.forget()
    redrawAll()
  }

  func leaveTerminal() {
    awaitAnswers()
    device.write(strings.leave.span)
    terminal_restore_modes(strings.hasMouse ? 1 : 0)
  }
}
