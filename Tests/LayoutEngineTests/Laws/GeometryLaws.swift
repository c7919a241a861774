import Typesetter
import LayoutEngine
import ScreenModel
import UnicodeTables

/// Something that puts ink on a fold.
private struct Inked {
  let name: String
  let rect: Rect
  let isRule: Bool
}

extension DrawnPage {
  /// Nothing overlaps, nothing leaves the page, no ink belongs to nothing, no rule has a gap or ends
  /// in the open.
  var geometryFaults: [String] {
    layout.folds.indices.flatMap { number in
      let fold = layout.folds[number]
      return
        (inkFaults(number) + fold.misplacedModules(size: layout.size)
        + fold.openRules(layout.grid)).map { "fold \(number + 1): \($0)" }
    }
  }

  private func inkFaults(_ number: Int) -> [String] {
    let (frame, inked) = (frames[number], layout.inked(on: number))
    let columns = frame.size.columns
    var owners = Array(repeating: -1, count: columns * frame.size.rows)
    var faults: [String] = []
    for (index, element) in inked.enumerated() {
      guard element.rect.lies(within: layout.size) else {
        faults.append("\(element.name) at \(element.rect) leaves the page")
        continue
      }
      for cell in element.rect.cells(columns) {
        let other = owners[cell]
        if other >= 0, !(element.isRule && inked[other].isRule), other != index {
          faults.append(
            "\(element.name) and \(inked[other].name) share a cell of row \(cell / columns)")
        }
        owners[cell] = index
        if element.isRule, frame.isBlank(cell) {
          faults.append("a rule has a gap in row \(cell / columns), column \(cell % columns)")
        }
      }
    }
    for cell in owners.indices where owners[cell] < 0 && !frame.isBlank(cell) {
      faults.append("ink in row \(cell / columns), column \(cell % columns) belongs to nothing")
    }
    return faults + layout.folds[number].lines.compactMap { shortFault($0, frame) }
  }

  /// A line that claims more cells than it shows; a closing quote may leave its second cell blank.
  private func shortFault(_ line: PlacedLine, _ frame: Frame) -> String? {
    let cells = Rect(column: line.column, row: line.row, width: line.width, height: 1)
    guard line.width > 1, cells.lies(within: frame.size) else { return nil }
    let last = line.row * frame.size.columns + line.column + line.width - 1
    return frame.isBlank(last) && frame.isBlank(last - 1)
      ? "row \(line.row) column \(line.column) says \(line.width) cells and shows fewer" : nil
  }
}

extension PageLayout {
  /// Everything that puts ink on a fold.
  fileprivate func inked(on number: Int) -> [Inked] {
    let fold = folds[number]
    var found: [Inked] = []
    for module in fold.modules {
      let name = items[module.item].id
      found += module.heads.map { Inked(name: "a head of \(name)", rect: $0.rect, isRule: false) }
      found += (module.legs + module.captions).flatMap(\.lines).filter { $0.width > 0 }.map {
        let rect = Rect(column: $0.column, row: $0.row, width: $0.width, height: 1)
        return Inked(name: "a line of \(name)", rect: rect, isRule: false)
      }
      found += module.pictures.map {
        Inked(name: "the picture of \(name)", rect: $0.rect, isRule: false)
      }
      found += module.jumps.map {
        Inked(name: "the jump line of \(name)", rect: $0.rect, isRule: false)
      }
    }
    found += fold.rules.map { Inked(name: "a rule", rect: $0.rect, isRule: true) }
    found += fold.furniture.map { Inked(name: "\($0.role)", rect: $0.rect, isRule: false) }
    return found
  }
}

extension Fold {
  fileprivate var lines: [PlacedLine] {
    modules.flatMap { ($0.legs + $0.captions).flatMap(\.lines) }
  }

  /// Modules that overlap or leave the page; parts that leave their module or their leg; legs that do
  /// not stand side by side, left to right, with one top.
  fileprivate func misplacedModules(size: Size) -> [String] {
    var faults: [String] = []
    for (number, module) in modules.enumerated() {
      if !module.rect.lies(within: size) { faults.append("module \(number) leaves the page") }
      for other in modules[..<number] where other.rect.overlaps(module.rect) {
        faults.append("modules \(other.item) and \(module.item) overlap")
      }
      let legs = module.legs + module.captions
      let parts =
        module.heads.map(\.rect) + module.pictures.map(\.rect) + legs.map(\.rect)
        + module.jumps.map(\.rect)
      if !parts.allSatisfy(module.rect.encloses) {
        faults.append("a part of module \(number) lies outside it")
      }
      let areSideBySide = zip(module.legs, module.legs.dropFirst()).allSatisfy { left, right in
        left.rect.right <= right.rect.column && left.rect.row == right.rect.row
      }
      if !areSideBySide { faults.append("legs of module \(number) do not stand side by side") }
      for leg in legs {
        let rows = leg.lines.map(\.row)
        if zip(rows, rows.dropFirst()).contains(where: { $0 >= $1 }) {
          faults.append("lines of module \(number) do not run downwards")
        }
        let isInside = leg.lines.allSatisfy {
          let inside = Rect(
            column: $0.column, row: $0.row, width: $0.width - $0.line.hang, height: 1)
          let isOnPage = $0.column + $0.width <= size.columns
          return leg.rect.encloses(inside) && isOnPage && $0.line.hang <= 1
        }
        if !isInside { faults.append("a line of module \(number) leaves its leg") }
      }
    }
    return faults
  }
}

extension Fold {
  /// Rules that end neither at another rule nor at an edge: of the columns, of the fold, or of the
  /// modules beside them.
  fileprivate func openRules(_ grid: ColumnGrid) -> [String] {
    let edges = [grid.margin - 1, grid.margin + grid.span(grid.count)]
    let feet = Set(modules.map(\.rect.bottom))
    return rules.filter { rule in
      let isAcross = rule.rect.width > 1 || rule.rect.height == 1
      return !rule.ends(isAcross).allSatisfy { end in
        let isAtEdge = isAcross ? edges.contains(end.column) : end.row < 0 || feet.contains(end.row)
        let inner = end.towards(rule.rect)
        return isAtEdge || isAcross && isInLeg(rule)
          || rules.contains { other in
            other != rule && (other.rect.contains(end) || other.rect.contains(inner))
              || isAcross && other.stands(on: inner)
          }
      }
    }.map { "the rule at \($0.rect) ends in the open" }
  }
}

extension Fold {
  /// Whether a rule goes from side to side of a leg, as those of a pull quote do.
  fileprivate func isInLeg(_ rule: Rule) -> Bool {
    modules.flatMap(\.legs).contains { leg in
      leg.rect.column == rule.rect.column && leg.rect.right == rule.rect.right
        && leg.rect.row <= rule.rect.row && rule.rect.row < leg.rect.row + leg.usedRows
        && !leg.lines.contains { $0.row == rule.rect.row }
    }
  }
}

extension Rule {
  /// Whether it runs downwards from the cell below that one, or ends in the one above.
  fileprivate func stands(on cell: Point) -> Bool {
    rect.width == 1 && rect.column == cell.column
      && (rect.row == cell.row + 1 || rect.bottom == cell.row)
  }

  /// The cells beyond its two ends.
  fileprivate func ends(_ isAcross: Bool) -> [Point] {
    isAcross
      ? [Point(column: rect.column - 1, row: rect.row), Point(column: rect.right, row: rect.row)]
      : [
        Point(column: rect.column, row: rect.row - 1), Point(column: rect.column, row: rect.bottom),
      ]
  }
}

extension Point {
  /// The cell of a rectangle that is nearest to this one.
  fileprivate func towards(_ rect: Rect) -> Point {
    Point(
      column: min(max(column, rect.column), rect.right - 1),
      row: min(max(row, rect.row), rect.bottom - 1))
  }
}

extension Rect {
  /// Places in a frame that is `columns` cells wide.
  func cells(_ columns: Int) -> [Int] {
    (row..<bottom).flatMap { row in (row * columns + column)..<(row * columns + right) }
  }

  func lies(within size: Size) -> Bool {
    column >= 0 && row >= 0 && right <= size.columns && bottom <= size.rows && width > 0
      && height > 0
  }

  func encloses(_ other: Rect) -> Bool {
    column <= other.column && row <= other.row && other.right <= right && other.bottom <= bottom
  }

  func overlaps(_ other: Rect) -> Bool {
    column < other.right && other.column < right && row < other.bottom && other.row < bottom
  }
}

extension Frame {
  /// Whether the cell at that place, counted row by row, shows nothing.
  func isBlank(_ place: Int) -> Bool {
    if case .glyph(let glyph) = cells[place].content { glyph.isBlank } else { false }
  }
}
