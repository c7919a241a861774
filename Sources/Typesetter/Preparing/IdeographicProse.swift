import UnicodeTables

/// The codes of ideographic prose: Han from U+4E00 to U+9FFF with its stops, brackets and quotes.
///
/// Lines end in it before every character that is no closing mark and does not follow an opening one;
/// on nothing else does it depend. The rules of UAX #14 say so (LB13, LB14, LB31); a test holds it
/// against them.
struct IdeographicProse {
  /// The codes of five characters of Han and of the start of another, none after an opening mark.
  private let ideographs: SixteenBytes
  /// That of Han after an opening mark.
  private let bound = ClusterCode(cells: 2, .ideograph)
  /// The codes of the marks in U+3000–303F, U+FF00–FF3F and U+2000–203F, as they are after Han.
  ///
  /// A line may end before those that open, alone; `rest` stands for what is no mark, or one that has
  /// to be asked about.
  private let marks: [ClusterCode]

  init(_ rules: SettingRules) {
    ideographs = SixteenBytes(repeating: rules.ideograph.bits, 0, 0)
    marks = Self.marks(rules.typography)
  }

  /// Sets the codes of the prose that goes on at `start`, after an anchor; gives where it ends, after an
  /// anchor again or at the end of the text.
  func set(_ galley: Galley, from start: Int) -> Int {
    var end = unsafe setIdeographs(galley, from: start)
    var (offset, isBound) = (end, false)
    while let mark = unsafe mark(at: offset, galley) {
      unsafe galley.setThree(isBound ? mark.unbroken : mark, at: offset)
      isBound = mark.breakBefore == .allowed
      offset &+= 3
      let next = unsafe setIdeographs(galley, from: offset)
      if next == offset { continue }
      if isBound { galley.set(bound, at: offset) }
      (offset, end, isBound) = (next, next, false)
    }
    if offset == galley.count { return offset }  // no rule asks what ends the text
    if unsafe galley.joinsNothing(at: end) { return end }
    repeat { end &-= 3 } while unsafe !galley.isIdeograph(at: end &- 3)
    return end
  }

  /// Sets the codes of the Han that begins at a place, and gives its end.
  @unsafe @inline(__always)
  private func setIdeographs(_ galley: Galley, from start: Int) -> Int {
    var offset = start
    while true {
      let (here, before) = unsafe (galley.sixteen(at: offset), galley.sixteen(at: offset &- 1))
      unsafe galley.set(ideographs, at: offset)
      // A lead is E4 to E9, and what follows E4 is not below B8.
      let isLow = before.equal(0xE4) & here.within(0x80, 0xB7)
      let isHan = here.within(Self.leasts, span: Self.spans) & isLow.inverse
      let others = (isHan.inverse.bits & 0x7FFF)
      if others == 0 {
        offset &+= 15
        continue
      }
      return offset &+ (others.trailingZeroBitCount &* 11) >> 5 &* 3
    }
  }

  /// What is taken from each of five characters, and what may then be left: only leads are looked at.
  private static var leasts: SixteenBytes { SixteenBytes(repeating: 0xE4, 0, 0) }
  private static var spans: SixteenBytes { SixteenBytes(repeating: 0x05, 0xFF, 0xFF) }

  /// The code of the mark that begins at a place, if one does.
  @unsafe @inline(__always)
  private func mark(at offset: Int, _ galley: Galley) -> ClusterCode? {
    let four = unsafe galley.four(at: offset)
    let row: UInt32
    switch four & 0xFFFF {
    case 0x80E3: row = 0
    case 0xBCEF: row = 64
    case 0x80E2: row = 128
    default: return nil
    }
    let code = marks[Int(row | four >> 16 & 0x3F)]
    return code.isRest ? nil : code
  }
}

extension IdeographicProse {
  /// See the property.
  private static func marks(_ typography: Typography) -> [ClusterCode] {
    guard typography.isIdeographic, typography.prohibition >= .basic else {
      return Array(repeating: .rest, count: 192)
    }
    let isWide = typography.widensQuotes || typography.widths.cells(ofScalar: "“") == 2
    let stretches: [Range<UInt32>] = [0x3000..<0x3040, 0xFF00..<0xFF40, 0x2000..<0x2040]
    return stretches.flatMap {
      $0.map { scalar -> ClusterCode in
        guard let opens = opens(scalar) else { return .rest }
        let isNarrow = scalar < 0x3000 && !isWide
        return ClusterCode(
          cells: isNarrow ? 1 : 2, isNarrow ? .letter : opens ? .opening : .closing,
          breakBefore: opens ? .allowed : .prohibited)
      }
    }
  }

  /// Whether a mark opens, or else closes; nil for what is no mark or depends on its neighbours.
  private static func opens(_ scalar: UInt32) -> Bool? {
    switch scalar {
    case 0x201C: return true
    case 0x201D, 0xFF1A, 0xFF1B: return false
    case 0x2000..<0x2040: return nil
    default: break
    }
    let traits = Marks.traits(of: scalar)
    return traits.contains(.chinese) ? traits.contains(.opens) : nil
  }
}

extension ClusterCode {
  /// The same where no line may end before it.
  @inline(__always)
  fileprivate var unbroken: ClusterCode { ClusterCode(bits: bits & ~Self.breakBits) }
}
