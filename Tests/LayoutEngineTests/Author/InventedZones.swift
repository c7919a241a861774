import LayoutEngine
import NewsModel
import TestSupport

extension Zone {
  /// A zone given in hundredths of the page.
  static func percent(_ left: Int, _ top: Int, _ width: Int, _ height: Int) -> [Zone] {
    [Zone(left: left * 100, top: top * 100, width: width * 100, height: height * 100)]
      .compactMap(\.self)
  }
}

/// Zones that are the same every time.
struct InventedZones {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// `count` zones anywhere on the page.
  mutating func scattered(_ count: Int) -> [[Zone]] {
    (0..<count).map { _ in
      let left = Int.random(in: 0..<Zone.whole, using: &random)
      let top = Int.random(in: 0..<Zone.whole, using: &random)
      return [
        Zone(
          left: left, top: top, width: Int.random(in: 1...Zone.whole - left, using: &random),
          height: Int.random(in: 1...Zone.whole - top, using: &random))
      ].compactMap(\.self)
    }
  }

  /// A page cut into `count` zones or fewer by straight lines, each drawn up to half a percent amiss.
  mutating func sliced(_ count: Int) -> [[Zone]] {
    cut(left: 200, top: 200, right: 9_800, bottom: 9_800, into: count)
  }

  private mutating func cut(
    left: Int, top: Int, right: Int, bottom: Int, into count: Int
  ) -> [[Zone]] {
    let (width, height) = (right - left, bottom - top)
    let isStack = width < 2_000 || height >= 1_500 && Bool.random(using: &random)
    guard count > 1, isStack ? height >= 1_500 : width >= 2_000 else {
      return [[amiss(left, top, width, height)].compactMap(\.self)]
    }
    let first = Int.random(in: 1..<count, using: &random)
    if isStack {
      let line = Int.random(in: top + 600...bottom - 600, using: &random)
      return cut(left: left, top: top, right: right, bottom: line - 50, into: first)
        + cut(left: left, top: line + 50, right: right, bottom: bottom, into: count - first)
    }
    let line = Int.random(in: left + 900...right - 900, using: &random)
    return cut(left: left, top: top, right: line - 50, bottom: bottom, into: first)
      + cut(left: line + 50, top: top, right: right, bottom: bottom, into: count - first)
  }

  private mutating func amiss(_ left: Int, _ top: Int, _ width: Int, _ height: Int) -> Zone? {
    Zone(
      left: left + Int.random(in: -50...50, using: &random),
      top: top + Int.random(in: -50...50, using: &random),
      width: width + Int.random(in: -50...50, using: &random),
      height: height + Int.random(in: -50...50, using: &random))
  }

  /// The zones with up to three tenths of them forgotten, at least one kept.
  mutating func forgetting(_ zones: [[Zone]]) -> [[Zone]] {
    var zones = zones
    for _ in 0..<zones.count * 3 / 10 {
      zones[Int.random(in: 0..<zones.count, using: &random)] = []
    }
    return zones
  }
}
