/// A grapheme cluster as a terminal shows it: how many cells it takes and what is drawn in them.
///
/// What no terminal should be sent is not in its glyph: variation selectors 15 and 16 (but 16 where
/// the policy honours it), format controls, tags, controls. A flag's half is drawn as a full-width
/// letter, an emoji sequence too long for a cell or unknown to the terminal as its first emoji. Letters
/// and their marks are drawn as one code point where there is one.
public struct DrawnCluster: Hashable, Sendable {
  /// Its length in UTF-8 bytes.
  public let byteCount: Int
  /// The cells it takes, 0 to 2: the sum over its code points, at most 2; 1 for a control.
  public let cells: Int
  /// What is drawn; empty for what is not drawn, a control or a blank.
  public let glyph: Glyph
  /// The cells of the glyph alone; where they are fewer, blanks follow.
  public let glyphCells: Int
  /// Its first code point.
  package let first: Unicode.Scalar
  /// What Unicode says of its first code point.
  package let properties: ScalarProperties
  /// Whether it is more than one code point.
  package let isCompound: Bool
}

/// A code point of a text, with its properties.
struct ScannedScalar {
  let scalar: Unicode.Scalar
  let length: Int
  let properties: ScalarProperties

  @inline(__always)
  init(in bytes: Span<UInt8>, at offset: Int) {
    (scalar, length) = bytes.scalar(at: offset)
    properties = ScalarProperties(of: scalar)
  }
}

/// Cuts UTF-8 text into grapheme clusters and measures them.
///
/// The clusters partition the bytes. Bytes that are no UTF-8 count as U+FFFD each; nothing traps.
public struct ClusterScanner {
  private let widths: WidthPolicy
  private var offset = 0
  /// The code point at `offset`, where the last cluster had to look at it to end.
  private var ahead: ScannedScalar?

  /// A scanner at the start of a text, measuring as `widths` says.
  public init(_ widths: WidthPolicy) {
    self.widths = widths
  }

  /// A scanner at a byte at which a cluster is known to begin.
  package init(_ widths: WidthPolicy, from offset: Int) {
    (self.widths, self.offset) = (widths, offset)
  }

  /// The next cluster of `bytes`, which must be the same text at each call; nil at its end.
  ///
  /// - Complexity: O(1) in the length of the text.
  public mutating func next(in bytes: Span<UInt8>) -> DrawnCluster? {
    guard offset < bytes.count else { return nil }
    if offset + 1 < bytes.count, bytes[offset].isPrintable, bytes[offset + 1] < 0x80 {
      return nextPrintable(bytes[offset])  // the usual case in Latin text
    }
    let start = offset
    let first = ahead ?? ScannedScalar(in: bytes, at: start)
    offset += first.length
    ahead = nil
    guard offset < bytes.count else { return widths.drawn(first) }
    let second = ScannedScalar(in: bytes, at: offset)
    if first.properties.isPlain, second.properties.isPlain {  // the usual case elsewhere
      ahead = second
      return widths.drawn(first)
    }
    var machine = ClusterMachine()
    _ = machine.isBoundary(before: first.properties.clusterBreak)
    while offset < bytes.count {
      let next = ScannedScalar(in: bytes, at: offset)
      if machine.isBoundary(before: next.properties.clusterBreak) {
        ahead = next
        break
      }
      offset += next.length
    }
    return offset == start + first.length
      ? widths.drawn(first) : widths.drawnCompound(in: bytes, start..<offset)
  }

  private mutating func nextPrintable(_ byte: UInt8) -> DrawnCluster {
    offset += 1
    ahead = nil
    let scalar = Unicode.Scalar(byte)
    return DrawnCluster(
      byteCount: 1, cells: 1, glyph: Glyph(scalar), glyphCells: 1, first: scalar,
      properties: ScalarProperties(of: scalar), isCompound: false)
  }

  /// Characters that follow one another so plainly that nobody need look at each.
  package enum Run: Sendable {
    /// ASCII letters: one byte, one cell, class AL.
    case letters(Int)
    /// Han from U+4E00 to U+9FFF: three bytes, two cells, class ID.
    case ideographs(Int)
  }

  /// Takes the plain characters of one kind that come next, nil if none do.
  ///
  /// The last one before other text is left for `next` if that text may join it, as in é.
  ///
  /// - Complexity: O(*n*) in their number.
  package mutating func nextRun(in bytes: Span<UInt8>) -> Run? {
    let start = offset
    guard start < bytes.count else { return nil }
    var end = start
    if bytes[start].isLetter {
      while end + 1 < bytes.count, bytes[end].isLetter, bytes[end + 1] < 0x80 { end += 1 }
    } else {
      while bytes.isIdeograph(at: end), bytes.joinsNothing(at: end + 3) { end += 3 }
    }
    guard end > start else { return nil }
    offset = end
    ahead = nil
    return bytes[start] < 0x80 ? .letters(end - start) : .ideographs((end - start) / 3)
  }
}

extension UInt8 {
  /// Whether it is a character of ASCII and no control.
  @inline(__always)
  fileprivate var isPrintable: Bool { (0x20...0x7E).contains(self) }

  /// Whether it is an ASCII letter.
  @inline(__always)
  fileprivate var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}

extension Span where Element == UInt8 {
  /// Whether a code point from U+4E00 to U+9FFF begins there, whole.
  @inline(__always)
  fileprivate func isIdeograph(at offset: Int) -> Bool {
    guard offset + 3 < count else { return false }
    let lead = self[offset]
    return (0xE5...0xE9).contains(lead) || (lead == 0xE4 && self[offset + 1] >= 0xB8)
  }

  /// Whether what begins there surely is no mark: ASCII, Han, full-width forms, CJK punctuation.
  @inline(__always)
  fileprivate func joinsNothing(at offset: Int) -> Bool {
    let lead = self[offset]
    if lead < 0x80 || (0xE4...0xE9).contains(lead) { return true }
    guard offset + 2 < count else { return false }
    return (lead == 0xEF && self[offset + 1] == 0xBC)
      || (lead == 0xE3 && self[offset + 1] == 0x80 && self[offset + 2] < 0xA0)
  }
}

extension WidthPolicy {
  /// A cluster of one code point.
  func drawn(_ only: ScannedScalar) -> DrawnCluster {
    var glyph = Glyph(lacks.substitute(for: only.scalar) ?? only.scalar)
    var cells = cells(only.scalar, only.properties.width)
    switch only.properties.clusterBreak {
    case .control, .carriageReturn, .lineFeed:
      glyph = .blank
      cells = only.scalar.isControlCharacter ? 1 : 0
    case .regionalIndicator:
      let letter = only.scalar.value - 0x1F1E6 + 0xFF21
      glyph = Glyph(Unicode.Scalar(letter) ?? .geta)
      cells = 2
    case .extend where lacks.contains(.halfwidthSoundMarks) && only.scalar.isHalfwidthSoundMark:
      glyph = .blank  // it would join what stands to its left
    default:
      if cells == 0 || only.scalar == Self.wideMarker { glyph = .blank }
    }
    return DrawnCluster(
      byteCount: only.length, cells: cells, glyph: glyph, glyphCells: cells, first: only.scalar,
      properties: only.properties, isCompound: false)
  }

  /// A cluster of more than one code point.
  func drawnCompound(in bytes: Span<UInt8>, _ range: Range<Int>) -> DrawnCluster {
    var form = CompoundForm(self)
    var offset = range.lowerBound
    while offset < range.upperBound {
      let next = ScannedScalar(in: bytes, at: offset)
      form.append(next)
      offset += next.length
    }
    let first = ScannedScalar(in: bytes, at: range.lowerBound)
    let (glyph, glyphCells) = form.drawn
    return DrawnCluster(
      byteCount: range.count, cells: min(2, form.cells), glyph: glyph, glyphCells: glyphCells,
      first: first.scalar, properties: first.properties, isCompound: true)
  }
}

extension Unicode.Scalar {
  /// Whether it is a control of C0 or C1, which no terminal is sent.
  package var isControlCharacter: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}
