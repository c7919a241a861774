import LayoutEngine
import NewsModel
import ScreenModel

extension ReaderState {
  /// The number of screens of what is shown.
  var screenCount: Int {
    switch view {
    case .page, .story: layout?.folds.count ?? 1
    case .overview: 1
    case .help: HelpView.screens(size)
    }
  }

  mutating func showFold(_ index: Int) {
    guard view != .overview else {
      chosenPage = index <= 0 ? 0 : issue.pages.count - 1
      return
    }
    if scrolls { return scroll(toStart: index <= 0) }
    fold = min(max(0, index), max(0, screenCount - 1))
    if view == .page, let layout = pageLayout, layout.folds.indices.contains(fold) {
      focus = layout.folds[fold].firstFocus(in: layout) ?? focus
    }
  }

  /// Space and `b`: the next screen of the page, then the next page.
  mutating func turnScreen(by step: Int) -> [Effect] {
    if view == .overview { return chooseInOverview(by: step * max(1, size.rows - 4)) }
    if scrolls, step > 0 ? top < lastTop : top > 0 {
      scroll(by: step * scrollStep)
      return []
    }
    if !scrolls, (0..<screenCount).contains(fold + step) {
      showFold(fold + step)
      return []
    }
    guard view == .page else {
      notice = step > 0 ? .lastScreen : .firstScreen
      return [.bell]
    }
    let effects = turnPage(by: step)
    if step < 0, effects.isEmpty { showFold(.max) }
    return effects
  }

  mutating func turnPage(by step: Int) -> [Effect] {
    if view == .overview { return chooseInOverview(by: step) }
    guard issue.pages.indices.contains(page + step) else {
      notice = step > 0 ? .lastScreen : .firstScreen
      return [.bell]
    }
    show(page: page + step)
    return []
  }

  mutating func chooseInOverview(by step: Int) -> [Effect] {
    chosenPage = min(max(0, chosenPage + step), issue.pages.count - 1)
    return []
  }

  /// `G`: the page as printed, or as the composer arranges it; the focus stays.
  mutating func toggleArrangement() -> [Effect] {
    guard view == .page else { return [.bell] }
    guard isArranged else {
      notice = .notArranged
      return [.bell]
    }
    guard pageLayout?.mode == .page else {
      notice = .tooSmallToArrange
      return [.bell]
    }
    keepPlace { $0.arrangement = $0.arrangement == .author ? .automatic : .author }
    notice =
      arrangement == .author
      ? .asPrinted(loosened: pageLayout?.loosened.count ?? 0) : .arrangedAutomatically
    return []
  }

  mutating func goTo(label: String) -> [Effect] {
    guard let index = issue.pageIndex(labelled: label) else {
      notice = .noSuchPage(label: label)
      return [.bell]
    }
    leap { $0.show(page: index) }
    return []
  }

  mutating func eraseTyped() {
    guard typedLabel?.isEmpty == false else {
      typedLabel = nil
      return
    }
    typedLabel?.removeLast()
  }

  mutating func acceptTyped() -> [Effect] {
    guard let label = typedLabel else { return [] }
    typedLabel = nil
    return label.isEmpty ? [] : goTo(label: label)
  }

  /// Enter: reads what is in focus; in the overview turns to the page, in a story goes back.
  mutating func open() {
    switch view {
    case .page: leap { $0.showStory(at: nil) }
    case .overview: leap { $0.show(page: $0.chosenPage) }
    case .story, .help: leave()
    }
  }

  /// `>`: reads on where the text goes on: on the page that print names, else behind the layout's cut.
  mutating func followJump() -> [Effect] {
    if view == .overview || view == .help {
      open()
      return []
    }
    if case .refers(let box)? = focusedItem { return follow(box) }
    if case .story(let part)? = focusedItem, let next = issue.continuation(of: part) {
      return follow(next)
    }
    if view == .page, let rest = hiddenRest {
      leap { $0.showStory(at: rest) }
      return []
    }
    notice = .noJump
    return [.bell]
  }

  private mutating func follow(_ next: Continuation) -> [Effect] {
    switch next {
    case .place(let place): leap { $0.show(page: place.page, item: place.item) }
    case .pageOnly(let page):
      leap { $0.show(page: page) }
      notice = .nothingThere(label: issue.pages[page].label)
    case .absent(let label):
      notice = .pageAbsent(label: label)
      return [.bell]
    }
    return []
  }

  private mutating func follow(_ box: ReferBox) -> [Effect] {
    let first = box.refers.first { issue.pageIndex(labelled: $0.page) != nil } ?? box.refers.first
    return first.map { follow($0) } ?? [.bell]
  }

  /// Goes to what a pointer names: the article, else its page.
  mutating func follow(_ refer: Refer) -> [Effect] {
    guard let page = issue.pageIndex(labelled: refer.page) else {
      notice = .pageAbsent(label: refer.page)
      return [.bell]
    }
    let item = issue.pages[page].items.firstIndex { $0.id == refer.article }
    leap { $0.show(page: page, item: item) }
    return []
  }

  /// Where the text of the focused item goes on behind a cut, in the paragraphs of the joined story.
  private var hiddenRest: Anchor? {
    guard let cut = cutOfFocus, let focus,
      let story = StoryContent(issue, at: Place(page: page, item: focus), typesetting)
    else { return nil }
    var start = 0
    if case .story(let part)? = focusedItem { start = story.segmentStarts[part.segment] }
    return Anchor(paragraph: start + cut.paragraph, offset: cut.offset)
  }

  /// Where the layout cut the item in focus; nil where all of it is shown.
  var cutOfFocus: Remainder? {
    guard let layout = pageLayout, let focus,
      let number = layout.items.firstIndex(where: { $0.place?.item == focus }),
      layout.items[number].claim.mayBeCut
    else { return nil }
    return layout.remainder(ofItem: number)
  }
}
