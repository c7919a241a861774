/// What total fit minimises: the squares of the cells left free in each line but the last, and these.
///
/// A penalty of *n*² weighs as much as a line that lacks *n* cells.
enum FitPenalty {
  /// A mark hangs in the gutter: as good as a full line, and of two equal ways the second.
  static let hang = 1
  /// A line of words lacks more cells than its word spaces may take up, and stays ragged.
  static let ragged = 25
  /// Some of its word spaces take up more than one.
  static let loose = 10
  /// An ideographic line is opened: its blanks are seen, however few, and few lines with more of them
  /// look better than many with two.
  static let opened = 10
  /// Each blank squeezed out of quotes, for a line tighter than its neighbours.
  static let squeeze = 12
  /// The break is legal and better avoided: 2017|年, Grand|Hall.
  static let poorBreak = 50
  /// The line ends with a hyphen that the dictionary set.
  static let hyphen = 25
  /// Two lines in a row end with hyphens.
  static let hyphenLadder = 50
  /// Each wide gap but one that stands right above a wide gap: two are a river.
  static let river = 9
  /// The last line holds one ideograph (孤字), or the rest of a parted word.
  static let runt = 10_000
  /// The last line of words holds two characters at most, and fills no quarter of its room.
  static let stub = 150
  /// A line is broken where none may be, because nothing else fits.
  static let emergency = 1_000_000
  /// The same between two letters of a word.
  static let tornWord = 1_200_000
  /// The same beside a mark that may not stand there.
  static let tornMark = 5_000_000
  /// A cluster is wider than the measure.
  static let overfull = 100_000_000
}
