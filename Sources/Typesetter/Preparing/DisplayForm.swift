import UnicodeTables

/// Draws the marks of ideographic text as wide as its characters.
///
/// ASCII `, ; : ! ? ( )` beside wide characters become full-width; brackets change in pairs. A curly
/// quote of one cell is set in two, with a blank on its outer side.
struct DisplayForm {
  private var scan: Scan
  /// Opening ASCII brackets not yet closed.
  private var open: [Scan.Mark] = []

  /// Whether the form of a code point may depend on what stands beside it.
  static func mayDiffer(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ",", ";", ":", "!", "?", "(", ")", "“", "”", "‘", "’": true
    default: false
    }
  }

  /// Gives the marks of a scanned paragraph their forms.
  ///
  /// - Complexity: O(*n*) in the number of clusters.
  static func apply(to scan: inout Scan) {
    var form = DisplayForm(scan: scan)
    scan.clusters = []
    scan.units = []
    for mark in form.scan.marks { form.setWidth(of: mark) }
    for mark in form.scan.marks { form.setQuote(mark) }
    scan = form.scan
  }

  private init(scan: Scan) {
    self.scan = scan
  }

  private mutating func setWidth(of mark: Scan.Mark) {
    switch Unicode.Scalar(scan.units[mark.unit].scalar) {
    case "(":
      open.append(mark)
      if isWide(after: mark.cluster) { widen(mark) }
    case ")":
      let opening = open.popLast()
      if isWide(before: mark.cluster) || opening.map({ isWide($0.cluster) }) == true {
        widen(mark)
        if let opening { widen(opening) }
      }
    case ",", ";", ":", "!", "?":
      if isWide(before: mark.cluster), !isBetweenDigits(mark.cluster) { widen(mark) }
    default: break
    }
  }

  private mutating func widen(_ mark: Scan.Mark) {
    let ascii = scan.units[mark.unit].scalar
    guard ascii < 0x7F, let form = Unicode.Scalar(ascii + 0xFEE0) else { return }
    scan.units[mark.unit].redraw(as: form)
    scan.clusters[mark.cluster].redraw(as: form)
  }

  /// Whether the nearest cluster before that is neither a blank nor a quote is wide.
  private func isWide(before cluster: Int) -> Bool {
    var index = cluster - 1
    while index >= 0, isTransparent(index) { index -= 1 }
    return index >= 0 && isWide(index)
  }

  private func isWide(after cluster: Int) -> Bool {
    var index = cluster + 1
    while index < scan.clusters.count, isTransparent(index) { index += 1 }
    return index < scan.clusters.count && isWide(index)
  }

  private func isWide(_ index: Int) -> Bool { scan.clusters[index].cells == 2 }

  private func isTransparent(_ index: Int) -> Bool {
    let cluster = scan.clusters[index]
    if cluster.isSpace || cluster.cells == 0 { return true }
    switch cluster.glyph.first {
    case "“", "”", "‘", "’": return true
    default: return false
    }
  }

  private func isBetweenDigits(_ cluster: Int) -> Bool {
    guard cluster > 0, cluster + 1 < scan.clusters.count else { return false }
    return Marks.isDigit(scan.clusters[cluster - 1].glyph.first.value)
      && Marks.isDigit(scan.clusters[cluster + 1].glyph.first.value)
  }

  /// Sets a curly quote in two cells and makes a bracket of it; an apostrophe stays as it is.
  private mutating func setQuote(_ mark: Scan.Mark) {
    switch Unicode.Scalar(scan.units[mark.unit].scalar) {
    case "“": quote(mark, opens: true)
    case "”": quote(mark, opens: false)
    case "‘": if scan.units.isBesideIdeograph(mark.unit) { quote(mark, opens: true) }
    case "’": if scan.units.isBesideIdeograph(mark.unit) { quote(mark, opens: false) }
    default: break
    }
  }

  private mutating func quote(_ mark: Scan.Mark, opens: Bool) {
    scan.units[mark.unit].lineBreak = opens ? .op : .cl
    scan.clusters[mark.cluster].setInTwoCells(blankFirst: opens)
  }
}

extension [BreakUnit] {
  /// Whether a mark stands beside an ideograph, or beside another mark of such text.
  func isBesideIdeograph(_ index: Int) -> Bool {
    for neighbour in [index - 1, index + 1] where indices.contains(neighbour) {
      if self[neighbour].isEastAsian { return true }
      switch Unicode.Scalar(self[neighbour].scalar) {
      case "“", "”", "‘", "’", "…", "—": return true
      default: break
      }
    }
    return false
  }
}
