import ReaderCore
import ScreenModel
import TestSupport
import Testing

@Suite struct ScreenTests {
  @Test func `a page with its status line`() throws {
    let reader = try Reader("liancheng-daily")
    expectScreen(reader.frame, named: "page-80x24")
  }

  @Test func `a story by itself, where print turned the page`() throws {
    var reader = try Reader("liancheng-daily")
    reader.press(.enter)
    while !reader.showsPageMark, reader.state.notice == nil { reader.type(" ") }
    expectScreen(reader.frame, named: "story-80x24")
  }

  @Test func `the overview, the third page chosen`() throws {
    var reader = try Reader("liancheng-daily")
    reader.type("ojj")
    expectScreen(reader.frame, named: "overview-80x24")
  }

  @Test func `the help`() throws {
    var reader = try Reader("liancheng-daily")
    reader.press(.function(1))
    expectScreen(reader.frame, named: "help-80x24")
  }

  @Test func `a notice about a page that is not there`() {
    var reader = Reader(.cutOff, Size(columns: 60, rows: 16))
    reader.type(">")
    expectScreen(reader.frame, named: "notice-60x16")
  }

  @Test func `a label being typed`() throws {
    var reader = try Reader("harbour-gazette", Size(columns: 60, rows: 16))
    reader.type("gB2")
    expectScreen(reader.frame, named: "typing-60x16")
  }

  @Test func `too small a screen`() throws {
    let reader = try Reader("liancheng-daily", Size(columns: 25, rows: 5))
    expectScreen(reader.frame, named: "too-small-25x5")
  }
}

extension Reader {
  /// Whether the mark stands on the screen that tells where print turned the page.
  fileprivate var showsPageMark: Bool {
    frame.plainText.contains { $0.contains("——第八版——") }
  }
}
