import Typesetter
import UnicodeTables

/// What holds of any text at any measure; the first byte of an input is a number of this table.
let laws: [(sentence: String, holds: @Sendable (Trial) -> Bool)] = [
  ("clusters partition the bytes", clustersPartitionBytes),
  ("lines partition the text, only blanks between them", linesPartitionText),
  ("lines keep the measure and the gutter", linesKeepMeasure),
  ("no line begins or ends with a mark that may not stand there", edgesAreLegal),
  ("a line is broken in need only where nothing else fits", needIsLast),
  ("stretching fills a line to the cell or leaves it", stretchingFillsOrLeaves),
  ("a paragraph breaks at a measure as if it were new", refillingIsFilling),
  ("the short cut for usual neighbours says what the rules say", shortCutIsRules),
  ("a plain text has the lines that the search for all texts finds", fastLinesAreTheBest),
]

@Sendable private func fastLinesAreTheBest(_ trial: Trial) -> Bool {
  var (filler, lines, plain) = (TextFiller(), [SetLine](), [SetLine]())
  filler.fillTotally(trial.prepared, trial.room, into: &lines)
  filler.fillTotally(trial.prepared, trial.room, into: &plain, plainly: true)
  return lines == plain
}

@Sendable private func clustersPartitionBytes(_ trial: Trial) -> Bool {
  var offset = 0
  for cluster in trial.prepared.clusters {
    guard cluster.offset == offset, cluster.byteCount > 0,
      cluster.leadingBlank + cluster.glyphCells <= cluster.cells
    else { return false }
    offset += cluster.byteCount
  }
  let cells = trial.prepared.clusters.reduce(0) { $0 + $1.cells }
  return offset == trial.text.utf8.count && trial.prepared.width(of: 0..<offset) == cells
}

@Sendable private func linesPartitionText(_ trial: Trial) -> Bool {
  var next = 0
  for line in trial.lines {
    guard line.bytes.lowerBound >= next, trial.prepared.isBlank(next..<line.bytes.lowerBound) else {
      return false
    }
    next = line.bytes.upperBound
  }
  return trial.prepared.isBlank(next..<trial.prepared.byteCount)
}

@Sendable private func linesKeepMeasure(_ trial: Trial) -> Bool {
  trial.lines.allSatisfy { line in
    let inked = trial.clusters(of: line).filter { $0.cells > 0 }
    let width = inked.reduce(line.hyphen ? 1 : 0) { $0 + $1.cells } - line.squeeze
    return line.width == width && (0...trial.room.gutter).contains(line.hang)
      && (line.width <= trial.measure(of: line) + line.hang || inked.count == 1)
  }
}

@Sendable private func edgesAreLegal(_ trial: Trial) -> Bool {
  zip(trial.lines, trial.lines.dropFirst()).allSatisfy { line, next in
    guard !line.isLast, let first = trial.clusters(of: next).first, first.cells > 0,
      first.breakBefore != .prohibited,
      let last = trial.clusters(of: line).last(where: { $0.cells > 0 })
    else { return true }
    return !startsNoLine.contains(first.glyph.first) && !endsNoLine.contains(last.glyph.first)
  }
}

@Sendable private func needIsLast(_ trial: Trial) -> Bool {
  zip(trial.lines, trial.lines.dropFirst()).allSatisfy { line, next in
    guard !line.isLast, let first = trial.clusters(of: next).first else { return true }
    // What is not drawn may stand between: the break may be there.
    let between = trial.prepared.clusters(
      in: line.bytes.upperBound..<first.offset + first.byteCount)
    if between.contains(where: { $0.breakBefore != .prohibited }) { return true }
    // No place to break inside, but at a hyphen for which there is no room.
    return trial.clusters(of: line).drop { $0.cells == 0 || $0.isSpace }.dropFirst().allSatisfy {
      $0.breakBefore == .prohibited || $0.breakBefore == .hyphenated
    }
  }
}

@Sendable private func stretchingFillsOrLeaves(_ trial: Trial) -> Bool {
  trial.lines.allSatisfy { line in
    let gaps = trial.prepared.stretch(line, to: trial.measure(of: line))
    let sum = gaps.reduce(0) { $0 + $1.blanks }
    let isInside = gaps.allSatisfy { $0.blanks != 0 && line.bytes.contains($0.cluster) }
    let isRising = zip(gaps, gaps.dropFirst()).allSatisfy { $0.cluster < $1.cluster }
    guard isInside, isRising else { return false }
    if line.squeeze > 0 { return sum == -line.squeeze }
    return gaps.isEmpty || line.width + sum == trial.measure(of: line)
  }
}

@Sendable private func refillingIsFilling(_ trial: Trial) -> Bool {
  _ = trial.lines(in: Measure(trial.room.cells / 2 + 1))
  return trial.lines(in: trial.room) == trial.lines
}

@Sendable private func shortCutIsRules(_ trial: Trial) -> Bool {
  LineBreakConformance.breaks(in: trial.text)
    == LineBreakConformance.breaks(in: trial.text, inFull: true)
}

private let startsNoLine = Set("、，。：；！？”’）》〉」』】〕〗～–·・‧/％‰℃,.:;!?)]}%".unicodeScalars)
private let endsNoLine = Set("“‘（《〈「『【〔〖([{￥".unicodeScalars)
