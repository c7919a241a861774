import UnicodeTables

/// The rules of UAX #14 alone, for Unicode's own test of them.
package enum LineBreakConformance {
  /// Before which code points, counted from 0, a line of `text` may or must end.
  ///
  /// No tradition has a say, and clusters none either; the ends of the text are left out.
  /// `inFull` asks every rule in its turn, without the short cut for usual neighbours.
  package static func breaks(in text: String, inFull: Bool = false) -> [Int] {
    var units: [BreakUnit] = []
    for (index, scalar) in text.unicodeScalars.enumerated() {
      units.append(scalar.value, ScalarProperties(of: scalar), offset: index, startsCluster: true)
    }
    let rules = LineBreakRules(units: units)
    return units.indices.dropFirst().filter {
      (inFull ? rules.ruledVerdict(before: $0) : rules.verdict(before: $0)) != .prohibited
    }.map { Int(units[$0].offset) }
  }
}
