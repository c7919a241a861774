import LayoutEngine
import NewsModel
import Testing

@Suite struct PrintedPageTests {
  // MARK: Columns

  @Test func `equal columns are counted, whatever the items span`() throws {
    for count in 1...8 {
      let step = 9_200 / count
      for spans in [[1], [2, 1], [3, 1, 2]] {
        var (boxes, column, number) = ([PrintedBox](), 0, 0)
        while column < count {
          let span = min(spans[number % spans.count], count - column)
          let zone = try #require(
            Zone(left: 400 + column * step, top: 0, width: span * step - 110, height: 100))
          boxes.append(PrintedBox(zone))
          (column, number) = (column + span, number + 1)
        }
        let columns = PrintedColumns(boxes)
        #expect(count % columns.count == 0, "\(count) columns by \(spans)")
        if spans == [1] { #expect(columns.count == count) }
        #expect(boxes.map { columns.range(of: $0).lowerBound }.first == 0)
        #expect(boxes.map { columns.range(of: $0).upperBound }.last == columns.count)
        #expect(
          zip(boxes, boxes.dropFirst()).allSatisfy {
            columns.range(of: $0).upperBound == columns.range(of: $1).lowerBound
          }, "\(count) columns by \(spans)")
      }
    }
  }

  @Test func `halves above thirds are sixths, and an edge of its own does no harm`() throws {
    let zones =
      [(0, 50), (50, 50), (0, 33), (33, 34), (67, 33)].flatMap { Zone.percent($0, 0, $1, 10) }
    #expect(PrintedColumns(zones.map { PrintedBox($0) }).count == 6)
    let odd = PrintedColumns((zones + Zone.percent(7, 0, 41, 10)).map { PrintedBox($0) })
    #expect((6...16).contains(odd.count))
    #expect(odd.range(of: PrintedBox(zones[0])).upperBound * 2 == odd.count)
  }

  @Test func `the smallest zone there can be stands in a column`() throws {
    for zone in [(0, 0, 1, 1), (9_999, 9_999, 1, 1), (0, 0, 10_000, 10_000)] {
      let box = PrintedBox(
        try #require(Zone(left: zone.0, top: zone.1, width: zone.2, height: zone.3)))
      #expect(PrintedColumns([box]).range(of: box) == 0..<1)
    }
  }

  // MARK: Cuts

  @Test func `a page is cut along its widest blanks, columns from left to right`() throws {
    // The lead over two columns, beside a column of three.
    let page = try #require(
      PrintedPage([
        Zone.percent(0, 0, 65, 40), Zone.percent(0, 42, 32, 58), Zone.percent(33, 42, 32, 58),
        Zone.percent(68, 0, 32, 30), Zone.percent(68, 31, 32, 30), Zone.percent(68, 62, 32, 38),
      ]))
    #expect(
      page.tree
        == .beside(
          .stack(.leaf(0), .beside(.leaf(1), .leaf(2))),
          .stack(.leaf(3), .stack(.leaf(4), .leaf(5)))))
    #expect(page.columns.count == 3)
    #expect(page.loosened.isEmpty && page.unplaced.isEmpty)
    #expect(
      page.topology(of: page.tree, columns: 7)
        == .beside(
          .stack(.leaf(0), .beside(.leaf(1), .leaf(2), columnsLeft: 3)),
          .stack(.leaf(3), .stack(.leaf(4), .leaf(5))), columnsLeft: 5))
  }

  @Test func `where a grid could be cut both ways, the order of the file decides`() {
    let corners = [(0, 0), (50, 0), (0, 50), (50, 50)].map { Zone.percent($0, $1, 49, 49) }
    #expect(
      PrintedPage(corners)?.tree
        == .stack(.beside(.leaf(0), .leaf(1)), .beside(.leaf(2), .leaf(3))))
    #expect(
      PrintedPage([corners[0], corners[2], corners[1], corners[3]])?.tree
        == .beside(.stack(.leaf(0), .leaf(1)), .stack(.leaf(2), .leaf(3))))
  }

  @Test func `zones that touch or overlap by a gutter are parted`() {
    let zones = [
      Zone.percent(0, 0, 51, 50), Zone.percent(50, 0, 50, 50), Zone.percent(0, 49, 100, 51),
    ]
    let page = PrintedPage(zones)
    #expect(page?.tree == .stack(.beside(.leaf(0), .leaf(1)), .leaf(2)))
    #expect(page?.loosened == [])
  }

  @Test func `the arms of a pinwheel are parted by loosening the smallest in the way`() throws {
    let page = try #require(
      PrintedPage([
        Zone.percent(0, 0, 66, 33), Zone.percent(67, 0, 33, 66), Zone.percent(34, 67, 66, 33),
        Zone.percent(0, 34, 33, 60), Zone.percent(34, 34, 32, 32),
      ]))
    #expect(page.loosened == [3])
    #expect(page.tree.items.sorted() == [0, 1, 2, 3, 4])
    // The loosened arm stands under the one above it.
    #expect(
      page.tree == .stack(.beside(.stack(.stack(.leaf(0), .leaf(3)), .leaf(4)), .leaf(1)), .leaf(2))
    )
  }

  @Test func `a picture inside a story goes below it, one of two equal zones too`() {
    let inset = PrintedPage([Zone.percent(0, 0, 60, 100), Zone.percent(20, 30, 20, 20)])
    #expect(inset?.tree == .stack(.leaf(0), .leaf(1)))
    #expect(inset?.loosened == [1])
    let twins = PrintedPage([Zone.percent(0, 0, 60, 50), Zone.percent(0, 0, 60, 50)])
    #expect(twins?.tree == .stack(.leaf(0), .leaf(1)))
    #expect(twins?.loosened == [1])
  }

  @Test func `several zones are one rectangle, unless that would cover another item`() {
    let columns = Zone.percent(0, 0, 30, 50) + Zone.percent(33, 0, 30, 60)
    #expect(
      PrintedPage([columns, Zone.percent(0, 62, 63, 38)])?.tree == .stack(.leaf(0), .leaf(1)))
    // An L: its foot runs under the other item, its larger part stands above.
    let shape = Zone.percent(0, 0, 100, 40) + Zone.percent(0, 40, 30, 60)
    let page = PrintedPage([shape, Zone.percent(33, 43, 67, 57)])
    #expect(page?.tree == .stack(.leaf(0), .leaf(1)))
    #expect(page?.loosened == [])
  }

  // MARK: Laws

  @Test func `a sliced page comes back without loosening anything`() throws {
    for seed in 0..<150 as Range<UInt64> {
      var invented = InventedZones(seed: seed)
      let zones = invented.sliced(2 + Int(seed % 12))
      let page = try #require(PrintedPage(zones))
      #expect(page.loosened.isEmpty, "seed \(seed)")
      #expect(page.tree.items.sorted() == Array(zones.indices), "seed \(seed)")
      #expect(page.faults(zones).isEmpty, "seed \(seed): \(page.faults(zones))")
    }
  }

  @Test func `of any zones, every item is in the tree once and stands where it is not loosened`()
    throws
  {
    for seed in 0..<150 as Range<UInt64> {
      var invented = InventedZones(seed: seed)
      let zones = invented.forgetting(invented.scattered(1 + Int(seed % 14)))
      let page = try #require(PrintedPage(zones))
      #expect(
        (page.tree.items + page.unplaced).sorted() == Array(zones.indices), "seed \(seed)")
      #expect(page.unplaced == zones.indices.filter { zones[$0].isEmpty })
      #expect(page.faults(zones).isEmpty, "seed \(seed): \(page.faults(zones))")
      #expect(PrintedPage(zones) == page, "seed \(seed)")
    }
  }

  @Test func `fewer columns keep the order, and nothing more is stacked than must be`() throws {
    for seed in 0..<100 as Range<UInt64> {
      var invented = InventedZones(seed: seed)
      let page = try #require(PrintedPage(invented.sliced(2 + Int(seed % 12))))
      let needed = page.tree.leastColumns
      for columns in 1...needed + 2 {
        let tree = page.tree.narrowed(to: columns)
        #expect(tree.items == page.tree.items, "seed \(seed), \(columns) columns")
        #expect(tree.leastColumns <= columns, "seed \(seed), \(columns) columns")
        if columns >= needed { #expect(tree == page.tree) }
        if columns < needed { #expect(tree.leastColumns == columns, "seed \(seed)") }
        let topology = page.topology(of: tree, columns: columns)
        #expect(topology.leaves == tree.items)
        #expect(topology.sharesColumns(columns), "seed \(seed), \(columns) columns")
      }
      #expect(page.tree.narrowed(to: 1).stackedParts.count == page.tree.items.count)
    }
  }

  @Test func `a page is known by seven tenths of its items, if they are not too many`() {
    let zone = Zone.percent(0, 0, 10, 10)
    #expect(!PrintedPage.isKnown([]) && PrintedPage([]) == nil)
    #expect(!PrintedPage.isKnown([[]]) && PrintedPage([[]]) == nil)
    #expect(PrintedPage.isKnown([zone]))
    for count in 1...20 {
      for placed in 1...count {
        let zones = (0..<count).map { $0 < placed ? zone : [] }
        #expect(PrintedPage.isKnown(zones) == (placed * 10 >= count * 7), "\(placed) of \(count)")
      }
    }
    let many = Array(repeating: zone, count: PrintedPage.mostItems + 1)
    #expect(!PrintedPage.isKnown(many) && PrintedPage(many) == nil)
    #expect(PrintedPage(Array(many.dropLast()))?.loosened.count == PrintedPage.mostItems - 1)
  }
}

extension PrintedPage {
  /// Pairs of items that do not stand to one another as the tree says; what is loosened may stand
  /// anywhere.
  fileprivate func faults(_ zones: [[Zone]]) -> [String] {
    faults(tree, zones)
  }

  private func faults(_ tree: PrintedTree, _ zones: [[Zone]]) -> [String] {
    switch tree {
    case .leaf: []
    case .stack(let one, let two):
      faults(one, zones) + faults(two, zones)
        + pairs(one, two, zones).filter { $0.bottom > $1.top + 200 }
        .map { "\($0) is not above \($1)" }
    case .beside(let one, let two):
      faults(one, zones) + faults(two, zones)
        + pairs(one, two, zones).filter { $0.right > $1.left + 200 }
        .map { "\($0) is not left of \($1)" }
    }
  }

  private func pairs(
    _ one: PrintedTree, _ two: PrintedTree, _ zones: [[Zone]]
  ) -> [(Zone, Zone)] {
    let firm = { (tree: PrintedTree) in
      tree.items.filter { !self.loosened.contains($0) }.flatMap { zones[$0] }
    }
    return firm(one).flatMap { first in firm(two).map { (first, $0) } }
  }
}

extension SlicingTopology {
  /// Whether every leaf has a column, and neighbours share those of their parent.
  fileprivate func sharesColumns(_ columns: Int) -> Bool {
    switch self {
    case .leaf: columns >= 1
    case .stack(let one, let two): one.sharesColumns(columns) && two.sharesColumns(columns)
    case .beside(let one, let two, let left):
      (1..<columns).contains(left) && one.sharesColumns(left) && two.sharesColumns(columns - left)
    }
  }
}
