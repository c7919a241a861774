public import UnicodeTables

/// One cluster of a prepared paragraph.
public struct PreparedCluster: Hashable, Sendable {
  /// Whether a line may end before a cluster.
  public enum Break: UInt8, Sendable {
    case prohibited
    case allowed
    /// Allowed, and the line then ends with a drawn hyphen of one cell (soft hyphen).
    case hyphenated
    case mandatory
  }

  /// What a cluster is to its neighbours when a line is broken in need or stretched.
  package enum Role: UInt8, Sendable {
    /// Part of a word or number set in narrow characters.
    case letter
    /// A wide character that stands alone.
    case ideograph
    /// An opening bracket or quote as wide as an ideograph.
    case opening
    /// A stop, closing bracket or quote as wide as an ideograph.
    case closing
    /// A mark between two names or numbers: · ～ /
    case connector
    /// Part of ——, …… or a full-width word, never parted from its like.
    case joined
    case space
  }

  /// What else is known of it.
  struct Traits: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    /// No line begins with it.
    static let startsNoLine = Traits(rawValue: 1)
    /// No line ends with it.
    static let endsNoLine = Traits(rawValue: 2)
    /// The break before it is legal, and better avoided.
    static let breaksPoorly = Traits(rawValue: 4)
  }

  /// What is drawn.
  public private(set) var glyph: Glyph
  private let start: UInt32
  private let length: UInt32
  private var allCells: UInt8
  private var inkCells: UInt8
  private var blankCells: UInt8 = 0
  /// Whether a line may end before this cluster.
  public internal(set) var breakBefore = Break.prohibited
  /// What it is to its neighbours.
  package internal(set) var role: Role
  /// What else is known of it.
  var traits: Traits = []

  /// The first byte in the paragraph.
  public var offset: Int { Int(start) }
  /// Its length in bytes.
  public var byteCount: Int { Int(length) }
  /// The cells it takes, the blank of a curly quote set in two included; 0 for what is not drawn.
  public var cells: Int { Int(allCells) }
  /// Blank cells before the glyph: 1 for an opening curly quote in CJK text at ambiguous width 1.
  public var leadingBlank: Int { Int(blankCells) }
  /// The cells of the glyph alone, 0 to 2.
  public var glyphCells: Int { Int(inkCells) }
  /// Whether it is a blank that hangs at a line end and stretches inside one.
  public var isSpace: Bool { role == .space }

  /// A cluster as it was found; offsets are below 4 GiB.
  init(_ drawn: DrawnCluster, offset: Int) {
    glyph = drawn.glyph
    start = UInt32(truncatingIfNeeded: offset)
    length = UInt32(truncatingIfNeeded: drawn.byteCount)
    allCells = UInt8(drawn.cells)
    inkCells = UInt8(drawn.glyphCells)
    role = drawn.isBlank ? .space : drawn.cells == 2 ? .ideograph : .letter
  }

  /// An ideograph of three bytes and two cells.
  init(ideograph: Unicode.Scalar, offset: Int, breakBefore: Break) {
    glyph = Glyph(ideograph)
    start = UInt32(truncatingIfNeeded: offset)
    length = 3
    (allCells, inkCells) = (2, 2)
    self.breakBefore = breakBefore
    role = .ideograph
  }

  /// A letter of one byte and one cell.
  init(letter: UInt8, offset: Int) {
    glyph = Glyph(Unicode.Scalar(letter))
    start = UInt32(truncatingIfNeeded: offset)
    length = 1
    (allCells, inkCells) = (1, 1)
    role = .letter
  }

  /// Draws a full-width form in two cells.
  mutating func redraw(as form: Unicode.Scalar) {
    glyph = Glyph(form)
    (allCells, inkCells) = (2, 2)
  }

  /// Gives a mark of one cell a blank, before or after it.
  mutating func setInTwoCells(blankFirst: Bool) {
    guard allCells == 1 else { return }
    allCells = 2
    blankCells = blankFirst ? 1 : 0
  }
}

extension DrawnCluster {
  /// Whether it is a blank that may hang at a line end, or ends the line itself.
  fileprivate var isBlank: Bool {
    switch properties.lineBreak {
    case .sp: !isCompound
    case .bk, .cr, .lf, .nl: true
    case .ba: first.isBreakingBlank && !isCompound
    default: false
    }
  }
}

extension Unicode.Scalar {
  /// A blank of fixed width after which a line may end, or a tab.
  fileprivate var isBreakingBlank: Bool {
    switch value {
    case 0x09, 0x1680, 0x2000...0x200A, 0x205F, 0x3000: true
    default: false
    }
  }
}
