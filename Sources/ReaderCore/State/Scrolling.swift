import LayoutEngine
import NewsModel
import ScreenModel
import Typesetter

/// What stands in the first row of a page that is scrolled: tied to the text, so that a page laid out anew can
/// be scrolled to the same place.
struct PageMark: Hashable, Sendable {
  /// What the row is counted from.
  enum Place: Hashable, Sendable {
    /// The top of the page.
    case top
    /// A head of an item, and which of its rows.
    case head(item: Int, head: Int, row: Int)
    /// A place in the text of an item.
    case text(item: Int, Anchor)
  }

  let place: Place
  /// How many rows below the first one that stands.
  let below: Int
}

extension Size {
  /// Whether a page of columns finds room; below this the page is a list of headlines.
  var holdsWholePages: Bool { columns >= leastWholeWidth && rows >= 12 }
}

extension ReaderState {
  /// Whether what is shown is a page as high as its text needs, of which the screen shows some rows.
  public var scrolls: Bool { view == .page && isPageWhole }

  /// Whether the page is that high, whatever lies over it.
  private var isPageWhole: Bool { pageLayout?.isWhole == true }

  /// What the screen shows of the layout: all of a screen, some rows of a page that is scrolled.
  var shownLayout: PageLayout? {
    guard scrolls, let area = pageArea else { return layout }
    return layout?.window(top..<top + area.rows)
  }

  /// The rows of the page that stand on the screen.
  private var sight: Range<Int> { top..<top + (pageArea?.rows ?? 0) }

  /// The last row that may stand in the first row of the screen.
  var lastTop: Int {
    isPageWhole ? max(0, (pageLayout?.size.rows ?? 0) - (pageArea?.rows ?? 0)) : 0
  }

  /// The rows by which Space scrolls: two of those that were seen are seen again.
  var scrollStep: Int { max(1, sight.count - 2) }

  /// The hundredths of the page that stand on the screen or above it.
  var shownShare: Int {
    guard let rows = pageLayout?.size.rows, rows > 0 else { return 100 }
    return 100 * min(rows, sight.upperBound) / rows
  }

  /// The cell of the page that stands in a cell of the screen; nil below the page.
  func pagePoint(at point: Point) -> Point? {
    guard scrolls else { return point }
    return sight.contains(top + point.row)
      ? Point(column: point.column, row: top + point.row) : nil
  }

  /// Scrolls, as far as the page reaches; the focus goes along.
  mutating func scroll(by rows: Int) {
    guard scrolls else { return }
    top = min(max(0, top + rows), lastTop)
    if !isShown(pageLayout?.module(of: focus, on: 0)) { focusShownItem() }
  }

  /// Home and End: the first rows of the page or the last ones.
  mutating func scroll(toStart isStart: Bool) {
    top = isStart ? 0 : lastTop
    focusShownItem()
  }

  /// Whether the headline of a module, or what else tells of the focus, stands on the screen.
  private func isShown(_ module: Module?) -> Bool {
    module?.focusRects.contains { sight.contains($0.row) } ?? false
  }

  /// The first item whose headline stands on the screen gets the focus, and where there is none, the one
  /// that fills it.
  private mutating func focusShownItem() {
    guard let layout = pageLayout else { return }
    let modules = layout.readingOrder.compactMap { layout.module(of: $0, on: 0) }
    let filling = modules.first {
      $0.rect.row < sight.upperBound && $0.rect.bottom > sight.lowerBound
    }
    guard let next = modules.first(where: { isShown($0) }) ?? filling else { return }
    focus = layout.items[next.item].place?.item
  }

  /// Scrolls no farther than it takes to show the item in focus: all of it where it finds room, else its
  /// beginning in the upper half of the screen.
  mutating func revealFocus() {
    guard scrolls, let rect = pageLayout?.module(of: focus, on: 0)?.rect else { return }
    let (rows, half) = (sight.count, sight.count / 2)
    // The rule above an item belongs to it.
    let first = max(0, rect.row - 1)
    guard rect.height >= rows else {
      top = max(min(top, first), rect.bottom - rows)
      return
    }
    if rect.row >= top, rect.row <= top + half { return }
    top = rect.row <= half ? 0 : min(first, lastTop)
  }

  /// `w`: the page as high as its text needs, or screen by screen; what stood on top stays on the screen.
  mutating func toggleWholePage() -> [Effect] {
    guard view == .page else { return [.bell] }
    guard let area = pageArea, area.holdsWholePages else {
      notice = .tooSmallToArrange
      return [.bell]
    }
    let mark = mark
    isWhole.toggle()
    relay()
    (fold, top) = (0, 0)
    scroll(to: mark)
    if scrolls {
      if !isShown(pageLayout?.module(of: focus, on: 0)) { revealFocus() }
    } else if let layout = pageLayout {
      fold = mark.flatMap { layout.fold(holding: $0) } ?? 0
      if layout.module(of: focus, on: fold) == nil {
        focus = layout.folds[fold].firstFocus(in: layout) ?? focus
      }
    }
    notice = isWhole ? .whole : .inScreens
    return []
  }

  /// What stands in the first row that is shown of the page, or was shown before something else lay over it;
  /// nil where that is not known.
  var mark: PageMark? {
    let fold = isPageWhole ? 0 : fold
    guard view == .page || isPageWhole, let layout = pageLayout,
      layout.folds.indices.contains(fold)
    else { return nil }
    if fold == 0, top == 0 { return PageMark(place: .top, below: 0) }
    return layout.folds[fold].marks(in: layout).filter { $0.row >= top }
      .min { ($0.row, $0.column) < ($1.row, $1.column) }
      .map { PageMark(place: $0.place, below: isPageWhole ? $0.row - top : 0) }
  }

  /// Scrolls to where a mark stands now.
  mutating func scroll(to mark: PageMark?) {
    guard isPageWhole, let mark, let layout = pageLayout else {
      top = 0
      return
    }
    top = min(max(0, layout.folds[0].row(of: mark.place, in: layout) - mark.below), lastTop)
  }
}

extension PageLayout {
  /// The screen that holds what is marked: the last one on which the item begins at or before it, else the
  /// one on which it stands.
  fileprivate func fold(holding mark: PageMark) -> Int {
    let item: Int
    switch mark.place {
    case .top: return 0
    case .head(let place, _, _), .text(let place, _): item = place
    }
    let holding = folds.indices.last { fold in
      folds[fold].marks(in: self).contains { found in
        found.place.item == item && !(mark.place < found.place)
      }
    }
    return holding ?? fold(showing: item) ?? 0
  }
}

extension Fold {
  /// A line that can be marked, in its place.
  fileprivate struct Mark {
    let place: PageMark.Place
    let row: Int
    let column: Int
  }

  /// All lines of heads and text that can be marked.
  fileprivate func marks(in layout: PageLayout) -> [Mark] {
    modules.flatMap { module -> [Mark] in
      guard let item = layout.items[module.item].place?.item else { return [] }
      let heads = module.heads.map { head in
        let first = module.heads.first { $0.head == head.head }?.rect.row ?? head.rect.row
        return Mark(
          place: .head(item: item, head: head.head, row: head.rect.row - first), row: head.rect.row,
          column: head.rect.column)
      }
      return heads
        + (module.legs + module.captions).flatMap(\.lines).map { line in
          let start = Anchor(paragraph: line.paragraph, offset: line.line.bytes.lowerBound)
          return Mark(place: .text(item: item, start), row: line.row, column: line.column)
        }
    }
  }

  /// The row in which the line stands that holds a place: the last one that begins at or before it; 0 where
  /// its item does not stand here.
  fileprivate func row(of place: PageMark.Place, in layout: PageLayout) -> Int {
    let lines = marks(in: layout).filter { $0.place.item == place.item && place.item != nil }
    let holding = lines.filter { !(place < $0.place) }.max { $0.place < $1.place }
    return (holding ?? lines.first)?.row ?? 0
  }
}

extension PageMark.Place: Comparable {
  /// The item; nil for the top of the page.
  var item: Int? {
    switch self {
    case .top: nil
    case .head(let item, _, _), .text(let item, _): item
    }
  }

  /// The order in an item: heads before text.
  private var order: (Int, Int, Int) {
    switch self {
    case .top: (0, 0, 0)
    case .head(_, let head, let row): (0, head, row)
    case .text(_, let anchor): (1, anchor.paragraph, anchor.offset)
    }
  }

  /// Whether one of two places in an item comes before the other.
  static func < (one: PageMark.Place, other: PageMark.Place) -> Bool { one.order < other.order }
}
