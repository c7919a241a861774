import ScreenModel
import UnicodeTables

/// Where the rows of a change are cut, to be sent piece by piece.
///
/// Between two columns of text stands a rule that stays when the page is switched. ncurses sends such
/// short pieces again rather than move over them, and a rule in an ink of its own then costs two
/// changes of the pen in every row, thirty bytes of colour for each `│`. Sent column by column they
/// cost one move, and a headline of three rows one change instead of three.
struct RowCuts {
  /// More pieces would save nothing; the last one takes all that is left.
  private static let most = 12

  private var cuts: [[Int]]

  /// Cuts every row in which `new` differs from `old`, a frame of the same size.
  init(from old: Frame, to new: Frame) {
    cuts = (0..<new.size.rows).map { Self.cuts(in: $0, from: old, to: new) }
  }

  /// How many pieces the row with the most of them has.
  var passes: Int { (cuts.map(\.count).max() ?? 0) + 1 }

  /// Up to where a row is new in a pass, counted from 0; nil when it was all new before.
  func end(ofRow row: Int, pass: Int) -> Int? {
    pass < cuts[row].count ? cuts[row][pass] : pass == cuts[row].count ? .max : nil
  }

  /// The starts of pieces that stay, lie between changes and are in another style than what precedes.
  private static func cuts(in row: Int, from old: Frame, to new: Frame) -> [Int] {
    var cuts: [Int] = []
    var changed: Style?  // of the last glyph that changed
    var stay: (start: Int, isOtherStyle: Bool)?
    for column in 0..<new.size.columns where cuts.count < most {
      let cell = new[row: row, column: column]
      guard case .glyph(let glyph) = cell.content else { continue }
      if !stays(column, row: row, from: old, to: new) {
        if let stay, stay.isOtherStyle { cuts.append(stay.start) }
        (changed, stay) = (cell.style, nil)
      } else if let changed {
        let isOther = !glyph.isBlank && cell.style != changed
        stay = (stay?.start ?? column, isOther || stay?.isOtherStyle == true)
      }
    }
    return cuts
  }

  /// Whether the glyph that begins there is the same in both, with its second half.
  private static func stays(_ column: Int, row: Int, from old: Frame, to new: Frame) -> Bool {
    guard old[row: row, column: column] == new[row: row, column: column] else { return false }
    let next = column + 1
    return next == new.size.columns
      || (old[row: row, column: next].content == .continuation)
        == (new[row: row, column: next].content == .continuation)
  }
}
