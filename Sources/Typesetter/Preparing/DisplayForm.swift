import UnicodeTables

/// Draws the marks of ideographic text as wide as its characters.
///
/// ASCII `, ; : ! ? ( )` beside wide characters become full-width; brackets change in pairs. A curly
/// quote of one cell is set in two, with a blank on its outer side.
enum DisplayForm {
  /// Whether the form of a code point may depend on what stands beside it.
  static func mayDiffer(_ scalar: UInt32) -> Bool {
    switch Unicode.Scalar(scalar) {
    case ",", ";", ":", "!", "?", "(", ")", "“", "”", "‘", "’": true
    default: false
    }
  }

  /// Gives the marks of a scanned paragraph their forms.
  ///
  /// - Complexity: O(*n*) in the number of units.
  static func apply(
    _ typography: Typography, _ marks: [Int], to units: inout [BreakUnit],
    _ codes: inout MutableSpan<ClusterCode>
  ) {
    if typography.widensMarks {
      var open: [Int] = []  // opening brackets not yet closed
      for mark in marks { setWidth(of: mark, &units, &codes, &open) }
    }
    if typography.widensQuotes {
      for mark in marks { setQuote(mark, units, &codes) }
    }
  }

  private static func setWidth(
    of mark: Int, _ units: inout [BreakUnit], _ codes: inout MutableSpan<ClusterCode>,
    _ open: inout [Int]
  ) {
    switch Unicode.Scalar(units[mark].scalar) {
    case "(":
      open.append(mark)
      if isWide(after: mark, units, codes) { widen(mark, &units, &codes) }
    case ")":
      let opening = open.popLast()
      let isOpenedWide = opening.map { codes[Int(units[$0].offset)].cells == 2 } == true
      if isOpenedWide || isWide(before: mark, units, codes) {
        widen(mark, &units, &codes)
        if let opening { widen(opening, &units, &codes) }
      }
    case ",", ";", ":", "!", "?":
      if isWide(before: mark, units, codes), !isBetweenDigits(mark, units) {
        widen(mark, &units, &codes)
      }
    default: break
    }
  }

  private static func widen(
    _ mark: Int, _ units: inout [BreakUnit], _ codes: inout MutableSpan<ClusterCode>
  ) {
    let ascii = units[mark].scalar
    guard ascii < 0x7F, let form = Unicode.Scalar(ascii + 0xFEE0) else { return }
    units[mark].redraw(as: form)
    codes[Int(units[mark].offset)] = ClusterCode(cells: 2, .ideograph)
  }

  /// Whether the nearest unit before that is neither a blank nor a quote is wide.
  private static func isWide(
    before mark: Int, _ units: [BreakUnit], _ codes: borrowing MutableSpan<ClusterCode>
  ) -> Bool {
    var index = mark - 1
    while index >= 0, units[index].isTransparent { index -= 1 }
    return index >= 0 && codes[Int(units[index].offset)].cells == 2
  }

  private static func isWide(
    after mark: Int, _ units: [BreakUnit], _ codes: borrowing MutableSpan<ClusterCode>
  ) -> Bool {
    var index = mark + 1
    while index < units.count, units[index].isTransparent { index += 1 }
    return index < units.count && codes[Int(units[index].offset)].cells == 2
  }

  private static func isBetweenDigits(_ mark: Int, _ units: [BreakUnit]) -> Bool {
    guard mark > 0, mark + 1 < units.count else { return false }
    return Marks.isDigit(units[mark - 1].scalar) && Marks.isDigit(units[mark + 1].scalar)
  }

  /// Sets a curly quote in two cells; an apostrophe stays as it is.
  private static func setQuote(
    _ mark: Int, _ units: [BreakUnit], _ codes: inout MutableSpan<ClusterCode>
  ) {
    switch Unicode.Scalar(units[mark].scalar) {
    case "“", "”": break
    case "‘", "’": if !units.isBesideIdeograph(mark) { return }
    default: return
    }
    let offset = Int(units[mark].offset)
    if codes[offset].cells == 1 { codes[offset].cells = 2 }
  }
}

extension BreakUnit {
  /// Whether the width of a mark is looked for beyond it: a blank, a quote, what is not drawn.
  fileprivate var isTransparent: Bool {
    if !traits.isDisjoint(with: [.blank, .unseen]) || !traits.contains(.startsCluster) {
      return true
    }
    switch Unicode.Scalar(scalar) {
    case "“", "”", "‘", "’": return true
    default: return false
    }
  }
}
