import LayoutEngine
import NewsModel
import ReaderCore
import ScreenModel
import TestSupport
import Testing

@Suite struct TurningTests {
  @Test(arguments: SampleFolders.names)
  func `Space shows every screen to the end, b all of them back`(name: String) throws {
    for size in [Size(columns: 40, rows: 20), Size(columns: 100, rows: 30)] {
      var reader = try Reader(name, size)
      var (shown, places) = ([Sight](), [[Int]]())
      repeat {
        shown.append(reader.sight)
        places.append([reader.state.page, reader.state.fold])
        reader.type(" ")
      } while reader.effects.isEmpty
      #expect(reader.state.notice == .lastScreen)
      #expect(places == reader.allScreens, "\(size)")
      for sight in shown.dropLast().reversed() {
        reader.type("b")
        #expect(reader.sight == sight, "\(size)")
      }
      reader.type("b")
      #expect(reader.state.notice == .firstScreen && reader.effects == [.bell])
    }
  }

  @Test(arguments: SampleFolders.names)
  func `Tab visits every item of a page once, then turns it`(name: String) throws {
    for size in [(40, 20), (80, 24), (120, 40)].map({ Size(columns: $0.0, rows: $0.1) }) {
      var reader = try Reader(name, size)
      for page in reader.state.issue.pages.indices {
        var visited: [Int] = []
        while reader.state.page == page, reader.effects.isEmpty {
          #expect(reader.isFocusShown, "page \(page), \(size)")
          visited.append(reader.state.focus ?? -1)
          reader.press(.tab)
        }
        let before = Reader.items(of: reader.state.issue, page, size)
        #expect(visited == before, "page \(page), \(size)")
      }
      #expect(reader.state.notice == .lastScreen)
    }
  }

  @Test func `Shift-Tab undoes Tab on a page`() throws {
    var reader = try Reader("harbour-gazette", Size(columns: 60, rows: 30))
    var shown: [Sight] = []
    while reader.state.page == 0 {
      shown.append(reader.sight)
      reader.press(.tab)
    }
    reader.press(.backTab)
    while reader.sight.focus != shown.last?.focus, reader.effects.isEmpty { reader.press(.tab) }
    for sight in shown.dropLast().reversed() {
      reader.press(.backTab)
      #expect(reader.sight == sight)
    }
  }

  @Test func `arrows reach every item of a screen from every other`() throws {
    for size in [Size(columns: 80, rows: 24), Size(columns: 160, rows: 50)] {
      let reader = try Reader("liancheng-daily", size)
      let layout = try #require(reader.state.layout)
      let items = Set(layout.folds[0].modules.compactMap { layout.items[$0.item].place?.item })
      for start in items.sorted() {
        #expect(reader.reachable(from: start).isSuperset(of: items), "from \(start), \(size)")
      }
    }
  }

  @Test func `Home and End are the first and the last screen`() throws {
    var reader = try Reader("harbour-gazette", Size(columns: 40, rows: 20))
    reader.press(.end)
    #expect(
      reader.state.fold == reader.screens - 1 && reader.state.page == 0 && reader.isFocusShown)
    reader.press(.home)
    #expect(reader.state.fold == 0 && reader.isFocusShown)
  }
}

extension Reader {
  /// Every screen of every page, as page and fold.
  fileprivate var allScreens: [[Int]] {
    let area = Size(columns: state.size.columns, rows: state.size.rows - 1)
    return state.issue.pages.indices.flatMap { page in
      let layout = compose(PageContent(state.issue, page: page), size: area, state.arrangement)
      return layout.folds.indices.map { [page, $0] }
    }
  }

  /// The items of a page in the order in which the page shows them.
  fileprivate static func items(of issue: Issue, _ page: Int, _ size: Size) -> [Int] {
    let area = Size(columns: size.columns, rows: size.rows - 1)
    let layout = compose(PageContent(issue, page: page), size: area, .author)
    let ordered = layout.folds.flatMap { fold -> [ContentItem] in
      let items = fold.modules.map { layout.items[$0.item] }
      return items.filter { $0.kind != .advert } + items.filter { $0.kind == .advert }
    }
    return ordered.compactMap { $0.place?.item }
      .reduce(into: []) { found, item in if !found.contains(item) { found.append(item) } }
  }

  /// The items of the first screen that arrows lead to from one of them, without leaving the screen.
  fileprivate func reachable(from start: Int) -> Set<Int> {
    var (found, open) = (Set([start]), [start])
    while let item = open.popLast() {
      for key in [Key.up, .down, .left, .right] {
        var reader = self
        reader.click(item: item)
        reader.press(key)
        if let next = reader.state.focus, reader.state.page == state.page, reader.state.fold == 0,
          found.insert(next).inserted
        {
          open.append(next)
        }
      }
    }
    return found
  }
}
