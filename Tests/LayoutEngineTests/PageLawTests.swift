import LayoutEngine
import NewsModel
import ScreenModel
import TestSupport
import Testing
import UnicodeTables

@Suite struct PageLawTests {
  /// Widths of one to eight columns, heights from the least that holds modules on.
  private static let sizes =
    stride(from: 40, through: 240, by: 20).flatMap { columns in
      (columns % 40 == 0 ? [12, 20, 24, 40, 60] : [12, 24]).map { Size(columns: columns, rows: $0) }
    }
    + [(20, 8), (30, 10), (39, 11), (400, 120)].map { Size(columns: $0.0, rows: $0.1) }

  @Test func `items that a large screen can hold stand on it, however much stays blank`() {
    var text = InventedText(seed: 3)
    let page = PageContent(Issue(stories: text.stories(2)), page: 0)
    #expect(compose(page, size: Size(columns: 500, rows: 200)).folds.count == 1)
  }

  @Test(arguments: SampleFolders.names)
  func `every page of a sample keeps the laws at every size`(name: String) throws {
    var uneven: [String] = []
    for page in try Sample(name).pages {
      for size in Self.sizes {
        let drawn = DrawnPage(compose(page, size: size))
        let place = "\(name), page \(page.label), \(size)"
        uneven += drawn.unevenLegs.map { "\(place), \($0)" }
        #expect(drawn.faults.isEmpty, "\(place): \(drawn.faults.prefix(5))")
      }
    }
    #expect(uneven.isEmpty, "\(uneven.prefix(5))")
  }

  @Test(arguments: SampleFolders.names)
  func `the front page keeps the laws at ambiguous width 2`(name: String) throws {
    let page = try Sample(name, widths: WidthPolicy(ambiguous: 2)).pages[0]
    for columns in stride(from: 40, through: 240, by: 40) {
      for rows in [12, 24, 40] {
        let size = Size(columns: columns, rows: rows)
        let faults = DrawnPage(compose(page, size: size)).faults
        #expect(faults.isEmpty, "\(name), \(size): \(faults.prefix(5))")
      }
    }
  }
}
