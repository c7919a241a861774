import CursesTerminal
import ScreenModel
import TestSupport
import Testing
import UnicodeTables

extension CursesTests {
  /// Glyphs as no layout should make them: whatever a frame holds, its rows stay in place.
  @Suite struct OddGlyphTests {
    private static let size = Size(columns: 12, rows: 2)

    /// What is shown where a frame puts a glyph in so many cells between two letters.
    private func shown(_ code: String, cells: Int) throws -> String {
      var glyph = Glyph()
      for scalar in code.unicodeScalars { glyph.append(scalar) }
      var screen = try DrawnScreen(size: Self.size)
      var frame = Frame(size: Self.size)
      frame.draw("<", row: 0)
      frame.put(glyph, cells: cells, row: 0, column: 1, style: Style())
      frame.draw(">", row: 0, column: 1 + cells)
      screen.show(frame)
      return screen.terminal.rows[0]
    }

    @Test func `a glyph that ncurses measures otherwise is padded or left blank`() throws {
      #expect(try shown("x", cells: 2) == "<x >")
      #expect(try shown("文", cells: 1) == "< >")
    }

    @Test func `marks without a letter stand on a blank`() throws {
      #expect(
        try shown("\u{301}", cells: 1).unicodeScalars.elementsEqual("< \u{301}>".unicodeScalars))
      #expect(
        try shown("\u{301}", cells: 2).unicodeScalars.elementsEqual("< \u{301} >".unicodeScalars))
    }

    @Test func `an emoji on a narrow base is its base alone`() throws {
      #expect(try shown("❤\u{200D}🔥", cells: 2) == "<❤ >")
      #expect(try shown("☝🏽", cells: 2) == "<☝ >")
    }

    @Test func `two narrow letters in one glyph are two cells`() throws {
      #expect(try shown("ｶﾞ", cells: 2) == "<ｶﾞ>")
      #expect(try shown("ab", cells: 1) == "<a>")
      #expect(try shown("abc", cells: 2) == "<ab>")
    }

    @Test func `nothing that is never drawn takes a place`() throws {
      for scalar in [
        "\u{AD}", "\u{200B}", "\u{202E}", "\u{FEFF}", "\u{3164}", "\u{E0041}", "\u{FE0F}",
      ] {
        #expect(try shown(scalar, cells: 1) == "< >")
        #expect(try shown(scalar, cells: 2) == "<  >")
        #expect(try shown("文" + scalar, cells: 2) == "<文>")
      }
    }

    @Test func `more code points than a cell holds are cut`() throws {
      let text = "a\u{301}\u{302}\u{303}\u{304}\u{306}"
      #expect(try shown(text, cells: 1).unicodeScalars.count == 2 + 5)
    }

    @Test func `an ambiguous character has the cells it was laid out with`() throws {
      var screen = try DrawnScreen(size: Self.size, widths: WidthPolicy(ambiguous: 2))
      var frame = Frame(size: Self.size)
      frame.draw("“x", row: 0, widths: WidthPolicy(ambiguous: 2))
      screen.show(frame)
      #expect(screen.latest.holds("“x"))
      screen.end()
      #expect(try shown("“", cells: 1) == "<“>")
    }

    /// What is sent for clusters that stand between two letters.
    private func sent(_ text: String, _ widths: WidthPolicy) throws -> [UInt8] {
      var screen = try DrawnScreen(size: Self.size, widths: widths)
      var frame = Frame(size: Self.size)
      frame.draw("<\(text)>", row: 0, widths: widths)
      screen.show(frame)
      return screen.latest
    }

    @Test(arguments: [
      "❤\u{FE0F}", "1\u{FE0F}\u{20E3}", "❤\u{FE0F}\u{200D}🔥", "❤\u{FE0F}a❤\u{FE0F}",
    ])
    func `an emoji that a selector makes is sent with it, where it is honoured`(
      text: String
    ) throws {
      let honored = try sent(text, WidthPolicy(honorsEmojiSelector: true))
      #expect(honored.holds("<\(text)>"))
      #expect(!honored.contains(0xF4))  // which begins the marker
      let dropped = try sent(text, WidthPolicy())
      #expect(!dropped.holds("\u{FE0F}"))
    }

    @Test func `a text cannot make a cell wide`() throws {
      for widths in [WidthPolicy(), WidthPolicy(honorsEmojiSelector: true)] {
        #expect(try sent("a\u{10FFFF}b", widths).holds("<a b>"))
      }
      #expect(try shown("\u{10FFFF}", cells: 1) == "< >")
      #expect(try shown("\u{10FFFF}x", cells: 2) == "<x >")
    }

    @Test func `a screen is measured by the exceptions it was opened with`() throws {
      let widths = WidthPolicy(ambiguous: 1, exceptions: ["“": 2])
      var screen = try DrawnScreen(size: Self.size, widths: widths)
      var frame = Frame(size: Self.size)
      frame.draw("“x—y", row: 0, widths: widths)
      screen.show(frame)
      #expect(screen.latest.holds("“x—y"))
      screen.end()
      #expect(try shown("“", cells: 1) == "<“>")
    }
  }
}
