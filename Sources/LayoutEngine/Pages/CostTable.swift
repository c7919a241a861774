internal import CByteVectors

/// The least costs of the runs of a ``Slicing``: a row of numbers for each run, one for each height.
///
/// Costs are 16-bit, so that eight of them are compared at once, and stop at ``impossible``.
struct CostTable {
  /// What cannot be set; all costs are less.
  static let impossible = Int16.max

  private let rows: Int
  private var costs: [Int16]

  /// A table for `runs` runs and heights of 0 to `rows` rows, all impossible.
  init(runs: Int, rows: Int) {
    self.rows = rows
    costs = Array(repeating: CostTable.impossible, count: runs * (rows + 1))
  }

  /// The least cost of a run at a height.
  subscript(run: Int, height: Int) -> Int16 {
    get { costs[run * (rows + 1) + height] }
    set { costs[run * (rows + 1) + height] = newValue }
  }

  /// Lowers the costs of `run` to those of one run above another with a rule of one row between them,
  /// at all `heights` of the upper one and all from `least` of the lower one on.
  ///
  /// The one hot loop of the composition.
  ///
  /// - Precondition: The three runs differ.
  mutating func relax(
    _ run: Int, _ above: Int, _ heights: ClosedRange<Int>, _ below: Int, from least: Int,
    _ cut: Int16
  ) {
    precondition(run != above && run != below, "a run is not part of itself")
    precondition(least >= 0 && heights.lowerBound >= 0, "no such height")
    precondition(heights.upperBound + 1 + least <= rows, "no room for the lower run")
    let (target, one, two) = (start(run), start(above), start(below) + least)
    let count = rows - least
    unsafe costs.withUnsafeMutableBufferPointer { costs in
      guard let base = costs.baseAddress else { return }
      for height in heights {
        let fixed = unsafe Int(base[one + height]) + Int(cut)
        guard fixed < CostTable.impossible else { continue }
        unsafe lowerCosts(
          base + target + height + 1 + least, base + two, Int16(fixed), count - height)
      }
    }
  }

  /// Lowers the costs of `run` to those of two runs side by side, at heights from `least` on.
  mutating func relax(_ run: Int, _ one: Int, _ two: Int, from least: Int, _ cut: Int16) {
    precondition((0...rows).contains(least), "no such height")
    let (target, first, second) = (start(run) + least, start(one) + least, start(two) + least)
    let count = rows + 1 - least
    unsafe costs.withUnsafeMutableBufferPointer { costs in
      guard let base = costs.baseAddress else { return }
      unsafe lowerCostsToSums(base + target, base + first, base + second, cut, count)
    }
  }

  /// The place of a run's first cost.
  private func start(_ run: Int) -> Int {
    precondition(run >= 0 && (run + 1) * (rows + 1) <= costs.count, "no such run")
    return run * (rows + 1)
  }
}
