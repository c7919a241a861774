import ScreenModel
import Typesetter
import UnicodeTables

/// One item over as many screens as it needs, its legs side by side on each: a story read by itself, or
/// an item that no single screen of a page can hold.
struct PagedItem {
  private let item: ContentItem
  private let number: Int
  private let grid: ColumnGrid
  private let size: Size
  private let heads: [HeadBlock.Row]
  private let flow: Flow
  private let tellsOfMore: Bool

  /// `number` is the item's place in the layout; `tellsOfMore` puts a jump line under every part but
  /// the last.
  init(_ item: ContentItem, number: Int, _ grid: ColumnGrid, _ size: Size, tellsOfMore: Bool) {
    (self.item, self.number, self.grid, self.size) = (item, number, grid, size)
    self.tellsOfMore = tellsOfMore
    heads = HeadBlock(item, width: grid.span(grid.count), isLead: true, limit: .max).rows
    flow = Flow(
      item, captions: item.kind == .photo, measure: grid.measure, gutter: grid.hangingRoom)
  }

  /// The screens, each under its head.
  func folds(first: PageHead, later: PageHead) -> [Fold] {
    var folds: [Fold] = []
    var (head, line) = (0, 0)
    repeat {
      let top = folds.isEmpty ? first : later
      var part = Part(self, top, number: folds.count)
      part.placeHeads(&head)
      if part.module.part == 0, head == heads.count { part.placePicture() }
      let isDone = head == heads.count && part.placeLegs(&line)
      folds.append(part.finished(isLast: isDone, line))
      if isDone { return folds }
    } while true
  }

  /// Rows of the jump line that print set under the text; none where no screen could hold it.
  private var jumpRows: Int {
    let rows = item.jump?.lines(measure: flow.measure).count ?? 0
    return rows <= size.rows - (tellsOfMore ? 3 : 2) ? rows : 0
  }

  /// One screen in the making.
  private struct Part {
    let owner: PagedItem
    var fold: Fold
    var module: Module
    var row: Int

    init(_ owner: PagedItem, _ top: PageHead, number: Int) {
      self.owner = owner
      fold = top.fold
      row = top.height
      let grid = owner.grid
      let rect = Rect(
        column: grid.margin, row: top.height, width: grid.span(grid.count),
        height: max(1, owner.size.rows - top.height))
      module = Module(item: owner.number, rect: rect, columns: 0..<grid.count, part: number)
    }

    /// Rows free for text, the row of a jump line kept back.
    private var room: Int { owner.size.rows - row - (owner.tellsOfMore ? 1 : 0) }

    mutating func placeHeads(_ next: inout Int) {
      while next < owner.heads.count, room > 0 {
        let head = owner.heads[next]
        module.heads.append(
          head.placed(row: row, column: module.rect.column, width: module.rect.width))
        (row, next) = (row + 1, next + 1)
      }
      if !module.heads.isEmpty, next == owner.heads.count, room > 6 { row += 1 }
    }

    /// Places the picture as large as it can stand with all of its words below it.
    mutating func placePicture() {
      guard let picture = owner.item.picture else { return }
      let words = owner.flow.rowsNeeded(legs: owner.grid.count, reserved: owner.jumpRows)
      let sizes = PictureSizes(picture.shape, width: module.rect.width)
      guard let size = sizes.size(within: room - words, mayBeNarrow: true) else { return }
      module.pictures = [
        picture.placed(
          size, row: row, column: module.rect.column, width: module.rect.width)
      ]
      row += size.rows
    }

    /// Places as many lines as there is room for; whether all stand, with room for the printed jump.
    mutating func placeLegs(_ line: inout Int) -> Bool {
      let (flow, legs, reserved) = (owner.flow, owner.grid.count, owner.jumpRows)
      guard room > 0 else { return false }
      let needed = flow.rowsNeeded(legs: legs, reserved: reserved, from: line)
      let isLast = needed <= room
      let rows = isLast ? max(1, needed) : room
      // Where not all find room, a line at least is left over, so that no jump stands alone.
      let kept = isLast || line == flow.lines.count ? 0 : 1
      let feet = flow.feet(
        legs: legs, rows: rows, reserved: isLast ? reserved : 0, keeping: kept, from: line)
      for (column, end) in feet.ends.enumerated() {
        addLeg(line..<end, column: owner.grid.start(ofColumn: column), rows: rows)
        line = end
      }
      return isLast
    }

    private mutating func addLeg(_ lines: Range<Int>, column: Int, rows: Int) {
      let rect = Rect(column: column, row: row, width: owner.flow.measure, height: rows)
      module.legs.append(fold.addLeg(owner.item, owner.flow, lines, rect))
    }

    /// The screen with its jump line: the paper's own under the last part, else how much is to come.
    func finished(isLast: Bool, _ shown: Int) -> Fold {
      var (fold, module) = (fold, module)
      let top = module.rect.row
      if owner.tellsOfMore, !isLast {
        let rect = Rect(column: module.rect.column, row: top, width: owner.flow.measure, height: 1)
        let leg = module.legs.last ?? Leg(rect: rect, lines: [])
        let remaining = owner.flow.textLines(from: shown)
        let jump = JumpLine(
          cut: remaining, owner.item.typography, leg, row: owner.size.rows - 1)
        module.jumps = [jump]
      } else if isLast, owner.item.jump != nil, let last = module.legs.last {
        let row = last.rect.row + last.usedRows
        if let jump = JumpLine(.printedJump, owner.item, module.legs),
          row + jump.lines.count <= owner.size.rows
        {
          module.jumps = [jump]
        }
      }
      if owner.item.kind == .photo { (module.captions, module.legs) = (module.legs, []) }
      fold.modules.append(module)
      return fold
    }
  }
}

extension Fold {
  /// Places lines of a flow in a leg, with a blank row between two briefs where it `isAired`; gives the
  /// leg, and adds its bullets and the rules of pull quotes.
  mutating func addLeg(
    _ item: ContentItem, _ flow: Flow, _ range: Range<Int>, _ rect: Rect, isAired: Bool = false
  ) -> Leg {
    var lines: [PlacedLine] = []
    for index in range {
      let blanks = isAired ? flow.gaps(range.lowerBound..<index + 1) : 0
      let row = rect.row + index - range.lowerBound + blanks
      if flow.lines[index].isRule {
        let rule = Rect(column: rect.column, row: row, width: rect.width, height: 1)
        rules.append(Rule(rect: rule, weight: .light))
      } else {
        lines.append(
          item.placed(flow.lines[index], row: row, column: rect.column, measure: flow.measure))
      }
    }
    addMarks(item, lines, rect.column)
    let blanks = isAired ? flow.gaps(range) : 0
    return Leg(rect: rect, lines: lines, usedRows: range.count + blanks)
  }

  /// Bullets in front of the lines that open a marked paragraph.
  mutating func addMarks(_ item: ContentItem, _ lines: [PlacedLine], _ column: Int) {
    for line in lines where line.opens(item) {
      guard let mark = item.paragraphs[line.paragraph].mark else { continue }
      let width = item.typography.widths.cells(ofScalar: mark.rawValue)
      let rect = Rect(column: column, row: line.row, width: width, height: 1)
      furniture.append(
        Furniture(role: .mark, rect: rect, text: String(Character(mark.rawValue))))
    }
  }
}
