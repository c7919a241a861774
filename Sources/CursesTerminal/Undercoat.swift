import ScreenModel
import UnicodeTables

/// A frame on the way from one to the next: the new text in its commonest style, all else as it was.
///
/// Sent first, it leaves the rules, headlines and captions for a second coat. In rows that mix them
/// with text the pen would change back and forth; so it changes a few times a page.
struct Undercoat {
  /// The coat.
  private(set) var frame: Frame

  /// A coat on `old`, or on an empty screen, towards `new`, a frame of the same size.
  init(on old: Frame?, towards new: Frame) {
    let common = Self.commonest(in: new)
    frame = old ?? Frame(size: new.size, style: common)
    for row in 0..<new.size.rows {
      for column in 0..<new.size.columns {
        let cell = new[row: row, column: column]
        guard case .glyph(let glyph) = cell.content, cell != frame[row: row, column: column],
          cell.style == common || (glyph.isBlank && cell.style.looksBlank(like: common))
        else { continue }
        let isWide = new.hasWideGlyph(row: row, column: column)
        frame.put(glyph, cells: isWide ? 2 : 1, row: row, column: column, style: cell.style)
      }
    }
  }

  /// The style of most cells that are not blank; the same one each time.
  private static func commonest(in frame: Frame) -> Style {
    var counts: [(style: Style, cells: Int)] = []
    var current = 0
    for cell in frame.cells where cell.content != .glyph(.blank) {
      if counts.isEmpty || counts[current].style != cell.style {
        current = counts.firstIndex { $0.style == cell.style } ?? counts.count
        if current == counts.count { counts.append((cell.style, 0)) }
      }
      counts[current].cells += 1
    }
    return counts.max { $0.cells < $1.cells }?.style ?? frame.cells.first?.style ?? Style()
  }
}

extension Frame {
  /// Whether a glyph of two cells begins there.
  func hasWideGlyph(row: Int, column: Int) -> Bool {
    column + 1 < size.columns && self[row: row, column: column + 1].content == .continuation
  }
}
