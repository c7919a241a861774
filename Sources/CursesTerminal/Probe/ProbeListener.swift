/// Hears the answers to one question: a cursor for each cluster in turn, and at the end what the
/// terminal can do.
///
/// All or nothing: with a cursor missing, or one from another row because the window was dragged
/// meanwhile, nobody can say which cluster an answer belongs to.
package struct ProbeListener: Sendable {
  /// The clusters asked for, in order.
  package let clusters: [ProbedCluster]
  /// The row the clusters were printed in, from 0.
  package let row: Int
  /// Whether the last answer has come.
  package private(set) var isDone = false

  private var cursors: [(row: Int, column: Int)] = []
  private var clusterMode: Int?
  private var version: String?

  /// Mode 2027 measures whole clusters, as contour's terminal-unicode-core has it.
  static let clusterMode = 2027

  /// A listener to a question that has just been asked.
  package init(_ clusters: [ProbedCluster], row: Int) {
    (self.clusters, self.row) = (clusters, row)
  }

  /// Takes an answer; those after the last are of no question of ours.
  package mutating func take(_ answer: TerminalAnswer) {
    guard !isDone else { return }
    switch answer {
    case .cursor(let row, let column): cursors.append((row, column))
    case .mode(Self.clusterMode, let setting) where (0...4).contains(setting): clusterMode = setting
    case .mode: break
    case .version(let name): version = name
    case .attributes: isDone = true
    }
  }

  /// What the terminal has said; nil before the end, and where the answers do not fit the question.
  package var answers: ProbeAnswers? {
    guard isDone, cursors.count == clusters.count,
      cursors.allSatisfy({ $0.row == row + 1 && $0.column > 0 })
    else { return nil }
    let cells = zip(clusters, cursors).map { ($0, $1.column - 1) }
    return ProbeAnswers(
      Dictionary(cells) { first, _ in first }, clusterMode: clusterMode, version: version)
  }
}
