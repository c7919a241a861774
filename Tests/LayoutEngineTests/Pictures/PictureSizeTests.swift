import LayoutEngine
import NewsModel
import ScreenModel
import Testing

/// The law of proportions: a cell is twice as high as it is wide.
@Suite struct PictureSizeTests {
  private static let shapes = [(3, 2), (2, 3), (1, 1), (4, 1), (420, 280), (16, 9), (1, 3)].map {
    PictureShape(width: $0.0, height: $0.1)
  }

  @Test func `a picture keeps its proportions within a row or two`() {
    for shape in Self.shapes {
      for width in stride(from: 20, through: 320, by: 7) {
        let sizes = PictureSizes(shape, width: width)
        #expect((1...2).contains(sizes.slack))
        for rows in 1...120 {
          guard let size = sizes.size(within: rows) else { continue }
          let place = "\(shape) in \(width)x\(rows): \(size)"
          #expect(size.rows <= rows && size.columns <= width, "\(place)")
          #expect(size.columns >= 16 && size.rows >= 4, "\(place)")
          #expect(3 * size.columns >= 2 * width, "\(place)")
          // The rows that its columns ask for, to half a row up or down.
          let doubled = size.columns * shape.height
          let ideal = (doubled + shape.width) / (2 * shape.width)
          let slack = size.columns == width ? sizes.slack : 1
          #expect(abs(size.rows - ideal) <= max(slack, shape.height / shape.width), "\(place)")
        }
      }
    }
  }

  @Test func `more rows never make it smaller, and it stops at its full size`() throws {
    for shape in Self.shapes {
      for mayBeNarrow in [false, true] {
        let sizes = PictureSizes(shape, width: 60)
        var last = Size(columns: 0, rows: 0)
        for rows in 0...200 {
          guard let size = sizes.size(within: rows, mayBeNarrow: mayBeNarrow) else {
            #expect(last.rows == 0, "\(shape) vanishes at \(rows) rows")
            continue
          }
          #expect(size.columns >= last.columns && size.rows >= last.rows, "\(shape), \(rows)")
          last = size
        }
        #expect(last == Size(columns: 60, rows: sizes.idealRows), "\(shape)")
      }
    }
  }
}
