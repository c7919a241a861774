extension PreparedText {
  /// Breaks the paragraph into lines of at most `measure` cells, taking as much as fits each time.
  ///
  /// The first line begins `indent` cells in, the others `hangingIndent`. Blanks at a line's end hang
  /// and count nothing. Where nothing may be broken the line is broken at the last cluster that
  /// fits, if possible beside no mark that may not stand there, and holds at least one. In
  /// ideographic text a last line of a single character takes another from the line before.
  ///
  /// - Complexity: O(*n*) in the number of clusters.
  public func fill(measure: Int, indent: Int = 0, hangingIndent: Int = 0) -> [SetLine] {
    var lines: [SetLine] = []
    var start = 0
    var segmentStart = 0
    repeat {
      let end = lineEnd(from: start, room: measure - (lines.isEmpty ? indent : hangingIndent))
      lines.append(setLine(start..<end, indent: lines.isEmpty ? indent : hangingIndent))
      start = end
      if lines[lines.count - 1].isLast {
        if lines.count - segmentStart > 1 { mendRunt(&lines, measure: measure) }
        segmentStart = lines.count
      }
    } while start < clusters.count
    return lines
  }

  /// The cluster after the last of the line that begins at `start`, hanging blanks included.
  private func lineEnd(from start: Int, room: Int) -> Int {
    var ink = 0  // cells up to the last cluster that is no blank
    var cells = 0
    var latest = start
    for index in start..<clusters.count {
      let cluster = clusters[index]
      if index > start {
        switch cluster.breakBefore {
        case .mandatory: return index
        case .allowed: latest = index
        case .hyphenated: if cells + 1 <= room { latest = index }
        case .prohibited: break
        }
      }
      if cluster.isSpace {
        if ink > 0 { cells += cluster.cells }
      } else {
        cells += cluster.cells
        ink = cells
        if ink > room { return latest > start ? latest : emergencyEnd(from: start, room: room) }
      }
    }
    return clusters.count
  }

  /// Where to break a line that has no opportunity: at the last cluster that fits.
  private func emergencyEnd(from start: Int, room: Int) -> Int {
    var cells = 0
    var (last, good) = (start + 1, start)
    for index in start..<clusters.count {
      if index > start, clusters[index].cells > 0 {
        last = index
        let (before, after) = (clusters[index - 1].role, clusters[index].role)
        if before != .opening, after != .closing { good = index }
      }
      cells += clusters[index].isSpace && cells == 0 ? 0 : clusters[index].cells
      if cells > room, cells > clusters[index].cells { break }
    }
    return good > start ? good : last
  }

  /// Measures one line; `range` holds the blanks at its ends too.
  private func setLine(_ range: Range<Int>, indent: Int) -> SetLine {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, clusters[lower].isSpace { lower += 1 }
    while upper > lower, clusters[upper - 1].isSpace { upper -= 1 }
    let next = range.upperBound < clusters.count ? clusters[range.upperBound].breakBefore : .mandatory
    let hyphen = next == .hyphenated && upper > lower
    var width = hyphen ? 1 : 0
    for index in lower..<upper { width += clusters[index].cells }
    return SetLine(
      clusters: lower..<upper, width: width, indent: indent, hyphen: hyphen,
      isLast: next == .mandatory)
  }

  /// Gives a last line of one ideograph another from the line before it, where that is legal.
  private func mendRunt(_ lines: inout [SetLine], measure: Int) {
    let (runt, before) = (lines[lines.count - 1], lines[lines.count - 2])
    guard isIdeographic, isRunt(runt.clusters) else { return }
    var index = runt.clusters.lowerBound - 1
    var ideographs = 1
    while index > before.clusters.lowerBound {
      if clusters[index].role == .ideograph { ideographs += 1 }
      if ideographs > 1, clusters[index].breakBefore == .allowed { break }
      index -= 1
    }
    guard index > before.clusters.lowerBound else { return }
    let whole = before.clusters.lowerBound..<index
    let last = setLine(index..<runt.clusters.upperBound, indent: runt.indent)
    guard last.width + last.indent <= measure else { return }
    lines[lines.count - 2] = setLine(whole, indent: before.indent)
    lines[lines.count - 1] = SetLine(
      clusters: last.clusters, width: last.width, indent: last.indent, hyphen: false, isLast: true)
  }

  /// Whether a line holds one ideograph and, apart from marks, nothing else.
  private func isRunt(_ range: Range<Int>) -> Bool {
    var ideographs = 0
    for index in range {
      switch clusters[index].role {
      case .ideograph: ideographs += 1
      case .letter: return false
      case .opening, .closing, .connector, .joined, .space: break
      }
    }
    return ideographs == 1
  }
}
