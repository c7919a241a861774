import ScreenModel
import Typesetter

/// Lays the leaves of a slicing tree on a fold: heads, legs, jump lines, bullets and the rules between.
struct ModulePlacer {
  private let grid: ColumnGrid
  private let leaves: [LeafTable]
  private let shift: Int
  private(set) var fold: Fold

  /// `shift` is the number of items that stand in the head of the page, before the first leaf.
  init(_ grid: ColumnGrid, _ leaves: [LeafTable], shift: Int, fold: Fold) {
    (self.grid, self.leaves, self.shift, self.fold) = (grid, leaves, shift, fold)
  }

  /// Places `tree` in the columns and rows given.
  mutating func place(_ tree: SlicingTree, columns: Range<Int>, row: Int, rows: Int) {
    switch tree {
    case .leaf(let item): placeLeaf(item, columns, row, rows)
    case .stack(let above, let below, let rowsAbove):
      place(above, columns: columns, row: row, rows: rowsAbove)
      if !belong(above, below) { addRule(above: below, columns, row: row + rowsAbove) }
      place(below, columns: columns, row: row + rowsAbove + 1, rows: rows - rowsAbove - 1)
    case .beside(let left, let right, let columnsLeft):
      let border = columns.lowerBound + columnsLeft
      place(left, columns: columns.lowerBound..<border, row: row, rows: rows)
      let column = grid.start(ofColumn: border) - 2
      fold.rules.append(
        Rule(rect: Rect(column: column, row: row, width: 1, height: rows), weight: .light))
      place(right, columns: border..<columns.upperBound, row: row, rows: rows)
    }
  }

  /// Whether one stands below the other that belongs to it, in the same columns: a blank parts a photo from
  /// its story, and no rule.
  private func belong(_ above: SlicingTree, _ below: SlicingTree) -> Bool {
    guard case .leaf(let story) = above, case .leaf(let photo) = below else { return false }
    return leaves[photo].isPictured(leaves[story])
  }

  /// A rule across `columns`; inside the page it reaches into the gutters and meets the rules there.
  private mutating func addRule(above tree: SlicingTree, _ columns: Range<Int>, row: Int) {
    let left = columns.lowerBound == 0 ? 0 : 2
    let right = columns.upperBound == grid.count ? 0 : 2
    let start = grid.start(ofColumn: columns.lowerBound) - left
    let rect = Rect(
      column: start, row: row, width: grid.span(columns.count) + left + right, height: 1)
    let isAdvert = leaves[tree.first].item.kind == .advert
    fold.rules.append(Rule(rect: rect, weight: isAdvert ? .heavy : .light))
  }

  private mutating func placeLeaf(_ number: Int, _ columns: Range<Int>, _ row: Int, _ rows: Int) {
    let table = leaves[number]
    guard let setting = table.setting(columns: columns.count, height: rows) else {
      preconditionFailure("the table has a setting that cannot be placed again")
    }
    let rect = Rect(
      column: grid.start(ofColumn: columns.lowerBound), row: row, width: grid.span(columns.count),
      height: rows)
    var module = Module(item: number + shift, rect: rect, columns: columns, part: 0)
    module.heads = setting.heads.rows.enumerated().map { index, head in
      head.placed(row: row + index, column: rect.column, width: rect.width)
    }
    if let picture = table.item.picture, let size = setting.picture {
      module.pictures = [
        picture.placed(
          size, row: row + setting.heads.height, column: rect.column, width: rect.width)
      ]
    }
    placeLegs(table, setting, columns, &module)
    if fold.modules.contains(where: { $0.makesTombstone(beside: module, gutter: grid.gutter) }) {
      module.setHeadlinesApart()
    }
    fold.modules.append(module)
  }

  private mutating func placeLegs(
    _ table: LeafTable, _ setting: Setting, _ columns: Range<Int>, _ module: inout Module
  ) {
    let (item, flow) = (table.item, table.flow(columns: columns.count))
    let top =
      module.rect.row + setting.heads.height + (setting.picture?.rows ?? 0) + setting.air
    let isWide = table.legs(columns: columns.count) < columns.count || columns.count == 1
    var start = 0
    var legs: [Leg] = []
    for (number, end) in setting.feet.ends.enumerated() where setting.rows > 0 {
      let column = isWide ? module.rect.column : grid.start(ofColumn: columns.lowerBound + number)
      let lines = (start..<end).map { index in
        item.placed(
          flow.lines[index], row: top + index - start, column: column, measure: flow.measure)
      }
      fold.addMarks(item, lines, column)
      let rect = Rect(column: column, row: top, width: flow.measure, height: setting.rows)
      legs.append(Leg(rect: rect, lines: lines))
      start = end
    }
    if item.kind == .photo { module.captions = legs } else { module.legs = legs }
    if let jump = JumpLine(setting.foot, item, legs) {
      module.jumps = [jump]
    }
  }
}

extension Module {
  /// Whether headlines of one weight would stand side by side on one row (碰题): a reader takes them for
  /// one.
  fileprivate func makesTombstone(beside other: Module, gutter: Int) -> Bool {
    guard other.rect.column - rect.right == gutter,
      heads.first?.rect.row == other.heads.first?.rect.row
    else { return false }
    let styles = [self, other].map { $0.heads.map(\.style).filter { $0 == "B" || $0 == "C" } }
    return styles[0].first != nil && styles[0].first == styles[1].first
  }

  /// Gives its headlines the other weight.
  fileprivate mutating func setHeadlinesApart() {
    for index in heads.indices where heads[index].style == "B" { heads[index].style = "C" }
  }
}

extension SlicingTree {
  /// The first item of the run.
  var first: Int {
    switch self {
    case .leaf(let item): item
    case .stack(let one, _, _), .beside(let one, _, _): one.first
    }
  }
}

extension PlacedLine {
  /// Whether nothing but blanks stands before it in its paragraph.
  func opens(_ item: ContentItem) -> Bool {
    item.paragraphs[paragraph].prepared.isBlank(0..<line.bytes.lowerBound)
  }
}

extension ContentItem {
  /// A line of this item's text in a leg that begins at `column`: adverts, crossheads and page marks in
  /// the middle, credits at the right, all else from the indent, stretched to the measure.
  func placed(_ line: Flow.Line, row: Int, column: Int, measure: Int) -> PlacedLine {
    let paragraph = paragraphs[line.paragraph]
    let spare = max(0, measure - line.set.indent - line.set.width)
    var (start, cells) = (column + line.set.indent, line.set.width)
    switch paragraph.role {
    case .advert, .pageMark: start += spare / 2
    case .crosshead: start += typography.isIdeographic ? spare / 2 : 0
    case .credit: start += spare
    case .body, .brief, .pullQuote, .caption:
      if !line.set.isLast { cells += spare }
    }
    return PlacedLine(
      row: row, column: start, paragraph: line.paragraph, line: line.set,
      stretch: paragraph.prepared.stretch(line.set, to: cells))
  }
}
