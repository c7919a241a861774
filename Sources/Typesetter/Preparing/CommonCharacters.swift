import UnicodeTables

/// What the scanner needs of a code point, looked up once for those that most punctuation is made of.
struct CommonCharacter {
  /// The unit that it becomes, at no place yet.
  let unit: BreakUnit
  /// Its cells.
  let width: ScalarProperties.Width
  /// Whether it is a cluster by itself unless a mark follows.
  let isPlain: Bool
  /// Whether its form may depend on its neighbours.
  let mayDiffer: Bool

  /// The entry of a code point, nil where there is none.
  ///
  /// - Complexity: O(1).
  @inline(__always)
  static func entry(of scalar: UInt32) -> CommonCharacter? {
    switch scalar {
    case 0..<0x80: table[Int(scalar)]
    case 0x2010..<0x2040: table[Int(scalar - 0x2010 + 0x80)]
    case 0x3000..<0x3020: table[Int(scalar - 0x3000 + 0xB0)]
    case 0xFF00..<0xFF20: table[Int(scalar - 0xFF00 + 0xD0)]
    default: nil
    }
  }

  private static let table: [CommonCharacter] = [
    0..<0x80, 0x2010..<0x2040, 0x3000..<0x3020, 0xFF00..<0xFF20,
  ].flatMap { $0.map { CommonCharacter(Unicode.Scalar(UInt32($0)) ?? " ") } }

  private init(_ scalar: Unicode.Scalar) {
    let properties = ScalarProperties(of: scalar)
    var unit = BreakUnit(scalar.value, properties, offset: 0, startsCluster: true)
    let isBlank = Scan.isBlank(scalar.value, properties.lineBreak, isCompound: false)
    if isBlank { unit.traits.insert(.blank) }
    let isMark = properties.lineBreak == .cm || properties.lineBreak == .zwj
    let endsLine =
      switch properties.lineBreak {
      case .bk, .cr, .lf, .nl, .ri: true
      default: false
      }
    self.unit = unit
    width = properties.width
    isPlain = properties.isPlain && !isMark && !endsLine
    mayDiffer = DisplayForm.mayDiffer(scalar.value)
  }
}
