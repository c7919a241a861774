import UnicodeTables

extension LineBreakRules {
  /// LB20 to LB24: objects, hyphens, leaders, letters beside numbers and their signs.
  func words(_ before: BreakUnit, _ after: BreakUnit, _ index: Int) -> Verdict? {
    switch (before.lineBreak, after.lineBreak) {
    case (.cb, _), (_, .cb): return .allowed
    case (.hy, .al), (.hy, .hl), (.hh, .al), (.hh, .hl):
      if beginsWord(index - 1) { return .prohibited }  // LB20a
    default: break
    }
    switch (before.lineBreak, after.lineBreak) {
    case (_, .ba), (_, .hh), (_, .hy), (_, .ns), (.bb, _): return .prohibited
    case (.hy, let next), (.hh, let next):
      if next != .hl, lineBreak(at: index - 2) == .hl { return .prohibited }  // LB21a
    default: break
    }
    switch (before.lineBreak, after.lineBreak) {
    case (.sy, .hl), (_, .in): return .prohibited
    case (.al, .nu), (.hl, .nu), (.nu, .al), (.nu, .hl): return .prohibited
    case (.pr, .id), (.pr, .eb), (.pr, .em), (.id, .po), (.eb, .po), (.em, .po): return .prohibited
    case (.pr, .al), (.pr, .hl), (.po, .al), (.po, .hl): return .prohibited
    case (.al, .pr), (.hl, .pr), (.al, .po), (.hl, .po): return .prohibited
    default: return nil
    }
  }

  /// Whether a hyphen here stands before a word and not within one.
  private func beginsWord(_ index: Int) -> Bool {
    switch lineBreak(at: index - 1) {
    case nil, .bk, .cr, .lf, .nl, .sp, .zw, .cb, .gl: true
    default: false
    }
  }

  /// LB25: a number keeps its sign, its separators, its brackets and its unit.
  func numbers(_ before: BreakUnit, _ after: BreakUnit, _ index: Int) -> Verdict? {
    switch (before.lineBreak, after.lineBreak) {
    case (.cl, .po), (.cl, .pr), (.cp, .po), (.cp, .pr):
      return endsNumber(index - 2) ? .prohibited : nil
    case (_, .po), (_, .pr):
      return endsNumber(index - 1) ? .prohibited : nil
    case (.po, .op), (.pr, .op):
      return beginsNumber(index + 1) ? .prohibited : nil
    case (.po, .nu), (.pr, .nu), (.hy, .nu), (.is, .nu): return .prohibited
    case (_, .nu): return endsNumber(index - 1) ? .prohibited : nil
    default: return nil
    }
  }

  /// Whether digits, and after them separators at most, end at `index`.
  private func endsNumber(_ index: Int) -> Bool {
    var index = index
    while lineBreak(at: index) == .sy || lineBreak(at: index) == .is { index -= 1 }
    return lineBreak(at: index) == .nu
  }

  private func beginsNumber(_ index: Int) -> Bool {
    lineBreak(at: index) == .nu
      || (lineBreak(at: index) == .is && lineBreak(at: index + 1) == .nu)
  }
}
