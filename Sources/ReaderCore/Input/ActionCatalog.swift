public import ScreenModel

/// An action with its name, its help and its keys.
public struct CatalogEntry: Hashable, Sendable {
  /// The name, as a key file would use it.
  public let name: String
  /// What it does, to follow "Key: ".
  public let help: String
  /// The keys that ask for it.
  public let keys: [Key]
  /// What happens.
  public let action: Action

  init(_ name: String, _ help: String, _ keys: [Key], _ action: Action) {
    (self.name, self.help, self.keys, self.action) = (name, help, keys, action)
  }
}

/// The one table that the key handler, the help page, `broadsheet keys` and the manual read.
public let actionCatalog: [CatalogEntry] =
  [
    CatalogEntry(
      "next-screen", "next screen, then the next page",
      [.character(" "), .pageDown, .control("f")],
      .nextScreen),
    CatalogEntry(
      "previous-screen", "previous screen, then the previous page",
      [.character("b"), .pageUp, .control("b")], .previousScreen),
    CatalogEntry("first-screen", "first screen of the page", [.home], .firstScreen),
    CatalogEntry("last-screen", "last screen of the page", [.end], .lastScreen),
    CatalogEntry(
      "next-page", "turn to the next page", [.character("n"), .character("]")], .turnPage(by: 1)),
    CatalogEntry(
      "previous-page", "turn to the previous page", [.character("p"), .character("[")],
      .turnPage(by: -1)),
    CatalogEntry("go-to-page", "go to a page by its label", [.character("g")], .askForPage),
  ]
  + (1...9).map {
    CatalogEntry(
      "page-\($0)", "go to page \($0)", [.character(Character(String($0)))], .goToPage($0))
  } + [
    CatalogEntry("up", "focus the story above", [.up, .character("k")], .moveFocus(.up)),
    CatalogEntry("down", "focus the story below", [.down, .character("j")], .moveFocus(.down)),
    CatalogEntry("left", "focus the story to the left", [.left], .moveFocus(.left)),
    CatalogEntry(
      "right", "focus the story to the right", [.right, .character("l")], .moveFocus(.right)),
    CatalogEntry("next-item", "focus the next item in reading order", [.tab], .focusNext),
    CatalogEntry(
      "previous-item", "focus the previous item in reading order", [.backTab], .focusPrevious),
    CatalogEntry("open", "read the story in focus, whole", [.enter], .open),
    CatalogEntry(
      "follow", "read on where the story continues", [.character(">"), .character(".")], .followJump
    ),
    CatalogEntry(
      "back", "go back to where you were", [.character("<"), .backspace, .character(",")], .back),
    CatalogEntry("forward", "undo going back", [.control("o")], .forward),
    CatalogEntry("overview", "list all pages", [.character("o")], .overview),
    CatalogEntry("zoom-in", "closer: overview, page, story", [.character("+")], .zoomIn),
    CatalogEntry("zoom-out", "farther: story, page, overview", [.character("-")], .zoomOut),
    CatalogEntry(
      "arrangement", "the page as printed, or arranged for this screen", [.character("G")],
      .toggleArrangement),
    CatalogEntry(
      "whole-page", "the whole page to scroll, nothing cut, or screen by screen",
      [.character("w")], .toggleWholePage),
    CatalogEntry(
      "origin", "say where an imported item came from", [.character("?")], .tellOrigin),
    CatalogEntry(
      "next-doubt", "go to the next uncertain part of an import", [.character("u")], .showNextDoubt),
    CatalogEntry("leave", "leave the story, the list or the help", [.escape], .leave),
    CatalogEntry("theme", "take the next theme", [.character("T")], .nextTheme),
    CatalogEntry("help", "show the keys", [.character("h"), .function(1)], .help),
    CatalogEntry("redraw", "draw the screen again", [.control("l")], .redraw),
    CatalogEntry("suspend", "stop the program for a while", [.control("z")], .suspend),
    CatalogEntry("quit", "quit", [.character("q"), .control("c")], .quit),
  ]
