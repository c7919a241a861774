/// What makes a page worse, in hundredths of a wasted line of one leg.
///
/// The table is that of the composition's cost model: raising a number makes the composer avoid the
/// fault at the price of the others.
package enum Weight {
  /// A blank line of a leg.
  package static let white = 90
  /// A story hidden whole, times its priority; the cost grows with the square of the hidden share, so
  /// that scarce rows are shared.
  package static let hidden = 1400
  /// A cut, and one in a story that goes on on another page anyway.
  package static let cut = 400
  package static let cutBeforeJump = 100
  /// Each line under five shown before a cut.
  package static let thinJump = 200
  /// A module of under three rows, several legs of under four, each row of a leg beyond 45.
  package static let flat = 300
  package static let shortLegs = 400
  package static let longLeg = 30
  /// A span that differs from the wanted one by the whole page.
  package static let span = 1000
  /// A horizontal cut through the whole page, through it above adverts, or inside it.
  package static let throughCut = 300
  package static let throughCutAboveAdvert = 100
  package static let innerCut = 40
  /// A vertical cut between two stories, beside the lead, or where one side is no story: heads that
  /// stand side by side are tombstones.
  package static let tombstone = 250
  package static let besideLead = 100
  package static let besideOther = 50
  /// A further screen.
  package static let fold = 2500
  /// An item that fits no screen and is carried over several.
  package static let carried = 20_000
}
