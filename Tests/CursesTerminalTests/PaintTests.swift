import CursesTerminal
import ScreenModel
import TestSupport
import Testing
import UnicodeTables

/// ncurses has one screen a process: one test at a time.
@Suite(.serialized) enum CursesTests {}

extension CursesTests {
  @Suite struct PaintTests {
    private static let size = Size(columns: 20, rows: 3)

    /// What a terminal shows of one line drawn at the start of the middle row.
    private func shown(_ text: String, column: Int = 0) throws -> String {
      var screen = try DrawnScreen(size: Self.size)
      var frame = Frame(size: Self.size)
      frame.draw(text, row: 1, column: column)
      screen.show(frame)
      return screen.terminal.rows[1]
    }

    @Test func `Chinese stands where the frame has it`() throws {
      #expect(try shown("中文，报纸。", column: 3) == "   中文，报纸。")
    }

    @Test func `every script of a newspaper is shown as it is written`() throws {
      let texts = [
        "“新闻”…—·！", "カタカナ、ひらがな", "한국어 신문", "𠮷野家𪚥", "naïve café", "─│┼━┯", "ＡＢ（）",
      ]
      for text in texts { #expect(try shown(text) == text) }
    }

    @Test func `an ideograph newer than libc is not blank`() throws {
      for scalar in ["\u{31350}", "\u{2EBF0}", "\u{323B0}"] { #expect(try shown(scalar) == scalar) }
    }

    @Test func `marks stay on their letters, wide and narrow`() throws {
      for text in ["q\u{301}q\u{301}\u{323}x", "漢\u{301}字"] {
        #expect(try shown(text).unicodeScalars.elementsEqual(text.unicodeScalars))
      }
    }

    @Test func `letters and marks that are one character are sent as one`() throws {
      for (text, form) in [
        ("e\u{301}x", "éx"), ("か\u{3099}", "が"), ("\u{1112}\u{1161}\u{11AB}", "한"),
      ] {
        #expect(try shown(text).unicodeScalars.elementsEqual(form.unicodeScalars))
      }
    }

    @Test func `an emoji sequence is one cell with all its code points`() throws {
      var screen = try DrawnScreen(size: Self.size)
      var frame = Frame(size: Self.size)
      frame.draw("👨‍👩‍👦x", row: 0)
      screen.show(frame)
      #expect(screen.latest.holds("👨‍👩‍👦x"))
    }

    @Test func `a half-width kana with its mark takes two cells`() throws {
      #expect(try shown("ｶﾞｷ") == "ｶﾞｷ")
    }

    @Test func `what would be half a glyph at the right edge is a blank`() throws {
      let size = Size(columns: 5, rows: 2)
      var screen = try DrawnScreen(size: size)
      var frame = Frame(size: Size(columns: 6, rows: 2))
      frame.draw("中文字", row: 0)
      frame.draw("abcdef", row: 1)
      screen.show(frame)
      #expect(screen.terminal.rows == ["中文", "abcde"])
    }

    @Test func `the last cell of the screen can be filled, by narrow and wide`() throws {
      for text in ["abcdefghijklmnopqrst", "一二三四五六七八九十"] {
        var screen = try DrawnScreen(size: Self.size)
        var frame = Frame(size: Self.size)
        for row in 0..<3 { frame.draw(text, row: row) }
        screen.show(frame)
        #expect(screen.terminal.rows == [text, text, text])
      }
    }

    @Test func `overwriting half of a wide glyph leaves the rest of the row in place`() throws {
      var screen = try DrawnScreen(size: Self.size)
      var frame = Frame(size: Self.size)
      frame.draw("中文字报", row: 1)
      screen.show(frame)
      frame.draw("x", row: 1, column: 3)
      screen.show(frame)
      #expect(screen.terminal.rows[1] == "中 x字报")
      frame.draw("新闻", row: 1, column: 1)
      screen.show(frame)
      #expect(screen.terminal.rows[1] == " 新闻 报")
    }

    @Test func `what a frame does not cover is blank`() throws {
      var screen = try DrawnScreen(size: Self.size)
      var frame = Frame(size: Self.size)
      for row in 0..<3 { frame.draw("一二三四五六七八九十", row: row) }
      screen.show(frame)
      var small = Frame(size: Size(columns: 4, rows: 2))
      small.draw("ab", row: 1)
      screen.show(small)
      #expect(screen.terminal.rows == ["", "ab", ""])
    }

    @Test func `an unchanged frame sends nothing, a changed glyph a few bytes`() throws {
      var screen = try DrawnScreen(size: Self.size)
      var frame = Frame(size: Self.size)
      for row in 0..<3 { frame.draw("一二三四五六七八九十", row: row) }
      screen.show(frame)
      screen.show(frame)
      #expect(screen.latest.isEmpty)
      frame.draw("百", row: 2, column: 6)
      screen.show(frame)
      #expect(screen.terminal.rows[2] == "一二三百五六七八九十")
      #expect(screen.latest.count < 16)
    }

    @Test func `a redraw brings everything back`() throws {
      var screen = try DrawnScreen(size: Self.size)
      var frame = Frame(size: Self.size)
      frame.draw("报纸", row: 1)
      screen.show(frame)
      screen.terminal.feed(Array("\u{1B}[2Jrubbish".utf8))
      screen.session.redrawAll()
      screen.show(frame)
      #expect(screen.terminal.rows == ["", "报纸", ""])
    }

    @Test func `the cursor is hidden until a frame has one`() throws {
      var screen = try DrawnScreen(size: Self.size)
      var frame = Frame(size: Self.size)
      screen.show(frame)
      #expect(!screen.terminal.cursorIsVisible)
      frame.cursor = Point(column: 7, row: 2)
      screen.show(frame)
      #expect(screen.terminal.cursorIsVisible)
      #expect(screen.terminal.cursor == Point(column: 7, row: 2))
      frame.cursor = nil
      screen.show(frame)
      #expect(!screen.terminal.cursorIsVisible)
    }

    @Test func `no control of a document reaches the terminal`() throws {
      var glyph = Glyph("a")
      for scalar in "\u{1B}]0;x\u{7}\u{9B}\u{202E}\u{2066}\u{200B}\u{AD}".unicodeScalars {
        glyph.append(scalar)
      }
      var screen = try DrawnScreen(size: Self.size)
      for scalar in ["\u{202E}", "\u{2067}", "\u{FEFF}", "\u{E0041}"] as [Unicode.Scalar] {
        var frame = Frame(size: Self.size)
        frame.put(Glyph(scalar), cells: 1, row: 0, column: 0, style: Style())
        frame.put(glyph, cells: 1, row: 0, column: 1, style: Style())
        screen.show(frame)
        #expect(!screen.latest.holds(String(scalar)))
        #expect(!screen.latest.holds("\u{202E}") && !screen.latest.holds("\u{9B}"))
      }
    }

    @Test func `the end gives the screen back and shows the cursor`() throws {
      var screen = try DrawnScreen(size: Self.size, mouse: true)
      screen.show(Frame(size: Self.size))
      let terminal = screen.terminal
      #expect(terminal.isOnAlternateScreen && terminal.reportsMouse)
      screen.end()
      #expect(!terminal.isOnAlternateScreen && !terminal.reportsMouse)
      #expect(terminal.cursorIsVisible)
    }

    /// A page of three columns with rules between them, in ink on paper.
    private func page(_ size: Size, seed: UInt64) -> Frame {
      let paper = Color.rgb(243, 239, 230)
      let (ink, line) = (
        Style(foreground: .rgb(42, 40, 35), background: paper),
        Style(foreground: .rgb(138, 133, 122), background: paper)
      )
      var (frame, generator) = (Frame(size: size, style: ink), SeededGenerator(seed: seed))
      for row in 0..<size.rows {
        for column in [0, 29, 58] {
          let text = (0..<13).map { _ in
            Character(Unicode.Scalar(UInt16.random(in: 0x4E00...0x9FA5, using: &generator)) ?? " ")
          }
          frame.draw(String(text), row: row, column: column, style: ink)
        }
        for column in [27, 56] { frame.draw("│", row: row, column: column, style: line) }
      }
      return frame
    }

    @Test func `rules that stay are not sent, and new ones in one ink`() throws {
      let size = Size(columns: 84, rows: 20)
      let lineInk = "[38:2:138:133:122m"
      var screen = try DrawnScreen("xterm-direct2", size: size)
      screen.show(page(size, seed: 1))
      #expect(String(decoding: screen.latest, as: UTF8.self).ranges(of: lineInk).count <= 2)
      screen.show(page(size, seed: 2))
      #expect(screen.terminal.rows == page(size, seed: 2).plainText)
      #expect(!screen.latest.holds(lineInk) && !screen.latest.holds("│"))
    }

    @Test func `a page of Chinese is switched in less than eight kilobytes`() throws {
      let size = Size(columns: 120, rows: 40)
      let style = Style(
        foreground: .rgb(42, 40, 35), background: .rgb(243, 239, 230), attributes: [])
      var screen = try DrawnScreen(size: size, colorTerm: "truecolor")
      var generator = SeededGenerator(seed: 8)
      for _ in 0..<3 {
        var frame = Frame(size: size, style: style)
        for row in 0..<40 {
          let line = (0..<60).map { _ in
            Character(Unicode.Scalar(UInt16.random(in: 0x4E00...0x9FA5, using: &generator)) ?? " ")
          }
          frame.draw(String(line), row: row, style: style)
        }
        screen.show(frame)
        #expect(screen.latest.count < 8192)
      }
    }
  }
}
