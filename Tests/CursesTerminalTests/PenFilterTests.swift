import CursesTerminal
import Testing

@Suite struct PenFilterTests {
  private func filtered(_ parts: String...) -> String {
    var filter = PenFilter()
    return parts.map { part in
      String(decoding: filter.filter(Array(part.utf8)), as: UTF8.self)
    }.joined()
  }

  @Test func `a colour that is said again is left out, ink and paper apart`() {
    #expect(
      filtered("\u{1B}[38:2::1:2:3m\u{1B}[48:2::9:9:9ma\u{1B}[38:2::4:5:6m\u{1B}[48:2::9:9:9mb")
        == "\u{1B}[38:2::1:2:3m\u{1B}[48:2::9:9:9ma\u{1B}[38:2::4:5:6mb")
    #expect(
      filtered("\u{1B}[31m\u{1B}[41ma\u{1B}[31m\u{1B}[42mb") == "\u{1B}[31m\u{1B}[41ma\u{1B}[42mb")
    #expect(filtered("\u{1B}[38;5;9ma\u{1B}[38;5;9mb") == "\u{1B}[38;5;9mab")
  }

  @Test func `what was said in one frame holds in the next`() {
    #expect(filtered("\u{1B}[31ma", "\u{1B}[31mb") == "\u{1B}[31mab")
  }

  @Test func `an attribute leaves the colours alone`() {
    #expect(filtered("\u{1B}[31ma\u{1B}[1m\u{1B}[31mb") == "\u{1B}[31ma\u{1B}[1mb")
  }

  @Test func `after a reset every colour is news`() {
    for reset in [
      "\u{1B}[m", "\u{1B}[0m", "\u{1B}[0;1m", "\u{1B}[39;49m", "\u{1B}[39m", "\u{1B}[1;31m",
    ] {
      let text = "\u{1B}[31ma" + reset + "\u{1B}[31mb"
      #expect(filtered(text) == text)
    }
  }

  @Test func `all else passes, whole or cut short`() {
    for text in [
      "", "文", "\u{1B}", "\u{1B}[", "\u{1B}[31", "\u{1B}(B", "\u{1B}[2J\u{1B}[?25l", "\u{1B}[5;7H",
    ] {
      #expect(filtered("\u{1B}[31ma" + text) == "\u{1B}[31ma" + text)
    }
  }
}
