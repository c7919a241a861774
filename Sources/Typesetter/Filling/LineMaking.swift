import UnicodeTables

/// The room of one line.
struct LineRoom {
  /// Cells of the line itself, without indent and gutter.
  let cells: Int
  /// Blank cells before it.
  let indent: Int
  /// Free cells after it.
  let gutter: Int

  init(_ measure: Measure, isFirst: Bool) {
    indent = measure.indent(isFirst: isFirst)
    cells = max(0, measure.cells - indent)
    gutter = measure.gutter
  }
}

/// Where a line ends.
struct LineEnd {
  /// The byte at which the next line begins.
  let offset: Int
  /// Cells from the line's first ink to there, the blanks at the end among them.
  let cells: Int
  /// Blanks of quotes to be squeezed out.
  var squeeze = 0
}

/// Making a line of the bytes between two places: what is drawn of them, and how wide it is.
extension PreparedText {
  /// The first cluster from `start` on that is drawn and no blank, or the place before which a line
  /// must end, or the end of the text.
  @inline(__always)
  func lineStart(from start: Int) -> Int {
    let codes = codes.span
    if start == 0, rules.keepsLeadingBlanks { return 0 }
    var offset = start
    while offset < codes.count, codes[offset].isSpace || codes[offset].cells == 0 {
      offset += 1
      if offset < codes.count, codes[offset].breakBefore == .mandatory { break }
    }
    return offset
  }

  /// Whether a line may end before the cluster at `offset`, as it must at the end of the text.
  func mayEnd(before offset: Int) -> Bool {
    offset == codes.count || codes[offset].breakBefore != .prohibited
  }

  /// The line whose first ink is at `first`.
  @inline(__always)
  func line(_ first: Int, to end: LineEnd, in room: LineRoom) -> SetLine {
    let codes = codes.span
    // Blanks at the end are not part of it.
    var (last, offset, width) = (end.offset, end.offset, end.cells - end.squeeze)
    while offset > first {
      offset -= 1
      if codes[offset].isSpace {
        last = offset
        width -= codes[offset].cells
      } else if codes[offset].cells > 0 {
        break
      }
    }
    let next = end.offset < codes.count ? codes[end.offset].breakBefore : .mandatory
    let isHyphenated = next == .hyphenated && width > 0 && width < room.cells
    if isHyphenated { width += 1 }
    let excess = width - room.cells
    let outdent = excess > 0 ? min(excess, self.outdent(at: first, indent: room.indent)) : 0
    return SetLine(
      min(first, last)..<last, width: width, indent: room.indent - outdent,
      hang: max(0, min(room.gutter, excess - outdent)),
      squeeze: end.squeeze, hyphen: isHyphenated, isLast: next == .mandatory)
  }

  /// Cells by which the mark at the start of a line may stand to the left, in the indent: the blank half
  /// of an opening bracket (CLREQ 3.1.6).
  func outdent(at offset: Int, indent: Int) -> Int {
    guard indent > 0, rules.typography.tradition == .simplifiedChinese, offset < codes.count else {
      return 0
    }
    return codes[offset].role == .opening ? 1 : 0
  }

  /// Cells by which the last mark before `end` may hang in a gutter of that width.
  ///
  /// In simplified Chinese the blank half of a stop or closing mark (GB/T 15834-2011 5.1.10); in
  /// Japanese 。 and 、 as a whole (JLREQ 3.8.2, ぶら下げ); elsewhere none.
  func hang(before end: Int, gutter: Int) -> Int {
    guard gutter > 0, end > 0 else { return 0 }
    var lead = end - 1
    while lead > 0, codes[lead].isRest { lead -= 1 }
    guard codes[lead].cells == 2 else { return 0 }
    switch rules.typography.tradition {
    case .simplifiedChinese: return codes[lead].role == .closing ? 1 : 0
    case .japanese:
      let mark = text.utf8.span.scalar(at: lead).scalar
      return (mark == "。" || mark == "、") && gutter >= 2 ? 2 : 0
    case .traditionalChinese, .korean, .latin: return 0
    }
  }
}

extension PreparedText {
  /// The lines that end at places chosen by someone else, in ascending order; nil where one of them
  /// does not fit, however its marks hang and its quotes are squeezed.
  package func lines(breakingAt places: [Int], _ measure: Measure) -> [SetLine]? {
    var lines: [SetLine] = []
    for (start, end) in zip([0] + places, places + [codes.count]) {
      let room = LineRoom(measure, isFirst: lines.isEmpty)
      let first = min(lineStart(from: start), end)
      var lineEnd = LineEnd(offset: end, cells: codes.span.cells(in: first..<end))
      let plain = line(first, to: lineEnd, in: room)
      let free =
        hang(before: plain.bytes.upperBound, gutter: room.gutter)
        + outdent(at: first, indent: room.indent)
      lineEnd.squeeze = max(0, plain.width - room.cells - free)
      guard lineEnd.squeeze <= min(FitLines.mostSqueeze, squeezable(plain.bytes)) else {
        return nil
      }
      let line = line(first, to: lineEnd, in: room)
      let needsHyphen = end < codes.count && codes[end].breakBefore == .hyphenated
      guard line.hyphen || !needsHyphen else { return nil }
      lines.append(line)
    }
    return lines
  }
}
