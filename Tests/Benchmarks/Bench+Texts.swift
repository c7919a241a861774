import TestSupport
import Typesetter

extension Bench {
  /// What the long text holds, in bytes: enough that no cache holds it.
  private static let longText = 50_000_000
  /// What a large page holds, in bytes.
  private static let pageText = 60_000

  /// Breaking text into lines, beside the libraries that people would use for parts of it.
  func texts() throws {
    let news = try NewsText()
    let text = NewsText(repeating: news, bytes: Self.longText)
    let peers = try textPeers(text)
    for measure in [26, 40] {
      let speed = speed(text, measure, .greedily)
      line("fill-greedy-\(measure)", decimal(speed), "MB/s")
      for peer in peers {
        let ratio = speed / (peer.speed[measure] ?? 0)
        line("fill-greedy-\(measure)", decimal(speed), "MB/s", ratio: ratio, peer.name)
      }
    }
    line("fill-total-26", decimal(speed(text, 26, .totally)), "MB/s")
    refill(NewsText(repeating: news, bytes: Self.pageText))
    try memory()
    hyphenation(news)
    try instructions(news)
  }

  /// How fast a text is set from its bytes to its spare cells, in MB/s.
  private func speed(_ text: NewsText, _ measure: Int, _ manner: Manner) -> Double {
    let time = median(of: 5) { clock.measure { precondition(fill(text, measure, manner) > 0) } }
    return megabytesPerSecond(text.byteCount, time)
  }

  /// A page that was prepared, filled anew at another measure: as the reader fills it, and greedily.
  private func refill(_ page: NewsText) {
    let prepared = page.paragraphs.map { prepare($0) }
    var measure = 24
    let time = median(of: 101) {
      measure = measure == 24 ? 26 : 24
      return clock.measure {
        precondition(prepared.reduce(0) { $0 + $1.fill(measure: measure).count } > 0)
      }
    }
    line("refill-page", milliseconds(time), "ms")
    var lines: [SetLine] = []
    let greedy = median(of: 101) {
      measure = measure == 24 ? 26 : 24
      return clock.measure {
        for paragraph in prepared {
          paragraph.fillGreedily(Measure(measure), into: &lines)
          precondition(!lines.isEmpty)
        }
      }
    }
    line("refill-page-greedy", milliseconds(greedy), "ms")
  }
}

/// How lines are found.
enum Manner {
  /// Line by line.
  case greedily
  /// So that all lines together cost least.
  case totally
}

/// A paragraph made ready to be filled at any measure.
private func prepare(_ paragraph: NewsText.Paragraph) -> PreparedText {
  PreparedText(paragraph.text, Typography(paragraph.tradition))
}

/// Everything a page asks of the typesetter: breaks, widths, lines, and where spare cells go.
///
/// Gives a number that depends on all of it.
@inline(never)
func fill(_ text: NewsText, _ measure: Int, _ manner: Manner) -> Int {
  var (sum, gaps, lines) = (0, [Gap](), [SetLine]())
  var chinese = TextPreparer(Typography(.simplifiedChinese))
  var latin = TextPreparer(Typography(.latin))
  var filler = TextFiller()
  for paragraph in text.paragraphs {
    let prepared =
      paragraph.tradition == .latin
      ? latin.prepare(paragraph.text) : chinese.prepare(paragraph.text)
    switch manner {
    case .greedily: prepared.fillGreedily(Measure(measure), into: &lines)
    case .totally: filler.fillTotally(prepared, Measure(measure), into: &lines)
    }
    for line in lines {
      sum += line.width
      guard !line.isLast else { continue }
      prepared.stretch(line, to: measure - line.indent, into: &gaps)
      sum += gaps.count
    }
  }
  return sum
}
