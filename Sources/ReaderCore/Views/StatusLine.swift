import LayoutEngine
import NewsModel
import ScreenModel
import Typesetter
import UnicodeTables

/// The last row: where the reader is, what the focused item offers, and the two keys one needs first.
struct StatusLine {
  private let state: ReaderState
  private let dress: Dress

  init(_ state: ReaderState, _ dress: Dress) { (self.state, self.dress) = (state, dress) }

  func draw(on frame: inout Frame) {
    let (row, width) = (state.size.rows - 1, state.size.columns)
    guard row >= 0, width > 2 else { return }
    let look = dress(state.notice == nil ? .status : .notice)
    frame.fill(Rect(column: 0, row: row, width: width, height: 1), style: look)
    let keysStart = width - keys.utf8.count - 1
    let showsKeys = keysStart > width / 2
    // A notice is read once and may take the place of the keys; what always stands there may not.
    let reach = showsKeys && state.notice == nil ? keysStart - 2 : width - 1
    let end = frame.write(
      text(within: reach - 1), row: row, column: 1, before: reach, state.widths, style: look)
    if showsKeys, keysStart > end {
      frame.write(keys, row: row, column: keysStart, before: width, state.widths, style: look)
    }
    if state.typedLabel != nil { frame.cursor = Point(column: end, row: row) }
  }

  /// The keys one needs first; on a narrow screen the one that names the others.
  private var keys: String {
    if state.typedLabel != nil { return "Enter go  Esc cancel" }
    return state.size.columns < 60 ? "h help" : "h help  q quit"
  }

  /// What the line says, its last parts left out where they find no room.
  private func text(within cells: Int) -> String {
    if let label = state.typedLabel { return "Page: " + label }
    if let notice = state.notice { return notice.sentence }
    var parts = parts
    while parts.count > 1, state.widths.cells(of: parts.joined(separator: " · ")) > cells {
      parts.removeLast()
    }
    return parts.joined(separator: " · ")
  }

  private var parts: [String] {
    let page = state.issue.pages[state.page]
    switch state.view {
    case .help: return ["Keys", screen].compactMap(\.self)
    case .overview: return ["\(state.issue.pages.count) pages", "Enter opens"]
    case .page:
      let name = ["Page " + page.label, page.name].compactMap(\.self).joined(separator: " ")
      return [name, screen, arrangement, jumpOffer, wholeOffer].compactMap(\.self)
    case .story:
      return ["Story, page " + page.label, screen, progress, jumpOffer].compactMap(\.self)
    }
  }

  private var screen: String? {
    if state.scrolls {
      return state.lastTop == 0 ? "whole page" : "whole page, \(state.shownShare) %"
    }
    return screens
  }

  private var screens: String? {
    state.screenCount > 1 ? "screen \(state.fold + 1)/\(state.screenCount)" : nil
  }

  /// Who arranged the page, where there is a choice.
  private var arrangement: String? {
    guard state.isArranged, let layout = state.pageLayout, layout.mode == .page else { return nil }
    guard layout.arrangement == .author else { return "G as printed" }
    let moved = layout.loosened.count
    return moved == 0 ? "as printed" : "as printed, but \(moved)"
  }

  private var progress: String? {
    guard state.screenCount > 1 else { return nil }
    return "\(100 * (state.fold + 1) / state.screenCount) %"
  }

  /// What Enter does where the layout cut the item in focus.
  private var wholeOffer: String? {
    state.cutOfFocus == nil ? nil : "Enter whole story"
  }

  /// What `>` does for the item in focus.
  private var jumpOffer: String? {
    switch state.focusedItem {
    case .story(let part)?:
      switch state.issue.continuation(of: part) {
      case .place(let place)?: return "> page \(state.issue.pages[place.page].label)"
      case .pageOnly(let index)?: return "> page \(state.issue.pages[index].label)"
      case .absent(let label)?: return "page \(label) is not in this file"
      case nil: return part.segment > 0 ? "< where it began" : nil
      }
    case .refers(let box)?: return box.refers.first.map { "> page \($0.page)" }
    default: return nil
    }
  }
}

extension Notice {
  /// The notice as a sentence.
  var sentence: String {
    switch self {
    case .pageAbsent(let label): "Page \(label) is not in this issue file."
    case .nothingThere(let label): "Nothing on page \(label) continues that story."
    case .noJump: "This item ends here; nothing continues it."
    case .noSuchPage(let label): "There is no page \(label); o lists the pages."
    case .lastScreen: "That was the last screen."
    case .firstScreen: "That was the first screen."
    case .nowhereBack: "There is nowhere to go back to."
    case .nowhereForward: "There is nowhere to go forward to."
    case .asPrinted(loosened: 0): "This is the page as printed; G arranges it for this screen."
    case .asPrinted(let count):
      "As printed, but \(count == 1 ? "an item stands" : "\(count) items stand") elsewhere: "
        + "they overlap or cannot be parted."
    case .whole: "The whole page, nothing cut; w shows it screen by screen."
    case .inScreens: "Screen by screen; w shows the whole page."
    case .arrangedAutomatically: "Arranged for this screen; G shows the page as printed."
    case .origin(let sentence), .doubt(let sentence): sentence
    case .noOrigin: "Nothing is known of where this came from: it was not imported."
    case .noDoubt: "Nothing in this issue is marked as uncertain."
    case .notArranged: "This file does not tell how the page was printed."
    case .tooSmallToArrange: "This screen is too small for a page; it lists the headlines."
    case .faults(let count):
      "\(count) fault\(count == 1 ? "" : "s") in this issue; broadsheet check names \(count == 1 ? "it" : "them")."
    case .themeRefused(let sentence), .pictureRefused(let sentence): sentence
    case .localeReplaced(let codeset):
      "Your locale uses \(codeset), not UTF-8; C.UTF-8 is used instead."
    }
  }
}
