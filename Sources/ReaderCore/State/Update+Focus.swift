import LayoutEngine
import NewsModel
import ScreenModel

/// Where an arrow points.
public enum Direction: Hashable, Sendable {
  case up, down, left, right
}

extension ReaderState {
  /// Moves the focus to the module a person would point at; at the edge of a screen, down and up
  /// turn to the next and previous screen.
  ///
  /// In a story, arrows turn its screens.
  mutating func moveFocus(_ direction: Direction) -> [Effect] {
    let forward = direction == .down || direction == .right
    switch view {
    case .overview: return chooseInOverview(by: forward ? 1 : -1)
    case .story, .help: return turnScreen(by: forward ? 1 : -1)
    case .page: break
    }
    guard let layout = pageLayout, let current = layout.module(of: focus, on: fold) else {
      return []
    }
    let candidates = layout.folds[fold].modules.filter { layout.items[$0.item].place != nil }
    let best = candidates.compactMap { module in
      direction.distance(from: current.rect, to: module.rect).map { (module, $0) }
    }.min { $0.1 < $1.1 }
    if let best {
      focus = layout.items[best.0.item].place?.item
      revealFocus()
      return []
    }
    return direction == .down || direction == .up ? turnScreen(by: forward ? 1 : -1) : []
  }

  /// Tab: the next item in reading order, on whichever screen it stands.
  mutating func moveFocusInOrder(by step: Int) -> [Effect] {
    if view != .page { return moveFocus(step > 0 ? .down : .up) }
    guard let layout = pageLayout else { return [] }
    let order = layout.readingOrder
    guard let focus, let index = order.firstIndex(of: focus),
      order.indices.contains(index + step)
    else {
      let effects = turnPage(by: step)
      if step < 0, effects.isEmpty, let last = pageLayout?.readingOrder.last {
        show(page: page, item: last)
      }
      return effects
    }
    self.focus = order[index + step]
    fold = layout.fold(showing: self.focus) ?? fold
    revealFocus()
    return []
  }

  /// The pointer whose words stand at a point of a box of them.
  private func pointer(at point: Point, in module: Module) -> Refer? {
    guard case .refers(let box)? = focusedItem else { return nil }
    let leg = module.legs.first { $0.rect.contains(point) }
    let line = leg?.lines.first { $0.row == point.row }
    guard let number = line?.paragraph, number < box.refers.count else { return nil }
    return box.refers[number]
  }

  /// A click puts the focus, and follows a jump line or a pointer; a second one opens.
  mutating func click(at point: Point, count: Int) {
    if view == .overview {
      chosenPage = min(max(0, OverviewView.page(at: point, self)), issue.pages.count - 1)
      if count > 1 { open() }
      return
    }
    guard view == .page, let layout = pageLayout, layout.folds.indices.contains(fold) else {
      return
    }
    guard let point = pagePoint(at: point) else { return }
    let hit = layout.folds[fold].modules.first { $0.rect.contains(point) }
    guard let hit, let item = layout.items[hit.item].place?.item else { return }
    focus = item
    if hit.jumps.contains(where: { $0.rect.contains(point) }) {
      _ = followJump()
    } else if let refer = pointer(at: point, in: hit) {
      _ = follow(refer)
    } else if count > 1 {
      open()
    }
  }
}

extension Direction {
  /// How far `other` lies from `rect` this way, in tenths of a cell; nil where it lies elsewhere.
  ///
  /// The gap along the way counts whole, the gap across it three tenths, and what the two rectangles
  /// share across the way brings them nearer by up to four cells (after the CSS spatial navigation
  /// draft). A row weighs two columns, as cells are twice as high as wide.
  func distance(from rect: Rect, to other: Rect) -> Int? {
    let across = self == .left || self == .right
    let (own, far) = across ? (rect, other) : (rect.transposed, other.transposed)
    let gap = self == .right || self == .down ? far.column - own.right : own.column - far.right
    guard gap >= 0 else { return nil }
    let shared = min(own.bottom, far.bottom) - max(own.row, far.row)
    let aside = max(0, -shared)
    let closeness = 40 * max(0, shared) / max(1, min(own.height, far.height))
    let (along, sideways) = across ? (1, 2) : (2, 1)
    let start = 3 * sideways * abs(far.row - own.row) / 10
    return 10 * gap * along + 3 * aside * sideways - closeness + start
  }
}

extension Rect {
  /// Rows and columns exchanged.
  fileprivate var transposed: Rect { Rect(column: row, row: column, width: height, height: width) }
}
