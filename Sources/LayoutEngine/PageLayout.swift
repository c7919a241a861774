public import ScreenModel
public import Typesetter

/// A page composed for one size of screen: where everything stands, in cells, and nothing of colour.
///
/// Rows and columns count from 0 at the upper left of each fold. The same value is drawn on the screen,
/// printed by `render` and written as the layout document.
public struct PageLayout: Sendable {
  /// How the page is shown.
  public enum Mode: String, Hashable, Sendable {
    /// Modules on a column grid.
    case page
    /// Headlines only, for a screen too small for modules.
    case list
  }

  /// The label of the page.
  public let label: String
  /// The name of the paper.
  public let paper: String
  /// The area of the page.
  public let size: Size
  /// Modules or headlines.
  public let mode: Mode
  /// The columns.
  public let grid: ColumnGrid
  /// How the furniture is set; carries the width policy.
  public let typography: Typography
  /// The items, in reading order; modules name them by their place here.
  public let items: [ContentItem]
  /// The screens of the page, at least one.
  public internal(set) var folds: [Fold]
  /// Whether the composer arranged the page or its author.
  public internal(set) var arrangement = Arrangement.automatic
  /// Whether it is as high as its text needs, for those who scroll, instead of cut into screens.
  public internal(set) var isWhole = false
  /// Where the author arranged it: the items that stand elsewhere than in print, because there they
  /// overlap or stand round one another; as places in ``items``.
  public internal(set) var loosened: [Int] = []
}

/// One screen of a page.
public struct Fold: Sendable {
  /// What stands on it, in reading order.
  public internal(set) var modules: [Module] = []
  /// The ruled lines.
  public internal(set) var rules: [Rule] = []
  /// Ink that belongs to no item.
  public internal(set) var furniture: [Furniture] = []
}

/// An item's rectangle on a fold, or one part of it.
public struct Module: Sendable {
  /// The item, as a place in ``PageLayout/items``.
  public let item: Int
  /// The rectangle, rules excluded.
  public let rect: Rect
  /// The first basic column, from 0, and the number of columns.
  public let columns: Range<Int>
  /// 0, or more when the item goes on from an earlier module.
  public let part: Int
  /// Whether rules of its own stand around it, or above and below it.
  public internal(set) var isBoxed = false
  /// The heads, a line each.
  public internal(set) var heads: [HeadLine] = []
  /// The text, leg by leg.
  public internal(set) var legs: [Leg] = []
  /// Its pictures.
  public internal(set) var pictures: [PlacedPicture] = []
  /// Captions and credits.
  public internal(set) var captions: [Leg] = []
  /// The jump line at its foot.
  public internal(set) var jumps: [JumpLine] = []
}

/// One drawn line of a heading.
public struct HeadLine: Sendable {
  /// The place among the item's heads.
  public let head: Int
  /// A name for its visible weight: `A` for the lead's headline alone, `C` for one that stands beside
  /// another on its row.
  public internal(set) var style: String
  /// The cells it takes, the padding of a label included.
  public let rect: Rect
  /// The first cell of its text.
  public let textColumn: Int
  /// The clusters shown.
  public let line: SetLine
  /// Blank cells set between two clusters.
  public let spacing: Int
  /// The line in large type; nil where it is set as text.
  public internal(set) var art: BlockArt? = nil
}

/// One column of text of one item.
public struct Leg: Sendable {
  /// The cells it takes.
  public let rect: Rect
  /// Its lines, downwards.
  public internal(set) var lines: [PlacedLine]
  /// The rows from its top that they take, with the rules and blank rows among them.
  public let usedRows: Int

  /// A leg whose lines take so many rows, one each unless it is said.
  init(rect: Rect, lines: [PlacedLine], usedRows: Int? = nil) {
    (self.rect, self.lines, self.usedRows) = (rect, lines, usedRows ?? lines.count)
  }
}

/// A picture in its place.
public struct PlacedPicture: Sendable {
  /// The cells it takes.
  public let rect: Rect
  /// The path of its file, as the issue names it.
  public let image: String
  /// Its cells; nil while its dots are to come, which leaves them blank.
  package let art: PictureArt?
}

/// A line of text in its place.
public struct PlacedLine: Sendable {
  /// The row.
  public let row: Int
  /// The first cell of the text, after indent or centring.
  public let column: Int
  /// The paragraph, as a place among the item's paragraphs.
  public let paragraph: Int
  /// The clusters shown.
  public let line: SetLine
  /// Blanks after clusters, so that the line fills its measure.
  public let stretch: [Gap]

  /// Cells from ``column`` to the end of the text.
  public var width: Int { line.width + stretch.reduce(0) { $0 + max(0, $1.blanks) } }
}

/// A line that tells where the text goes on.
public struct JumpLine: Sendable {
  /// Who made it.
  public enum Kind: String, Hashable, Sendable {
    /// The paper's own: the text goes on on another page.
    case printed
    /// The layout's: the module was too small.
    case cut
  }

  /// Printed or cut.
  public let kind: Kind
  /// The cells it takes, one row for each of ``lines``.
  public let rect: Rect
  /// Its words.
  public let text: String
  /// The same, measured.
  public let prepared: PreparedText
  /// The lines it is broken into; mostly one.
  public let lines: [SetLine]
  /// The label of the target page; nil for a cut.
  public let page: String?
  /// For a cut, the lines still to come.
  public let remainingLines: Int
}

/// A ruled line.
public struct Rule: Hashable, Sendable {
  /// How heavy it is.
  public enum Weight: String, Hashable, Sendable { case light, heavy }

  /// Its cells: one row or one column.
  public let rect: Rect
  /// How heavy it is.
  public let weight: Weight

  package init(rect: Rect, weight: Weight) { (self.rect, self.weight) = (rect, weight) }
}

/// Ink that belongs to no item: folio, bullets.
public struct Furniture: Hashable, Sendable {
  /// What it is.
  public enum Role: String, Hashable, Sendable { case folio, mark, fold }

  /// What it is.
  public let role: Role
  /// The cells it takes.
  public let rect: Rect
  /// Its words.
  public let text: String
}

/// Where the text that no fold shows begins.
public struct Remainder: Hashable, Sendable {
  /// The paragraph, as a place among the item's paragraphs.
  public let paragraph: Int
  /// The first hidden byte of that paragraph.
  public let offset: Int
}
