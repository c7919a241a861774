import LayoutEngine
import NewsModel
import ScreenModel
import TestSupport
import Testing

@Suite struct AuthorPageTests {
  private static let sizes =
    stride(from: 40, through: 240, by: 20).flatMap { columns in
      [12, 20, 24, 40, 60].map { Size(columns: columns, rows: $0) }
    } + [Size(columns: 400, rows: 120)]

  @Test func `the page of a sample keeps the laws as its author arranged it`() throws {
    let page = try Sample("liancheng-daily").pages[1]
    #expect(page.isArranged)
    for size in Self.sizes {
      let layout = compose(page, size: size, .author)
      let drawn = DrawnPage(layout)
      #expect(layout.arrangement == .author && layout.loosened.isEmpty)
      #expect(drawn.faults.isEmpty, "\(size): \(drawn.faults.prefix(5))")
      #expect(drawn.unevenLegs.isEmpty, "\(size): \(drawn.unevenLegs.prefix(5))")
    }
  }

  @Test func `whatever the zones, every item is shown and keeps the laws`() throws {
    for seed in 0..<24 as Range<UInt64> {
      var invented = InventedZones(seed: seed)
      let count = 1 + Int(seed % 9)
      let zones = seed % 2 == 0 ? invented.sliced(count) : invented.scattered(count)
      let page = PageContent(Issue(zones: invented.forgetting(zones), seed: seed), page: 0)
      for size in [(40, 12), (80, 24), (120, 40), (200, 60)].map({
        Size(columns: $0.0, rows: $0.1)
      }) {
        let layout = compose(page, size: size, .author)
        #expect(layout.arrangement == (page.isArranged ? .author : .automatic), "seed \(seed)")
        let faults = DrawnPage(layout).faults
        #expect(faults.isEmpty, "seed \(seed), \(size): \(faults.prefix(5))")
      }
    }
  }

  @Test(arguments: InventedIssue.allCases)
  func `items at the edge of what may be are placed by zones, too`(kind: InventedIssue) throws {
    var issue = kind.issue
    var invented = InventedZones(seed: 1)
    let ids = issue.pages[0].items.map(\.id)
    let zones = invented.sliced(max(1, ids.count))
    issue.pages[0].zones = Dictionary(zip(ids, zones)) { first, _ in first }
    let page = PageContent(issue, page: 0)
    for size in [(40, 12), (80, 24), (200, 60)].map({ Size(columns: $0.0, rows: $0.1) }) {
      let faults = DrawnPage(compose(page, size: size, .author)).faults
      #expect(faults.isEmpty, "\(size): \(faults.prefix(5))")
    }
  }

  @Test func `what is set otherwise than in print keeps print's order, each item once`() throws {
    let page = try Sample("liancheng-daily").pages[1]
    var order: [String] = []
    for columns in stride(from: 40, through: 240, by: 20) {
      for rows in [20, 30, 60] {
        let layout = compose(page, size: Size(columns: columns, rows: rows), .author)
        var ids: [String] = []
        for module in layout.folds.flatMap(\.modules) {
          let id = layout.items[module.item].id
          if !ids.contains(id) { ids.append(id) }
        }
        if order.isEmpty { order = ids }
        #expect(ids == order, "\(columns)x\(rows)")
        #expect(layout.arrangement == .author)
      }
    }
  }

  @Test func `neighbours in print are neighbours on the screen, in its reading order`() throws {
    let page = try Sample("liancheng-daily").pages[1]
    let layout = compose(page, size: Size(columns: 200, rows: 60), .author)
    #expect(layout.folds.count == 1)
    func rect(_ id: String) throws -> Rect {
      let module = layout.folds[0].modules.first { layout.items[$0.item].id == id }
      return try #require(module).rect
    }
    let (lead, photo) = (try rect("p2-bridge-survey"), try rect("p2-photo-harvest"))
    #expect(lead.right < photo.column && lead.row == photo.row)
    let (bridge, bus) = (try rect("p2-yongji-bridge"), try rect("p2-night-bus"))
    #expect(bridge.right < bus.column && bridge.row == bus.row && bridge.column == lead.column)
    let (rapeseed, archive) = (try rect("p2-rapeseed"), try rect("p2-archive"))
    #expect(rapeseed.bottom < archive.row)
    #expect(
      layout.folds[0].modules.map { layout.items[$0.item].id } == [
        "p2-bridge-survey", "p2-yongji-bridge", "p2-night-bus", "p2-gym-verdict", "p2-lab-exam",
        "p2-photo-harvest", "p2-rapeseed", "p2-archive", "p2-briefs", "p2-inside",
      ])
  }

  @Test func `heights are near the printed shares where the text allows`() throws {
    let page = try Sample("liancheng-daily").pages[1]
    let layout = compose(page, size: Size(columns: 200, rows: 60), .author)
    // Of the 89 hundredths of the page that are printed, the lead has 36, the two below it 27 each.
    for (id, share) in [("p2-bridge-survey", 36), ("p2-yongji-bridge", 27), ("p2-night-bus", 27)] {
      let module = try #require(
        layout.folds[0].modules.first { layout.items[$0.item].id == id })
      let wanted = 58 * share / 89
      #expect(abs(module.rect.height - wanted) <= 6, "\(id): \(module.rect.height) of \(wanted)")
    }
  }

  @Test func `the document names what stands elsewhere than in print`() throws {
    var issue = Issue(zones: [Zone.percent(0, 0, 60, 100), Zone.percent(20, 30, 20, 20)], seed: 4)
    let layout = compose(
      PageContent(issue, page: 0), size: Size(columns: 80, rows: 24), .author)
    #expect(layout.loosened.map { layout.items[$0].id } == ["s1"])
    let document = try #require(JSONValue(layout.document))
    #expect(document["arrangement"].string == "author")
    #expect(document["loosened"].elements.map(\.string) == ["s1"])
    issue.pages[0].zones = [:]
    let automatic = compose(
      PageContent(issue, page: 0), size: Size(columns: 80, rows: 24), .author)
    #expect(automatic.arrangement == .automatic)
    #expect(!automatic.document.contains("arrangement"))
  }

  @Test func `zones change nothing on a page that is arranged automatically`() throws {
    var issue = try Sample("liancheng-daily").issue
    let size = Size(columns: 120, rows: 40)
    let with = compose(PageContent(issue, page: 1), size: size)
    issue.pages[1].zones = [:]
    #expect(with.document == compose(PageContent(issue, page: 1), size: size).document)
  }

  @Test func `the same page is the same to the byte, and a list where it is small`() throws {
    let page = try Sample("liancheng-daily").pages[1]
    for size in [(80, 24), (160, 50)].map({ Size(columns: $0.0, rows: $0.1) }) {
      #expect(
        compose(page, size: size, .author).document == compose(page, size: size, .author).document)
    }
    let small = compose(page, size: Size(columns: 39, rows: 20), .author)
    #expect(small.mode == .list && small.arrangement == .automatic)
  }
}

extension Issue {
  /// A page of stories with these zones, one each.
  fileprivate init(zones: [[Zone]], seed: UInt64) {
    var text = InventedText(seed: seed)
    self.init(stories: text.stories(zones.count))
    for (item, zones) in zip(pages[0].items, zones) where !zones.isEmpty {
      pages[0].zones[item.id] = zones
    }
  }
}
