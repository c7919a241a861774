package import Typesetter
import UnicodeTables

extension HeadBreaks {
  /// Finds the places of a head and weighs them, by the rules of its script and what the page says of
  /// its words.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package init(_ text: PreparedText, _ words: WordEvidence) {
    let clusters = text.clusters
    guard !clusters.contains(where: { $0.breakBefore == .mandatory }),
      let first = clusters.firstIndex(where: { !$0.isSpace })
    else {
      self.init(places: [])
      return
    }
    let judge: any SenseJudge =
      text.typography.isIdeographic
      ? IdeographicSense(clusters, text.typography.tradition, words)
      : WordSense(clusters, text.typography.tradition)
    var places: [Place] = []
    var (cells, drawn) = (0, (end: 0, cells: 0))
    for (index, cluster) in clusters.enumerated() {
      let mayBreak = index > first && cluster.breakBefore == .allowed && !cluster.isSpace
      if index == first || mayBreak {
        places.append(
          Place(
            end: index == first ? cluster.offset : drawn.end, start: cluster.offset,
            cellsToEnd: drawn.cells, cellsToStart: cells,
            cost: index == first ? 0 : judge.cost(before: index)))
      }
      cells += cluster.cells
      if !cluster.isSpace { drawn = (cluster.offset + cluster.byteCount, cells) }
    }
    places.append(
      Place(
        end: drawn.end, start: drawn.end, cellsToEnd: drawn.cells, cellsToStart: drawn.cells,
        cost: 0))
    self.init(places: places)
  }
}

/// Says what it costs to break a head before a cluster.
protocol SenseJudge {
  /// The cost of a break before cluster `index`, in hundredths; a break inside a word costs about 600.
  func cost(before index: Int) -> Int
}

/// The text of a head, cluster by cluster.
struct HeadClusters {
  /// The first code point of each, as drawn.
  let characters: [UInt32]
  let clusters: [PreparedCluster]

  init(_ clusters: [PreparedCluster]) {
    self.clusters = clusters
    characters = clusters.map { $0.isSpace ? 0x20 : $0.glyph.first.value }
  }

  /// The last cluster before `index` that is no blank; the first of all where there is none.
  func lastDrawn(before index: Int) -> Int {
    var place = index - 1
    while place > 0, clusters[place].isSpace { place -= 1 }
    return max(0, place)
  }
}
