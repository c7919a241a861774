import CursesTerminal
import ScreenModel
import TestSupport
import Testing

extension CursesTests {
  @Suite struct EventTests {
    private static let size = Size(columns: 20, rows: 3)

    @Test func `keys come in the order they were typed`() throws {
      var screen = try DrawnScreen(size: Self.size)
      screen.type("n报\u{1B}[6~\r")
      var keys: [InputEvent] = []
      while let event = screen.session.nextEvent(timeout: .zero) { keys.append(event) }
      #expect(
        keys == [.key(.character("n")), .key(.character("报")), .key(.pageDown), .key(.enter)])
    }

    @Test func `a lone escape is a key after a moment`() throws {
      var screen = try DrawnScreen(size: Self.size)
      screen.type("\u{1B}")
      #expect(screen.session.nextEvent() == .key(.escape))
    }

    @Test func `without an event the time runs out`() throws {
      var screen = try DrawnScreen(size: Self.size)
      #expect(screen.session.nextEvent(timeout: .milliseconds(1)) == nil)
      screen.type("\u{1B}")
      #expect(screen.session.nextEvent(timeout: .zero) == nil)
      #expect(screen.session.nextEvent() == .key(.escape))
    }

    @Test func `an escape comes to who asks in short turns, too`() throws {
      var screen = try DrawnScreen(size: Self.size)
      screen.type("\u{1B}")
      var event: InputEvent?
      while event == nil { event = screen.session.nextEvent(timeout: .milliseconds(2)) }
      #expect(event == .key(.escape))
    }

    @Test func `keys of the terminal are known by terminfo`() throws {
      var screen = try DrawnScreen("rxvt", size: Self.size)
      screen.type("\u{1B}[7~\u{1B}[11^\u{1B}[23~")
      #expect(screen.session.nextEvent() == .key(.home))
      #expect(screen.session.nextEvent() == .key(.function(23)))
    }

    @Test func `a keyboard that is gone hangs up`() throws {
      var screen = try DrawnScreen(size: Self.size)
      screen.type("x")
      screen.unplug()
      #expect(screen.session.nextEvent() == .key(.character("x")))
      #expect(screen.session.nextEvent() == .hangUp)
      #expect(screen.session.nextEvent() == .hangUp)
    }

    @Test func `the mouse is asked for where it is wanted`() throws {
      let without = try DrawnScreen(size: Self.size)
      #expect(!without.terminal.reportsMouse)
      without.end()
      let with = try DrawnScreen(size: Self.size, mouse: true)
      #expect(with.terminal.reportsMouse)
    }

    @Test func `the colours of the terminal are told`() throws {
      let names: [(String, ColorDepth)] = [
        ("vt100", .none), ("xterm", .ansi8), ("xterm-16color", .ansi16),
        ("xterm-256color", .indexed256), ("xterm-direct2", .direct),
      ]
      for (name, depth) in names {
        let screen = try DrawnScreen(name, size: Self.size)
        #expect(screen.session.colorDepth == depth)
        #expect(screen.session.terminalName == name)
        screen.end()
      }
      let direct = try DrawnScreen(size: Self.size, colorTerm: "truecolor")
      #expect(direct.session.colorDepth == .direct)
    }

    @Test func `a terminal nobody knows is an error with its name`() {
      #expect(throws: TerminalError.unknownTerminal(name: "nosuch")) {
        _ = try DrawnScreen("nosuch", size: Self.size)
      }
      #expect(throws: TerminalError.unusable(name: "dumb", why: "cannot move its cursor")) {
        _ = try DrawnScreen("dumb", size: Self.size)
      }
    }
  }
}
