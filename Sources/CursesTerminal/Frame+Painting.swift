import ScreenModel
import UnicodeTables

extension Frame {
  /// A frame on the way to this one: new where it is in a common style, else as `old` was.
  ///
  /// `old` has the same size; without it the screen was empty. Sent first, it leaves the rules, headlines and captions for a second coat. In rows that mix them
  /// with text the pen would change back and forth; so it changes a few times a page.
  func undercoat(on old: Frame?, of common: [Style]) -> Frame {
    var coat = old ?? Frame(size: size, style: common.last ?? Style())
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        let cell = self[row: row, column: column]
        guard case .glyph(let glyph) = cell.content, cell != coat[row: row, column: column],
          common.contains(cell.style)
        else { continue }
        let isWide = hasWideGlyph(row: row, column: column)
        coat.put(glyph, cells: isWide ? 2 : 1, row: row, column: column, style: cell.style)
      }
    }
    return coat
  }

  /// The style of most cells that are not blank; the same one each time.
  var commonestStyle: Style {
    var counts: [(style: Style, cells: Int)] = []
    var current = 0
    for cell in cells where cell.content != .glyph(.blank) {
      if counts.isEmpty || counts[current].style != cell.style {
        current = counts.firstIndex { $0.style == cell.style } ?? counts.count
        if current == counts.count { counts.append((cell.style, 0)) }
      }
      counts[current].cells += 1
    }
    return counts.max { $0.cells < $1.cells }?.style ?? cells.first?.style ?? Style()
  }

  /// Whether every cell holds the same as in `other`, in whatever style.
  func showsTheSame(as other: Frame) -> Bool {
    size == other.size && cells.elementsEqual(other.cells) { $0.content == $1.content }
  }

  /// Whether a glyph of two cells begins there.
  func hasWideGlyph(row: Int, column: Int) -> Bool {
    column + 1 < size.columns && self[row: row, column: column + 1].content == .continuation
  }
}

extension Style {
  /// What can be seen on a blank, its paper aside.
  private static let marks: Attributes = [.underline, .reverse]

  /// The style without what can be seen on a blank, its paper aside.
  var withoutMarks: Style {
    Style(
      foreground: foreground, background: background,
      attributes: attributes.subtracting(Self.marks))
  }

  /// Whether blanks of both styles are the same to the eye.
  func looksBlank(like other: Style) -> Bool {
    background == other.background && attributes.isDisjoint(with: Self.marks)
      && other.attributes.isDisjoint(with: Self.marks)
  }
}
