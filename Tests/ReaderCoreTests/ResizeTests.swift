import LayoutEngine
import ReaderCore
import ScreenModel
import Testing
import Typesetter

@Suite struct ResizeTests {
  private static let sizes = [(40, 13), (80, 24), (30, 9), (120, 40), (200, 60), (60, 20)].map {
    Size(columns: $0.0, rows: $0.1)
  }

  @Test func `a page keeps the item in focus on the screen`() throws {
    for name in ["liancheng-daily", "harbour-gazette"] {
      var reader = try Reader(name)
      while reader.state.page == 0 {
        let (focus, size) = (reader.state.focus, reader.state.size)
        for size in Self.sizes {
          reader.resize(size.columns, size.rows)
          #expect(reader.state.focus == focus && reader.isFocusShown, "\(name), \(size)")
        }
        reader.resize(size.columns, size.rows)
        reader.press(.tab)
      }
    }
  }

  @Test func `a story keeps its first visible words on the screen`() throws {
    var lost: [String] = []
    for name in ["liancheng-daily", "two-harbours"] {
      var reader = try Reader(name, Size(columns: 60, rows: 20))
      reader.press(.enter)
      for screen in 0..<reader.screens {
        let first = try #require(reader.firstWords)
        for size in Self.sizes {
          var resized = reader
          resized.resize(size.columns, size.rows)
          if !resized.shows(first.paragraph, first.offset) {
            lost.append("\(name), \(screen), \(size)")
          }
        }
        reader.type(" ")
      }
    }
    #expect(lost.isEmpty, "\(lost.prefix(5))")
  }

  @Test func `what was on the screen comes back when the size does`() throws {
    for size in Self.sizes {
      var reader = try Reader("liancheng-daily", Size(columns: 100, rows: 24))
      for _ in 0..<6 {
        let (sight, rows) = (reader.sight, reader.frame.plainText)
        reader.resize(size.columns, size.rows)
        reader.resize(100, 24)
        #expect(reader.sight == sight && reader.frame.plainText == rows, "\(size)")
        reader.press(.tab)
      }
    }
  }

  @Test func `the screen of a story comes back when the size does`() throws {
    var lost: [String] = []
    for size in Self.sizes {
      var reader = try Reader("liancheng-daily", Size(columns: 60, rows: 20))
      reader.press(.enter)
      for screen in 0..<reader.screens {
        var resized = reader
        resized.resize(size.columns, size.rows)
        resized.resize(60, 20)
        if resized.state.fold != screen { lost.append("\(size): \(screen), \(resized.state.fold)") }
        reader.type(" ")
      }
    }
    #expect(lost.isEmpty, "\(lost.prefix(5))")
  }

  @Test func `back and forward lead to the same place after a resize`() throws {
    var reader = try Reader("liancheng-daily")
    reader.press(.tab, .tab)
    let focus = reader.state.focus
    reader.type("5")
    reader.resize(150, 45)
    reader.type("<")
    #expect(reader.label == "1" && reader.state.focus == focus && reader.isFocusShown)
    reader.press(.enter)
    reader.type("8")
    reader.resize(50, 15)
    reader.type("<")
    #expect(reader.state.view == .story && reader.label == "1" && reader.state.focus == focus)
  }

  @Test func `a label that is being typed outlives a resize`() throws {
    var reader = try Reader("liancheng-daily")
    reader.type("g")
    reader.resize(40, 13)
    reader.type("8")
    reader.press(.enter)
    #expect(reader.label == "8")
  }
}

extension Reader {
  /// The place of the first words of the text that the screen shows.
  var firstWords: (paragraph: Int, offset: Int)? {
    guard let layout = state.layout,
      let line = layout.folds[state.fold].modules.flatMap(\.legs).flatMap(\.lines).first
    else { return nil }
    return (line.paragraph, line.line.bytes.lowerBound)
  }
}
