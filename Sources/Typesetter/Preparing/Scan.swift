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
    while true {
      switch scanner.nextRun(in: bytes) {
      case .letters(let count):
        appendLetters(bytes, offset..<offset + count)
        offset += count
      case .ideographs(let count):
        appendIdeographs(bytes, offset..<offset + 3 * count, typography)
        offset += 3 * count
      case nil:
        guard let cluster = scanner.next(in: bytes) else { return }
        append(cluster, in: bytes, at: offset, typography)
        offset += cluster.byteCount
      }
    }
  }

  private mutating func append(
    _ cluster: DrawnCluster, in bytes: Span<UInt8>, at offset: Int, _ typography: Typography
  ) {
    clusters.append(PreparedCluster(cluster, offset: offset))
    if cluster.isCompound {
      appendUnits(of: bytes, offset..<offset + cluster.byteCount)
    } else {
      appendUnit(cluster, typography)
    }
  }

  /// Letters of one word: the rules see no more of them than of one.
  private mutating func appendLetters(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    if units.last?.isLetter != true { appendRunUnit(bytes, range.lowerBound) }
    clusters.append(addingCapacity: range.count) { output in
      for offset in range {
        output.append(PreparedCluster(letter: bytes[offset], offset: offset))
      }
    }
  }

  /// Ideographs between which lines may end: the rules see no more of them than of one.
  private mutating func appendIdeographs(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ typography: Typography
  ) {
    let parting = Self.parting(typography)
    let isContinued = units.last?.isIdeograph == true
    if !isContinued { appendRunUnit(bytes, range.lowerBound) }
    var breakBefore = isContinued ? parting : .prohibited
    clusters.append(addingCapacity: range.count / 3) { output in
      for offset in stride(from: range.lowerBound, to: range.upperBound, by: 3) {
        let ideograph = Self.ideograph(bytes[offset], bytes[offset + 1], bytes[offset + 2])
        output.append(
          PreparedCluster(ideograph: ideograph, offset: offset, breakBefore: breakBefore))
        breakBefore = parting
      }
    }
  }

  /// The code point of three bytes of UTF-8.
  @inline(__always)
  private static func ideograph(_ lead: UInt8, _ second: UInt8, _ third: UInt8) -> Unicode.Scalar {
    let value = UInt32(lead & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  private mutating func appendRunUnit(_ bytes: Span<UInt8>, _ offset: Int) {
    let first = bytes.scalar(at: offset).scalar
    units.append(first, ScalarProperties(of: first), cluster: clusters.count, startsCluster: true)
  }

  /// The break between two ideographs: Korean words keep theirs together.
  private static func parting(_ typography: Typography) -> PreparedCluster.Break {
    typography.tradition == .korean ? .prohibited : .allowed
  }

  private mutating func appendUnit(_ cluster: DrawnCluster, _ typography: Typography) {
    if joinsRun(cluster, typography) { return }
    units.append(
      cluster.first, cluster.properties, cluster: clusters.count - 1, startsCluster: true)
    if typography.isIdeographic, DisplayForm.mayDiffer(cluster.first) {
      marks.append(Mark(cluster: clusters.count - 1, unit: units.count - 1))
    }
  }

  /// Whether the rules see no more of a cluster than of the letters or ideographs before it.
  private mutating func joinsRun(_ cluster: DrawnCluster, _ typography: Typography) -> Bool {
    guard let last = units.last else { return false }
    if last.isLetter { return Marks.isLetter(cluster.first.value) }
    guard last.isIdeograph, cluster.properties.lineBreak == .id,
      BreakUnit.isIdeograph(cluster.first.value)
    else { return false }
    clusters[clusters.count - 1].breakBefore = Self.parting(typography)
    return true
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

  /// Hands the clusters on, so that they are not copied when they change.
  mutating func releaseClusters() -> [PreparedCluster] {
    defer { clusters = [] }
    return clusters
  }

  /// Code points of UTF-8 text, at least as many as it has clusters.
  private static func scalarCount(_ bytes: Span<UInt8>) -> Int {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }  // the compiler makes it wide
    }
  }
}
