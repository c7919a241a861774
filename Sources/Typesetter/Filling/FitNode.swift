/// A place at which a line may end and the next begin, as total fit sees it.
///
/// Numbers are kept small, so that the nodes of a line lie in a few lines of the cache.
struct FitNode {
  /// The byte before which the break is.
  var offset: Int32
  /// Cells of the paragraph before the first ink of a line that begins here.
  var start: Int32
  /// Cells of the paragraph before here, without blanks and with the hyphen: where a line ends.
  var end: Int32
  /// What it costs to break here.
  let penalty: Int32
  /// The first node at which the line that ends here may begin.
  var earliest: Int32 = 0
  /// Blanks of quotes before here that can be squeezed out.
  let squeezable: Int32
  /// Word spaces between the text before here, without the one that this break is at.
  let gaps: Int32
  /// Whether this break is at a word space.
  var isAtGap = false
  /// Whether a line that ends here ends with a drawn hyphen.
  var isHyphenated = false
  /// Cells by which the mark before it may hang.
  var hang: Int8 = 0

  /// Word spaces before the text of a line that begins here.
  @inline(__always)
  var gapsAfter: Int32 { gaps &+ (isAtGap ? 1 : 0) }

  /// Whether a line ends here only because nothing else fits.
  @inline(__always)
  var isInNeed: Bool { penalty >= FitPenalty.emergency }

  @inline(__always)
  init(offset: Int, start: Int, end: Int, penalty: Int = 0, squeezable: Int = 0, gaps: Int = 0) {
    self.offset = Int32(truncatingIfNeeded: offset)
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
    self.penalty = Int32(truncatingIfNeeded: penalty)
    self.squeezable = Int32(truncatingIfNeeded: squeezable)
    self.gaps = Int32(truncatingIfNeeded: gaps)
  }
}
