import NewsModel
import Testing

@Suite struct RasterTests {
  @Test func `a raster has as many dots as its sides say, and no more than a screen can show`() {
    #expect(Raster(width: 3, height: 2, values: [0, 1, 2, 3, 4, 5])?[1, 2] == 5)
    let longest = Raster.longestSide
    #expect(Raster(width: longest, height: 1, values: Array(repeating: 0, count: longest)) != nil)
    for (width, height, count) in [
      (0, 1, 0), (1, 0, 0), (2, 2, 3), (2, 2, 5), (-1, -1, 1), (longest + 1, 1, longest + 1),
    ] {
      let values = [UInt8](repeating: 0, count: count)
      #expect(Raster(width: width, height: height, values: values) == nil, "\(width)x\(height)")
    }
  }
}
