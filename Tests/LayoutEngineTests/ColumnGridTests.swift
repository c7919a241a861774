import LayoutEngine
import Testing

@Suite struct ColumnGridTests {
  @Test func `the number of columns changes at the widths of the broadsheet table`() {
    let counts = (20...300).map { ColumnGrid(width: $0).count }
    let changes = (21...300).filter { counts[$0 - 20] != counts[$0 - 21] }
    #expect(changes.prefix(8) == [43, 70, 99, 128, 157, 186, 215, 244])
    #expect(changes.map { counts[$0 - 20] } == Array(2...changes.count + 1))
  }

  @Test func `known widths have the columns of print`() {
    let table = [
      (40, 1, 40), (60, 2, 28), (80, 3, 24), (100, 4, 22), (120, 4, 26), (160, 6, 24), (200, 7, 26),
      (222, 8, 24), (240, 8, 26),
    ]
    for (width, count, measure) in table {
      let grid = ColumnGrid(width: width)
      #expect((grid.count, grid.measure) == (count, measure), "\(width)")
    }
  }

  @Test func `columns are even, wide enough and fill the page but for less than two cells each`() {
    for width in 20...500 {
      let grid = ColumnGrid(width: width)
      let used = grid.span(grid.count)
      #expect(grid.measure % 2 == 0 && (grid.measure >= 20 || grid.count == 1), "\(width)")
      #expect((0..<2 * grid.count).contains(width - used), "\(width)")
      #expect(grid.margin == (width - used) / 2, "\(width)")
    }
  }

  @Test func `columns stand side by side with their gutters between`() {
    for width in 20...300 {
      let grid = ColumnGrid(width: width)
      #expect(grid.start(ofColumn: 0) == grid.margin)
      for column in 1..<max(1, grid.count) {
        let end = grid.start(ofColumn: 0) + grid.span(column)
        #expect(grid.start(ofColumn: column) == end + grid.gutter, "\(width), column \(column)")
      }
    }
  }
}
