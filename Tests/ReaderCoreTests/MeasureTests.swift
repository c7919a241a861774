import LayoutEngine
import ReaderCore
import ScreenModel
import Testing
import UnicodeTables

/// The terminal says, under a page that stands, that it draws otherwise than was assumed.
@Suite struct MeasureTests {
  private static let widths = [
    WidthPolicy(ambiguous: 2), WidthPolicy(ambiguous: 2, exceptions: ["│": 1, "─": 1]),
    WidthPolicy(joinedEmoji: [], lacks: [.newIdeographs, .newWideSymbols]),
  ]

  @Test func `the page is the one that would have been laid out from the start`() throws {
    for name in ["liancheng-daily", "minato-shimbun", "two-harbours"] {
      for widths in Self.widths {
        var reader = try Reader(name)
        reader.measure(by: widths)
        #expect(reader.effects.isEmpty && reader.state.widths == widths)
        #expect(reader.frame == (try Reader(name, widths: widths)).frame, "\(name)")
        reader.type("n")
        var other = try Reader(name, widths: widths)
        other.type("n")
        #expect(reader.frame == other.frame, "\(name), page 2")
      }
    }
  }

  @Test func `a page keeps the item in focus on the screen`() throws {
    var reader = try Reader("liancheng-daily")
    while reader.state.page == 0 {
      for widths in Self.widths + [WidthPolicy()] {
        let focus = reader.state.focus
        reader.measure(by: widths)
        #expect(reader.state.focus == focus && reader.isFocusShown)
      }
      reader.press(.tab)
    }
  }

  @Test func `a story keeps its first visible words on the screen`() throws {
    var reader = try Reader("liancheng-daily", Size(columns: 60, rows: 20))
    reader.press(.enter)
    for _ in 0..<reader.screens {
      let first = try #require(reader.firstWords)
      for widths in Self.widths {
        var measured = reader
        measured.measure(by: widths)
        #expect(measured.state.view == .story && measured.shows(first.paragraph, first.offset))
        measured.press(.escape)
        #expect(measured.state.view == .page && measured.isFocusShown)
      }
      reader.type(" ")
    }
  }

  @Test func `what is asked stays asked: a list, the help, a label being typed`() throws {
    for key in ["o", "h", "g1"] {
      var reader = try Reader("liancheng-daily")
      reader.type(key)
      let (view, typed) = (reader.state.view, reader.state.typedLabel)
      reader.measure(by: WidthPolicy(ambiguous: 2))
      #expect(reader.state.view == view && reader.state.typedLabel == typed)
    }
  }
}
