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
    gaps.removeAll(keepingCapacity: true)
    if line.squeeze > 0 { return squeeze(line, into: &gaps) }
    let spare = cells - line.width
    guard spare > (typography.isIdeographic ? 1 : 0) else { return }
    var plan = Justification(isIdeographic: typography.isIdeographic)
    forEachPlace(in: line.bytes) { plan.count($1) }
    guard plan.share(spare) else { return }
    forEachPlace(in: line.bytes) { cluster, rank in
      let blanks = plan.nextBlanks(at: rank)
      if blanks > 0 { gaps.append(Gap(cluster: cluster, blanks: blanks)) }
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
    !typography.setsQuotesBesideBlanks || !text.utf8.span.isCurlyQuote(at: offset)
  }
}

/// How the spare cells of a line are shared out.
///
/// Places of some ranks grow by so many blanks each, as long as there are any to give, step by step;
/// within a step as evenly as whole cells allow, the odd ones spread over the line.
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
    var ranks: Int
    var most: Int
    /// Places that take part, blanks to share among them, places passed.
    var (places, given, passed) = (0, 0, 0)

    init(_ ranks: Rank..., most: Int) {
      self.ranks = ranks.reduce(0) { $0 | 1 << $1.rawValue }
      self.most = most
    }
  }

  /// A word space is a cell already; with three more it is as wide as a short word.
  private static let wordSteps = [Step(.wordSpace, most: 1)]

  /// First where a blank is usual or unseen, then between the characters, last beside marks; a line
  /// of Latin words grows as in a Latin text.
  private static let ideographicSteps = [
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

  private var steps: [Step]
  private let isIdeographic: Bool
  private var counts = [0, 0, 0, 0, 0]

  init(isIdeographic: Bool) {
    self.isIdeographic = isIdeographic
    steps = isIdeographic ? Self.ideographicSteps : Self.wordSteps
  }

  /// Takes note of a place.
  mutating func count(_ rank: Rank) { counts[rank.rawValue] += 1 }

  /// Shares out `spare` cells among the places counted; false where they cannot take them all.
  mutating func share(_ spare: Int) -> Bool {
    var rest = spare
    for index in steps.indices {
      if isIdeographic, index == Self.ideographicStep, rest > Self.mostBetweenIdeographs {
        return false
      }
      let places = counts.indices.reduce(0) {
        $0 + (steps[index].ranks >> $1 & 1) * counts[$1]
      }
      steps[index].places = places
      steps[index].given = min(rest, steps[index].most * places)
      rest -= steps[index].given
    }
    return rest == 0
  }

  /// The blanks for the next place, which is of that rank; asked for each place in order.
  mutating func nextBlanks(at rank: Rank) -> Int {
    var blanks = 0
    for index in steps.indices where steps[index].ranks >> rank.rawValue & 1 == 1 {
      let step = steps[index]
      guard step.given > 0 else { continue }
      let start = step.passed * step.given + step.places / 2
      blanks += (start + step.given) / step.places - start / step.places
      steps[index].passed += 1
    }
    return blanks
  }
}
