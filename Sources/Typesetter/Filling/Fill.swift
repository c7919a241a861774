extension PreparedText {
  /// Bytes of a paragraph up to which it is set by total fit: hours of reading, a few milliseconds.
  static let mostForTotalFit = 200_000

  /// Breaks the paragraph into lines of at most `measure.cells` cells, as well as it can be.
  ///
  /// Paragraphs of usual length are set by total fit, longer ones line by line.
  ///
  /// - Complexity: O(*n*) in the length of the text, times the places to break in a line.
  public func fill(_ measure: Measure) -> [SetLine] {
    byteCount <= Self.mostForTotalFit ? fillTotally(measure) : fillGreedily(measure)
  }

  /// Breaks the paragraph at a measure without a gutter.
  public func fill(measure: Int, indent: Int = 0, hangingIndent: Int = 0) -> [SetLine] {
    fill(Measure(measure, indent: indent, hangingIndent: hangingIndent))
  }

  /// Breaks the paragraph so that its lines together cost least: even lines, few hyphens, no last line
  /// of one character (孤字不成行).
  ///
  /// - Complexity: O(*n* · *m*) in the length of the text and the places to break in a line.
  public func fillTotally(_ measure: Measure) -> [SetLine] {
    var (filler, lines) = (TextFiller(), [SetLine]())
    lines.reserveCapacity(codes.count / max(16, measure.cells) + 2)
    filler.fillTotally(self, measure, into: &lines)
    return lines
  }

  /// The next place at which a line must end.
  fileprivate func endOfPart(from start: Int) -> Int {
    guard hasMandatoryBreak, start < codes.count else { return codes.count }
    return codes.span.mandatoryBreak(in: start + 1..<codes.count) ?? codes.count
  }

  /// Whether a last line would hold one ideograph and, apart from marks, nothing else.
  func isRunt(_ line: Range<Int>) -> Bool {
    guard line.count <= 64 else { return false }
    var ideographs = 0
    for offset in line where codes[offset].cells > 0 {
      switch codes[offset].role {
      case .ideograph:
        ideographs += 1
        if ideographs > 1 { return false }
      case .letter: return false
      case .opening, .closing, .connector, .joined, .space: break
      }
    }
    return ideographs == 1
  }

  /// Whether a last line of words would hold two characters at most, and fill no quarter of its room.
  func isStub(_ line: Range<Int>, in room: Int) -> Bool {
    guard line.count <= 64 else { return false }
    var (drawn, cells) = (0, 0)
    for offset in line where !codes[offset].isSpace && codes[offset].cells > 0 {
      drawn += 1
      if drawn > 2 { return false }
      cells += codes[offset].cells
    }
    return 4 * cells <= room
  }
}

/// Fills many paragraphs by total fit, keeping the room it works in.
public struct TextFiller {
  private var workroom = TotalFit.Workroom()

  /// A filler for paragraphs of any kind, at any measure.
  public init() {}

  /// Breaks a paragraph so that its lines together cost least, into an array that is emptied first.
  ///
  /// - Complexity: O(*n* · *m*) in the length of the text and the places to break in a line; no
  ///   allocation, once the room is large enough.
  public mutating func fillTotally(
    _ text: PreparedText, _ measure: Measure, into lines: inout [SetLine]
  ) {
    fillTotally(text, measure, into: &lines, plainly: false)
  }

  /// The same; `plainly`, even a plain text goes the way that every text can go.
  package mutating func fillTotally(
    _ text: PreparedText, _ measure: Measure, into lines: inout [SetLine], plainly: Bool
  ) {
    lines.removeAll(keepingCapacity: true)
    var start = 0
    repeat {
      let end = text.endOfPart(from: start)
      if plainly || !fillFast(text, start..<end, measure, to: &lines) {
        var fit = TotalFit(text, start..<end, measure, isFirst: lines.isEmpty, in: &workroom)
        fit.appendLines(of: text, to: &lines)
        fit.leave(&workroom)
      }
      start = end
    } while start < text.codes.count
  }

  /// Appends the lines of a part where there is a fast way to find them: one which holds that no line reaches
  /// further than those that begin after it.
  @inline(__always)
  private mutating func fillFast(
    _ text: PreparedText, _ part: Range<Int>, _ measure: Measure, to lines: inout [SetLine]
  ) -> Bool {
    guard measure.hangingIndent <= measure.indent else { return false }
    if text.rules.isIdeographic {
      return IdeographicFit.fill(text, measure, in: &workroom.places, to: &lines)
    }
    return WordFit.fill(
      text, part, measure, isFirst: lines.isEmpty, in: &workroom.rows, to: &lines)
  }
}
