import UnicodeTables

/// Blank cells after a cluster of a justified line; taken out where the number is negative.
public struct Gap: Hashable, Sendable {
  /// The first byte of the cluster.
  public let cluster: Int
  /// The cells by which what follows is set further to the right.
  public let blanks: Int
}

extension PreparedText {
  /// The gaps by which `line` fills `cells` cells, in order.
  ///
  /// `cells` is the measure less the line's indent. The blanks fill the line to the cell, or there are
  /// none: where it has no place to stretch; where in ideographic text a single cell is spare or
  /// ideographs would part by more than two; where a word space would more than double, and
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
    if !gaps.isEmpty { gaps.removeAll(keepingCapacity: true) }
    if line.squeeze > 0 { return squeeze(line, into: &gaps) }
    let spare = cells - line.width
    guard spare >= rules.leastSpare else { return }
    if rules.isIdeographic {
      stretchIdeographic(line.bytes, spare, into: &gaps)
    } else {
      stretchWords(line.bytes, spare, into: &gaps)
    }
  }

  /// Shares out spare cells among the word spaces of a line, one to each at most.
  private func stretchWords(_ range: Range<Int>, _ spare: Int, into gaps: inout [Gap]) {
    let codes = codes.span
    let spaces = codes.spaceCount(in: range)
    guard spare <= spaces else { return }
    var places = spaces
    if hasBlankRun {
      places = 0
      codes.forEachLastSpace(in: range) { _ in places += 1 }
      guard spare <= places else { return }
    }
    var share = Share(spare, among: places)
    codes.forEachLastSpace(in: range) { space in
      if share.next() > 0 { gaps.append(Gap(cluster: space, blanks: 1)) }
    }
  }

  private func stretchIdeographic(_ range: Range<Int>, _ spare: Int, into gaps: inout [Gap]) {
    var plan = Justification()
    forEachPlace(in: range) { cluster, rank in
      plan.count(rank)
      gaps.append(Gap(cluster: cluster, blanks: rank.rawValue))  // till the shares are known
    }
    guard plan.share(spare) else { return gaps.removeAll(keepingCapacity: true) }
    var kept = 0
    for place in gaps {
      let blanks = plan.nextBlanks(at: place.blanks)
      guard blanks > 0 else { continue }
      gaps[kept] = Gap(cluster: place.cluster, blanks: blanks)
      kept += 1
    }
    gaps.removeLast(gaps.count - kept)
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

  /// The places of a line where blanks may be put, each after a cluster, in order.
  private func forEachPlace(
    in range: Range<Int>, _ body: (_ cluster: Int, Justification.Rank) -> Void
  ) {
    let codes = codes.span
    var (left, leftOffset) = (ClusterCode.rest, range.lowerBound)
    for offset in range where codes[offset].cells > 0 {
      let right = codes[offset]
      if left.cells > 0, let rank = rank(left, leftOffset, right, offset) {
        body(leftOffset, rank)
      }
      (left, leftOffset) = (right, offset)
    }
  }

  @inline(__always)
  private func rank(
    _ left: ClusterCode, _ leftOffset: Int, _ right: ClusterCode, _ rightOffset: Int
  ) -> Justification.Rank? {
    switch (left.role, right.role) {
    case (_, .space), (.joined, .joined): nil
    case (.space, _): .wordSpace
    case (.letter, .ideograph), (.ideograph, .letter):
      isFigure(leftOffset, rightOffset) ? .besideMark : .scriptBoundary
    case (.letter, _), (_, .letter): nil
    case (.opening, _), (_, .closing), (.connector, _), (_, .connector): .besideMark
    case (.closing, _): hasBlankHalf(leftOffset) ? .outsideMark : .ideographs
    case (_, .opening): hasBlankHalf(rightOffset) ? .outsideMark : .ideographs
    default: .ideographs
    }
  }

  /// Whether a digit stands beside what it counts: 5月9日.
  private func isFigure(_ left: Int, _ right: Int) -> Bool {
    let bytes = text.utf8.span
    if bytes[left].isDigit { return Marks.isUnit(bytes.scalar(at: right).scalar.value) }
    return bytes[right].isDigit && Marks.isUnit(bytes.scalar(at: left).scalar.value)
  }

  /// Whether a mark's own half is blank: a quote set in two cells has a whole blank already.
  private func hasBlankHalf(_ offset: Int) -> Bool {
    !rules.setsQuotesBesideBlanks || !text.utf8.span.isCurlyQuote(at: offset)
  }
}

/// So many blanks among so many places, as evenly as whole cells allow, the odd ones spread over the
/// line.
struct Share {
  let blanks, places: Int
  /// What has come together for the next place, in parts of a blank as many as there are places.
  private var parts: Int

  init(_ blanks: Int, among places: Int) {
    (self.blanks, self.places) = (blanks, places)
    parts = places / 2
  }

  /// The blanks for the next place.
  mutating func next() -> Int {
    parts += blanks
    var given = 0
    while parts >= places {
      parts -= places
      given += 1
    }
    return given
  }
}

/// How the spare cells of an ideographic line are shared out.
///
/// Places of some ranks grow by so many blanks each, as long as there are any to give, step by step:
/// first where a blank is usual or unseen, then between the characters, last beside marks.
struct Justification {
  /// The kinds of places where a line can grow.
  enum Rank: Int {
    /// Between an ideograph and a Latin letter or a digit, but not within 5月9日.
    case scriptBoundary
    case wordSpace
    /// On the outer side of a mark whose own half is blank there: after ， and before 《.
    case outsideMark
    case ideographs
    /// After an opening mark, before a closing one, beside a connector, within a date.
    case besideMark
  }

  /// A step: the ranks that take part, by their bits, and the most blanks for each place.
  private struct Step {
    let ranks: UInt8
    let most: Int

    @inline(__always)
    init(_ rank: Rank, _ other: Rank? = nil, most: Int) {
      ranks = 1 << UInt8(rank.rawValue) | (other.map { 1 << UInt8($0.rawValue) } ?? 0)
      self.most = most
    }

    @inline(__always)
    func includes(_ rank: Int) -> Bool { ranks >> UInt8(truncatingIfNeeded: rank) & 1 == 1 }
  }

  private let steps: [6 of Step] = [
    Step(.scriptBoundary, most: 1), Step(.wordSpace, most: 1), Step(.outsideMark, most: 2),
    Step(.ideographs, most: 2), Step(.outsideMark, .besideMark, most: 1),
    Step(.scriptBoundary, .wordSpace, most: 2),
  ]
  /// The step in which ideographs part.
  private static let ideographicStep = 3

  /// Cells that the characters of a line may part by, all together: two ideographs' worth.
  ///
  /// A line short of more is better left short than spaced out.
  private static let mostBetweenIdeographs = 4

  private var counts: [5 of Int] = .init(repeating: 0)
  private var shares: [6 of Share] = .init(repeating: Share(0, among: 0))

  /// Takes note of a place.
  mutating func count(_ rank: Rank) { counts[rank.rawValue] += 1 }

  /// Shares out `spare` cells among the places counted; false where they cannot take them all.
  mutating func share(_ spare: Int) -> Bool {
    var rest = spare
    for index in steps.indices {
      if index == Self.ideographicStep, rest > Self.mostBetweenIdeographs { return false }
      var places = 0
      for rank in counts.indices where steps[index].includes(rank) { places += counts[rank] }
      let given = min(rest, steps[index].most * places)
      shares[index] = Share(given, among: places)
      rest -= given
    }
    return rest == 0
  }

  /// The blanks for the next place, by the number of its rank; asked for each place in order.
  mutating func nextBlanks(at rank: Int) -> Int {
    var blanks = 0
    for index in shares.indices
    where shares[index].blanks > 0 && steps[index].includes(rank) {
      blanks += shares[index].next()
    }
    return blanks
  }
}
