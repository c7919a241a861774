import UnicodeTables

/// What a tradition changes before the rules of UAX #14 are asked: classes, never rules.
enum Tailoring {
  /// Changes the classes of a paragraph.
  ///
  /// Quotes have become brackets when their forms were set (`DisplayForm`).
  ///
  /// - Complexity: O(*n*) in the number of units.
  static func apply(_ tradition: Typography.Tradition, to units: inout [BreakUnit]) {
    switch tradition {
    case .simplifiedChinese, .traditionalChinese:
      for index in units.indices { substituteChinese(index, &units) }
    case .japanese:
      for index in units.indices { substituteJapanese(index, &units) }
    case .korean, .latin: break
    }
  }

  /// CLREQ, level "basic": connectors and interpuncts begin no line; —— and …… are as ideographs.
  private static func substituteChinese(_ index: Int, _ units: inout [BreakUnit]) {
    let scalar = units[index].scalar
    guard isChineseMark(scalar) else { return }
    switch Unicode.Scalar(scalar) {
    case "：", "；", "・", "～", "／": units[index].lineBreak = .ex
    case "·", "‧", "‼", "⁇":
      if units.isBesideIdeograph(index) { units[index].lineBreak = .ex }
    case "⸺": units[index].lineBreak = .id
    case "—", "…", "⋯": substituteLeader(index, &units)
    default: break
    }
  }

  /// Whether a code point can be one of the marks at all; most text is ideographs and letters.
  private static func isChineseMark(_ scalar: UInt32) -> Bool {
    scalar == 0xB7 || (0x2014...0x2E3A).contains(scalar) || scalar == 0x30FB || scalar >= 0xFF00
  }

  /// Pairs of — and … from the start of a run; what is left over joins the last pair.
  private static func substituteLeader(_ index: Int, _ units: inout [BreakUnit]) {
    let scalar = units[index].scalar
    let follows = index > 0 && units[index - 1].scalar == scalar
    let leads = index + 1 < units.count && units[index + 1].scalar == scalar
    if follows {
      let isSecond = !units[index - 1].traits.contains(.glued)
      units[index].lineBreak = .id
      if isSecond || !leads { units[index].traits.insert(.glued) }
    } else if leads {
      units[index].lineBreak = .id
    } else if scalar == 0x2014 {
      units[index].lineBreak = .ex
    } else if units.isBesideIdeograph(index) {
      units[index].lineBreak = .id
    }
  }

  /// JLREQ as CSS calls it "normal": small kana, ー, 〜 and ゠ may begin a line.
  private static func substituteJapanese(_ index: Int, _ units: inout [BreakUnit]) {
    switch Unicode.Scalar(units[index].scalar) {
    case "〜", "゠": units[index].lineBreak = .id
    case let scalar? where ScalarProperties(of: scalar).lineBreak == .cj:
      units[index].lineBreak = .id
    default: break
    }
  }
}
