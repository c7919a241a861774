internal import CByteVectors

/// The least costs of the runs of a ``Slicing``: a row of numbers for each run, one for each height.
///
/// Costs are 16-bit, so that eight of them are compared at once, and stop at ``impossible``. Behind each
/// row there is room for eight more numbers, whose values mean nothing: what is computed for heights
/// beyond the last is written there.
struct CostTable {
  /// What cannot be set; all costs are less.
  static let impossible = Int16.max

  private let rows: Int
  private let stride: Int
  private var costs: [Int16]

  /// A table for `runs` runs and heights of 0 to `rows` rows, all impossible.
  init(runs: Int, rows: Int) {
    self.rows = rows
    stride = rows + 1 + 8
    costs = Array(repeating: CostTable.impossible, count: runs * stride)
  }

  /// The least cost of a run at a height.
  subscript(run: Int, height: Int) -> Int16 {
    get { costs[run * stride + height] }
    set { costs[run * stride + height] = newValue }
  }

  /// Lowers the costs of `run` to those of one run above another with a rule of one row between them,
  /// at all `heights` of the upper one and all from `least` of the lower one on.
  ///
  /// The one hot loop of the composition.
  mutating func relax(
    _ run: Int, _ above: Int, _ heights: ClosedRange<Int>, _ below: Int, from least: Int,
    _ cut: Int16
  ) {
    precondition(least >= 0 && heights.upperBound + 1 + least <= rows, "no room for the lower run")
    for height in heights {
      let fixed = Int(self[above, height]) + Int(cut)
      guard fixed < CostTable.impossible else { continue }
      lower(
        from: run * stride + height + 1 + least, count: rows - height - least,
        to: below * stride + least, plus: Int16(fixed))
    }
  }

  /// Lowers the costs of `run` to those of two runs side by side, at heights from `least` on.
  mutating func relax(_ run: Int, _ one: Int, _ two: Int, from least: Int, _ cut: Int16) {
    let (target, first, second) = (run * stride, one * stride, two * stride)
    let fixed = SIMD8(repeating: cut)
    let last = max(target, max(first, second)) + rows
    precondition(least >= 0 && last + 8 < costs.count, "no such run")
    unsafe costs.withUnsafeMutableBytes { bytes in
      for height in Swift.stride(from: least, through: rows, by: 8) {
        let sum = unsafe lanesSum(
          bytes.eight(at: first + height), bytes.eight(at: second + height))
        unsafe bytes.lower(at: target + height, to: lanesSum(sum, fixed))
      }
    }
  }

  /// Lowers `count` costs from `target` on to those from `source` on with `fixed` added, and up to seven
  /// behind them.
  private mutating func lower(
    from target: Int, count: Int, to source: Int, plus fixed: Int16
  ) {
    let fixed = SIMD8(repeating: fixed)
    precondition(target >= 0 && source >= 0 && max(target, source) + count + 7 <= costs.count)
    unsafe costs.withUnsafeMutableBytes { bytes in
      for place in Swift.stride(from: 0, to: count, by: 8) {
        let sum = unsafe lanesSum(bytes.eight(at: source + place), fixed)
        unsafe bytes.lower(at: target + place, to: sum)
      }
    }
  }
}

extension UnsafeMutableRawBufferPointer {
  /// Eight numbers, the first at a place counted in numbers.
  ///
  /// - Precondition: They are all there, which is not checked.
  @unsafe @inline(__always)
  fileprivate func eight(at place: Int) -> SIMD8<Int16> {
    unsafe UnsafeRawPointer(baseAddress.unsafelyUnwrapped).loadUnaligned(
      fromByteOffset: 2 * place, as: SIMD8<Int16>.self)
  }

  /// Lowers eight numbers to those of `numbers` that are smaller.
  ///
  /// - Precondition: They are all there, which is not checked.
  @unsafe @inline(__always)
  fileprivate func lower(at place: Int, to numbers: SIMD8<Int16>) {
    let lowered = unsafe lanesSmaller(eight(at: place), numbers)
    unsafe baseAddress.unsafelyUnwrapped.storeBytes(
      of: lowered, toByteOffset: 2 * place, as: SIMD8<Int16>.self)
  }
}
