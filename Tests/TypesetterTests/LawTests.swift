import Testing
import Typesetter
import UnicodeTables

/// Laws that hold of any text at any measure, however its lines were found.
@Suite struct LawTests {
  private static let measures = [1, 2, 3, 5, 8, 13, 20, 26, 40]

  /// Says where a law fails for the paragraphs of a tradition.
  private func check(
    _ tradition: Typography.Tradition, _ holds: (Setting) -> Bool,
    _ location: SourceLocation = #_sourceLocation
  ) {
    for text in Pieces.paragraphs(60, of: tradition) {
      for measure in Self.measures {
        for method in Setting.Method.allCases {
          for gutter in [0, 1, 2] {
            let setting = Setting(text, tradition, measure: measure, gutter: gutter, method)
            if !holds(setting) {
              Issue.record(
                "\(method) \(measure)+\(gutter): \(text) as \(setting.sources)",
                sourceLocation: location)
            }
          }
        }
      }
    }
  }

  @Test(arguments: Typography.Tradition.allCases)
  func `clusters partition the bytes`(tradition: Typography.Tradition) {
    for text in Pieces.paragraphs(300, of: tradition) {
      let prepared = PreparedText(text, Typography(tradition))
      var offset = 0
      for cluster in prepared.clusters {
        #expect(cluster.offset == offset && cluster.byteCount > 0)
        #expect(cluster.leadingBlank + cluster.glyphCells <= cluster.cells)
        offset += cluster.byteCount
      }
      #expect(offset == text.utf8.count && prepared.byteCount == offset)
    }
  }

  @Test(arguments: Typography.Tradition.allCases)
  func `a paragraph is as wide as its clusters`(tradition: Typography.Tradition) {
    for text in Pieces.paragraphs(300, of: tradition) {
      let prepared = PreparedText(text, Typography(tradition))
      #expect(prepared.width(of: prepared.bytes) == prepared.clusters.reduce(0) { $0 + $1.cells })
    }
  }

  @Test(arguments: Typography.Tradition.allCases)
  func `lines partition the text, only blanks between them`(tradition: Typography.Tradition) {
    check(tradition) { setting in
      var next = 0
      for line in setting.lines {
        guard line.bytes.lowerBound >= next,
          setting.prepared.isBlank(next..<line.bytes.lowerBound)
        else { return false }
        next = line.bytes.upperBound
      }
      return setting.prepared.isBlank(next..<setting.prepared.byteCount)
    }
  }

  @Test(arguments: Typography.Tradition.allCases)
  func `lines keep the measure and the gutter`(tradition: Typography.Tradition) {
    check(tradition) { setting in
      setting.lines.allSatisfy { line in
        let inked = setting.prepared.clusters(in: line.bytes).filter { $0.cells > 0 }
        let width = inked.reduce(line.hyphen ? 1 : 0) { $0 + $1.cells } - line.squeeze
        let end = line.indent + line.width
        return line.width == width
          && line.hang == min(setting.room.gutter, max(0, end - setting.measure))
          && (end <= setting.measure + line.hang || inked.count == 1)
          && (line.hang == 0 || inked.count == 1 || inked.last.map { setting.hangs($0) } == true)
      }
    }
  }

  @Test(arguments: Typography.Tradition.allCases)
  func `no line begins or ends with a mark that may not stand there`(
    tradition: Typography.Tradition
  ) {
    check(tradition) { setting in
      setting.pairs.allSatisfy { before, after in
        !Self.startForbidden.contains(after) && !Self.endForbidden.contains(before)
          && !(before.properties.numericType == .decimal && "%％‰℃".unicodeScalars.contains(after))
      }
    }
  }

  @Test(arguments: Typography.Tradition.allCases)
  func `a line is broken in need only where nothing else fits`(tradition: Typography.Tradition) {
    check(tradition) { setting in
      setting.breaksInNeed.allSatisfy { line in
        let inked = setting.prepared.clusters(in: line).drop { $0.cells == 0 || $0.isSpace }
        return inked.dropFirst().allSatisfy { cluster in
          cluster.breakBefore == .prohibited || cluster.breakBefore == .hyphenated
        }
      }
    }
  }

  @Test(arguments: Typography.Tradition.allCases)
  func `stretching fills a line to the cell or leaves it`(tradition: Typography.Tradition) {
    check(tradition) { setting in
      setting.lines.filter { $0.squeeze == 0 }.allSatisfy { line in
        let gaps = setting.prepared.stretch(line, to: setting.measure)
        let places = gaps.map(\.cluster)
        return gaps.isEmpty
          || line.width + gaps.reduce(0) { $0 + $1.blanks } == setting.measure
            && gaps.allSatisfy { $0.blanks > 0 && line.bytes.contains($0.cluster) }
            && places == places.sorted() && Set(places).count == places.count
      }
    }
  }

  @Test(arguments: Typography.Tradition.allCases)
  func `a squeezed line gives back blanks of its quotes alone`(tradition: Typography.Tradition) {
    check(tradition) { setting in
      setting.lines.filter { $0.squeeze > 0 }.allSatisfy { line in
        let gaps = setting.prepared.stretch(line, to: setting.measure)
        return gaps.reduce(0) { $0 + $1.blanks } == -line.squeeze
          && gaps.allSatisfy { line.bytes.contains($0.cluster) }
      }
    }
  }

  @Test(arguments: Typography.Tradition.allCases)
  func `a paragraph breaks at a measure as if it were new`(tradition: Typography.Tradition) {
    for text in Pieces.paragraphs(50, of: tradition) {
      let kept = PreparedText(text, Typography(tradition))
      _ = kept.fill(measure: 7)
      for measure in Self.measures {
        let fresh = PreparedText(text, Typography(tradition))
        #expect(kept.fill(measure: measure) == fresh.fill(measure: measure))
        #expect(kept.clusters == fresh.clusters)
      }
    }
  }

  static let startForbidden = Set("、，。：；！？”’）》〉」』】〕〗～–·・‧/％‰℃,.:;!?)]}%".unicodeScalars)
  static let endForbidden = Set("“‘（《〈「『【〔〖([{￥".unicodeScalars)
}

extension Setting {
  /// Whether a mark may hang at all.
  fileprivate func hangs(_ last: PreparedCluster) -> Bool {
    switch prepared.typography.tradition {
    case .simplifiedChinese: LawTests.startForbidden.contains(last.glyph.first)
    case .japanese: last.glyph.first == "。" || last.glyph.first == "、"
    case .traditionalChinese, .korean, .latin: false
    }
  }

  /// The last code point of each line and the first of the next, where neither need nor a mandatory
  /// break parted them.
  fileprivate var pairs: [(before: Unicode.Scalar, after: Unicode.Scalar)] {
    zip(lines, lines.dropFirst()).compactMap { line, next in
      guard !line.isLast, let first = prepared.clusters(in: next.bytes).first,
        first.breakBefore != .prohibited, first.cells > 0,
        let last = prepared.clusters(in: line.bytes).last(where: { $0.cells > 0 })
      else { return nil }
      return (last.glyph.first, first.glyph.first)
    }
  }

  /// Lines that end where no line may.
  fileprivate var breaksInNeed: [Range<Int>] {
    zip(lines, lines.dropFirst()).compactMap { line, next in
      guard !line.isLast, let first = prepared.clusters(in: next.bytes).first else { return nil }
      // What is not drawn may stand between: the break may be there.
      let between = line.bytes.upperBound..<first.offset + first.byteCount
      let isLegal = prepared.clusters(in: between).contains { $0.breakBefore != .prohibited }
      return isLegal ? nil : line.bytes
    }
  }
}
