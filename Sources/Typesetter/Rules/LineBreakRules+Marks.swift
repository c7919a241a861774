import UnicodeTables

extension LineBreakRules {
  /// LB13 to LB18: marks that begin or end no line, across spaces too.
  func marks(_ index: Int) -> Verdict? {
    let (before, after) = (units[index - 1].lineBreak, units[index].lineBreak)
    switch after {
    case .cl, .cp, .ex, .sy: return .prohibited
    default: break
    }
    let ink = lastInk(upTo: index - 1)
    if lineBreak(at: ink) == .op || opensQuotation(ink) { return .prohibited }
    if closesQuotation(index) { return .prohibited }
    if after == .is {
      return before == .sp && lineBreak(at: index + 1) == .nu ? .allowed : .prohibited
    }
    switch (lineBreak(at: ink), after) {
    case (.cl, .ns), (.cp, .ns), (.b2, .b2): return .prohibited
    default: return before == .sp ? .allowed : nil
    }
  }

  /// LB15a: whether the unit is an opening quotation mark where a quotation can begin.
  private func opensQuotation(_ index: Int) -> Bool {
    guard lineBreak(at: index) == .qu, units[index].traits.contains(.initialQuote) else {
      return false
    }
    switch lineBreak(at: index - 1) {
    case nil, .bk, .cr, .lf, .nl, .op, .qu, .gl, .sp, .zw: return true
    default: return false
    }
  }

  /// LB15b: whether the unit is a closing quotation mark where a quotation can end.
  private func closesQuotation(_ index: Int) -> Bool {
    guard lineBreak(at: index) == .qu, units[index].traits.contains(.finalQuote) else {
      return false
    }
    switch lineBreak(at: index + 1) {
    case nil, .sp, .gl, .wj, .cl, .qu, .cp, .ex, .is, .sy, .bk, .cr, .lf, .nl, .zw: return true
    default: return false
    }
  }

  /// LB19 and LB19a: quotation marks that their category or their neighbours leave unclear.
  func quotations(_ before: BreakUnit, _ after: BreakUnit, _ index: Int) -> Verdict? {
    if after.lineBreak == .qu {
      guard after.traits.contains(.initialQuote) else { return .prohibited }
      if !before.isEastAsian || !isEastAsian(index + 1) { return .prohibited }
    }
    if before.lineBreak == .qu {
      guard before.traits.contains(.finalQuote) else { return .prohibited }
      if !after.isEastAsian || !isEastAsian(index - 2) { return .prohibited }
    }
    return nil
  }

  private func isEastAsian(_ index: Int) -> Bool {
    units.indices.contains(index) && units[index].isEastAsian
  }
}
