/// Blank cells after a cluster of a justified line; taken out where the number is negative.
public struct Gap: Hashable, Sendable {
  /// The first byte of the cluster.
  public let cluster: Int
  /// The cells by which what follows is set further to the right.
  public let blanks: Int

  /// A gap of so many blanks after the cluster that begins at a byte.
  package init(cluster: Int, blanks: Int) { (self.cluster, self.blanks) = (cluster, blanks) }
}

extension PreparedText {
  /// The gaps by which `line` fills `cells` cells, in order.
  ///
  /// `cells` is the measure less the line's indent. The blanks fill the line to the cell, or there are
  /// none: where it has no place to stretch; where in ideographic text a single cell is spare or
  /// ideographs would part by more than two; where a word space would more than treble, and
  /// where ideographs would have to take up more than four cells among them.
  ///
  /// - Complexity: O(*n*) in the length of the line.
  public func stretch(_ line: SetLine, to cells: Int) -> [Gap] {
    var gaps: [Gap] = []
    stretch(line, to: cells, into: &gaps)
    return gaps
  }

  /// The same into an array that is emptied first, so that many lines need but one.
  public func stretch(_ line: SetLine, to cells: Int, into gaps: inout [Gap]) {
    stretch(line, to: cells, into: &gaps, inBits: true)
  }

  /// The same; unless `inBits`, even a short line is looked at cluster by cluster.
  @inline(__always)
  package func stretch(
    _ line: SetLine, to cells: Int, into gaps: inout [Gap], inBits: Bool
  ) {
    if !gaps.isEmpty { gaps.removeAll(keepingCapacity: true) }
    if line.squeeze > 0 { return squeeze(line, into: &gaps) }
    let spare = cells - line.width
    guard spare >= rules.leastSpare else { return }
    switch (rules.isIdeographic, inBits && LineBits.hold(line.bytes, of: codes.span)) {
    case (true, true): stretchIdeographic(line.bytes, spare, into: &gaps)
    case (true, false): stretchLongIdeographic(line.bytes, spare, into: &gaps)
    case (false, true): stretchWords(line.bytes, spare, into: &gaps)
    case (false, false): stretchLongWords(line.bytes, spare, into: &gaps)
    }
  }

  /// The most cells by which a word space grows: it becomes as wide as three.
  static let mostPerWordSpace = 2

  /// Shares out spare cells among the word spaces of a line, as evenly as can be.
  private func stretchWords(_ range: Range<Int>, _ spare: Int, into gaps: inout [Gap]) {
    guard var places = LineBits.wordSpaces(codes.span, range) else {
      return stretchLongWords(range, spare, into: &gaps)
    }
    let count = places.nonzeroBitCount
    guard spare <= Self.mostPerWordSpace * count else { return }
    var share = Share(spare, among: count)
    gaps.append(addingCapacity: count) { gaps in
      while places != 0 {
        let blanks = share.next()
        if blanks > 0 {
          gaps.append(
            Gap(cluster: range.lowerBound &+ places.trailingZeroBitCount, blanks: blanks))
        }
        places &= places &- 1
      }
    }
  }

  private func stretchIdeographic(_ range: Range<Int>, _ spare: Int, into gaps: inout [Gap]) {
    let bits = LineBits(codes.span, range)
    guard let blanks = Justification.share(spare, among: ranks(bits, from: range.lowerBound)) else {
      return
    }
    append(blanks, among: bits.ink, from: range.lowerBound, to: &gaps)
  }

  /// Writes the gaps before clusters of a set.
  @inline(__always)
  private func append(
    _ blanks: Justification.BlankBits, among clusters: UInt64, from start: Int,
    to gaps: inout [Gap]
  ) {
    var places = blanks.places
    while places != 0 {
      let place = places.trailingZeroBitCount
      let cluster = start + LineBits.preceding(place, in: clusters)
      gaps.append(Gap(cluster: cluster, blanks: blanks.blanks(at: place)))
      places &= places &- 1
    }
  }

  private func squeeze(_ line: SetLine, into gaps: inout [Gap]) {
    for place in squeezePlaces(line.bytes).prefix(line.squeeze).reversed() {
      if gaps.last?.cluster == place {
        gaps[gaps.count - 1] = Gap(cluster: place, blanks: -2)
      } else {
        gaps.append(Gap(cluster: place, blanks: -1))
      }
    }
  }
}
