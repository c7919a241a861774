import LayoutEngine
import ScreenModel
import TestSupport
import Testing

@Suite struct ScreenTests {
  private static let sizes = [(40, 20), (80, 24), (120, 40), (200, 60)].map {
    Size(columns: $0.0, rows: $0.1)
  }

  @Test(arguments: SampleFolders.names)
  func `the front page looks as it was read and committed`(name: String) throws {
    let page = try Sample(name).pages[0]
    for size in Self.sizes {
      expectScreen(DrawnPage(compose(page, size: size)).rows, named: "\(name)-\(size)")
    }
  }

  @Test(arguments: SampleFolders.names)
  func `the whole front page looks as it was read and committed`(name: String) throws {
    let page = try Sample(name).pages[0]
    for width in [60, 120, 200] {
      let drawn = DrawnPage(composeWhole(page, width: width))
      expectScreen(drawn.rows, named: "whole-\(name)-\(width)")
    }
  }
}
