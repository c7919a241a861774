import LayoutEngine
import ScreenModel
import TestSupport
import Testing

@Suite struct SteadinessTests {
  /// A width for each measure that so many columns may have.
  private static func widths(_ columns: Int) -> [Int] {
    var (widths, measures) = ([Int](), Set<Int>())
    for width in 40...240 {
      let grid = ColumnGrid(width: width)
      if grid.count == columns, measures.insert(grid.measure).inserted { widths.append(width) }
    }
    return widths
  }

  @Test func `stories stay on their screens and in their columns while the window is dragged`()
    throws
  {
    var (steps, moved) = (0, [String]())
    for (name, page) in [
      ("liancheng-daily", 0), ("liancheng-daily", 3), ("harbour-gazette", 0), ("minato-shimbun", 0),
    ] {
      let content = try Sample(name).pages[page]
      for columns in 3...5 {
        let places = Self.widths(columns).map {
          compose(content, size: Size(columns: $0, rows: 40)).places
        }
        for (one, next) in zip(places, places.dropFirst()) {
          steps += 1
          if one != next { moved.append("\(name), page \(page + 1), \(columns) columns") }
        }
      }
    }
    #expect(moved.count * 4 <= steps, "\(moved)")
  }

  @Test func `a page is the same whatever its memory has seen`() throws {
    let content = try Sample("liancheng-daily").pages[0]
    var memory = PageMemory()
    for (columns, rows) in [(120, 40), (121, 40), (100, 40), (99, 24), (120, 40), (42, 24)] {
      let size = Size(columns: columns, rows: rows)
      let (known, anew) = (
        compose(content, size: size, .automatic, &memory), compose(content, size: size)
      )
      #expect(known.document.utf8.elementsEqual(anew.document.utf8), "\(size)")
    }
  }

  @Test func `a page is the same while it is dragged through widths that are searched anew`() throws
  {
    let content = try Sample("liancheng-daily").pages[0]
    var (memory, searches) = (PageMemory(), 0)
    for columns in stride(from: 166, through: 190, by: 2) {
      let size = Size(columns: columns, rows: 60)
      let known = compose(content, size: size, .automatic, &memory)
      if memory.searchesAnew { searches += 1 }
      let anew = compose(content, size: size)
      #expect(known.document.utf8.elementsEqual(anew.document.utf8), "\(size)")
    }
    #expect((1..<13).contains(searches), "widths of both kinds: \(searches)")
  }

  @Test func `a page held to its own topology costs what the free search found`() throws {
    for (name, page) in [("liancheng-daily", 3), ("harbour-gazette", 0)] {
      let content = try Sample(name).pages[page]
      for (columns, rows) in [(41, 24), (80, 24), (120, 40), (160, 30)] {
        let size = Size(columns: columns, rows: rows)
        let ground = PageGround(content, size, ColumnGrid(width: columns))
        let free = FreePlan(ground)
        let narrow = PageGround(
          content, size, ColumnGrid(width: columns), spans: free.topology.spans)
        #expect(FixedPlan(free.topology, ground)?.cost == free.cost, "\(name), \(size)")
        #expect(FixedPlan(free.topology, narrow)?.cost == free.cost, "\(name), \(size)")
      }
    }
  }

  @Test func `no setting of an item costs less than nothing`() throws {
    let content = try Sample("liancheng-daily").pages[0]
    for columns in [80, 120] {
      let grid = ColumnGrid(width: columns)
      for item in content.items {
        let leaf = LeafTable(
          item, grid, isLead: false, limit: 12, screen: Size(columns: columns, rows: 40))
        for span in 1...grid.count {
          for height in 0...40 {
            let cost = leaf.cost(columns: span, height: height)
            #expect(cost ?? 0 >= 0, "\(item.id) in \(span)x\(height)")
          }
        }
      }
    }
  }
}

extension PageLayout {
  /// On which screen and in which columns each item begins.
  fileprivate var places: [Int: [Int]] {
    var places: [Int: [Int]] = [:]
    for (number, fold) in folds.enumerated() {
      for module in fold.modules where places[module.item] == nil {
        places[module.item] = [number, module.columns.lowerBound, module.columns.upperBound]
      }
    }
    return places
  }
}
