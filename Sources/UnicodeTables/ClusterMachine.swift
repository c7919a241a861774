/// Tells, code point by code point, where a grapheme cluster ends (UAX #29, extended clusters).
package struct ClusterMachine {
  /// What the code points so far may still be joined to by rules that look further back than one.
  private enum Chain: UInt8 {
    case none
    /// A pictograph and marks; a joiner makes it `joinedEmoji` (GB11).
    case emoji
    case joinedEmoji
    /// A consonant and marks; a linker makes it `linkedConsonant` (GB9c).
    case consonant
    case linkedConsonant
    /// An odd number of regional indicators, half a flag (GB12, GB13).
    case halfFlag
  }

  private var previous: ClusterBreakClass?
  private var chain = Chain.none

  /// A machine before the first code point.
  package init() {}

  /// Takes the next code point and tells whether it begins a cluster.
  package mutating func isBoundary(before next: ClusterBreakClass) -> Bool {
    guard let previous else {
      begin(with: next)
      return true
    }
    let joins = Self.joinsPair(previous, next) || joinsChain(next)
    if joins { extend(with: next) } else { begin(with: next) }
    return !joins
  }

  private mutating func begin(with next: ClusterBreakClass) {
    previous = next
    switch next {
    case .pictographic: chain = .emoji
    case .consonant: chain = .consonant
    case .regionalIndicator: chain = .halfFlag
    default: chain = .none
    }
  }

  private mutating func extend(with next: ClusterBreakClass) {
    let before = previous
    previous = next
    switch (chain, next) {
    case (.emoji, .extend), (.emoji, .linker), (.emoji, .nonJoiner): break
    case (.emoji, .joiner): chain = .joinedEmoji
    case (.consonant, .extend), (.consonant, .joiner): break
    case (.linkedConsonant, .extend), (.linkedConsonant, .joiner): break
    case (.consonant, .linker), (.linkedConsonant, .linker): chain = .linkedConsonant
    case (.halfFlag, .regionalIndicator): chain = .none
    case _ where before == .prepend, (.joinedEmoji, .pictographic), (.linkedConsonant, .consonant):
      begin(with: next)
    default: chain = .none
    }
  }

  /// GB11, GB9c and GB12: rules that look further back than one code point.
  private func joinsChain(_ next: ClusterBreakClass) -> Bool {
    switch (chain, next) {
    case (.joinedEmoji, .pictographic), (.linkedConsonant, .consonant): true
    case (.halfFlag, .regionalIndicator): previous == .regionalIndicator
    default: false
    }
  }

  /// GB3 to GB9b: rules about two neighbours.
  private static func joinsPair(_ before: ClusterBreakClass, _ next: ClusterBreakClass) -> Bool {
    switch (before, next) {
    case (.carriageReturn, .lineFeed): true
    case (.control, _), (.carriageReturn, _), (.lineFeed, _): false
    case (_, .control), (_, .carriageReturn), (_, .lineFeed): false
    case (_, .extend), (_, .linker), (_, .nonJoiner), (_, .joiner), (_, .spacingMark): true
    case (.prepend, _): true
    case (.hangulL, .hangulL), (.hangulL, .hangulV), (.hangulL, .hangulLV),
      (.hangulL, .hangulLVT):
      true
    case (.hangulV, .hangulV), (.hangulLV, .hangulV), (.hangulV, .hangulT), (.hangulLV, .hangulT):
      true
    case (.hangulT, .hangulT), (.hangulLVT, .hangulT): true
    default: false
    }
  }
}
