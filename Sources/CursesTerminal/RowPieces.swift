import ScreenModel
import UnicodeTables

/// Where the rows of a change are cut, to be sent piece by piece.
///
/// Between two columns of text stands a rule that stays when the page is switched. ncurses sends such
/// short pieces again rather than move over them, and a rule in an ink of its own then costs two
/// changes of the pen in every row, thirty bytes of colour for each `│`. Sent column by column they
/// cost one move, and a headline of three rows one change instead of three.
struct RowPieces {
  /// Cuts of a row; more would save nothing.
  private static let most = 12

  private var pieces: [[Range<Int>]]

  /// Finds the pieces of every row that differ in `old` and `new`, frames of the same size.
  init(from old: Frame, to new: Frame) {
    pieces = (0..<new.size.rows).map { Self.pieces(ofRow: $0, from: old, to: new) }
  }

  /// How many pieces the row with the most of them has.
  var passes: Int { pieces.map(\.count).max() ?? 0 }

  /// A piece of a row, counted from 0; nil when the row has no more.
  func piece(_ pass: Int, ofRow row: Int) -> Range<Int>? {
    pass < pieces[row].count ? pieces[row][pass] : nil
  }

  /// From the first change to the end of the last, without what stays between changes and is in
  /// another style than what precedes it.
  private static func pieces(ofRow row: Int, from old: Frame, to new: Frame) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var piece: (start: Int, end: Int, style: Style)?
    var isParted = false  // something in another style stays after the piece
    for column in 0..<new.size.columns {
      let cell = new[row: row, column: column]
      guard case .glyph(let glyph) = cell.content else { continue }
      if stays(column, row: row, from: old, to: new) {
        if let piece, !glyph.isBlank, cell.style != piece.style { isParted = true }
        continue
      }
      if let done = piece, isParted, pieces.count < most {
        pieces.append(done.start..<done.end)
        piece = nil
      }
      let end = column + (new.hasWideGlyph(row: row, column: column) ? 2 : 1)
      piece = (piece?.start ?? column, end, cell.style)
      isParted = false
    }
    return pieces + (piece.map { [$0.start..<$0.end] } ?? [])
  }

  /// Whether the glyph that begins there is the same in both, with its second half.
  private static func stays(_ column: Int, row: Int, from old: Frame, to new: Frame) -> Bool {
    guard old[row: row, column: column] == new[row: row, column: column] else { return false }
    return old.hasWideGlyph(row: row, column: column) == new.hasWideGlyph(row: row, column: column)
  }
}
