import LayoutEngine
import NewsModel
import ReaderCore
import ScreenModel
import TestSupport
import Testing

@Suite struct ArrangementTests {
  /// The sample whose second page has zones, open there.
  private func reader(_ size: Size = Size(columns: 120, rows: 40)) throws -> Reader {
    var reader = try Reader("liancheng-daily", size)
    reader.type("2")
    return reader
  }

  @Test func `a page opens as printed where the issue tells how`() throws {
    let reader = try reader()
    #expect(reader.state.layout?.arrangement == .author)
    #expect(reader.statusLine.contains("as printed"))
    let front = try Reader("liancheng-daily")
    #expect(front.state.layout?.arrangement == .automatic)
    #expect(!front.statusLine.contains("as printed"))
  }

  @Test func `G arranges the page for the screen, and as printed again; the focus stays`() throws {
    for size in Size.common {
      var reader = try reader(size)
      reader.press(.tab, .tab, .tab)
      let (focus, frame) = (reader.state.focus, reader.frame)
      reader.type("G")
      #expect(reader.state.layout?.arrangement == .automatic && reader.effects.isEmpty)
      #expect(reader.state.notice == .arrangedAutomatically)
      #expect(reader.state.focus == focus && reader.isFocusShown, "\(size)")
      reader.press(.control("l"))
      #expect(reader.statusLine.contains("G as printed") == (size.columns >= 80), "\(size)")
      reader.type("G")
      #expect(reader.state.notice == .asPrinted(loosened: 0))
      #expect(reader.state.layout?.arrangement == .author && reader.isFocusShown, "\(size)")
      reader.press(.control("l"))
      #expect(reader.state.focus == focus && reader.frame == frame, "\(size)")
    }
  }

  @Test func `what is chosen holds for all pages, and through a resize`() throws {
    var reader = try reader()
    reader.type("G")
    reader.resize(100, 30)
    #expect(reader.state.layout?.arrangement == .automatic)
    reader.type("12")
    #expect(reader.state.layout?.arrangement == .automatic)
    reader.type("G")
    #expect(reader.state.layout?.arrangement == .author)
  }

  @Test func `G says why nothing happens`() throws {
    var front = try Reader("liancheng-daily")
    let before = front.sight
    front.type("G")
    #expect(front.effects == [.bell] && front.sight == before)
    #expect(front.statusLine.contains("This file does not tell how the page was printed."))
    var small = try reader(Size(columns: 39, rows: 20))
    small.type("G")
    #expect(small.state.notice == .tooSmallToArrange && small.state.arrangement == .author)
    #expect(small.statusLine.contains("too small"))
    var story = try reader()
    story.press(.enter)
    story.type("G")
    #expect(story.effects == [.bell] && story.state.view == .story)
    #expect(story.state.arrangement == .author)
  }

  @Test func `the status line tells how many items stand elsewhere`() throws {
    var issue = try reader().state.issue
    let whole = try #require(Zone(left: 0, top: 0, width: Zone.whole, height: Zone.whole))
    issue.pages[1].zones["p2-archive"] = [whole]
    var reader = Reader(issue, Size(columns: 120, rows: 40))
    reader.type("2")
    let moved = reader.state.layout?.loosened.count ?? 0
    #expect(moved == 1)
    #expect(reader.statusLine.contains("as printed, but 1"))
    reader.type("GG")
    #expect(reader.state.notice == .asPrinted(loosened: 1))
    #expect(reader.statusLine.contains("an item stands elsewhere"))
  }

  @Test func `going back after G shows the item that had the focus`() throws {
    var reader = try reader(Size(columns: 80, rows: 24))
    reader.press(.tab, .tab, .tab, .tab, .tab)
    let focus = reader.state.focus
    reader.type("1")
    reader.type("G")
    reader.type("2G1<")
    #expect(reader.state.page == 1)
    #expect(reader.isFocusShown)
    reader.type("<<")
    #expect(reader.state.page == 1 && reader.state.focus == focus && reader.isFocusShown)
  }
}
