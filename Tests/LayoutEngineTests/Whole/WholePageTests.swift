import LayoutEngine
import NewsModel
import ScreenModel
import TestSupport
import Testing

/// The laws of a page as high as its text needs.
@Suite struct WholePageTests {
  private static let widths = Array(stride(from: 40, through: 240, by: 7))

  @Test(arguments: SampleFolders.names)
  func `every page of a sample shows all of its text, uncut, and keeps the laws of a page`(
    name: String
  ) throws {
    var uneven: [String] = []
    for page in try Sample(name).pages {
      for width in Self.widths {
        for arrangement in Arrangement.allCases where arrangement == .automatic || page.isArranged {
          let drawn = DrawnPage(composeWhole(page, width: width, arrangement))
          let place = "\(name), page \(page.label), \(width), \(arrangement)"
          uneven += drawn.unevenLegs.map { "\(place), \($0)" }
          let faults = drawn.faults + drawn.wholeFaults
          #expect(faults.isEmpty, "\(place): \(faults.prefix(5))")
          #expect(drawn.layout.arrangement == arrangement)
          let white = drawn.layout.trappedWhite
          let most = arrangement == .author ? 10 : 6
          #expect(white <= most, "\(place): \(white) hundredths are white")
        }
      }
    }
    #expect(uneven.isEmpty, "\(uneven.prefix(5))")
  }

  @Test(arguments: InventedIssue.allCases)
  func `an issue at the edge of what may be stands whole, the same every time`(
    kind: InventedIssue
  ) throws {
    let (page, again) = (PageContent(kind.issue, page: 0), PageContent(kind.issue, page: 0))
    for width in stride(from: 40, through: 240, by: 25) {
      let layout = composeWhole(page, width: width)
      let drawn = DrawnPage(layout)
      let faults = drawn.faults + drawn.wholeFaults
      #expect(faults.isEmpty, "\(width): \(faults.prefix(5))")
      let document = composeWhole(again, width: width).document
      #expect(document.utf8.elementsEqual(layout.document.utf8), "\(width)")
    }
  }

  @Test func `whatever the zones, the page stands whole as print arranges it`() throws {
    for seed in 0..<24 as Range<UInt64> {
      var (invented, text) = (InventedZones(seed: seed), InventedText(seed: seed))
      let count = 1 + Int(seed % 9)
      let zones = seed % 2 == 0 ? invented.sliced(count) : invented.scattered(count)
      var issue = Issue(stories: text.stories(zones.count))
      for (item, zones) in zip(issue.pages[0].items, invented.forgetting(zones))
      where !zones.isEmpty {
        issue.pages[0].zones[item.id] = zones
      }
      let page = PageContent(issue, page: 0)
      for width in [40, 80, 120, 200] {
        let layout = composeWhole(page, width: width, .author)
        #expect(layout.arrangement == (page.isArranged ? .author : .automatic), "seed \(seed)")
        let drawn = DrawnPage(layout)
        let faults = drawn.faults + drawn.wholeFaults
        #expect(faults.isEmpty, "seed \(seed), \(width): \(faults.prefix(5))")
      }
    }
  }

  @Test func `items keep the order of the page and its neighbours in print`() throws {
    let page = try Sample("liancheng-daily").pages[1]
    let layout = composeWhole(page, width: 200, .author)
    func rect(_ id: String) throws -> Rect {
      try #require(layout.folds[0].modules.first { layout.items[$0.item].id == id }).rect
    }
    let (lead, photo) = (try rect("p2-bridge-survey"), try rect("p2-photo-harvest"))
    #expect(lead.right < photo.column && lead.row == photo.row)
    let (bridge, bus) = (try rect("p2-yongji-bridge"), try rect("p2-night-bus"))
    #expect(bridge.right < bus.column && bridge.row == bus.row && bridge.column == lead.column)
    #expect(try rect("p2-rapeseed").bottom < (try rect("p2-archive").row))
  }

  @Test func `stories stay beside one another while the window is dragged by a column`() throws {
    var (steps, moved) = (0, 0)
    for name in SampleFolders.names {
      let page = try Sample(name).pages[0]
      for widths in [84..<100, 110..<126] as [Range<Int>] {
        let layouts = widths.map { composeWhole(page, width: $0) }
        for (one, next) in zip(layouts, layouts.dropFirst()) where one.grid.count == next.grid.count
        {
          (steps, moved) = (steps + 1, moved + (one.columns == next.columns ? 0 : 1))
        }
      }
    }
    #expect(moved * 4 <= steps, "\(moved) of \(steps)")
  }

  @Test func `a page of many long stories is composed, however high it gets`() {
    var text = InventedText(seed: 7)
    var stories = text.stories(40)
    for number in stories.indices where number % 5 == 0 {
      stories[number].segments[0].blocks.append(Block(.paragraph, text.chinese(9_000)))
    }
    let page = PageContent(Issue(stories: stories), page: 0)
    for width in [40, 87, 160] {
      let drawn = DrawnPage(composeWhole(page, width: width))
      #expect(drawn.wholeFaults.isEmpty, "\(width): \(drawn.wholeFaults.prefix(5))")
      #expect(drawn.layout.folds[0].modules.count == 41, "\(width)")
    }
  }

  @Test func `a page of nothing is its head`() {
    let issue = Issue(stories: [])
    let layout = composeWhole(PageContent(issue, page: 0), width: 80)
    #expect(layout.size.rows > 0 && layout.size.rows < 8 && layout.folds.count == 1)
  }

  @Test(arguments: SampleFolders.names)
  func `a window shows what stands in its rows, and nothing else`(name: String) throws {
    for page in try Sample(name).pages {
      for width in [40, 80, 200] {
        let layout = composeWhole(page, width: width)
        let rows = DrawnPage(layout).rows
        for top in stride(from: 0, to: layout.size.rows, by: 11) {
          let window = DrawnPage(layout.window(top..<top + 23)).rows
          let wanted = Array(rows[top..<min(rows.count, top + 23)])
          let blank = Array(repeating: "", count: 23 - wanted.count)
          #expect(window == wanted + blank, "\(name), page \(page.label), \(width), row \(top)")
        }
      }
    }
  }
}

extension DrawnPage {
  /// What is cut, hidden or left out.
  fileprivate var wholeFaults: [String] {
    var faults: [String] = []
    if layout.folds.count != 1 || !layout.isWhole { faults.append("\(layout.folds.count) folds") }
    for (number, item) in layout.items.enumerated() {
      let modules = modules(ofItem: number)
      if modules.count != 1 { faults.append("\(item.id) stands \(modules.count) times") }
      if layout.remainder(ofItem: number) != nil { faults.append("\(item.id) is cut") }
      if !layout.hiddenHeads(ofItem: number).isEmpty {
        faults.append("heads of \(item.id) are lost")
      }
      if modules.contains(where: { $0.jumps.contains { $0.kind == .cut } }) {
        faults.append("\(item.id) goes on behind a cut")
      }
      if item.jump != nil, !modules.contains(where: { !$0.jumps.isEmpty }) {
        faults.append("the printed jump of \(item.id) is lost")
      }
      let captions = item.paragraphs.filter(\.isCaption).flatMap { Array($0.text.unicodeScalars) }
      let drawn = self.captions[number].flatMap(\.drawn)
      if item.kind == .photo, captions.shared.count > drawn.shared.count {
        faults.append("the caption of \(item.id) is cut")
      }
    }
    return faults
  }
}

extension PageLayout {
  /// The hundredths of the page that are blank under the text of modules for the sake of their neighbours;
  /// adverts are white by themselves.
  fileprivate var trappedWhite: Int {
    let cells = folds[0].modules.filter { items[$0.item].kind != .advert }.reduce(0) {
      sum, module in
      let legs = module.legs + module.captions
      let ends =
        legs.map { $0.rect.row + $0.usedRows } + module.jumps.map(\.rect.bottom)
        + module.pictures.map(\.rect.bottom) + module.heads.map(\.rect.bottom)
      let blank = module.rect.bottom - (module.isBoxed ? 1 : 0) - (ends.max() ?? module.rect.row)
      return sum + max(0, blank) * module.rect.width
    }
    return cells * 100 / (size.columns * size.rows)
  }

  /// The columns in which each item stands.
  fileprivate var columns: [Int: Range<Int>] {
    Dictionary(folds[0].modules.map { ($0.item, $0.columns) }) { first, _ in first }
  }
}
