/// What a terminal has said of its widths.
public struct ProbeAnswers: Hashable, Sendable {
  /// The cells of each cluster that was asked for, 0 to 8.
  public private(set) var cells: [ProbedCluster: Int]
  /// How mode 2027, which measures whole clusters, stands: 0 where the terminal does not know it,
  /// 1 set, 2 reset, 3 set for ever, 4 reset for ever; nil where it did not say.
  public var clusterMode: Int?
  /// Its name and version, printable ASCII; nil where it did not say, and in what is remembered.
  public var version: String?

  /// The most cells that are believed: no terminal gives a probed cluster more than five.
  static let mostCells = 8

  /// Answers; cells out of range are left out.
  public init(_ cells: [ProbedCluster: Int] = [:], clusterMode: Int? = nil, version: String? = nil)
  {
    self.cells = cells.filter { (0...Self.mostCells).contains($0.value) }
    self.clusterMode = clusterMode
    self.version = version
  }

  /// These answers and, where they say nothing, those of `earlier`.
  public func completed(by earlier: ProbeAnswers?) -> ProbeAnswers {
    guard let earlier else { return self }
    return ProbeAnswers(
      cells.merging(earlier.cells) { new, _ in new },
      clusterMode: clusterMode ?? earlier.clusterMode,
      version: version)
  }
}

extension ProbeAnswers {
  private static let modeName = "cluster-mode"

  /// The answers as a line to be remembered: `quote=1 rule=1 …`, in the order of the clusters.
  public var record: String {
    let pairs = ProbedCluster.allCases.compactMap { cluster in
      cells[cluster].map { "\(cluster.rawValue)=\($0)" }
    }
    return (pairs + (clusterMode.map { ["\(Self.modeName)=\($0)"] } ?? [])).joined(separator: " ")
  }

  /// Reads a remembered line; nil unless every word of it is understood.
  public init?(record: some StringProtocol) {
    self.init()
    for word in record.split(separator: " ") {
      let parts = word.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2, parts[1].utf8.count == 1, let number = Int(parts[1]),
        number <= Self.mostCells
      else { return nil }
      if parts[0] == Self.modeName, number <= 4 {
        clusterMode = number
      } else if let cluster = ProbedCluster(rawValue: String(parts[0])) {
        cells[cluster] = number
      } else {
        return nil
      }
    }
    guard !cells.isEmpty else { return nil }
  }
}
