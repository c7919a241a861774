import Testing
import Typesetter
import UnicodeTables

/// Laws that hold of any text at any measure.
@Suite struct LawTests {
  private static let measures = [1, 2, 3, 5, 8, 13, 20, 26, 40]

  /// Says where a law fails for the paragraphs of a tradition.
  private func check(
    _ tradition: Typography.Tradition, _ holds: (Setting) -> Bool,
    _ location: SourceLocation = #_sourceLocation
  ) {
    for text in Pieces.paragraphs(300, of: tradition) {
      for measure in Self.measures {
        let setting = Setting(text, tradition, measure: measure)
        if !holds(setting) {
          Issue.record("\(measure): \(text) as \(setting.sources)", sourceLocation: location)
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
  func `lines partition the text, only blanks between them`(tradition: Typography.Tradition) {
    check(tradition) { setting in
      let clusters = setting.prepared.clusters
      var next = 0
      for line in setting.lines {
        guard line.clusters.lowerBound >= next,
          clusters[next..<line.clusters.lowerBound].allSatisfy(\.isSpace)
        else { return false }
        next = line.clusters.upperBound
      }
      return clusters[next...].allSatisfy(\.isSpace)
    }
  }

  @Test(arguments: Typography.Tradition.allCases)
  func `lines keep the measure`(tradition: Typography.Tradition) {
    check(tradition) { setting in
      setting.lines.allSatisfy { line in
        let inked = setting.prepared.clusters[line.clusters].filter { $0.cells > 0 }
        return line.width == inked.reduce(line.hyphen ? 1 : 0) { $0 + $1.cells }
          && (line.width <= setting.measure || inked.count == 1)
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
          && !(before == after && "—…".unicodeScalars.contains(before))
          && !(before.properties.numericType == .decimal && "%％‰℃".unicodeScalars.contains(after))
      }
    }
  }

  @Test(arguments: Typography.Tradition.allCases)
  func `a line is broken in need only where nothing else fits`(tradition: Typography.Tradition) {
    check(tradition) { setting in
      setting.breaksInNeed.allSatisfy { line in
        let inked = setting.prepared.clusters[line].drop { $0.cells == 0 || $0.isSpace }
        return inked.dropFirst().allSatisfy { cluster in
          cluster.breakBefore == .prohibited || cluster.breakBefore == .hyphenated
        }
      }
    }
  }

  @Test(arguments: Typography.Tradition.allCases)
  func `stretching fills a line to the cell or leaves it`(tradition: Typography.Tradition) {
    check(tradition) { setting in
      setting.lines.allSatisfy { line in
        let blanks = setting.prepared.stretch(line, to: setting.measure)
        let places = blanks.map(\.cluster)
        return blanks.isEmpty
          || line.width + blanks.reduce(0) { $0 + $1.blanks } == setting.measure
            && blanks.allSatisfy { $0.blanks > 0 && line.clusters.dropLast().contains($0.cluster) }
            && places == places.sorted() && Set(places).count == places.count
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
  /// The last code point of each line and the first of the next, where neither need nor a mandatory
  /// break parted them.
  fileprivate var pairs: [(before: Unicode.Scalar, after: Unicode.Scalar)] {
    let clusters = prepared.clusters
    return zip(lines, lines.dropFirst()).compactMap { line, next in
      guard !line.isLast, let first = next.clusters.first,
        clusters[first].breakBefore != .prohibited,
        let last = line.clusters.last(where: { clusters[$0].cells > 0 }),
        clusters[first].cells > 0
      else { return nil }
      return (clusters[last].glyph.first, clusters[first].glyph.first)
    }
  }

  /// Lines that end where no line may.
  fileprivate var breaksInNeed: [Range<Int>] {
    zip(lines, lines.dropFirst()).compactMap { line, next in
      guard !line.isLast, let first = next.clusters.first,
        prepared.clusters[first].breakBefore == .prohibited
      else { return nil }
      return line.clusters
    }
  }
}
