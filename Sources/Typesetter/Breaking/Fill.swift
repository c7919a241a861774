import UnicodeTables

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
      let indent = lines.isEmpty ? indent : hangingIndent
      let end = lineEnd(from: start, room: measure - indent)
      lines.append(setLine(start..<end, measure: measure, indent: indent))
      start = end
      if lines[lines.count - 1].isLast {
        if lines.count - segmentStart > 1 { mendRunt(&lines, measure: measure) }
        segmentStart = lines.count
      }
    } while start < clusters.count
    return lines
  }

  /// A place where the line may end, and the cells it has then.
  private struct Candidate {
    var index: Int
    var cells = 0
  }

  /// The cluster after the last of the line that begins at `start`, hanging blanks included.
  private func lineEnd(from start: Int, room: Int) -> Int {
    var cells = 0
    var ink = 0  // cells up to the last cluster that is no blank
    var hasBegun = false  // blanks before the line's first cluster are not drawn
    var latest = Candidate(index: start)
    var sound = latest  // the latest whose break is not a poor one
    for index in start..<clusters.count {
      let cluster = clusters[index]
      switch index > start ? cluster.breakBefore : .prohibited {
      case .mandatory: return index
      case .hyphenated where ink + 1 > room, .prohibited: break
      case .allowed where ink == 0: break  // a line of blanks alone would be empty
      case .allowed, .hyphenated:
        latest = Candidate(index: index, cells: ink)
        if !cluster.traits.contains(.breaksPoorly) { sound = latest }
      }
      hasBegun = hasBegun || !cluster.isSpace
      if hasBegun { cells += cluster.cells }
      if !cluster.isSpace {
        ink = cells
        if ink > room { return end(latest, sound, from: start, room: room) }
      }
    }
    return clusters.count
  }

  /// Chooses where a full line ends: as late as it may, but rather a little earlier than poorly.
  private func end(_ latest: Candidate, _ sound: Candidate, from start: Int, room: Int) -> Int {
    guard latest.index > start else { return emergencyEnd(from: start, room: room) }
    // Six cells are the three characters of a figure such as 2017年 with its unit, or a short word.
    let allowance = min(6, room / 4)
    let isNear = sound.index > start && latest.cells - sound.cells <= allowance
    return isNear ? sound.index : latest.index
  }

  /// Where to break a line that has no opportunity.
  ///
  /// If that leaves half a line, at the last place outside a word, as after the dot of an address;
  /// else at the last cluster that fits, but before no mark that begins no line, and after none that
  /// ends none.
  private func emergencyEnd(from start: Int, room: Int) -> Int {
    var cells = 0
    var hasBegun = false
    var (last, sound, best) = (start + 1, start, start)
    for index in start..<clusters.count {
      let cluster = clusters[index]
      hasBegun = hasBegun || !cluster.isSpace
      guard hasBegun, cluster.cells > 0 else { continue }
      if cells > 0 {
        last = index
        if !isMarkTorn(before: index), cells * 2 >= room {
          sound = index
          if !isWordTorn(before: index) { best = index }
        }
        if cells + cluster.cells > room { break }
      }
      cells += cluster.cells
    }
    return best > start ? best : sound > start ? sound : last
  }

  /// Whether a line break would part two letters or digits of a Latin word.
  private func isWordTorn(before index: Int) -> Bool {
    clusters[index].glyph.first.properties.isAlphabetic
      && clusters[index - 1].glyph.first.properties.isAlphabetic
  }

  /// Whether a line break would part a mark from what it must not be parted from.
  private func isMarkTorn(before index: Int) -> Bool {
    clusters[index].traits.contains(.startsNoLine)
      || clusters[index - 1].traits.contains(.endsNoLine)
  }

  /// Measures one line; `range` holds the blanks at its ends too.
  private func setLine(_ range: Range<Int>, measure: Int, indent: Int) -> SetLine {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, clusters[lower].isSpace { lower += 1 }
    while upper > lower, clusters[upper - 1].isSpace { upper -= 1 }
    let next =
      range.upperBound < clusters.count ? clusters[range.upperBound].breakBefore : .mandatory
    var width = 0
    for index in lower..<upper { width += clusters[index].cells }
    let hyphen = next == .hyphenated && width > 0 && width + indent < measure
    return SetLine(
      clusters: lower..<upper, width: width + (hyphen ? 1 : 0), indent: indent, hyphen: hyphen,
      isLast: next == .mandatory)
  }

  /// Gives a last line of one ideograph another from the line before it, where that is legal and
  /// leaves that line more than half full.
  private func mendRunt(_ lines: inout [SetLine], measure: Int) {
    let (runt, before) = (lines[lines.count - 1], lines[lines.count - 2])
    guard isIdeographic, !before.clusters.isEmpty, isRunt(runt.clusters) else { return }
    var index = runt.clusters.lowerBound - 1
    while index > before.clusters.lowerBound, !canGive(index) { index -= 1 }
    let shortened = setLine(
      before.clusters.lowerBound..<index, measure: measure, indent: before.indent)
    let last = setLine(index..<runt.clusters.upperBound, measure: measure, indent: runt.indent)
    // Two ideographs and a mark beside them: more would be felt in the line that gives.
    guard shortened.width * 2 > measure, last.width - runt.width <= 6,
      last.width + last.indent <= measure
    else { return }
    lines[lines.count - 2] = shortened
    lines[lines.count - 1] = SetLine(
      clusters: last.clusters, width: last.width, indent: last.indent, hyphen: false, isLast: true)
  }

  /// Whether an ideograph stands there that may begin a line.
  private func canGive(_ index: Int) -> Bool {
    clusters[index].role == .ideograph && clusters[index].breakBefore == .allowed
      && !clusters[index].traits.contains(.breaksPoorly)
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
