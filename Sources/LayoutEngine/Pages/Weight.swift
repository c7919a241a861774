package import ScreenModel

/// What makes a page worse, in tenths of a wasted line of one leg.
///
/// Small numbers: the sum for a page stays below 2¹⁵. The table is that of the composition's cost model:
/// raising a number makes the composer avoid the fault at the price of the others.
package enum Weight {
  /// A blank line of a leg.
  package static let white = 9
  /// A blank line between heads and text, which sets them off.
  package static let air = 3
  /// Each hundredth of the screen that a blank rectangle is larger than two of them.
  package static let hole = 16
  /// A story hidden whole, times its priority; the cost grows with the square of the hidden share, so
  /// that scarce rows are shared.
  package static let hidden = 140
  /// A cut, and one in a story that goes on on another page anyway.
  package static let cut = 40
  package static let cutBeforeJump = 10
  /// Each line under five shown before a cut.
  package static let thinJump = 20
  /// A lead of which under five lines are shown on a page with a picture: more than the picture is worth, so
  /// that it yields.
  package static let thinLead = 600
  /// A module of under three rows, several legs of under four, each row of a leg beyond 45.
  package static let flat = 30
  package static let shortLegs = 40
  package static let longLeg = 3
  /// A leg that ends where none should; each row beyond one by which feet differ.
  package static let badFoot = 60
  /// A leg that ends inside a pointer to another page, and inside a pull quote.
  package static let tornPointer = 120
  package static let tornQuote = 400
  package static let unevenFoot = 15
  /// A span that is wider, or narrower, than the wanted one by the whole page.
  package static let span = 100
  package static let narrow = 300
  /// A horizontal cut through the whole page, through it above adverts, or inside it.
  package static let throughCut = 60
  package static let throughCutAboveAdvert = 10
  package static let innerCut = 4
  /// A vertical cut between two stories, beside the lead, or where one side is no story: heads that
  /// stand side by side are tombstones.
  package static let tombstone = 8
  package static let besideLead = 10
  package static let besideOther = 5
  /// A story that is parted from its sidebar by what is neither's.
  package static let partedFamily = 80
  /// A picture that is left out: some thirty lines of text are worth more; one that is smaller than it should
  /// be, in proportion; one that is larger than twice that, for each such size.
  package static let noPicture = 350
  package static let smallPicture = 200
  package static let largePicture = 40
  /// A picture that opens a further screen, parted from the story before it, with no headline at its top.
  package static let partedPicture = 300
  /// A further screen.
  package static let fold = 250
  /// A module that is higher or lower than in print by the whole screen.
  package static let printedShare = 300
  /// A screen, and each item on it, that stand otherwise than in print on the page of an author: what print's
  /// arrangement is worth.
  package static let unprintedScreen = 50
  package static let unprintedItem = 60
  /// How much more than the best page one may cost that stands as at the widths around it.
  package static let steadiness = 260
  /// An item that fits no screen and is carried over several.
  package static let carried = 2000

  /// What a blank rectangle of so many cells costs, beside its blank lines, on a screen of that size.
  package static func hole(_ cells: Int, of screen: Size) -> Int {
    let all = screen.columns * screen.rows
    return max(0, (cells * 100 - 2 * all) * hole / all)
  }

  /// Cells of a blank rectangle, or 0 where it is too low or too narrow to be seen as one.
  package static func holeCells(_ width: Int, rows: Int) -> Int {
    rows >= 2 && width >= 8 ? width * rows : 0
  }
}
