import UnicodeTables

/// The ranks of the places where an ideographic line can grow, and how a line of any length does.
extension PreparedText {
  /// `stretchWords` for a line of any length.
  func stretchLongWords(_ range: Range<Int>, _ spare: Int, into gaps: inout [Gap]) {
    let codes = codes.span
    let spaces = codes.spaceCount(in: range)
    guard spare <= Self.mostPerWordSpace * spaces else { return }
    var places = spaces
    if hasBlankRun {
      places = 0
      codes.forEachLastSpace(in: range) { _ in places += 1 }
      guard spare <= Self.mostPerWordSpace * places else { return }
    }
    var share = Share(spare, among: places)
    codes.forEachLastSpace(in: range) { space in
      let blanks = share.next()
      if blanks > 0 { gaps.append(Gap(cluster: space, blanks: blanks)) }
    }
  }

  /// `stretchIdeographic` for a line of any length.
  func stretchLongIdeographic(_ range: Range<Int>, _ spare: Int, into gaps: inout [Gap]) {
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

  /// The places of a line of which `bits` are known, by their ranks; `rank` says the same of two clusters.
  @inline(__always)
  func ranks(_ bits: LineBits, from start: Int) -> Justification.PlaceBits {
    let ink = bits.ink
    func before(_ role: PreparedCluster.Role) -> UInt64 {
      LineBits.following(bits.clusters(role, in: ink), in: ink)
    }
    var places = LineBits.following(ink, in: ink)
    func take(_ some: UInt64) -> UInt64 {
      defer { places &= ~some }
      return places & some
    }
    func after(_ role: PreparedCluster.Role) -> UInt64 { bits.clusters(role, in: ink) }
    _ = take(after(.space) | before(.joined) & after(.joined))
    let wordSpaces = take(before(.space))
    let boundaries = take(before(.letter) & after(.ideograph) | before(.ideograph) & after(.letter))
    _ = take(before(.letter) | after(.letter))
    let besideMarks = take(
      before(.opening) | after(.closing) | before(.connector) | after(.connector))
    let outsideMarks = take(before(.closing) | after(.opening))
    let figures = boundaries.filter { place in
      isFigure(start + LineBits.preceding(place, in: ink), start + place)
    }
    let quotes = outsideMarks.filter { place in
      let left = start + LineBits.preceding(place, in: ink)
      return !hasBlankHalf(codes[left].role == .closing ? left : start + place)
    }
    return [
      boundaries & ~figures, wordSpaces, outsideMarks & ~quotes, places | quotes,
      besideMarks | figures,
    ]
  }
}
