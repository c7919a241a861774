import Testing
import Typesetter
import UnicodeTables

/// The fast ways against the plain ones.
@Suite struct FastPathTests {
  @Test(arguments: Typography.Tradition.allCases)
  func `texts read in runs have the codes that the rules alone give`(
    tradition: Typography.Tradition
  ) {
    var numbers = SeededNumbers(seed: 20)
    let pieces = [Pieces.of(tradition), Self.plainPieces].flatMap(\.self)
    for level in Typography.Prohibition.allCases {
      var typography = Typography(tradition)
      typography.prohibition = level
      var preparer = TextPreparer(typography)
      for count in 0..<800 {
        let text = (0..<count % 40).map { _ in pieces.randomElement(using: &numbers) ?? "" }
          .joined()
        // Half of them by one preparer, which remembers, half by one that knows nothing yet.
        let fast =
          count.isMultiple(of: 2) ? preparer.prepare(text) : PreparedText(text, typography)
        let plain = PreparedText(text, typography, inRuns: false)
        #expect(fast.clusters == plain.clusters, "\(level): \(text.debugDescription)")
        #expect(fast.width(of: fast.bytes) == plain.width(of: plain.bytes))
        #expect(fast.hasMandatoryBreak == plain.hasMandatoryBreak, "\(level): \(text)")
        #expect(fast.hasBlankRun == plain.hasBlankRun, "\(level): \(text)")
      }
    }
  }

  /// What prose is made of, what stands between its stretches, and what joins its characters or might.
  private static let plainPieces = [
    "a", "the", "Harbour", "1", "2026", " ", " ", ",", ".", "-", "well-known", "no-one-", "3.5",
    "é", "e\u{301}", "国", "报纸", "，", "。", "《", "》", "“", "”", "、", "（", "）", "！", "国\u{301}",
    "。\u{FE00}",
    "：", "；", "　", "  ", " ,", "--", "A1", "1A", "%", "’", "\u{200B}", "之\u{E0100}", "一", "㐀", "䷀",
    "(", ")", "(a)", "（1）", " (", ") ", "!", "?", "don’t", "‘", "…", "——", "·", "/", "\"", ": ",
    "$", "℃",
    "年", "5月", "2026年", "GDP", "か", "゙", "国゙", "ｶﾞ", "한", "\u{600}", "\u{600}国", "\u{200D}",
    "a\u{200D}",
    "\u{FE0F}", "1\u{FE0F}\u{20E3}", "👩\u{200D}🚀", "🇨🇳", "\u{AD}", "\u{A0}", "\u{2028}", "\n", "\r",
    "\t",
    "\u{1}", "\u{300}", "Ω", "中文中文中文中文中文中文中文", "and so on and on, and on and on", "丂", "鿿",
  ]

  @Test func `texts around a multiple of sixteen bytes have the codes that the rules give`() {
    let endings = [
      "", "a", "国", " ", ".", "。", "”", "’", "(", "(a", "1", "年", "\u{301}", "é", "\n",
    ]
    for tradition in [Typography.Tradition.simplifiedChinese, .latin] {
      let typography = Typography(tradition)
      var preparer = TextPreparer(typography)
      for piece in ["a", "国", "a ", "，国", "1", "n’t "] {
        for (ending, count) in endings.flatMap({ ending in (0..<36).map { (ending, $0) } }) {
          let text = String(repeating: piece, count: count) + ending
          let plain = PreparedText(text, typography, inRuns: false)
          #expect(preparer.prepare(text).clusters == plain.clusters, "\(text)")
        }
      }
    }
  }

  @Test(arguments: Typography.Tradition.allCases)
  func `edge-only filling is that of a scan of every cluster`(tradition: Typography.Tradition) {
    for text in Pieces.paragraphs(200, of: tradition) {
      var typography = Typography(tradition)
      typography.squeezesQuotes = false
      let prepared = PreparedText(text, typography)
      for measure in [1, 4, 9, 20, 26, 33] {
        let ends = prepared.fillGreedily(Measure(measure)).map(\.bytes.upperBound)
        if let plain = FullScan(prepared, measure).inkEnds() {
          #expect(ends == plain, "\(measure): \(text)")
        }
      }
    }
  }
}

extension FastPathTests {
  @Test(arguments: Typography.Tradition.allCases)
  func `short lines stretched by their bits have the gaps of long ones`(
    tradition: Typography.Tradition
  ) {
    var (stretched, gaps, plain) = (0, [Gap](), [Gap]())
    for text in Pieces.paragraphs(300, of: tradition) {
      let prepared = PreparedText(text, Typography(tradition))
      for line in [9, 20, 26, 33].flatMap({ prepared.fillGreedily(Measure($0)) }) {
        for spare in 0...8 {
          prepared.stretch(line, to: line.width + spare, into: &gaps)
          prepared.stretch(line, to: line.width + spare, into: &plain, inBits: false)
          #expect(gaps == plain, "\(spare) in \(line.bytes) of \(text)")
          if gaps.count > 1 { stretched += 1 }
        }
      }
    }
    #expect(stretched > 100)
  }
}

/// Greedy filling that looks at every cluster in its turn.
private struct FullScan {
  private let clusters: [PreparedCluster]
  private let room: Int

  init(_ text: PreparedText, _ room: Int) { (clusters, self.room) = (text.clusters, room) }

  /// The ends of what is drawn of each line; nil where a line has to be broken in need.
  func inkEnds() -> [Int]? {
    var (ends, start) = ([Int](), 0)
    repeat {
      guard let next = lineEnd(from: start) else { return nil }
      let ink = clusters[start..<next].lastIndex { $0.cells > 0 && !$0.isSpace }
      ends.append(ink.map { end(of: $0, before: next) } ?? -1)
      start = next
    } while start < clusters.count
    return ends.contains(-1) ? nil : ends
  }

  /// The end of a cluster, with what is not drawn after it.
  private func end(of index: Int, before next: Int) -> Int {
    var last = index
    while last + 1 < next, !clusters[last + 1].isSpace { last += 1 }
    return clusters[last].offset + clusters[last].byteCount
  }

  private func lineEnd(from start: Int) -> Int? {
    var (cells, ink, latest) = (0, 0, Int?.none)
    for index in start..<clusters.count {
      let cluster = clusters[index]
      if ink > 0 || cells > 0 {
        switch cluster.breakBefore {
        case .mandatory: return index
        case .allowed where ink > 0: latest = index
        case .hyphenated where ink > 0 && ink < room: latest = index
        default: break
        }
      } else if index > start, cluster.breakBefore == .mandatory {
        return index
      }
      if ink == 0, cluster.isSpace || cluster.cells == 0 { continue }
      cells += cluster.cells
      guard !cluster.isSpace, cluster.cells > 0 else { continue }
      ink = cells
      if ink > room { return latest }
    }
    return clusters.count
  }
}
