/// Measuring along the codes of a paragraph, sixteen bytes at a time.
extension Span where Element == ClusterCode {
  /// The plain ideographs of three bytes in a row at the start of a range, where one is.
  ///
  /// - Precondition: The range lies in the text, which is not checked.
  @inline(__always)
  func plainIdeographs(in range: Range<Int>) -> Int {
    let raw = unsafe bytes
    let next = UInt32(ClusterCode.plainIdeograph.bits) << 16  // two rests before it
    var (offset, found) = (range.lowerBound, 1)
    while offset + 4 < range.upperBound,
      unsafe UInt32(
        littleEndian: raw.unsafeLoadUnaligned(
          fromUncheckedByteOffset: offset + 1, as: UInt32.self)) & 0xFF_FFFF == next
    {
      offset += 3
      found += 1
    }
    return found
  }

  /// The plain letters of one byte in a row at the start of a range; sixteen at most, and none in the last
  /// fifteen bytes of the text.
  ///
  /// - Precondition: The range lies in the text.
  @inline(__always)
  func plainLetters(in range: Range<Int>) -> Int {
    guard range.lowerBound &+ 16 <= count else { return 0 }
    let sixteen = unsafe SixteenBytes(bytes, uncheckedAt: range.lowerBound)
    return Swift.min(sixteen.equal(ClusterCode.plainLetter.bits).prefix, range.count)
  }

  /// Cells of the clusters that begin in a range.
  func cells(in range: Range<Int>) -> Int {
    var (offset, sum) = (range.lowerBound, 0)
    let raw = unsafe bytes
    while offset + 16 <= range.upperBound {
      sum += unsafe SixteenBytes(raw, uncheckedAt: offset).sum(ClusterCode.cellBits)
      offset += 16
    }
    while offset < range.upperBound {
      sum += self[offset].cells
      offset += 1
    }
    return sum
  }

  /// The first place from `start` on at which a cluster begins that `room` cells do not hold, blanks
  /// counted, and the cells before it; the end if all fits.
  ///
  /// - Precondition: `start` is no less than 0, which is not checked.
  @inline(__always)
  func overflow(from start: Int, room: Int) -> (offset: Int, cells: Int) {
    var (offset, sum) = (start, 0)
    let raw = unsafe bytes
    while offset &+ 16 <= count {
      let sixteen = unsafe SixteenBytes(raw, uncheckedAt: offset)
      let cells = sixteen.sum(ClusterCode.cellBits)
      if sum &+ cells > room {
        let found = sixteen.place(of: room &- sum &+ 1, ClusterCode.cellBits)
        return (offset &+ found.place, sum &+ found.before)
      }
      sum &+= cells
      offset &+= 16
    }
    while offset < count {
      let cells = unsafe self[unchecked: offset].cells
      if sum &+ cells > room { break }
      sum &+= cells
      offset &+= 1
    }
    return (offset, sum)
  }

  /// The spaces in a range.
  @inline(__always)
  func spaceCount(in range: Range<Int>) -> Int {
    let raw = unsafe bytes
    var (offset, found) = (range.lowerBound, 0)
    while offset < range.upperBound, offset + 16 <= count {
      var spaces = unsafe SixteenBytes(raw, uncheckedAt: offset).spaces
      if range.upperBound - offset < 16 { spaces = spaces.first(range.upperBound - offset) }
      found += spaces.count
      offset += 16
    }
    while offset < range.upperBound {
      if self[offset].isSpace { found += 1 }
      offset += 1
    }
    return found
  }

  /// The spaces in a range that another cluster follows which is none.
  func forEachLastSpace(in range: Range<Int>, _ body: (Int) -> Void) {
    let raw = unsafe bytes
    var offset = range.lowerBound
    while offset + 16 <= count, offset < range.upperBound {
      unsafe SixteenBytes(raw, uncheckedAt: offset).spaces.forEach { place in
        if isLastSpace(offset + place, in: range) { body(offset + place) }
      }
      offset += 16
    }
    while offset < range.upperBound {
      if self[offset].isSpace, isLastSpace(offset, in: range) { body(offset) }
      offset += 1
    }
  }

  /// Whether a cluster that is no space follows the space at `offset` within a range.
  private func isLastSpace(_ offset: Int, in range: Range<Int>) -> Bool {
    var next = offset + 1
    while next < range.upperBound, self[next].isRest { next += 1 }
    return next < range.upperBound && !self[next].isSpace
  }

  /// The first place in a range before which a line must end.
  func mandatoryBreak(in range: Range<Int>) -> Int? {
    var offset = range.lowerBound
    while offset < range.upperBound {
      if self[offset].breakBefore == .mandatory { return offset }
      offset += 1
    }
    return nil
  }
}
