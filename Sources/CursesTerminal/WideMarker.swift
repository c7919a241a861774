import UnicodeTables

/// The code point that makes a cell of ncurses wide whatever follows it there.
///
/// ncurses gives a cell the width of its first code point. ❤️ is two cells where ❤ is one: in its cell
/// the marker comes first, and is taken out of what ncurses sends.
enum WideMarker {
  static let scalar = WidthPolicy.wideMarker
  private static let bytes = Array(String(scalar).utf8)

  /// What ncurses sent without the markers in it.
  ///
  /// - Complexity: O(*n*); gives the same array where there are none.
  static func removed(from output: [UInt8]) -> [UInt8] {
    guard InstalledWidths.current.honorsEmojiSelector, output.contains(bytes[0]) else {
      return output
    }
    var kept: [UInt8] = []
    kept.reserveCapacity(output.count)
    var rest = output[...]
    while let start = rest.firstIndex(of: bytes[0]) {
      let isMarker = rest[start...].starts(with: bytes)
      kept += rest[..<start] + (isMarker ? [] : [bytes[0]])
      rest = rest[(start + (isMarker ? bytes.count : 1))...]
    }
    return kept + rest
  }
}
