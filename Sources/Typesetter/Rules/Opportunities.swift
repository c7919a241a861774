import UnicodeTables

/// Marks on the codes of a paragraph where lines may end.
///
/// First the rules of UAX #14 speak, then what no newspaper does: a figure torn at its sign, in Korean
/// a broken word, and where marks are kept from line starts one behind a blank.
struct Opportunities {
  private let rules: LineBreakRules
  private let endsLinesAtWords: Bool
  /// The last unit seen that is drawn and no blank.
  private var ink: Int?
  private let isIdeographic: Bool
  /// Whether marks are kept from line starts and ends beyond the rules.
  private let keepsMarks: Bool

  /// Marks the clusters of a paragraph, whose classes have been tailored, each with its role and the
  /// break before it.
  ///
  /// - Complexity: O(*n*) in the number of units.
  static func mark(
    _ units: [BreakUnit], _ rules: SettingRules, on codes: inout MutableSpan<ClusterCode>
  ) {
    var opportunities = Opportunities(units, rules)
    for index in units.indices {
      let unit = units[index]
      guard unit.traits.contains(.startsCluster) else { continue }
      if unit.mayBeMark { codes[Int(unit.offset)].describe(unit) }
      if index > 0, unit.traits.isDisjoint(with: [.glued, .settled]) {
        opportunities.mark(index, unit, on: &codes)
      }
      if unit.traits.isDisjoint(with: [.blank, .unseen]) { opportunities.ink = index }
    }
  }

  private init(_ units: [BreakUnit], _ settingRules: SettingRules) {
    rules = LineBreakRules(units: units)
    endsLinesAtWords = settingRules.endsLinesAtWords
    isIdeographic = settingRules.isIdeographic
    keepsMarks = settingRules.keepsMarks
  }

  private func mark(
    _ index: Int, _ unit: BreakUnit, on codes: inout MutableSpan<ClusterCode>
  ) {
    switch rules.verdict(before: index) {
    case .prohibited: return
    case .mandatory: codes[Int(unit.offset)].breakBefore = .mandatory
    case .allowed:
      guard isLegal(index) else { return }
      let isHyphenated = rules.units[index - 1].scalar == 0xAD
      codes[Int(unit.offset)].breakBefore = isHyphenated ? .hyphenated : .allowed
      if partsPoorly(index) { codes[Int(unit.offset)].breaksPoorly = true }
    }
  }

  /// What no tradition does, whatever UAX #14 allows.
  private func isLegal(_ index: Int) -> Bool {
    let after = rules.units[index]
    if after.traits.contains(.blank) || (keepsMarks && beginsWithMark(index)) { return false }
    if endsLinesAtWords, !endsWord(index - 1) { return false }
    guard let ink else { return true }
    let before = rules.units[ink]
    if keepsMarks, before.marks.contains(.endsNoLine) { return false }
    if Marks.isFigure(before.scalar), Marks.isFigure(after.scalar) {
      return index - ink > 1 && rules.units[index - 1].traits.contains(.blank)
    }
    return true
  }

  /// Whether a Korean word ends with the unit: a break is legal only there.
  private func endsWord(_ index: Int) -> Bool {
    let unit = rules.units[index]
    switch unit.lineBreak {
    case .sp, .zw: return true
    default: return unit.scalar == 0xAD || unit.traits.contains(.blank)
    }
  }

  /// Legal, and better avoided: between a figure and its unit, and between the words of a Latin name.
  ///
  /// In text set by words it is a dash that better ends a line than begins one.
  private func partsPoorly(_ index: Int) -> Bool {
    guard let ink else { return false }
    let (before, after) = (rules.units[ink], rules.units[index])
    guard isIdeographic else {
      return after.scalar == 0x2014
        || index - ink == 1 && Marks.isFigure(before.scalar) && after.isHangul
    }
    if index - ink == 2, rules.units[index - 1].lineBreak == .sp {
      return before.isLetter && after.isLetter
        || Marks.isFigure(before.scalar) && Marks.isFigure(after.scalar)
    }
    return index - ink == 1 && Marks.isFigure(before.scalar) && Marks.isUnit(after.scalar)
  }

  /// Whether a line that begins there begins with a mark that begins none.
  private func beginsWithMark(_ index: Int) -> Bool {
    var index = index
    while index + 1 < rules.units.count, rules.units[index].traits.contains(.unseen) { index += 1 }
    return rules.units[index].marks.contains(.startsNoLine)
  }
}

extension BreakUnit {
  /// Whether it can be one of the marks at all: most of a text is letters, ideographs and spaces.
  var mayBeMark: Bool {
    switch lineBreak {
    case .al: scalar == 0xB7
    case .id: !Self.isIdeograph(scalar)
    case .nu, .h2, .h3, .sp: false
    default: true
    }
  }
}

extension ClusterCode {
  /// Takes its role from the first of its units.
  fileprivate mutating func describe(_ unit: BreakUnit) {
    guard !isSpace, cells > 0 else { return }
    if !unit.marks.isDisjoint(with: [.leads, .fullwidthWord]) {
      role = .joined
    } else if unit.marks.contains(.connects) {
      role = .connector
    } else if cells == 2 {
      role = unit.wideRole
    }
  }
}

extension BreakUnit {
  /// The role of a mark of two cells.
  fileprivate var wideRole: PreparedCluster.Role {
    if marks.contains(.opens) || lineBreak == .op { return .opening }
    return marks.contains(.startsNoLine) || lineBreak == .cl ? .closing : .ideograph
  }
}
