import CursesTerminal
import ScreenModel
import TestSupport
import Testing
import UnicodeTables

extension CursesTests {
  @Suite struct StyleTests {
    private static let size = Size(columns: 30, rows: 3)

    /// What a terminal shows of one letter in that style.
    private func seen(
      _ style: Style, _ name: String = "xterm-256color", colors: ColorDepth = .direct
    ) throws -> Style {
      var screen = try DrawnScreen(name, size: Self.size, colors: colors)
      var frame = Frame(size: Self.size)
      frame.draw("x", row: 1, column: 2, style: style)
      screen.show(frame)
      return screen.terminal.cell(row: 1, column: 2).style
    }

    @Test func `attributes are the terminal's`() throws {
      for attributes in [.bold, .italic, .underline, .reverse, [.bold, .underline]] as [Attributes]
      {
        #expect(try seen(Style(attributes: attributes)) == Style(attributes: attributes))
      }
    }

    @Test func `faint letters are asked for where the terminal has them`() throws {
      var screen = try DrawnScreen(size: Self.size)
      var frame = Frame(size: Self.size)
      frame.draw("x", row: 0, style: Style(attributes: .dim))
      screen.show(frame)
      #expect(screen.latest.holds(";2m") || screen.latest.holds("[2m"))
    }

    @Test func `the standard colours stay the terminal's own`() throws {
      #expect(try seen(Style()) == Style())
      let onlyInk = Style(foreground: .indexed(2))
      #expect(try seen(onlyInk) == onlyInk)
      let onlyPaper = Style(background: .indexed(2))
      #expect(try seen(onlyPaper) == onlyPaper)
    }

    @Test func `a palette of 256 shows its entries, and the nearest to a colour`() throws {
      for index in [0, 7, 8, 15, 16, 231, 232, 255] as [UInt8] {
        #expect(try seen(Style(foreground: .indexed(index))).foreground == .indexed(index))
      }
      let paper = Style(foreground: .rgb(254, 1, 2), background: .rgb(9, 8, 7))
      #expect(try seen(paper) == Style(foreground: .indexed(196), background: .indexed(232)))
    }

    @Test func `a terminal of eight colours shows the nearest of eight`() throws {
      let style = Style(foreground: .rgb(250, 20, 20), background: .indexed(231))
      #expect(try seen(style, "xterm") == Style(foreground: .indexed(1), background: .indexed(7)))
    }

    @Test func `a terminal of sixteen colours shows bright ones`() throws {
      let style = Style(foreground: .rgb(250, 20, 20), background: .indexed(231))
      #expect(
        try seen(style, "xterm-16color")
          == Style(foreground: .indexed(9), background: .indexed(15)))
    }

    @Test func `24-bit colour is shown as it is, and the palette beside it`() throws {
      let exact = Style(foreground: .rgb(1, 2, 3), background: .rgb(250, 240, 230))
      #expect(try seen(exact, "xterm-direct2") == exact)
      let mixed = Style(foreground: .indexed(3), background: .rgb(250, 240, 230))
      #expect(try seen(mixed, "xterm-direct2") == mixed)
    }

    @Test func `a blue near black is not taken for an entry of the palette`() throws {
      let seen = try seen(Style(foreground: .rgb(0, 0, 5)), "xterm-direct2")
      #expect(seen.foreground == .rgb(0, 1, 5))
    }

    @Test func `without colours there are still attributes`() throws {
      let style = Style(foreground: .rgb(1, 2, 3), background: .indexed(4), attributes: .bold)
      #expect(try seen(style, colors: .none) == Style(attributes: .bold))
    }

    @Test func `fewer colours than the terminal has can be asked for`() throws {
      let style = Style(foreground: .rgb(250, 20, 20))
      #expect(try seen(style, colors: .ansi8).foreground == .indexed(1))
    }

    @Test func `when the pairs run out the frame is painted anew`() throws {
      let size = Size(columns: 40, rows: 3)
      var screen = try DrawnScreen("xterm", size: size)
      for round in 0..<6 {
        var frame = Frame(size: size)
        for column in 0..<40 {
          let number = round * 13 + column
          let style = Style(
            foreground: .indexed(UInt8(number % 8)), background: .indexed(UInt8(number / 8 % 8)))
          frame.draw("x", row: round % 3, column: column, style: style)
        }
        screen.show(frame)
        for column in 0..<40 {
          let cell = frame[row: round % 3, column: column]
          try #require(screen.terminal.cell(row: round % 3, column: column).style == cell.style)
        }
        #expect(screen.terminal.rows == frame.plainText)
      }
    }

    @Test func `paper reaches to the edges`() throws {
      let style = Style(background: .rgb(250, 240, 230))
      for name in ["xterm-direct2", "tmux-direct", "xterm-256color"] {
        var screen = try DrawnScreen(name, size: Self.size)
        var frame = Frame(size: Self.size, style: style)
        frame.draw("报纸", row: 1, column: 4, style: style)
        screen.show(frame)
        let papers = (0..<3).flatMap { row in
          (0..<30).filter { frame[row: row, column: $0].content != .continuation }.map {
            screen.terminal.cell(row: row, column: $0).style.background
          }
        }
        #expect(Set(papers).count == 1 && papers[0] != .standard, "\(name)")
      }
    }

    @Test func `a paper that stays is not said with every ink`() throws {
      let paper = Color.rgb(243, 239, 230)
      var screen = try DrawnScreen("xterm-direct2", size: Self.size)
      var frame = Frame(size: Self.size, style: Style(background: paper))
      for column in 0..<10 {
        let ink = Color.rgb(UInt8(100 + column), 0, 0)
        frame.draw("x", row: 1, column: column, style: Style(foreground: ink, background: paper))
      }
      screen.show(frame)
      let sent = String(decoding: screen.latest, as: UTF8.self)
      #expect(sent.components(separatedBy: "[48:2:243:239:230m") <= 4, "\(sent.debugDescription)")
    }
  }
}

extension String {
  /// How many parts a text has between separators.
  fileprivate func components(separatedBy separator: String) -> Int { ranges(of: separator).count }
}
