import LayoutEngine
import NewsModel
import ScreenModel
import TestSupport
import Testing
import UnicodeTables

/// The name of the paper in large type: when, how large, and of which blocks.
@Suite struct NameplateTests {
  private static let sizes = [(80, 24), (100, 36), (120, 40), (200, 60)].map {
    Size(columns: $0.0, rows: $0.1)
  }

  /// The front page of a sample under another name.
  private func page(
    _ name: String, of sample: String = "liancheng-daily", picture: Bitmap? = nil,
    _ typesetting: Typesetting
  ) throws -> PageContent {
    var issue = try Sample(sample).issue
    issue.nameplate.name = name
    issue.nameplate.picture = picture
    return PageContent(issue, page: 0, typesetting)
  }

  /// The rows of the head of a page, its rule included.
  private func head(_ page: PageContent, _ size: Size) -> [String] {
    let drawn = DrawnPage(compose(page, size: size))
    let rule = drawn.layout.folds[0].rules.filter { $0.weight == .heavy }.map(\.rect.row).min() ?? 0
    return Array(drawn.rows.prefix(rule + 1))
  }

  /// The cells of the name in large type; nil where it is text.
  private func art(_ page: PageContent, _ size: Size) -> BlockArt? {
    compose(page, size: size).folds[0].modules.flatMap(\.heads).first { $0.style == "N" }?.art
  }

  @Test(arguments: [("山中日王", "squares"), ("TILE LITE", "letters")])
  func `the head of the page looks as it was read and committed`(
    name: String, file: String
  ) throws {
    let page = try page(name, Typesetting(largeType: DrawnType.few))
    for size in Self.sizes { expectScreen(head(page, size), named: "nameplate-\(file)-\(size)") }
  }

  @Test func `half blocks take the place of quadrants where a font has none`() throws {
    let size = Size(columns: 200, rows: 60)
    let page = try page("山中日王", Typesetting(largeType: DrawnType.few, blocks: .halves))
    expectScreen(head(page, size), named: "nameplate-halves-\(size)")
    let blocks = Set(try #require(art(page, size)).rows.joined())
    #expect(blocks.isSubset(of: [" ", "▀", "▄", "█"]))
  }

  @Test func `a picture takes the place of type and keeps its proportions`() throws {
    let cross = Bitmap(
      drawn: (0..<60).map { row in
        String(repeating: "......", count: 4)
          + (0..<120).map { abs($0 / 2 - row) < 4 || abs(60 - $0 / 2 - row) < 4 ? "#" : "." }
          .joined()
      })
    let page = try page("山中日王", picture: cross, Typesetting())
    for size in Self.sizes.suffix(2) {
      expectScreen(head(page, size), named: "nameplate-picture-\(size)")
      let cells = try #require(art(page, size)).size
      #expect(abs(cells.columns - 4 * cells.rows) <= 1, "\(cells)")
    }
  }

  @Test(arguments: SampleFolders.names)
  func `a page with large type keeps the laws at every size`(sample: String) throws {
    let name = try Sample(sample).issue.nameplate.name
    let page = try page(name, of: sample, Typesetting(largeType: DrawnType.boxes))
    var large = 0
    for columns in [40, 80, 120, 160, 240] {
      for rows in [12, 24, 30, 40, 60] {
        let size = Size(columns: columns, rows: rows)
        let faults = DrawnPage(compose(page, size: size)).faults
        #expect(faults.isEmpty, "\(sample), \(size): \(faults.prefix(5))")
        large += art(page, size) == nil ? 0 : 1
      }
    }
    #expect(large > 2)
  }

  @Test func `large type costs a page no line and few rows`() throws {
    for sample in SampleFolders.names {
      let name = try Sample(sample).issue.nameplate.name
      let large = try page(name, of: sample, Typesetting(largeType: DrawnType.boxes))
      let plain = try page(name, of: sample, Typesetting())
      for rows in [24, 36, 48] {
        let size = Size(columns: 160, rows: rows)
        let heads = [large, plain].map { compose($0, size: size).hiddenHeads(ofItem: 0).count }
        #expect(heads[0] <= heads[1], "\(sample), \(size)")
        let most = max(head(plain, size).count + 1, rows / 5 + 3)
        #expect(head(large, size).count <= most, "\(sample), \(size)")
      }
    }
  }

  @Test func `a name of which one character is missing stays text as a whole`() throws {
    let size = Size(columns: 200, rows: 60)
    #expect(art(try page("山中日王", Typesetting(largeType: DrawnType.few)), size) != nil)
    #expect(art(try page("山中日報", Typesetting(largeType: DrawnType.few)), size) == nil)
  }

  @Test(arguments: ["الأهرام", "दैनिक", "ไทยรัฐ", "e\u{301}", "", "A\u{202E}B"])
  func `a name that has to be shaped stays text`(name: String) throws {
    let page = try page(name, Typesetting(largeType: DrawnType.boxes))
    #expect(art(page, Size(columns: 200, rows: 60)) == nil)
  }

  @Test func `a terminal that draws blocks in two cells gets text`() throws {
    let size = Size(columns: 200, rows: 60)
    for widths in [
      WidthPolicy(ambiguous: 2), WidthPolicy(exceptions: ["▄": 2]),
    ] {
      let page = try page("山中日王", Typesetting(widths: widths, largeType: DrawnType.few))
      #expect(art(page, size) == nil)
    }
  }

  @Test func `the document declares large type`() throws {
    let page = try page("山中日王", Typesetting(largeType: DrawnType.few))
    let layout = compose(page, size: Size(columns: 200, rows: 60))
    let document = try #require(JSONValue(layout.document))
    let heads = document["folds"].elements[0]["modules"].elements[0]["heads"].elements
    #expect(
      heads.map { $0["form"].string == "bitmap" } == [true] + heads.dropFirst().map { _ in false })
    #expect(heads[0]["text"].string == "山中日王")
    #expect(heads[0]["rect"]["height"].number == art(page, layout.size)?.size.rows)
  }
}
