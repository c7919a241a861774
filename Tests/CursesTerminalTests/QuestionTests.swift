import CursesTerminal
import ScreenModel
import TestSupport
import Testing
import UnicodeTables

extension CursesTests {
  /// Asking a terminal how wide it draws, under a page that stands.
  @Suite struct QuestionTests {
    private static let size = Size(columns: 40, rows: 5)

    /// A page whose last row has wide glyphs, colours and a right edge.
    private static var page: Frame {
      var frame = Frame(size: size, style: Style(background: .indexed(234)))
      for row in 0..<size.rows { frame.draw("报纸 \(row) がa", row: row, column: row) }
      let last = Style(foreground: .indexed(1), background: .indexed(7), attributes: .bold)
      frame.draw("状态 status 版", row: size.rows - 1, style: last)
      frame.draw("末", row: size.rows - 1, column: size.columns - 2)
      return frame
    }

    private func cells(_ screen: borrowing DrawnScreen) -> [VirtualCell] {
      let terminal = screen.terminal
      return (0..<Self.size.rows).flatMap { row in
        // The right half of a wide glyph keeps the style of what was there before it.
        (0..<Self.size.columns).map { terminal.cell(row: row, column: $0) }.filter {
          !$0.text.isEmpty
        }
      }
    }

    @Test func `a question leaves no cell changed`() throws {
      for name in ["xterm-256color", "xterm", "tmux-256color", "screen", "linux", "vt220", "rxvt"] {
        var screen = try DrawnScreen(name, size: Self.size)
        screen.show(Self.page)
        let before = cells(screen)
        screen.session.ask()
        screen.deliver()
        #expect(screen.latest.holds("\u{1B}[6n"), "\(name)")
        let isUnchanged = cells(screen) == before
        #expect(isUnchanged, "\(name): \(screen.terminal.rows)")
        screen.unplug()
        screen.end()
      }
    }

    @Test func `a cursor that was shown stays where it was`() throws {
      var screen = try DrawnScreen(size: Self.size)
      var page = Self.page
      page.cursor = Point(column: 7, row: 1)
      screen.show(page)
      screen.session.ask()
      screen.deliver()
      #expect(screen.terminal.cursor == Point(column: 7, row: 1))
      #expect(screen.terminal.cursorIsVisible)
      screen.unplug()
    }

    @Test func `pages after the question are drawn as ever`() throws {
      var screen = try DrawnScreen(size: Self.size)
      screen.show(Self.page)
      screen.session.ask()
      var other = Self.page
      other.draw("下一页", row: 4, column: 3, style: Style(foreground: .indexed(2)))
      screen.show(other)
      let asked = cells(screen)
      screen.session.redrawAll()
      screen.show(other)
      let isSame = cells(screen) == asked
      #expect(isSame, "\(screen.terminal.rows)")
      screen.unplug()
    }

    @Test func `the answer is an event, and tells the cells of this terminal`() throws {
      var screen = try DrawnScreen(size: Self.size)
      screen.show(Self.page)
      screen.session.ask([.quote, .hexagram, .halfwidthVoiced])
      screen.type("n")
      screen.deliver()
      screen.type(String(decoding: screen.terminal.answers(), as: UTF8.self) + "p")
      var events: [InputEvent] = []
      while let event = screen.session.nextEvent(timeout: .zero) { events.append(event) }
      #expect(Set(events) == [.key(.character("n")), .key(.character("p")), .answered])
      #expect(screen.session.answers?.cells == [.quote: 1, .hexagram: 2, .halfwidthVoiced: 2])
    }

    @Test func `nothing is asked before a page stands, on a tiny screen, or twice at once`() throws
    {
      var screen = try DrawnScreen(size: Self.size)
      screen.session.ask()
      screen.deliver()
      #expect(!screen.latest.holds("\u{1B}[6n"))
      screen.show(Self.page)
      for expected in [true, false] {
        screen.session.ask()
        screen.deliver()
        #expect(screen.latest.holds("\u{1B}[6n") == expected)
      }
      screen.unplug()
      screen.end()
      for size in [Size(columns: 19, rows: 5), Size(columns: 40, rows: 1)] {
        var screen = try DrawnScreen(size: size)
        screen.show(Frame(size: size))
        screen.session.ask()
        screen.deliver()
        #expect(!screen.latest.holds("\u{1B}[6n"))
        screen.end()
      }
    }

    @Test func `other widths paint the page whole where it shows something else, and only there`()
      throws
    {
      var screen = try DrawnScreen(size: Self.size)
      screen.show(Self.page)
      screen.session.measure(by: WidthPolicy(lacks: .newIdeographs))
      screen.show(Self.page)
      #expect(screen.latest.isEmpty)
      screen.session.measure(by: WidthPolicy(ambiguous: 2))
      var other = Self.page
      other.draw("“", row: 2, column: 20, widths: WidthPolicy(ambiguous: 2))
      screen.show(other)
      #expect(screen.latest.holds("报纸 0") && screen.latest.holds("末"))
      screen.session.measure(by: WidthPolicy())
      screen.end()
    }
  }
}
