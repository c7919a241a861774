import LayoutEngine
import NewsModel
import ReaderCore
import ScreenModel
import Testing

@Suite struct JourneyTests {
  @Test func `the printed jump leads to the continuation, and back to where it was read`() throws {
    for size in Size.common {
      var reader = try Reader("liancheng-daily", size)
      #expect(reader.part == StoryPart(article: "p1-drains"))
      let start = reader.sight
      reader.type(">")
      #expect(reader.label == "8" && reader.state.view == .page, "\(size)")
      #expect(reader.part == StoryPart(article: "p1-drains", segment: 1), "\(size)")
      #expect(reader.isFocusShown, "\(size)")
      reader.type("<")
      #expect(reader.sight == start, "\(size)")
      reader.press(.control("o"))
      #expect(reader.part == StoryPart(article: "p1-drains", segment: 1), "\(size)")
    }
  }

  @Test func `from a continuation, back leads to where the story begins`() throws {
    var reader = try Reader("liancheng-daily")
    while reader.part != StoryPart(article: "p1-drains", segment: 1), reader.effects.isEmpty {
      reader.press(.tab)
    }
    #expect(reader.label == "8")
    reader.type("<")
    #expect(reader.label == "1" && reader.part == StoryPart(article: "p1-drains"))
    #expect(reader.isFocusShown)
  }

  @Test func `Enter reads the story joined over its pages, Escape goes back to the page`() throws {
    for size in Size.common {
      var reader = try Reader("liancheng-daily", size)
      let start = reader.sight
      reader.press(.enter)
      #expect(reader.state.view == .story && reader.state.fold == 0, "\(size)")
      var rows = reader.frame.plainText
      for _ in 1..<reader.screens {
        reader.type(" ")
        rows += reader.frame.plainText
      }
      #expect(rows.count { $0.contains("——第八版——") } == 1, "\(size)")
      #expect(reader.state.layout?.remainder(ofItem: 0) == nil, "\(size)")
      reader.type(" ")
      #expect(reader.state.notice == .lastScreen && reader.effects == [.bell], "\(size)")
      reader.press(.escape)
      #expect(reader.sight == start, "\(size)")
    }
  }

  @Test func `a continuation opens where it begins`() throws {
    var reader = try Reader("liancheng-daily", Size(columns: 60, rows: 24))
    reader.type(">")
    reader.press(.enter)
    #expect(reader.state.view == .story && reader.state.fold > 0)
    #expect(reader.frame.plainText.contains { $0.contains("——第八版——") })
    reader.press(.enter)
    #expect(reader.state.view == .page && reader.label == "8")
  }

  @Test func `a jump to a page that is not there says so and moves nothing`() {
    var reader = Reader(.cutOff)
    let start = reader.sight
    reader.type(">")
    #expect(reader.state.notice == .pageAbsent(label: "9") && reader.effects == [.bell])
    #expect(reader.sight == start)
    #expect(reader.statusLine.contains("Page 9 is not in this issue file."))
    reader.press(.control("l"))
    #expect(reader.state.notice == nil)
    #expect(reader.statusLine.contains("page 9 is not in this file"))
  }

  @Test func `an item that ends here says so`() throws {
    var reader = try Reader("minato-shimbun", Size(columns: 200, rows: 60))
    while reader.state.focusedItem.map(\.isPhoto) != true { reader.press(.tab) }
    let start = reader.sight
    reader.type(">")
    #expect(reader.state.notice == .noJump && reader.effects == [.bell] && reader.sight == start)
  }

  @Test func `where the layout cut a story, the jump key reads on behind the cut`() throws {
    var reader = try Reader("liancheng-daily", Size(columns: 80, rows: 24))
    let cuts = try #require(reader.state.layout).folds[0].modules.filter {
      $0.jumps.contains { $0.kind == .cut }
    }
    for module in cuts {
      let layout = try #require(reader.state.layout)
      reader.click(module)
      guard reader.part.flatMap(reader.state.issue.continuation) == nil else { continue }
      let rest = try #require(layout.remainder(ofItem: module.item))
      let start = reader.sight
      reader.type(">")
      let isShown = reader.shows(rest.paragraph, rest.offset)
      #expect(reader.state.view == .story && isShown)
      reader.type("<")
      #expect(reader.sight == start)
    }
    #expect(!cuts.isEmpty)
  }

  @Test func `a page is found by its label, its number, or not at all`() throws {
    var reader = try Reader("harbour-gazette")
    for (typed, label) in [("A3", "A3"), ("b1", "B1"), ("4", "A4"), ("B-02", "B2"), ("a1", "A1")] {
      reader.type("g" + typed)
      reader.press(.enter)
      #expect(reader.label == label && reader.state.typedLabel == nil, "\(typed)")
    }
    reader.type("gC7")
    reader.press(.enter)
    #expect(reader.label == "A1" && reader.effects == [.bell])
    #expect(reader.state.notice == .noSuchPage(label: "C7"))
    reader.type("g")
    reader.press(.enter)
    #expect(reader.label == "A1" && reader.state.notice == nil)
  }

  @Test func `a digit turns to that page, and back leads home`() throws {
    var reader = try Reader("liancheng-daily")
    let start = reader.sight
    for number in 1...8 {
      reader.type(String(number))
      #expect(reader.label == String(number))
    }
    reader.type("9")
    #expect(reader.label == "8" && reader.state.notice == .noSuchPage(label: "9"))
    for _ in 1...8 { reader.type("<") }
    #expect(reader.sight == start && reader.effects.isEmpty)
    reader.type("<")
    #expect(reader.state.notice == .nowhereBack && reader.effects == [.bell])
  }

  @Test func `the overview opens the page that is chosen`() throws {
    var reader = try Reader("liancheng-daily")
    let start = reader.sight
    reader.type("ojj")
    reader.press(.down, .up)
    #expect(reader.state.view == .overview && reader.state.chosenPage == 2)
    reader.press(.escape)
    #expect(reader.sight == start)
    reader.type("onn")
    reader.press(.enter)
    #expect(reader.label == "3" && reader.state.view == .page)
    reader.type("o")
    reader.press(.end)
    reader.type("+")
    #expect(reader.label == "8" && reader.state.view == .page)
  }

  @Test func `plus and minus go from the overview to the story and back`() throws {
    var reader = try Reader("liancheng-daily")
    var views: [ReaderState.View] = []
    for key in "+++---" {
      reader.type(String(key))
      views.append(reader.state.view)
    }
    #expect(views == [.story, .story, .story, .page, .overview, .overview])
  }

  @Test func `a click puts the focus, a second one opens`() throws {
    var reader = try Reader("liancheng-daily", Size(columns: 160, rows: 50))
    let modules = (reader.state.layout?.folds[0].modules ?? []).filter {
      reader.state.layout?.items[$0.item].place != nil
    }
    #expect(modules.count > 3)
    for module in modules {
      reader.click(module)
      #expect(reader.state.focus == reader.state.layout?.items[module.item].place?.item)
      reader.click(module, count: 2)
      #expect(reader.state.view == .story)
      reader.press(.escape)
    }
  }

  @Test func `a click on a printed jump follows it`() throws {
    var reader = Reader(.continued)
    let jumps = reader.state.layout?.folds.flatMap(\.modules).flatMap(\.jumps)
    let jump = try #require(jumps?.first)
    reader.take(.mouse(.left, at: Point(column: jump.rect.column, row: jump.rect.row), clicks: 1))
    #expect(reader.label == "2" && reader.part == StoryPart(article: "a", segment: 1))
  }

  @Test func `a click on a pointer leads to the article it names`() throws {
    var reader = try Reader("harbour-gazette", Size(columns: 200, rows: 60))
    let layout = try #require(reader.state.layout)
    let box = try #require(
      layout.folds[0].modules.first { layout.items[$0.item].id == "inside" })
    let places = box.legs.flatMap(\.lines).map { line in
      (line.paragraph, Point(column: line.column, row: line.row))
    }
    let wanted = ["council", "court", "obituary", "cricket", "book"]
    for (number, point) in places where number < wanted.count {
      reader.take(.mouse(.left, at: point, clicks: 1))
      #expect(reader.part?.article == wanted[number])
      reader.type("<")
    }
    #expect(Set(places.map(\.0)) == Set(0...5))
  }

  @Test func `a notice is said once`() throws {
    var reader = try Reader("liancheng-daily")
    reader.type("b")
    #expect(reader.state.notice == .firstScreen)
    reader.press(.down)
    #expect(reader.state.notice == nil)
  }

  @Test func `what the shell has to tell stands whole in the status line`() throws {
    let state = try Reader("liancheng-daily", Size(columns: 80, rows: 24)).state
    let notices: [(Notice, String)] = [
      (.faults(count: 1), "1 fault in this issue; broadsheet check names it."),
      (.faults(count: 12), "12 faults in this issue; broadsheet check names them."),
      (
        .localeReplaced(codeset: "ISO-8859-1"),
        "Your locale uses ISO-8859-1, not UTF-8; C.UTF-8 is used instead."
      ),
    ]
    for (notice, sentence) in notices {
      var told = state
      #expect(update(&told, .tell(notice)) == [])
      let line = render(told, Dress(.plain, .mono)).plainText.last ?? ""
      #expect(line.hasPrefix(" " + sentence), "\(line)")
    }
  }

  @Test func `a story is left for the very screen that it was opened from`() throws {
    var reader = try Reader("liancheng-daily", Size(columns: 40, rows: 14))
    for _ in 0..<20 {
      let start = reader.sight
      reader.press(.enter)
      reader.type(" ")
      reader.press(.escape)
      #expect(reader.sight == start)
      reader.type(" ")
    }
    #expect(reader.state.page > 0)
  }
}
