import ScreenModel
import Typesetter

/// Lays the leaves of a slicing tree on a fold: heads, legs, jump lines, bullets and the rules between.
struct ModulePlacer {
  private let grid: ColumnGrid
  private let leaves: [LeafTable]
  private let shift: Int
  private(set) var fold: Fold
  /// The closed boxes that are placed.
  private var boxes: [Rect] = []

  /// `shift` is the number of items that stand in the head of the page, before the first leaf.
  init(_ grid: ColumnGrid, _ leaves: [LeafTable], shift: Int, fold: Fold) {
    (self.grid, self.leaves, self.shift, self.fold) = (grid, leaves, shift, fold)
  }

  /// Places `tree` in the columns and rows given; whether it `isAboveOther`, with a rule right under it.
  mutating func place(
    _ tree: SlicingTree, columns: Range<Int>, row: Int, rows: Int, isAboveOther: Bool = false
  ) {
    switch tree {
    case .leaf(let item): placeLeaf(item, columns, row, rows, isAboveOther)
    case .stack(let above, let below, let rowsAbove):
      let isParted = !belong(above, below)
      place(above, columns: columns, row: row, rows: rowsAbove, isAboveOther: isParted)
      if isParted {
        let isAdvert = leaves[below.first].item.kind == .advert
        addRule(columns, row: row + rowsAbove, isAdvert ? .heavy : .light)
      }
      place(
        below, columns: columns, row: row + rowsAbove + 1, rows: rows - rowsAbove - 1,
        isAboveOther: isAboveOther)
    case .beside(let left, let right, let columnsLeft):
      let border = columns.lowerBound + columnsLeft
      let rules = fold.rules.count
      place(
        left, columns: columns.lowerBound..<border, row: row, rows: rows,
        isAboveOther: isAboveOther)
      place(
        right, columns: border..<columns.upperBound, row: row, rows: rows,
        isAboveOther: isAboveOther)
      let gutter = Gutter(
        column: grid.start(ofColumn: border) - 2, rows: row..<row + rows, boxes: boxes)
      gutter.join(&fold.rules[rules...])
      fold.rules += gutter.rules
    }
  }

  /// Whether one stands below the other that belongs to it, in the same columns: a blank parts a photo from
  /// its story, and no rule.
  private func belong(_ above: SlicingTree, _ below: SlicingTree) -> Bool {
    guard case .leaf(let story) = above, case .leaf(let photo) = below else { return false }
    return leaves[photo].isPictured(leaves[story])
  }

  /// A rule across `columns`; inside the page it reaches into the gutters and meets the rules there.
  private mutating func addRule(_ columns: Range<Int>, row: Int, _ weight: Rule.Weight) {
    let left = columns.lowerBound == 0 ? 0 : 2
    let right = columns.upperBound == grid.count ? 0 : 2
    let start = grid.start(ofColumn: columns.lowerBound) - left
    let rect = Rect(
      column: start, row: row, width: grid.span(columns.count) + left + right, height: 1)
    fold.rules.append(Rule(rect: rect, weight: weight))
  }

  private mutating func placeLeaf(
    _ number: Int, _ columns: Range<Int>, _ row: Int, _ rows: Int, _ isAboveOther: Bool
  ) {
    let table = leaves[number]
    guard
      let setting = table.setting(
        columns: columns.count, height: rows, isAboveOther: isAboveOther)
    else { preconditionFailure("the table has a setting that cannot be placed again") }
    let rect = Rect(
      column: grid.start(ofColumn: columns.lowerBound), row: row, width: grid.span(columns.count),
      height: rows)
    let span = table.span(columns: columns.count)
    let inset = span.box.inset
    var module = Module(
      item: number + shift, rect: rect, columns: columns, part: 0,
      isBoxed: span.box.shape != .open)
    module.heads = setting.heads.placed(
      row: row, column: rect.column + inset, width: rect.width - 2 * inset)
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
    addBox(span.box, module, isAboveOther)
  }

  /// The rules around a boxed item; the upper one is there already, and so is the lower one where it
  /// stands above another item, but both may have to be heavier.
  private mutating func addBox(_ box: BoxRules, _ module: Module, _ isAboveOther: Bool) {
    let rect = module.rect
    let foot = isAboveOther ? rect.bottom : rect.bottom - 1
    switch box.shape {
    case .open: break
    case .bars:
      addRule(module.columns, row: rect.row - 1, .heavy)
      addRule(module.columns, row: foot, .heavy)
    case .closed:
      boxes.append(rect)
      for row in [rect.row - 1, foot] {
        let edge = Rect(column: rect.column, row: row, width: rect.width, height: 1)
        fold.rules.append(Rule(rect: edge, weight: box.weight))
      }
      for column in [rect.column, rect.right - 1] {
        let side = Rect(column: column, row: rect.row, width: 1, height: rect.height)
        fold.rules.append(Rule(rect: side, weight: .light))
      }
    }
  }

  private mutating func placeLegs(
    _ table: LeafTable, _ setting: Setting, _ columns: Range<Int>, _ module: inout Module
  ) {
    let (item, span) = (table.item, table.span(columns: columns.count))
    let flow = span.flow
    let top =
      module.rect.row + setting.heads.height + (setting.picture?.rows ?? 0) + setting.air
    var start = 0
    var legs: [Leg] = []
    for (number, end) in setting.feet.ends.enumerated() where setting.rows > 0 {
      let column = module.rect.column + span.offset(ofLeg: number)
      let rect = Rect(column: column, row: top, width: flow.measure, height: setting.rows)
      legs.append(fold.addLeg(item, flow, start..<end, rect, isAired: setting.isAired))
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
    if let pointer = paragraph.pointer {
      return paragraph.placed(line, pointer, row: row, column: column, measure: measure)
    }
    let spare = max(0, measure - line.set.indent - line.set.width)
    var (start, cells) = (column + line.set.indent, line.set.width)
    switch paragraph.role {
    case .advert, .pageMark, .pullQuote: start += spare / 2
    case .crosshead: start += typography.isIdeographic ? spare / 2 : 0
    case .credit: start += spare
    case .body, .brief, .caption:
      if !line.set.isLast { cells += spare }
    }
    return PlacedLine(
      row: row, column: start, paragraph: line.paragraph, line: line.set,
      stretch: paragraph.prepared.stretch(line.set, to: cells))
  }
}

extension ParagraphText {
  /// A line of a pointer: ragged, but for the page at the right edge of the last one.
  fileprivate func placed(
    _ line: Flow.Line, _ pointer: PreparedText, row: Int, column: Int, measure: Int
  ) -> PlacedLine {
    let spare = max(0, measure - line.set.indent - line.set.width)
    let blank = pointer.byteCount
    let isMet = line.set.bytes.contains(blank) && line.set.bytes.upperBound > blank + 1
    return PlacedLine(
      row: row, column: column + line.set.indent, paragraph: line.paragraph, line: line.set,
      stretch: isMet && spare > 0 ? [Gap(cluster: blank, blanks: spare)] : [])
  }
}
