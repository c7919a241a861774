import NewsModel
import UnicodeTables

/// The characters that pictures are made of, each with the share of its four quarters that is ink.
///
/// Shades for what is even, blocks for edges.
struct PictureInk {
  /// A character; its quarters are the upper left, the upper right and the two below, 0 to 255.
  struct Mark {
    let scalar: Unicode.Scalar
    let quarters: (Int, Int, Int, Int)
    /// The mean of its quarters.
    let mean: Int
  }

  /// Ink all over, from none to full.
  private static let shades = Array(" ░▒▓█".unicodeScalars)
  /// Ink in some quarters, of which the upper left counts 1, the next ones 2, 4 and 8.
  private static let halves: [(Unicode.Scalar, Int)] = [("▀", 3), ("▄", 12), ("▌", 5), ("▐", 10)]
  private static let quadrants: [(Unicode.Scalar, Int)] = [
    ("▘", 1), ("▝", 2), ("▖", 4), ("▗", 8), ("▚", 9), ("▞", 6), ("▛", 7), ("▜", 11), ("▙", 13),
    ("▟", 14),
  ]

  /// The characters, those first that win a tie.
  let marks: [Mark]

  /// The characters of a set: the fonts of consoles have shades and halves, others quadrants too.
  init(_ set: BlockSet) {
    let blocks = PictureInk.halves + (set == .quadrants ? PictureInk.quadrants : [])
    marks =
      PictureInk.shades.enumerated().map { step, scalar in
        let ink = (step * 255 + 2) / 4
        return Mark(scalar: scalar, quarters: (ink, ink, ink, ink), mean: ink)
      }
      + blocks.map { scalar, bits in
        let ink = (0..<4).map { bits >> $0 & 1 == 1 ? 255 : 0 }
        return Mark(
          scalar: scalar, quarters: (ink[0], ink[1], ink[2], ink[3]), mean: ink.reduce(2, +) / 4)
      }
  }

  /// Whether a terminal draws every one of them in one cell.
  static func isDrawn(_ set: BlockSet, by widths: WidthPolicy) -> Bool {
    PictureInk(set).marks.allSatisfy { widths.cells(ofScalar: $0.scalar) == 1 }
  }

  /// The character that is nearest to four quarters of so much ink.
  func nearest(_ wanted: (Int, Int, Int, Int)) -> Mark {
    var best = (mark: marks[0], distance: Int.max)
    for mark in marks {
      let ink = mark.quarters
      let (one, two) = (wanted.0 - ink.0, wanted.1 - ink.1)
      let (three, four) = (wanted.2 - ink.2, wanted.3 - ink.3)
      let distance = one * one + two * two + three * three + four * four
      if distance < best.distance { best = (mark, distance) }
    }
    return best.mark
  }
}
