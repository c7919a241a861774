package import NewsModel
package import ScreenModel

/// A picture made of shades and blocks, a cell each, for both kinds of paper.
package struct PictureArt: Hashable, Sendable {
  /// Dark ink on light paper: ink where the picture is dark.
  package let onLightPaper: BlockArt
  /// Light ink on dark paper: ink where the picture is light, so that it does not look like a negative.
  package let onDarkPaper: BlockArt

  /// Puts a picture into cells.
  ///
  /// - Complexity: O(dots + cells).
  package init(_ raster: Raster, _ size: Size, _ set: BlockSet) {
    let (across, down) = (2 * size.columns, 2 * size.rows)
    let lights = raster.samples(across: across, down: down).spread.sharpened(across, down)
    let ink = PictureInk(set)
    onLightPaper = BlockArt(InkedCells(lights.map { 255 - $0 }, size, ink).rows)
    onDarkPaper = BlockArt(InkedCells(lights, size, ink).rows)
  }
}

/// The cells of a picture as they are chosen, one by one in reading order.
///
/// What a cell gets too much or too little of is shared out to its neighbours (after Floyd and Steinberg),
/// so that a grey between two shades is a mixture of both and nothing drifts.
private struct InkedCells {
  private(set) var rows: [[Unicode.Scalar]] = []

  /// How much of a cell's error its neighbours take over, in sixteenths: to the right, and below to the
  /// left, in the middle and to the right.
  ///
  /// Half of the usual sixteen: a shade has a texture of its own, and what is spread further looks like
  /// dust on an even sky.
  private static let shares = (right: 4, left: 1, below: 2, beyond: 1)

  /// `wanted` is the ink of each quarter of a cell, 0 to 255, row by row.
  init(_ wanted: [Int], _ size: Size, _ ink: PictureInk) {
    let columns = size.columns
    var carried = [Int](repeating: 0, count: columns + 2)
    for row in 0..<size.rows {
      var (next, ahead, line) = ([Int](repeating: 0, count: columns + 2), 0, [Unicode.Scalar]())
      for column in 0..<columns {
        let place = 4 * row * columns + 2 * column
        let debt = (ahead + carried[column + 1]) / 16
        let quarters = (
          wanted[place] + debt, wanted[place + 1] + debt, wanted[place + 2 * columns] + debt,
          wanted[place + 2 * columns + 1] + debt
        )
        let mark = ink.nearest(quarters)
        let error = (quarters.0 + quarters.1 + quarters.2 + quarters.3) / 4 - mark.mean
        ahead = error * InkedCells.shares.right
        next[column] += error * InkedCells.shares.left
        next[column + 1] += error * InkedCells.shares.below
        next[column + 2] += error * InkedCells.shares.beyond
        line.append(mark.scalar)
      }
      rows.append(line)
      carried = next
    }
  }
}

extension [Int] {
  /// Lights that differ from those around them by half as much again, so that a mast or an eye that
  /// is smaller than a cell can still turn it.
  ///
  /// - Complexity: O(`across` · `down`).
  fileprivate func sharpened(_ across: Int, _ down: Int) -> [Int] {
    // Sums of all dots above and to the left: four of them give that of any rectangle.
    var sums = [Int](repeating: 0, count: (across + 1) * (down + 1))
    for row in 0..<down {
      var line = 0
      for column in 0..<across {
        line += self[row * across + column]
        sums[(row + 1) * (across + 1) + column + 1] = sums[row * (across + 1) + column + 1] + line
      }
    }
    let reach = 2
    var sharp = self
    for row in 0..<down {
      let (top, bottom) = (Swift.max(0, row - reach), Swift.min(down, row + reach + 1))
      for column in 0..<across {
        let left = Swift.max(0, column - reach)
        let right = Swift.min(across, column + reach + 1)
        let sum =
          sums[bottom * (across + 1) + right] - sums[bottom * (across + 1) + left]
          - sums[top * (across + 1) + right] + sums[top * (across + 1) + left]
        let mean = sum / ((bottom - top) * (right - left))
        let value = self[row * across + column]
        sharp[row * across + column] = Swift.min(255, Swift.max(0, value + (value - mean) / 2))
      }
    }
    return sharp
  }

  /// Lights spread so that all but a fiftieth at either end lie between black and white.
  ///
  /// The few steps there are then serve the picture and not the margins of its scale. One that is nearly
  /// even stays as it is.
  fileprivate var spread: [Int] {
    let sorted = sorted()
    let (low, high) = (sorted[count / 50], sorted[count - 1 - count / 50])
    guard high - low >= 48 else { return self }
    return map { Swift.min(255, Swift.max(0, ($0 - low) * 255 / (high - low))) }
  }
}
