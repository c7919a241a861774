import UnicodeTables

/// What a tradition changes before the rules of UAX #14 are asked: classes, never rules.
struct Tailoring {
  private var units: [BreakUnit]
  private let level: Typography.Prohibition

  /// Changes the classes of a paragraph.
  ///
  /// - Complexity: O(*n*) in the number of units.
  static func apply(_ typography: Typography, to units: inout [BreakUnit]) {
    var tailoring = Tailoring(units: units, level: typography.prohibition)
    units = []
    for index in tailoring.units.indices where tailoring.units[index].mayBeMark {
      if typography.isChinese {
        tailoring.substituteChinese(index)
      } else {
        tailoring.substituteJapanese(index)
      }
    }
    units = tailoring.units
  }
}

// MARK: Chinese

extension Tailoring {
  /// CLREQ 3.1.2 as classes: the table of its punctuation marks, level by level.
  private mutating func substituteChinese(_ index: Int) {
    let scalar = units[index].scalar
    switch Unicode.Scalar(scalar) {
    case "—", "…", "⋯": substituteLeader(index)
    case "：", "；", "～", "・": set(index, at: .ex)
    case "／": set(index, at: level >= .gb ? .wj : .ex)
    case "⸺": units[index].lineBreak = level == .strict ? .ex : .id
    case "“": set(index, at: .op)
    case "”": set(index, at: .cl)
    case "·", "‧", "‼", "⁇": if units.isBesideIdeograph(index) { set(index, at: .ex) }
    case "‘": if units.isBesideIdeograph(index) { set(index, at: .op) }
    case "’": if units.isBesideIdeograph(index) { set(index, at: .cl) }
    case "/": if units.isBesideIdeograph(index) { set(index, at: level >= .gb ? .wj : .sy) }
    case "-", "–":
      if level == .none, units.isBesideIdeograph(index) { units[index].lineBreak = .id }
    default:
      if level == .none, units[index].marks.contains(.chinese) { units[index].lineBreak = .id }
    }
  }

  /// Gives a mark its class, or that of an ideograph where nothing is prohibited.
  private mutating func set(_ index: Int, at lineBreak: LineBreakClass) {
    units[index].lineBreak = level == .none ? .id : lineBreak
  }

  /// Pairs of — and … from the start of a run; what is left over joins the last pair.
  private mutating func substituteLeader(_ index: Int) {
    let scalar = units[index].scalar
    let follows = index > 0 && units[index - 1].scalar == scalar
    let leads = index + 1 < units.count && units[index + 1].scalar == scalar
    let pairs: LineBreakClass = level == .strict ? .ex : .id
    if follows {
      let isSecond = !units[index - 1].traits.contains(.glued)
      units[index].lineBreak = pairs
      if isSecond || !leads { units[index].traits.insert(.glued) }
    } else if leads {
      units[index].lineBreak = pairs
    } else if scalar == 0x2014 {
      if level != .none { units[index].lineBreak = .ex }
      if level == .none, units.isBesideIdeograph(index) { units[index].lineBreak = .id }
    } else if units.isBesideIdeograph(index) {
      units[index].lineBreak = pairs
    }
  }
}

// MARK: Japanese

extension Tailoring {
  /// JLREQ 3.1.7 as CSS and CLDR name its levels, with the quotation marks of Japanese text.
  private mutating func substituteJapanese(_ index: Int) {
    let unit = units[index]
    switch Unicode.Scalar(unit.scalar) {
    case "“": units[index].lineBreak = .op
    case "”": units[index].lineBreak = .cl
    case "‘": if units.isBesideIdeograph(index) { units[index].lineBreak = .op }
    case "’": if units.isBesideIdeograph(index) { units[index].lineBreak = .cl }
    case let scalar?:
      if level < .strict, Self.mayBegin(scalar) { units[index].lineBreak = .id }
      if level < .basic { loosen(index) }
    case nil: break
    }
  }

  /// Small kana, ー, 〜 and ゠: they may begin a line but at the strictest level.
  private static func mayBegin(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "〜" || scalar == "゠" || ScalarProperties(of: scalar).lineBreak == .cj
  }

  /// Iteration marks, middle dots, ！？, hyphens, a second …, units and currency signs set as wide.
  private mutating func loosen(_ index: Int) {
    let scalar = units[index].scalar
    switch Unicode.Scalar(scalar) {
    case "々", "〻", "ゝ", "ゞ", "ヽ", "ヾ", "・", "：", "；", "･", "！", "？", "‼", "⁇", "⁈", "⁉", "‐", "–":
      units[index].lineBreak = .id
    case "°", "‰", "′", "″", "‵", "℃", "℉", "％", "￠", "±", "€", "№", "＄", "￡", "￥", "￦":
      units[index].lineBreak = .id
    case "…", "‥":
      if index > 0, units[index - 1].scalar == 0x2026 || units[index - 1].scalar == 0x2025 {
        units[index].lineBreak = .id
      }
    default: break
    }
  }
}

extension Typography.Prohibition: Comparable {
  /// Levels in the order of their strictness.
  public static func < (one: Self, other: Self) -> Bool { one.rank < other.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
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
