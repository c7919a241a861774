import UnicodeTables

/// A paragraph as it is read: its clusters, and what the rules of line breaking see of it.
struct Scan {
  /// The clusters, not yet told where lines may break.
  var clusters: [PreparedCluster] = []
  /// The units of line breaking, in order.
  var units: [BreakUnit] = []
  /// Marks whose form depends on their neighbours.
  private(set) var marks: [Mark] = []

  /// A cluster that is one mark, with its unit.
  struct Mark {
    let cluster: Int
    let unit: Int
  }

  /// Cuts a text into clusters and units.
  ///
  /// - Complexity: O(*n*) in the length of `bytes`.
  init(_ bytes: Span<UInt8>, _ typography: Typography) {
    let count = Self.scalarCount(bytes)
    clusters.reserveCapacity(count)
    units.reserveCapacity(count)
    var scanner = ClusterScanner(typography.widths)
    var offset = 0
    while let cluster = scanner.next(in: bytes) {
      clusters.append(PreparedCluster(cluster, offset: offset))
      if cluster.isCompound {
        appendUnits(of: bytes, offset..<offset + cluster.byteCount)
      } else {
        appendUnit(cluster, isIdeographic: typography.isIdeographic)
      }
      offset += cluster.byteCount
    }
  }

  private mutating func appendUnit(_ cluster: DrawnCluster, isIdeographic: Bool) {
    units.append(
      cluster.first, cluster.properties, cluster: clusters.count - 1, startsCluster: true)
    if isIdeographic, DisplayForm.mayDiffer(cluster.first) {
      marks.append(Mark(cluster: clusters.count - 1, unit: units.count - 1))
    }
  }

  private mutating func appendUnits(of bytes: Span<UInt8>, _ range: Range<Int>) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (scalar, length) = bytes.scalar(at: offset)
      units.append(
        scalar, ScalarProperties(of: scalar), cluster: clusters.count - 1,
        startsCluster: offset == range.lowerBound)
      offset += length
    }
  }

  /// Code points of UTF-8 text, at least as many as it has clusters.
  private static func scalarCount(_ bytes: Span<UInt8>) -> Int {
    var count = 0
    for index in bytes.indices where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
