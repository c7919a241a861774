import UnicodeTables

/// The line breaking rules of UAX #14, Unicode 17.0, in their order there.
///
/// The units must have been made by LB1, LB9 and LB10. A tradition changes classes before, never
/// the rules. A rule group answers nil where none of its rules applies.
struct LineBreakRules {
  /// The units of a paragraph.
  let units: [BreakUnit]

  /// What the rules say of the place before a unit.
  enum Verdict {
    case prohibited, allowed, mandatory
  }

  /// What the rules say of the place before the unit at `index`, which is not the first.
  ///
  /// - Complexity: O(1), but for runs of spaces and of separators in a number.
  func verdict(before index: Int) -> Verdict {
    usualVerdict(before: index) ?? ruledVerdict(before: index)
  }

  /// The rules one after the other.
  func ruledVerdict(before index: Int) -> Verdict {
    let (before, after) = (units[index - 1], units[index])
    return lineEnds(before, after) ?? joiners(before, after, index) ?? marks(index)
      ?? quotations(before, after, index) ?? words(before, after, index)
      ?? numbers(before, after, index) ?? scripts(before, after, index)
      ?? brackets(before, after) ?? .allowed
  }

  /// The answer of the rules where neighbours settle it that make up most of any text.
  private func usualVerdict(before index: Int) -> Verdict? {
    let (before, after) = (units[index - 1], units[index])
    guard before.traits.isDisjoint(with: [.endsJoined, .reservedPictograph]) else { return nil }
    switch (before.lineBreak, after.lineBreak) {
    case (.al, .al), (.al, .sp), (.id, .sp), (.is, .sp), (.nu, .sp), (.nu, .nu): return .prohibited
    case (.id, .cl), (.id, .ex), (.op, .id), (.al, .is), (.nu, .is), (.al, .hy): return .prohibited
    case (.id, .id), (.id, .op), (.id, .nu), (.nu, .id), (.cl, .id), (.ex, .id), (.cl, .op):
      return .allowed
    case (.sp, .al), (.sp, .id), (.sp, .nu):
      return index > 1 && units[index - 2].isOrdinary ? .allowed : nil
    default: return nil
    }
  }

  /// The class at a place, nil outside the text.
  func lineBreak(at index: Int) -> LineBreakClass? {
    units.indices.contains(index) ? units[index].lineBreak : nil
  }

  /// The last place at or before `index` that is no space, or -1.
  func lastInk(upTo index: Int) -> Int {
    var index = index
    while index >= 0, units[index].lineBreak == .sp { index -= 1 }
    return index
  }

  /// LB4 to LB7: line ends and the places before spaces.
  private func lineEnds(_ before: BreakUnit, _ after: BreakUnit) -> Verdict? {
    switch (before.lineBreak, after.lineBreak) {
    case (.cr, .lf): .prohibited
    case (.bk, _), (.cr, _), (.lf, _), (.nl, _): .mandatory
    case (_, .bk), (_, .cr), (_, .lf), (_, .nl), (_, .sp), (_, .zw): .prohibited
    default: nil
    }
  }

  /// LB8 to LB12a: zero width space, joiners, no-break spaces.
  private func joiners(_ before: BreakUnit, _ after: BreakUnit, _ index: Int) -> Verdict? {
    if lineBreak(at: lastInk(upTo: index - 1)) == .zw { return .allowed }
    if before.traits.contains(.endsJoined) { return .prohibited }
    switch (before.lineBreak, after.lineBreak) {
    case (.wj, _), (_, .wj), (.gl, _): return .prohibited
    case (.sp, .gl), (.ba, .gl), (.hy, .gl), (.hh, .gl): return nil
    case (_, .gl): return .prohibited
    default: return nil
    }
  }
}

extension BreakUnit {
  /// A letter, digit, ideograph or stop: what reaches over no space.
  fileprivate var isOrdinary: Bool {
    switch lineBreak {
    case .al, .id, .nu, .is, .ex: true
    default: false
    }
  }
}
