import UnicodeTables

extension CharacterDatabase {
  /// What the table holds of a code point.
  func properties(of codePoint: Int) throws(GeneratorError) -> ScalarProperties {
    let lineBreak = try resolvedLineBreak(of: codePoint)
    return ScalarProperties(
      width: width(of: codePoint), lineBreak: lineBreak,
      clusterBreak: try clusterClass(of: codePoint),
      isEastAsian: ["F", "W", "Wide", "H"].contains(eastAsianWidth[codePoint]),
      quoteSide: lineBreak == .qu ? quoteSide(of: codePoint) : .neither,
      isReservedPictograph: isPictographic[codePoint] && generalCategory[codePoint] == "Cn",
      mayBecomeEmoji: isEmoji[codePoint] && !isPresentedAsEmoji[codePoint])
  }

  /// LB1, but for CJ, which each tradition resolves for itself.
  private func resolvedLineBreak(of codePoint: Int) throws(GeneratorError) -> LineBreakClass {
    let name = lineBreak[codePoint]
    switch name {
    case "AI", "SG", "XX": return .al
    case "SA": return ["Mn", "Mc"].contains(generalCategory[codePoint]) ? .cm : .al
    default:
      guard let found = Self.lineBreakClasses[name] else {
        throw .unknownValue(file: "LineBreak.txt", value: name)
      }
      return found
    }
  }

  /// The cells of a code point; the order of the rules matters.
  private func width(of codePoint: Int) -> ScalarProperties.Width {
    let category = generalCategory[codePoint]
    // Not ignored, though it may be: it is the base of a syllable without a first consonant.
    if codePoint == 0x115F { return .two }
    if isDefaultIgnorable[codePoint] { return .zero }
    if ["Cc", "Zl", "Zp", "Mn", "Me"].contains(category) { return .zero }
    // The Arabic and Kaithi number signs are seen.
    if category == "Cf", clusterBreak[codePoint] != "Prepend" { return .zero }
    // Conjoining vowels and final consonants stand in the cells of the first consonant.
    if isJamoOfLaterPosition(codePoint) { return .zero }
    switch eastAsianWidth[codePoint] {
    case "W", "F", "Wide": return .two
    case "A": return category == "Co" ? .one : .ambiguous
    default: return .one
    }
  }

  /// The two ranges of conjoining vowels and final consonants, places still free included.
  private func isJamoOfLaterPosition(_ codePoint: Int) -> Bool {
    (0x1160...0x11FF).contains(codePoint) || (0xD7B0...0xD7FF).contains(codePoint)
  }

  private func quoteSide(of codePoint: Int) -> ScalarProperties.QuoteSide {
    switch generalCategory[codePoint] {
    case "Pi": .initial
    case "Pf": .final
    default: .neither
    }
  }

  private func clusterClass(of codePoint: Int) throws(GeneratorError) -> ClusterBreakClass {
    let (cluster, conjunct) = (clusterBreak[codePoint], conjunctBreak[codePoint])
    switch (cluster, conjunct, isPictographic[codePoint]) {
    case ("Other", "None", true): return .pictographic
    case ("Other", "Consonant", false): return .consonant
    case ("Extend", "Extend", false): return .extend
    case ("Extend", "None", false): return .nonJoiner
    case ("Extend", "Linker", false): return .linker
    case ("ZWJ", "Extend", false): return .joiner
    case (_, "None", false):
      guard let found = Self.clusterClasses[cluster] else {
        throw .unknownValue(file: "GraphemeBreakProperty.txt", value: cluster)
      }
      return found
    default:
      throw .unforeseen(combination: "\(cluster) and \(conjunct)", codePoint: codePoint)
    }
  }

  private static let lineBreakClasses = Dictionary(
    uniqueKeysWithValues: LineBreakClass.allCases.map { ("\($0)".uppercased(), $0) })

  private static let clusterClasses: [String: ClusterBreakClass] = [
    "Other": .other, "Control": .control, "CR": .carriageReturn, "LF": .lineFeed,
    "SpacingMark": .spacingMark, "Prepend": .prepend, "Regional_Indicator": .regionalIndicator,
    "L": .hangulL, "V": .hangulV, "T": .hangulT, "LV": .hangulLV, "LVT": .hangulLVT,
  ]
}
