/// What filling and stretching ask of a cluster, in one byte: its cells, the break before it, its role.
///
/// A prepared text holds such a code for each of its bytes: at the first byte of a cluster the
/// cluster's own, at the others `rest`. A cluster that is not drawn and begins no line counts to the
/// one before it.
struct ClusterCode: Hashable {
  /// Cells in bits 0 and 1, the break in 2 and 3, the role in 4 to 6, whether it is poor in 7.
  private(set) var bits: UInt8

  /// The code of a byte at which nothing begins.
  static let rest = ClusterCode(bits: 0)
  /// A letter within a word, a blank within a line, and a letter that a line may begin with.
  static let plainLetter = ClusterCode(cells: 1, .letter)
  static let plainBlank = ClusterCode(cells: 1, .space)
  static let plainWordStart = ClusterCode(cells: 1, .letter, breakBefore: .allowed)
  /// An ideograph that a line may begin with.
  static let plainIdeograph = ClusterCode(cells: 2, .ideograph, breakBefore: .allowed)
  /// The bits that hold the cells.
  static let cellBits: UInt8 = 0x03
  /// The bits that hold the break; all are set where it is mandatory.
  static let breakBits: UInt8 = 0x0C

  @inline(__always)
  init(bits: UInt8) { self.bits = bits }

  /// A cluster of 0 to 2 cells.
  @inline(__always)
  init(
    cells: Int, _ role: PreparedCluster.Role,
    breakBefore: PreparedCluster.Break = .prohibited
  ) {
    bits = UInt8(truncatingIfNeeded: cells) | role.rawValue << 4 | breakBefore.rawValue << 2
  }

  /// The cells it takes, 0 to 2.
  @inline(__always)
  var cells: Int {
    get { Int(bits & Self.cellBits) }
    set { bits = bits & ~Self.cellBits | UInt8(truncatingIfNeeded: newValue) }
  }

  /// Whether a line may end before it.
  @inline(__always)
  var breakBefore: PreparedCluster.Break {
    get { PreparedCluster.Break(rawValue: bits >> 2 & 0x03) ?? .prohibited }
    set { bits = bits & ~Self.breakBits | newValue.rawValue << 2 }
  }

  /// What it is to its neighbours.
  @inline(__always)
  var role: PreparedCluster.Role {
    get { PreparedCluster.Role(rawValue: bits >> 4 & 0x07) ?? .letter }
    set { bits = bits & 0x8F | newValue.rawValue << 4 }
  }

  /// Whether the break before it is legal, and better avoided.
  @inline(__always)
  var breaksPoorly: Bool {
    get { bits & 0x80 != 0 }
    set { bits = newValue ? bits | 0x80 : bits & 0x7F }
  }

  /// Whether no cluster begins there.
  @inline(__always)
  var isRest: Bool { bits == 0 }

  /// Whether it is a blank that hangs at a line end and stretches inside one.
  @inline(__always)
  var isSpace: Bool { bits & 0x70 == PreparedCluster.Role.space.rawValue << 4 }
}
