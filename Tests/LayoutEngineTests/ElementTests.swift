import LayoutEngine
import NewsModel
import ScreenModel
import TestSupport
import Testing
import UnicodeTables

@Suite struct ElementTests {
  /// The page of an issue, drawn.
  private func drawn(_ issue: Issue, _ size: Size, ambiguous: Int = 1) -> DrawnPage {
    let typesetting = Typesetting(widths: WidthPolicy(ambiguous: ambiguous))
    return DrawnPage(compose(PageContent(issue, page: 0, typesetting), size: size))
  }

  @Test(arguments: [40, 60, 80, 120, 200], [1, 2])
  func `boxes keep the laws and close at every size`(columns: Int, ambiguous: Int) {
    for issue in [InventedElements.boxes, InventedElements.adverts(3)] {
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
