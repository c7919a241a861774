import UnicodeTables

/// What the rules of line breaking see of a text: a code point with the marks that follow it (LB9),
/// or a run of letters or ideographs that part from others as one would.
struct BreakUnit {
  /// What else the rules ask of it.
  struct Traits: OptionSet {
    let rawValue: UInt16

    /// It is the first of a grapheme cluster; before others no line can end.
    static let startsCluster = Traits(rawValue: 0x01)
    /// The second regional indicator of a flag (LB30a).
    static let endsFlag = Traits(rawValue: 0x02)
    /// East_Asian_Width is Fullwidth, Wide or Halfwidth.
    static let eastAsian = Traits(rawValue: 0x04)
    /// A quotation mark that opens, by its General_Category.
    static let initialQuote = Traits(rawValue: 0x08)
    /// A quotation mark that closes.
    static let finalQuote = Traits(rawValue: 0x10)
    /// Unassigned, and set aside for emoji.
    static let reservedPictograph = Traits(rawValue: 0x20)
    /// A zero width joiner is the last of its marks.
    static let endsJoined = Traits(rawValue: 0x40)
    /// Part of the mark before it, as the second of —— and …… is.
    static let glued = Traits(rawValue: 0x80)
    /// A blank that hangs at a line end.
    static let blank = Traits(rawValue: 0x100)
    /// Inside a run: the break before it is known.
    static let settled = Traits(rawValue: 0x400)
    /// Not drawn: it takes no cell.
    static let unseen = Traits(rawValue: 0x200)
  }

  /// The code point, in the form in which it is drawn; of a run, the first.
  var scalar: UInt32
  /// The first byte of the cluster it is in.
  private(set) var offset: UInt32
  /// Its class, as the tradition has it.
  var lineBreak: LineBreakClass
  /// What typesetting knows of it, if it is a mark.
  let marks: Marks.Traits
  /// What else the rules ask.
  var traits: Traits

  /// The unit that a code point begins.
  init(_ scalar: UInt32, _ properties: ScalarProperties, offset: Int, startsCluster: Bool) {
    self.scalar = scalar
    self.offset = UInt32(truncatingIfNeeded: offset)
    lineBreak = properties.lineBreak == .cj ? .ns : properties.lineBreak
    traits = Traits(rawValue: UInt16(properties.lineBreakTraits))  // the same bits
    if startsCluster { traits.insert(.startsCluster) }
    marks = Marks.traits(of: scalar)
  }

  /// The unit of a run.
  init(run scalar: UInt32, _ lineBreak: LineBreakClass, isEastAsian: Bool, offset: Int) {
    self.scalar = scalar
    self.offset = UInt32(truncatingIfNeeded: offset)
    self.lineBreak = lineBreak
    traits = isEastAsian ? [.startsCluster, .eastAsian] : .startsCluster
    marks = []
  }

  /// The same unit at another place.
  mutating func move(to offset: Int) { self.offset = UInt32(truncatingIfNeeded: offset) }

  /// Shows a code point in another form, to the rules too.
  mutating func redraw(as form: Unicode.Scalar) {
    let shown = BreakUnit(
      form.value, ScalarProperties(of: form), offset: Int(offset),
      startsCluster: traits.contains(.startsCluster))
    self = shown
  }

  /// Whether it is an ASCII letter without marks, or a run of them.
  var isLetter: Bool {
    lineBreak == .al && Marks.isLetter(scalar) && !traits.contains(.endsJoined)
  }

  /// Whether it is an ASCII digit without marks, or a run that ends with one.
  var isDigit: Bool { lineBreak == .nu && Marks.isDigit(scalar) && !traits.contains(.endsJoined) }

  /// Whether it is an ideograph or kana as most are, or a run of them, parting anywhere.
  var isIdeograph: Bool {
    lineBreak == .id && Self.isIdeograph(scalar) && !traits.contains(.endsJoined)
  }

  /// Whether a code point of class ID is no mark that a tradition treats in another way.
  static func isIdeograph(_ scalar: UInt32) -> Bool { (0x3041...0x9FFF).contains(scalar) }

  /// Whether it is a syllable of Hangul.
  var isHangul: Bool { lineBreak == .h2 || lineBreak == .h3 }

  /// Whether it is wide, full-width or half-width.
  var isEastAsian: Bool { traits.contains(.eastAsian) }
}

extension [BreakUnit] {
  /// Adds a code point: to the unit before it if it is a mark (LB9), else as one of its own.
  ///
  /// Returns whether it became a unit.
  @discardableResult
  mutating func append(
    _ scalar: UInt32, _ properties: ScalarProperties, offset: Int, startsCluster: Bool
  ) -> Bool {
    var unit = BreakUnit(scalar, properties, offset: offset, startsCluster: startsCluster)
    switch unit.lineBreak {
    case .cm, .zwj:
      if attach(unit.lineBreak) { return false }
      unit.traits.remove(.eastAsian)  // LB10: as if it were a letter
      if unit.lineBreak == .zwj { unit.traits.insert(.endsJoined) }
      unit.lineBreak = .al
    case .ri:
      if let last, last.lineBreak == .ri, !last.traits.contains(.endsFlag) {
        unit.traits.insert(.endsFlag)
      }
    default: break
    }
    append(unit)
    return true
  }

  /// Makes a mark part of the last unit, if that takes any.
  private mutating func attach(_ mark: LineBreakClass) -> Bool {
    guard let last, last.lineBreak.takesMarks else { return false }
    if mark == .zwj {
      self[count - 1].traits.insert(.endsJoined)
    } else {
      self[count - 1].traits.remove(.endsJoined)
    }
    return true
  }
}

extension LineBreakClass {
  /// Whether a mark after it is a part of it (LB9).
  fileprivate var takesMarks: Bool {
    switch self {
    case .bk, .cr, .lf, .nl, .sp, .zw: false
    default: true
    }
  }
}
