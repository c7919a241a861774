import LayoutEngine
import NewsModel
import ScreenModel
import TestSupport
import Testing
import Typesetter
import UnicodeTables

@Suite struct ElementTests {
  /// The page of an issue, drawn.
  private func drawn(_ issue: Issue, _ size: Size, ambiguous: Int = 1) -> DrawnPage {
    let typesetting = Typesetting(widths: WidthPolicy(ambiguous: ambiguous))
    return DrawnPage(compose(PageContent(issue, page: 0, typesetting), size: size))
  }

  @Test(arguments: [40, 60, 80, 120, 200], [1, 2])
  func `a page with every element keeps the laws at every size`(columns: Int, ambiguous: Int) {
    let issues = [
      InventedElements.boxes, InventedElements.adverts(3), InventedElements.sidebar,
      InventedElements.quote, InventedElements.lists,
    ]
    for issue in issues {
      for rows in [12, 24, 40, 60] {
        let page = drawn(issue, Size(columns: columns, rows: rows), ambiguous: ambiguous)
        #expect(page.faults.isEmpty, "\(columns)x\(rows): \(page.faults.prefix(3))")
        #expect(page.openBoxes.isEmpty, "\(columns)x\(rows): \(page.openBoxes.prefix(3))")
      }
    }
  }

  @Test(arguments: [1, 2])
  func `a boxed story looks as it was read and committed`(ambiguous: Int) {
    for size in [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)] {
      let page = drawn(InventedElements.boxes, size, ambiguous: ambiguous)
      let name = ambiguous == 1 ? "boxes-\(size)" : "boxes-ascii-\(size)"
      expectScreen(page.rows, named: name)
    }
  }

  @Test func `adverts stand side by side at the foot, each in its frame`() {
    for size in [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)] {
      expectScreen(drawn(InventedElements.adverts(3), size).rows, named: "adverts-\(size)")
    }
  }

  @Test func `an advert with running text is boxed, and never the lead`() {
    for columns in [80, 120, 200] {
      let issue = InventedElements.advertisedText
      let page = drawn(issue, Size(columns: columns, rows: 40))
      #expect(page.faults.isEmpty && page.openBoxes.isEmpty, "\(columns)")
      let content = PageContent(issue, page: 0, Typesetting())
      let (advert, others) = (content.items[0], content.items.dropFirst())
      #expect(advert.claim.boxed && others.allSatisfy { $0.claim.priority > advert.claim.priority })
    }
  }

  @Test func `a sidebar stands beside or below its story, wherever the file lists it`() {
    var together = 0
    for columns in [80, 120, 160, 200, 240] {
      for rows in [24, 40, 60] {
        let layout = drawn(InventedElements.sidebar, Size(columns: columns, rows: rows)).layout
        let (parent, sidebar) = (layout.place(of: "s1"), layout.place(of: "s6"))
        guard parent.fold == sidebar.fold else { continue }
        together += 1
        let (one, two) = (parent.rect, sidebar.rect)
        let isBeside =
          two.column == one.right + layout.grid.gutter && two.row < one.bottom
          && one.row < two.bottom
        let isBelow =
          two.row == one.bottom + 1 && two.column < one.right && one.column < two.right
        #expect(isBeside || isBelow, "\(columns)x\(rows): \(one), \(two)")
      }
    }
    #expect(together > 11, "of 15 sizes")
  }

  @Test func `a pull quote is torn by no leg and stands between its rules`() {
    for columns in stride(from: 40, through: 240, by: 10) {
      for rows in [20, 24, 40, 60] {
        let layout = drawn(InventedElements.quote, Size(columns: columns, rows: rows)).layout
        for fold in layout.folds {
          let legs = fold.modules.flatMap { module in
            module.legs.filter { leg in
              leg.lines.contains {
                layout.items[module.item].paragraphs[$0.paragraph].role == .pullQuote
              }
            }
          }
          let rules = fold.rules.filter { rule in
            let (rect, start) = (rule.rect, rule.rect.start)
            return legs.contains { $0.rect.column == rect.column && $0.rect.contains(start) }
          }
          #expect(legs.count < 2, "\(columns)x\(rows)")
          #expect(rules.count == 2 * legs.count, "\(columns)x\(rows)")
        }
      }
    }
  }

  @Test(arguments: [1, 2])
  func `the page of a pointer stands at the right edge of its leg`(ambiguous: Int) {
    for columns in [40, 60, 80, 120, 160, 200] {
      let size = Size(columns: columns, rows: 40)
      let layout = drawn(InventedElements.lists, size, ambiguous: ambiguous).layout
      let box = layout.folds.flatMap(\.modules).filter { layout.items[$0.item].id == "r" }
      let legs = box.flatMap(\.legs)
      #expect(box.allSatisfy { $0.isBoxed }, "\(size)")
      let ends = legs.flatMap { leg in
        leg.lines.filter(\.line.isLast).map { leg.rect.right - $0.column - $0.width }
      }
      #expect(ends == [0, 0, 0, 0], "\(size)")
    }
  }

  @Test func `briefs have air between all of them or none`() {
    var seen: Set<Int> = []
    for columns in [40, 80, 120, 160, 200, 240] {
      for rows in [24, 30, 40, 60] {
        let layout = drawn(InventedElements.lists, Size(columns: columns, rows: rows)).layout
        for module in layout.folds.flatMap(\.modules) where layout.items[module.item].id == "b" {
          let gaps = module.legs.flatMap { leg in
            zip(leg.lines, leg.lines.dropFirst()).filter { _, next in
              let item = layout.items[module.item]
              return item.opens(next) && item.paragraphs[next.paragraph].mark != nil
            }.map { $1.row - $0.row - 1 }
          }
          #expect(Set(gaps).count < 2, "\(columns)x\(rows): \(gaps)")
          seen.formUnion(gaps)
        }
      }
    }
    #expect(seen == [0, 1])
  }

  @Test func `lists and quotes look as they were read and committed`() {
    let size = Size(columns: 120, rows: 40)
    for (name, issue) in [
      ("sidebar", InventedElements.sidebar), ("quote", InventedElements.quote),
      ("lists", InventedElements.lists),
    ] {
      expectScreen(drawn(issue, size).rows, named: "\(name)-\(size)")
    }
    let small = Size(columns: 80, rows: 24)
    expectScreen(drawn(InventedElements.lists, small).rows, named: "lists-\(small)")
  }

  @Test func `a box that would starve the text has rules above and below alone`() {
    let page = drawn(InventedElements.boxes, Size(columns: 100, rows: 40))
    #expect(page.layout.grid.measure == 22)
    let boxed = page.layout.folds.flatMap(\.modules).filter(\.isBoxed)
    #expect(!boxed.isEmpty)
    for module in boxed where module.columns.count == 1 {
      #expect(module.legs.allSatisfy { $0.rect.width == 22 })
    }
  }
}

extension PageLayout {
  /// Where an item begins.
  fileprivate func place(of id: ItemID) -> (fold: Int, rect: Rect) {
    for (number, fold) in folds.enumerated() {
      for module in fold.modules where items[module.item].id == id {
        return (number, module.rect)
      }
    }
    return (-1, Rect(column: 0, row: 0, width: 0, height: 0))
  }
}

extension Rect {
  fileprivate var start: Point { Point(column: column, row: row) }
}

extension DrawnPage {
  /// Sides of boxed modules that are not inked from end to end: above and below in any case, left and
  /// right where the text keeps away from the edge.
  fileprivate var openBoxes: [String] {
    layout.folds.indices.flatMap { fold in
      layout.folds[fold].modules.filter(\.isBoxed).compactMap { module in
        let rect = module.rect
        let isClosed = (module.heads.map(\.rect) + module.legs.map(\.rect)).allSatisfy {
          $0.column >= rect.column + 2 && $0.right <= rect.right - 2
        }
        let isAboveRule = isInked(fold, rect.bottom, rect.column..<rect.right)
        let foot = isAboveRule ? rect.bottom : rect.bottom - 1
        let isWhole =
          isInked(fold, rect.row - 1, rect.column..<rect.right)
          && isInked(fold, foot, rect.column..<rect.right)
          && (!isClosed
            || (rect.row..<foot).allSatisfy { row in
              [rect.column, rect.right - 1].allSatisfy { isInked(fold, row, $0..<$0 + 1) }
            })
        return isWhole ? nil : "fold \(fold + 1): the box at \(rect) is open"
      }
    }
  }

  private func isInked(_ fold: Int, _ row: Int, _ columns: Range<Int>) -> Bool {
    row < layout.size.rows && !read(fold: fold, row: row, columns).contains { $0.isWhite }
  }
}
