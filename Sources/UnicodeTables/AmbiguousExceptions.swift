/// East Asian Ambiguous characters to which a terminal gives other cells than to the rest of them.
///
/// Asked for ambiguous characters alone; whatever else is listed has no effect. `"“"` may be two
/// cells where `│` is one.
///
/// - Invariant: `entries` is in order of code points, each there once, with 1 or 2 cells.
public struct AmbiguousExceptions: Hashable, Sendable {
  /// One character and its cells.
  public struct Entry: Hashable, Sendable {
    /// The character.
    public let scalar: Unicode.Scalar
    /// Its cells, 1 or 2.
    public let cells: Int
  }

  /// ㉈ to ㉏, numbers in black squares, which are ambiguous and have to be measured on their own.
  ///
  /// Many a terminal that gives ambiguous characters one cell gives these two.
  public static let enclosedTens: ClosedRange<Unicode.Scalar> = "\u{3248}"..."\u{324F}"

  /// The exceptions, in order of code points.
  public private(set) var entries: [Entry] = []

  /// No exceptions.
  public init() {}

  /// Whether there are none, as in most terminals.
  public var isEmpty: Bool { entries.isEmpty }

  /// Gives all characters of a range 1 or 2 cells; what was said of them before is forgotten.
  ///
  /// - Complexity: O(*n* + *m*) for *n* exceptions and a range of *m*.
  public mutating func set(_ scalars: ClosedRange<Unicode.Scalar>, cells: Int) {
    precondition(cells == 1 || cells == 2, "ambiguous width \(cells)")
    let values = scalars.lowerBound.value...scalars.upperBound.value
    let new = values.lazy.compactMap(Unicode.Scalar.init).map { Entry(scalar: $0, cells: cells) }
    let end = index(of: scalars.upperBound)
    let isListed = end < entries.count && entries[end].scalar == scalars.upperBound
    entries.replaceSubrange(index(of: scalars.lowerBound)..<end + (isListed ? 1 : 0), with: new)
  }

  /// The cells of a character that is listed.
  ///
  /// - Complexity: O(log *n*).
  public subscript(scalar: Unicode.Scalar) -> Int? {
    let index = index(of: scalar)
    guard index < entries.count, entries[index].scalar == scalar else { return nil }
    return entries[index].cells
  }

  /// The place of the first entry that does not come before a character.
  private func index(of scalar: Unicode.Scalar) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].scalar < scalar { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension AmbiguousExceptions: ExpressibleByDictionaryLiteral {
  /// Makes a list such as `["“": 2, "”": 2]`.
  public init(dictionaryLiteral elements: (Unicode.Scalar, Int)...) {
    for (scalar, cells) in elements { set(scalar...scalar, cells: cells) }
  }
}
