import UnicodeTables

/// Marks on the clusters of a paragraph where lines may end.
///
/// First the rules of UAX #14 speak, then what no newspaper does: a stop at the start of a line, an
/// opening bracket at its end, a torn ——, in Korean a broken word.
struct Opportunities {
  private(set) var clusters: [PreparedCluster]
  private let rules: LineBreakRules
  private let typography: Typography
  /// The last cluster seen of those before `end`, so that no run of blanks is searched twice.
  private var known: (end: Int, ink: Int?) = (0, nil)

  private init(_ clusters: [PreparedCluster], _ rules: LineBreakRules, _ typography: Typography) {
    self.clusters = clusters
    self.rules = rules
    self.typography = typography
  }

  /// The clusters of a paragraph, whose classes have been tailored, each with its role and the break
  /// before it.
  ///
  /// - Complexity: O(*n*) in the number of units.
  static func marked(_ scan: inout Scan, _ typography: Typography) -> [PreparedCluster] {
    let rules = LineBreakRules(units: scan.units)
    var opportunities = Opportunities(scan.releaseClusters(), rules, typography)
    opportunities.mark()
    return opportunities.clusters
  }

  private mutating func mark() {
    for index in rules.units.indices {
      let unit = rules.units[index]
      guard unit.traits.contains(.startsCluster) else { continue }
      let cluster = Int(unit.cluster)
      if unit.mayBeMark { clusters[cluster].describe(unit) }
      if index > 0, !unit.traits.contains(.glued) { mark(cluster, index) }
    }
  }

  private mutating func mark(_ cluster: Int, _ index: Int) {
    switch rules.verdict(before: index) {
    case .prohibited: return
    case .mandatory: clusters[cluster].breakBefore = .mandatory
    case .allowed:
      guard isLegal(before: cluster, index) else { return }
      let isHyphenated = rules.units[index - 1].scalar == 0xAD
      clusters[cluster].breakBefore = isHyphenated ? .hyphenated : .allowed
      if typography.isIdeographic, isPoor(before: cluster, index) {
        clusters[cluster].traits.insert(.breaksPoorly)
      }
    }
  }

  /// What no tradition does, whatever UAX #14 allows.
  private mutating func isLegal(before cluster: Int, _ index: Int) -> Bool {
    let after = rules.units[index].scalar
    if clusters[cluster].isSpace || beginsWithMark(cluster, index) { return false }
    if typography.tradition == .korean, !endsWord(index - 1) { return false }
    guard let ink = lastInk(before: cluster) else { return true }
    if clusters[ink].traits.contains(.endsNoLine) { return false }
    let before = clusters[ink].glyph.first.value
    if Marks.isDigit(before), Marks.isDigit(after) { return cluster - ink > 1 && isSpaced(cluster) }
    return !Marks.isTorn(before, after)
  }

  /// Whether a Korean word ends with the unit: a break is legal only there.
  private func endsWord(_ index: Int) -> Bool {
    let unit = rules.units[index]
    switch unit.lineBreak {
    case .sp, .zw: return true
    default: return unit.scalar == 0xAD || clusters[Int(unit.cluster)].isSpace
    }
  }

  /// Legal, and better avoided: between a figure and its unit, and between the words of a Latin name.
  private mutating func isPoor(before cluster: Int, _ index: Int) -> Bool {
    guard let ink = lastInk(before: cluster) else { return false }
    let (before, after) = (clusters[ink].glyph.first.value, rules.units[index].scalar)
    if isSpaced(cluster) {
      return Marks.isLetter(before) && Marks.isLetter(after)
        || Marks.isDigit(before) && Marks.isDigit(after)
    }
    return Marks.isDigit(before) && Marks.isUnit(after)
  }

  /// Whether a line that begins there begins with a mark that begins none.
  private func beginsWithMark(_ cluster: Int, _ index: Int) -> Bool {
    guard rules.units[index].mayBeMark || clusters[cluster].cells == 0 else { return false }
    var seen = cluster
    while seen + 1 < clusters.count, clusters[seen].cells == 0 { seen += 1 }
    return Marks.startsNoLine(clusters[seen].glyph.first.value)
  }

  private func isSpaced(_ cluster: Int) -> Bool { cluster > 0 && clusters[cluster - 1].isSpace }

  /// The last cluster before that one that is seen; asked in ascending order.
  private mutating func lastInk(before cluster: Int) -> Int? {
    var index = cluster - 1
    while index >= known.end, clusters[index].isSpace || clusters[index].cells == 0 { index -= 1 }
    known = (end: cluster, ink: index >= known.end ? index : known.ink)
    return known.ink
  }
}

extension BreakUnit {
  /// Whether it can be one of the marks at all: most of a text is letters, ideographs and spaces.
  fileprivate var mayBeMark: Bool {
    switch lineBreak {
    case .al: scalar == 0xB7
    case .id: !Self.isIdeograph(scalar)
    case .nu, .h2, .h3: false
    default: true
    }
  }
}

extension PreparedCluster {
  /// Takes its role from the first of its units.
  fileprivate mutating func describe(_ unit: BreakUnit) {
    if Marks.startsNoLine(unit.scalar) { traits.insert(.startsNoLine) }
    if Marks.endsNoLine(unit.scalar) { traits.insert(.endsNoLine) }
    guard role != .space else { return }
    if Marks.isLeader(unit.scalar) || Marks.isFullwidthWord(unit.scalar) {
      role = .joined
    } else if Marks.isConnector(unit.scalar) {
      role = .connector
    } else if cells == 2 {
      role = wideRole(unit)
    }
  }

  private func wideRole(_ unit: BreakUnit) -> Role {
    if unit.lineBreak == .op { return .opening }
    return traits.contains(.startsNoLine) ? .closing : .ideograph
  }
}
