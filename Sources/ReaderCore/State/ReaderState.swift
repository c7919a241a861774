public import LayoutEngine
public import NewsModel
public import ScreenModel
public import UnicodeTables

/// Everything the reader shows depends on this value and the theme, and ``update(_:_:)`` alone
/// changes it.
public struct ReaderState: Sendable {
  /// What fills the screen.
  public enum View: Hashable, Sendable {
    /// A page, composed.
    case page
    /// The item in focus by itself, a story with all its parts joined.
    case story
    /// The list of all pages.
    case overview
    /// The keys.
    case help
  }

  /// The issue being read.
  public let issue: Issue
  /// How wide the terminal draws.
  public var widths: WidthPolicy { typesetting.widths }
  /// What pages are set with.
  private(set) var typesetting: Typesetting
  /// The size of the screen, status line included.
  public internal(set) var size: Size
  /// What fills the screen.
  public internal(set) var view = View.page
  /// The page, from 0.
  public internal(set) var page = 0
  /// Who arranges the pages of which print tells how; all others the composer does.
  public internal(set) var arrangement: Arrangement
  /// The screen of the page, of the story or of the help, from 0.
  public internal(set) var fold = 0
  /// Whether pages are as high as their text needs, nothing cut, and scrolled; where there is room for
  /// columns.
  public internal(set) var isWhole: Bool
  /// The row of a page that ``scrolls`` that stands in the first row of the screen.
  public internal(set) var top = 0
  /// The item in focus, as a place in the page's items; nil on an empty page.
  public internal(set) var focus: Int?
  /// The page chosen in the overview.
  public internal(set) var chosenPage = 0
  /// What the status line has to say.
  public internal(set) var notice: Notice?
  /// The page label being typed after `g`; nil when none is.
  public internal(set) var typedLabel: String?
  /// Where the text began on the screen before the window was dragged: kept over any number of
  /// sizes, until the reader moves.
  var heldAnchor: Anchor?
  /// The same for a page.
  var heldMark: PageMark?
  /// Where the reader came from, the latest last, and where Back came from.
  var trail: [Position] = []
  var ahead: [Position] = []

  /// Where the items came from; asked for only when somebody wants to know.
  let provenance: @Sendable () -> Provenance

  private var sheets: SheetShelf
  private(set) var pageLayout: PageLayout?
  /// Whether the page can stand as its author arranged it.
  private(set) var isArranged = false
  private(set) var storyContent: StoryContent?
  private(set) var storyLayout: PageLayout?

  /// Opens an issue at a page.
  ///
  /// - Precondition: the issue has a page with that index.
  public init(
    issue: Issue, size: Size, page: Int = 0, typesetting: Typesetting = Typesetting(),
    arrangement: Arrangement = .author, isWhole: Bool = false,
    provenance: @escaping @Sendable () -> Provenance = { Provenance() }
  ) {
    self.provenance = provenance
    (self.issue, self.size, self.page, self.typesetting) = (issue, size, page, typesetting)
    (self.arrangement, self.isWhole) = (arrangement, isWhole)
    sheets = SheetShelf(issue: issue, typesetting)
    relay()
    focus = pageLayout?.folds.first?.firstFocus(in: pageLayout)
  }

  /// The layout on the screen: that of the story or that of the page.
  public var layout: PageLayout? { view == .story ? storyLayout : pageLayout }

  /// The area above the status line; nil where nothing can be laid out.
  var pageArea: Size? {
    guard size.columns >= 20, size.rows >= 6 else { return nil }
    return Size(columns: size.columns, rows: size.rows - 1)
  }

  /// Lays out again what the size or the page has changed.
  mutating func relay() {
    pageLayout = pageArea.map {
      sheets.layout(ofPage: page, area: $0, arrangement, isWhole: isWhole && $0.holdsWholePages)
    }
    isArranged = sheets.isArranged(page)
    storyLayout =
      view == .story
      ? pageArea.flatMap { area in storyContent.map { compose($0, size: area) } } : nil
  }

  /// Measures everything anew; what is shown is not laid out yet.
  mutating func take(_ widths: WidthPolicy) {
    typesetting.widths = widths
    sheets = SheetShelf(issue: issue, typesetting)
    guard view == .story, let focus else { return }
    storyContent = StoryContent(issue, at: Place(page: page, item: focus), typesetting)
  }

  /// Turns to a page and puts the focus on `item`, or on the first item.
  mutating func show(page index: Int, item: Int? = nil) {
    (view, fold, top) = (.page, 0, 0)
    if index != page || pageLayout == nil {
      page = index
      relay()
    }
    focus = item ?? pageLayout?.folds.first?.firstFocus(in: pageLayout)
    fold = pageLayout?.fold(showing: item) ?? 0
    if item != nil { revealFocus() }
  }

  /// Composes the pages before and after this one, so that turning to them takes no time.
  mutating func prepareNeighbours() {
    guard let area = pageArea else { return }
    for neighbour in [page + 1, page - 1] where issue.pages.indices.contains(neighbour) {
      _ = sheets.layout(
        ofPage: neighbour, area: area, arrangement, isWhole: isWhole && area.holdsWholePages)
    }
    sheets.keep(page - 1...page + 1)
  }

  /// Opens the item in focus by itself, at `anchor` or where its part begins.
  mutating func showStory(at anchor: Anchor? = nil) {
    guard let focus,
      let story = StoryContent(issue, at: Place(page: page, item: focus), typesetting)
    else { return }
    storyContent = story
    view = .story
    relay()
    fold = storyLayout?.fold(holding: anchor ?? startOfPart(story)) ?? 0
  }

  private func startOfPart(_ story: StoryContent) -> Anchor {
    guard case .story(let part)? = focusedItem, story.segmentStarts.indices.contains(part.segment)
    else { return Anchor(paragraph: 0, offset: 0) }
    return Anchor(paragraph: story.segmentStarts[part.segment], offset: 0)
  }

  /// The item in focus.
  public var focusedItem: PageItem? {
    focus.flatMap { issue.item(at: Place(page: page, item: $0)) }
  }
}

/// A place in a text that a resize does not move.
public struct Anchor: Hashable, Sendable {
  /// The paragraph of the item.
  public var paragraph: Int
  /// The byte in that paragraph.
  public var offset: Int
}

/// Where the reader was: enough to come back to the same screen and row.
struct Position: Hashable, Sendable {
  let view: ReaderState.View
  let page: Int
  let focus: Int?
  let fold: Int
  let size: Size
  let widths: WidthPolicy
  let arrangement: Arrangement
  let isWhole: Bool
  /// Of a page that is scrolled, the row on top and what stands there.
  let top: Int
  let mark: PageMark?
  let anchor: Anchor?
}

/// What the status line says once.
public enum Notice: Hashable, Sendable {
  case pageAbsent(label: String)
  case nothingThere(label: String)
  case noJump
  case noSuchPage(label: String)
  case lastScreen
  case firstScreen
  case nowhereBack
  case nowhereForward
  /// The page stands as printed now, but for so many items.
  case asPrinted(loosened: Int)
  /// The composer arranges the page now.
  case arrangedAutomatically
  /// The page is as high as its text needs now, or cut into screens.
  case whole, inScreens
  /// Print does not tell how the page is arranged.
  case notArranged
  /// The screen has room for a list of headlines only.
  case tooSmallToArrange
  /// The issue was read, and `broadsheet check` has so many faults to name.
  case faults(count: Int)
  /// The locale was not UTF-8 and another took its place.
  case localeReplaced(codeset: String)
  /// A theme cannot be used, with the sentence that says why.
  case themeRefused(String)
  /// A picture cannot be shown, with the sentence that says why.
  case pictureRefused(String)
  /// Where an item came from, and what of one is uncertain.
  case origin(String), doubt(String)
  /// Nothing is known of where it came from; nothing is uncertain.
  case noOrigin, noDoubt
}
