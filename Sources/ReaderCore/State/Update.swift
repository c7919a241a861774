import LayoutEngine
import NewsModel
import ScreenModel
import UnicodeTables

/// Something the shell has to do.
public enum Effect: Hashable, Sendable {
  case quit
  case suspend
  /// Draw every cell again.
  case redraw
  /// Take the next theme.
  case nextTheme
  case bell
}

/// Applies `action` to `state`; nothing else changes what the reader sees.
public func update(_ state: inout ReaderState, _ action: Action) -> [Effect] {
  if action.isMove {
    (state.notice, state.heldAnchor, state.heldMark) = (nil, nil, nil)
  }
  switch action {
  case .quit: return [.quit]
  case .suspend: return [.suspend]
  case .redraw: return [.redraw]
  case .nextTheme: return [.nextTheme]
  case .tell(let notice): state.notice = notice
  case .prepareNeighbours: state.prepareNeighbours()
  case .resize(let size): state.keepPlace { $0.size = size }
  case .measure(let widths): state.keepPlace { $0.take(widths) }
  case .setAnew: state.keepPlace { $0.take($0.widths) }
  case .nextScreen: return state.turnScreen(by: 1)
  case .previousScreen: return state.turnScreen(by: -1)
  case .firstScreen: state.showFold(0)
  case .lastScreen: state.showFold(.max)
  case .scroll(let rows): state.scroll(by: rows)
  case .turnPage(let count): return state.turnPage(by: count)
  case .goToPage(let number): return state.goTo(label: String(number))
  case .askForPage: state.typedLabel = ""
  case .type(let character): state.typedLabel?.append(character)
  case .eraseTyped: state.eraseTyped()
  case .acceptTyped: return state.acceptTyped()
  case .moveFocus(let direction): return state.moveFocus(direction)
  case .focusNext: return state.moveFocusInOrder(by: 1)
  case .focusPrevious: return state.moveFocusInOrder(by: -1)
  case .open: state.open()
  case .followJump: return state.followJump()
  case .back: return state.goBack()
  case .forward: return state.goForward()
  case .zoomIn: state.zoom(in: true)
  case .zoomOut: state.zoom(in: false)
  case .overview: state.toggle(.overview)
  case .help: state.toggle(.help)
  case .toggleArrangement: return state.toggleArrangement()
  case .toggleWholePage: return state.toggleWholePage()
  case .tellOrigin: return state.tellOrigin()
  case .showNextDoubt: return state.showNextDoubt()
  case .leave: state.leave()
  case .click(let point, let count): state.click(at: point, count: count)
  }
  return []
}

extension ReaderState {
  /// Lays out anew after a change; the story keeps its first line, the page its focused item or, where it
  /// is scrolled, its first row.
  mutating func keepPlace(_ change: (inout ReaderState) -> Void) {
    let shown = layout.flatMap { $0.folds[min(fold, $0.folds.count - 1)].anchor(in: $0) }
    heldAnchor = heldAnchor ?? shown
    heldMark = heldMark ?? mark
    change(&self)
    relay()
    switch view {
    case .story: fold = heldAnchor.flatMap { storyLayout?.fold(holding: $0) } ?? 0
    case .page: fold = pageLayout?.fold(showing: focus) ?? 0
    case .overview, .help: fold = min(fold, max(0, screenCount - 1))
    }
    scroll(to: heldMark)
  }

  /// Where the reader is now.
  var position: Position {
    Position(
      view: view, page: page, focus: focus, fold: fold, size: size, widths: widths,
      arrangement: arrangement, isWhole: isWhole, top: top, mark: mark,
      anchor: view == .story
        ? storyLayout.flatMap {
          $0.folds.indices.contains(fold) ? $0.folds[fold].anchor(in: $0) : nil
        }
        : nil)
  }

  /// Goes back to where the reader was: the same screen if it is laid out as it was, else the screen
  /// that now holds the same item or line.
  mutating func restore(_ position: Position) {
    show(page: position.page, item: position.focus)
    if position.view == .story { showStory(at: position.anchor) }
    let isSame =
      (position.size, position.widths) == (size, widths)
      && (position.arrangement, position.isWhole) == (arrangement, isWhole)
    if isSame { top = position.top } else if position.isWhole { scroll(to: position.mark) }
    // The help has screens of its own.
    let isFoldOfLayout = position.view == .page || position.view == .story
    if isSame, isFoldOfLayout, position.fold < screenCount { fold = position.fold }
    if position.view == .overview { view = .overview }
  }

  mutating func goBack() -> [Effect] {
    if let position = trail.popLast() {
      ahead.append(self.position)
      restore(position)
      return []
    }
    if case .story(let part)? = focusedItem, view == .page, let origin = issue.origin(of: part) {
      ahead.append(position)
      show(page: origin.page, item: origin.item)
      return []
    }
    if view != .page {
      leave()
      return []
    }
    notice = .nowhereBack
    return [.bell]
  }

  mutating func goForward() -> [Effect] {
    guard let position = ahead.popLast() else {
      notice = .nowhereForward
      return [.bell]
    }
    trail.append(self.position)
    restore(position)
    return []
  }

  /// Remembers the place before a leap.
  mutating func leap(_ change: (inout ReaderState) -> Void) {
    let before = position
    change(&self)
    trail.append(before)
    ahead = []
  }

  /// Escape: what lies over the page goes away.
  mutating func leave() {
    if typedLabel != nil {
      typedLabel = nil
    } else if view == .story {
      leaveStory()
    } else if view != .page {
      (view, fold) = (.page, pageLayout?.fold(showing: focus) ?? 0)
    }
  }

  /// From a story to its page: to the very screen from which it was opened, as if going back.
  private mutating func leaveStory() {
    guard let origin = trail.last, origin.view == .page, origin.page == page, origin.focus == focus
    else {
      show(page: page, item: focus)
      return
    }
    trail.removeLast()
    restore(origin)
  }

  mutating func toggle(_ wanted: View) {
    if view == wanted {
      leave()
    } else {
      (view, fold, chosenPage) = (wanted, 0, page)
    }
  }

  mutating func zoom(in closer: Bool) {
    switch (view, closer) {
    case (.overview, true): show(page: chosenPage)
    case (.page, true): open()
    case (.page, false): toggle(.overview)
    case (.story, false), (.help, false): leave()
    default: break
    }
  }
}
