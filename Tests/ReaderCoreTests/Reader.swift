import IssueFiles
import LayoutEngine
import NewsModel
import ReaderCore
import ScreenModel
import TestSupport
import Typesetter
import UnicodeTables

typealias Issue = NewsModel.Issue

/// A reader at the keyboard: keys go through the keymap to the state, as in the program.
struct Reader {
  private(set) var state: ReaderState
  /// What the last key asked of the shell.
  private(set) var effects: [Effect] = []
  private let keymap = Keymap()

  /// Opens an issue.
  init(
    _ issue: Issue, _ size: Size = Size(columns: 80, rows: 24), widths: WidthPolicy = WidthPolicy(),
    isWhole: Bool = false
  ) {
    state = ReaderState(
      issue: issue, size: size, typesetting: Typesetting(widths: widths), isWhole: isWhole)
  }

  /// Opens a sample.
  init(
    _ sample: String, _ size: Size = Size(columns: 80, rows: 24),
    widths: WidthPolicy = WidthPolicy(), isWhole: Bool = false
  ) throws {
    let issue = try decodeIssue(at: SampleFolders.path(sample))
    self.init(issue, size, widths: widths, isWhole: isWhole)
  }

  /// Presses keys, one after another.
  mutating func press(_ keys: Key...) {
    for key in keys { take(.key(key)) }
  }

  /// Types characters.
  mutating func type(_ text: String) {
    for character in text { take(.key(.character(character))) }
  }

  mutating func resize(_ columns: Int, _ rows: Int) {
    take(.resize(Size(columns: columns, rows: rows)))
  }

  /// Hears one event; an event that asks for nothing changes nothing.
  mutating func take(_ event: InputEvent) {
    effects = keymap.action(for: event, in: state).map { update(&state, $0) } ?? []
  }

  /// The terminal turns out to draw by other widths.
  mutating func measure(by widths: WidthPolicy) { effects = update(&state, .measure(widths)) }

  /// What the screen shows.
  var frame: Frame { render(state, Dress(.plain, .mono)) }

  /// The last row of the screen.
  var statusLine: String { frame.plainText.last ?? "" }

  /// The label of the page.
  var label: String { state.issue.pages[state.page].label }

  /// Everything that a person could tell apart.
  var sight: Sight {
    Sight(view: state.view, page: state.page, fold: state.fold, focus: state.focus)
  }

  /// The number of screens of what is shown.
  var screens: Int { state.layout?.folds.count ?? 1 }

  /// The part of a story that has the focus.
  var part: StoryPart? { if case .story(let part)? = state.focusedItem { part } else { nil } }
}

extension Reader {
  /// Whether the item in focus stands on the screen that is shown.
  var isFocusShown: Bool { state.focus.flatMap(module(of:)) != nil }

  /// Whether the screen shows the byte of that paragraph, in a story read by itself.
  func shows(_ paragraph: Int, _ offset: Int) -> Bool {
    guard let layout = state.layout else { return false }
    let modules = layout.folds[state.fold].modules
    return modules.flatMap { ($0.legs + $0.captions).flatMap(\.lines) }.contains { line in
      line.paragraph == paragraph && line.line.bytes.contains(offset)
    }
  }

  /// Clicks the first cell of a module.
  mutating func click(_ module: Module, count: Int = 1) {
    let point = Point(column: module.rect.column, row: module.rect.row)
    take(.mouse(.left, at: point, clicks: count))
  }

  /// Clicks an item of the screen.
  mutating func click(item: Int) {
    if let module = module(of: item) { click(module) }
  }

  private func module(of item: Int) -> Module? {
    guard let layout = state.layout, layout.folds.indices.contains(state.fold) else { return nil }
    return layout.folds[state.fold].modules.first { layout.items[$0.item].place?.item == item }
  }
}

extension PageItem {
  /// Whether it is a picture with its words.
  var isPhoto: Bool { if case .photo = self { true } else { false } }
}

/// What is on the screen.
struct Sight: Hashable {
  let view: ReaderState.View
  let page: Int
  let fold: Int
  let focus: Int?
}

extension Size {
  /// Sizes of screen from the least for modules to a large one.
  static let common = [(40, 20), (80, 24), (120, 40), (200, 60)].map {
    Size(columns: $0.0, rows: $0.1)
  }
}

extension Issue {
  /// A story that goes on on a page that the file lacks.
  static let cutOff = Issue(
    continuedOn: "9", pages: [Page(label: "1", items: [.story(StoryPart(article: "a"))])])

  /// A story that goes on on the second page.
  static let continued = Issue(
    continuedOn: "2",
    pages: [
      Page(label: "1", items: [.story(StoryPart(article: "a"))]),
      Page(label: "2", items: [.story(StoryPart(article: "a", segment: 1))]),
    ])

  /// One story of as many parts as there are pages, and of a jump after the first.
  private init(continuedOn label: String, pages: [Page]) {
    let jump = Jump(page: label, toLine: "（下转第\(label)版）")
    let texts = ["日月盈昃，辰宿列张。", "寒来暑往，秋收冬藏。"].prefix(pages.count)
    let segments = texts.enumerated().map { number, text in
      Segment(blocks: [Block(.paragraph, text)], jump: number == 0 ? jump : nil)
    }
    self.init(
      language: LanguageTag("zh-Hans"), nameplate: Nameplate(name: "天地报"), pages: pages,
      articles: [Article(id: "a", headline: ["天地玄黄"], segments: segments)])
  }
}
