import UnicodeTables

extension LineBreakRules {
  /// LB26 to LB29: Hangul syllables, letters, Brahmic syllables.
  func scripts(_ before: BreakUnit, _ after: BreakUnit, _ index: Int) -> Verdict? {
    switch (before.lineBreak, after.lineBreak) {
    case (.jl, .jl), (.jl, .jv), (.jl, .h2), (.jl, .h3): return .prohibited
    case (.jv, .jv), (.jv, .jt), (.h2, .jv), (.h2, .jt): return .prohibited
    case (.jt, .jt), (.h3, .jt): return .prohibited
    case (let syllable, .po) where syllable.isHangul: return .prohibited
    case (.pr, let syllable) where syllable.isHangul: return .prohibited
    case (.al, .al), (.al, .hl), (.hl, .al), (.hl, .hl): return .prohibited
    case (.is, .al), (.is, .hl): return .prohibited
    default: return isInSyllable(before, after, index) ? .prohibited : nil
    }
  }

  /// LB28a: whether two units belong to one orthographic syllable of a Brahmic script.
  private func isInSyllable(_ before: BreakUnit, _ after: BreakUnit, _ index: Int) -> Bool {
    if before.lineBreak == .ap { return after.isSyllableBase }
    if before.lineBreak == .vi, index > 1, units[index - 2].isSyllableBase {
      if after.lineBreak == .ak || after.isDottedCircle { return true }
    }
    guard before.isSyllableBase else { return false }
    if after.lineBreak == .vf || after.lineBreak == .vi { return true }
    return after.isSyllableBase && lineBreak(at: index + 1) == .vf
  }

  /// LB30 to LB30b: brackets beside words, flags, emoji with their modifiers.
  func brackets(_ before: BreakUnit, _ after: BreakUnit) -> Verdict? {
    switch (before.lineBreak, after.lineBreak) {
    case (.al, .op), (.hl, .op), (.nu, .op): return after.isEastAsian ? nil : .prohibited
    case (.cp, .al), (.cp, .hl), (.cp, .nu): return before.isEastAsian ? nil : .prohibited
    case (.ri, .ri): return after.traits.contains(.endsFlag) ? .prohibited : nil
    case (.eb, .em): return .prohibited
    case (_, .em): return before.traits.contains(.reservedPictograph) ? .prohibited : nil
    default: return nil
    }
  }
}

extension LineBreakClass {
  fileprivate var isHangul: Bool {
    switch self {
    case .jl, .jv, .jt, .h2, .h3: true
    default: false
    }
  }
}

extension BreakUnit {
  fileprivate var isDottedCircle: Bool { scalar == 0x25CC }

  /// A consonant or independent vowel, or the circle that stands in for one.
  fileprivate var isSyllableBase: Bool {
    lineBreak == .ak || lineBreak == .as || isDottedCircle
  }
}
