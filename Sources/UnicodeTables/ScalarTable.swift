/// The properties of every code point, as a table of three stages.
///
/// A code point's upper bits give a block of 128, equal blocks being stored once; its lower seven
/// bits give a place in the block, which holds the number of one of at most 128 records. The stages
/// are string literals because those compile at once and cost nothing at start.
enum ScalarTable {
  /// Code points of a block, a power of two.
  static let blockSize = 128
  /// Bytes of a record.
  static let recordSize = 3
  /// The first code point that does not exist.
  static let limit: UInt32 = 0x11_0000

  /// The properties of a code point; of what is none, those of an unassigned one.
  ///
  /// - Complexity: O(1).
  @inline(__always)
  static func properties(of value: UInt32) -> ScalarProperties {
    let value = Int(value < limit ? value : 0xFFFF)
    let number = value / blockSize * 2
    let block =
      Int(Bytes(blockNumbers)[number]) * 64 + Int(Bytes(blockNumbers)[number + 1]) - 0x20 * 65
    let record = Int(Bytes(recordNumbers)[block * blockSize + value % blockSize]) * recordSize
    return ScalarProperties(
      traits: Bytes(records)[record], lineBreak: Bytes(records)[record + 1],
      clusterBreak: Bytes(records)[record + 2])
  }
}

/// The bytes of a string literal, read through a checked subscript.
package struct Bytes {
  @usableFromInline let literal: StaticString

  /// The bytes of `literal`.
  @inlinable @inline(__always)
  package init(_ literal: StaticString) { self.literal = literal }

  /// How many there are.
  @inlinable @inline(__always)
  package var count: Int { literal.utf8CodeUnitCount }

  /// The byte at an index from 0.
  @inlinable @inline(__always)
  package subscript(index: Int) -> UInt8 {
    precondition(index >= 0 && index < count, "outside the table")
    return unsafe literal.utf8Start[index]
  }
}
