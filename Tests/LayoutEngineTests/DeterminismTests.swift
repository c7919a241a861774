import LayoutEngine
import ScreenModel
import TestSupport
import Testing

@Suite struct DeterminismTests {
  private static let sizes = [(38, 11), (80, 24), (160, 50)].map {
    Size(columns: $0.0, rows: $0.1)
  }

  @Test(arguments: SampleFolders.names)
  func `the same page at the same size is the same to the byte`(name: String) throws {
    let (sample, again) = (try Sample(name), try Sample(name))
    for (page, other) in zip(sample.pages, again.pages) {
      for size in Self.sizes {
        let (one, two) = (compose(page, size: size), compose(other, size: size))
        #expect(one.document.utf8.elementsEqual(two.document.utf8), "page \(page.label), \(size)")
        #expect(DrawnPage(one).frames == DrawnPage(two).frames, "page \(page.label), \(size)")
      }
    }
  }

  @Test func `a page comes back the same after other sizes`() throws {
    let page = try Sample("liancheng-daily").pages[0]
    let before = Self.sizes.map { compose(page, size: $0).document }
    let after = Self.sizes.reversed().map { compose(page, size: $0).document }
    #expect(before == after.reversed())
  }
}
