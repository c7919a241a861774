import UnicodeTables

/// A stretch of text as it is read: what the rules of line breaking see of it, beside a code for each
/// byte.
struct Scan {
  /// The units of line breaking, in order.
  var units: [BreakUnit] = []
  /// Units of marks whose form depends on their neighbours.
  private(set) var marks: [Int] = []
  /// Whether some line must end inside the text.
  private(set) var hasMandatoryBreak = false
  /// Whether a blank follows a blank.
  private(set) var hasBlankRun = false
  let rules: SettingRules

  /// Prepares to read paragraphs.
  init(_ rules: SettingRules) { self.rules = rules }

  /// Makes `codes` those of a text, as the rules say.
  ///
  /// - Complexity: O(*n*) in the length of `bytes`.
  mutating func rule(_ bytes: Span<UInt8>, to codes: inout [ClusterCode]) {
    codes.removeAll(keepingCapacity: true)
    codes.append(contentsOf: repeatElement(.rest, count: bytes.count))
    var codes = codes.mutableSpan
    read(bytes, to: &codes)
    if rules.isIdeographic {
      if !marks.isEmpty { DisplayForm.apply(rules.typography, marks, to: &units, &codes) }
      Tailoring.apply(rules.typography, to: &units)
    }
    Opportunities.mark(units, rules, on: &codes)
  }

  /// Cuts a text into clusters and units; `codes`, all of them `rest` before, become those of its
  /// clusters, without the breaks that the rules decide.
  ///
  /// - Complexity: O(*n*) in the length of `bytes`.
  private mutating func read(_ bytes: Span<UInt8>, to codes: inout MutableSpan<ClusterCode>) {
    units.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
    (hasMandatoryBreak, hasBlankRun) = (false, false)
    var offset = 0
    while offset < bytes.count { offset = appendCluster(bytes, at: offset, to: &codes) }
  }

  /// One cluster; returns its end.
  private mutating func appendCluster(
    _ bytes: Span<UInt8>, at offset: Int, to codes: inout MutableSpan<ClusterCode>
  ) -> Int {
    let (first, length) = bytes.scalar(at: offset)
    if let common = CommonCharacter.entry(of: first.value), common.isPlain,
      bytes.beginsCluster(at: offset + length)
    {
      append(common, at: offset, to: &codes)
      return offset + length
    }
    let properties = ScalarProperties(of: first)
    if properties.isPlain, bytes.beginsCluster(at: offset + length) {
      let cells = rules.typography.widths.cells(first, properties)
      append(first.value, properties, cells, at: offset, isCompound: false, to: &codes)
      return offset + length
    }
    var scanner = ClusterScanner(rules.typography.widths, from: offset)
    guard let cluster = scanner.next(in: bytes) else { return bytes.count }
    append(
      first.value, properties, cluster.cells, at: offset, isCompound: cluster.isCompound,
      to: &codes)
    if cluster.isCompound {
      appendMarks(bytes, offset + length..<offset + cluster.byteCount, of: offset)
    }
    return offset + cluster.byteCount
  }

  /// A cluster of one usual mark, blank, letter or digit.
  private mutating func append(
    _ common: CommonCharacter, at offset: Int, to codes: inout MutableSpan<ClusterCode>
  ) {
    var unit = common.unit
    let cells =
      switch common.width {
      case .zero: 0
      case .one: 1
      case .two: 2
      case .ambiguous:
        Unicode.Scalar(unit.scalar).map(rules.typography.widths.cells(ofScalar:)) ?? 1
      }
    let isBlank = unit.traits.contains(.blank)
    if isBlank { noteBlank() }
    if cells > 0 || isBlank {
      codes[offset] = ClusterCode(
        cells: cells, isBlank ? .space : cells == 2 ? .ideograph : .letter)
    }
    if cells == 0 { unit.traits.insert(.unseen) }
    unit.move(to: offset)
    units.append(unit)
    if common.mayDiffer, rules.isIdeographic { marks.append(units.count - 1) }
  }

  private mutating func append(
    _ first: UInt32, _ properties: ScalarProperties, _ cells: Int, at offset: Int,
    isCompound: Bool, to codes: inout MutableSpan<ClusterCode>
  ) {
    let lineBreak = properties.lineBreak
    let isBlank = Self.isBlank(first, lineBreak, isCompound: isCompound)
    if cells > 0 || isBlank {
      codes[offset] = ClusterCode(
        cells: cells, isBlank ? .space : cells == 2 ? .ideograph : .letter)
    }
    if !isCompound, lineBreak == .id, BreakUnit.isIdeograph(first),
      units.last?.isIdeograph == true
    {
      codes[offset] = rules.ideograph
      return
    }
    if isBlank { noteBlank() }
    guard units.append(first, properties, offset: offset, startsCluster: true) else { return }
    if isBlank { units[units.count - 1].traits.insert(.blank) }
    if cells == 0 { units[units.count - 1].traits.insert(.unseen) }
    switch lineBreak {
    case .bk, .cr, .lf, .nl: hasMandatoryBreak = true
    default: break
    }
    if rules.isIdeographic, !isCompound, DisplayForm.mayDiffer(first) {
      marks.append(units.count - 1)
    }
  }

  /// Takes note of a blank that comes next, if what came last that is drawn was one too.
  private mutating func noteBlank() {
    if units.last(where: { !$0.traits.contains(.unseen) })?.traits.contains(.blank) == true {
      hasBlankRun = true
    }
  }

  /// The other code points of a cluster.
  private mutating func appendMarks(_ bytes: Span<UInt8>, _ range: Range<Int>, of cluster: Int) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (scalar, length) = bytes.scalar(at: offset)
      units.append(
        scalar.value, ScalarProperties(of: scalar), offset: cluster, startsCluster: false)
      offset += length
    }
  }

  /// Whether a cluster is a blank that may hang at a line end, or ends the line itself.
  static func isBlank(
    _ first: UInt32, _ lineBreak: LineBreakClass, isCompound: Bool
  ) -> Bool {
    switch lineBreak {
    case .sp: !isCompound
    case .bk, .cr, .lf, .nl: true
    case .ba: isBreakingBlank(first) && !isCompound
    default: false
    }
  }

  /// A blank of fixed width after which a line may end, or a tab.
  private static func isBreakingBlank(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x1680, 0x2000...0x200A, 0x205F, 0x3000: true
    default: false
    }
  }
}

extension Span where Element == UInt8 {
  /// Whether what stands at `offset`, after a plain character, begins a cluster of its own.
  fileprivate func beginsCluster(at offset: Int) -> Bool {
    guard offset < count else { return true }
    let lead = self[offset]
    if lead < 0x80 || lead &- 0xE4 <= 5 { return true }
    switch ScalarProperties(of: scalar(at: offset).scalar).clusterBreak {
    case .extend, .nonJoiner, .linker, .joiner, .spacingMark: return false
    default: return true
    }
  }
}
