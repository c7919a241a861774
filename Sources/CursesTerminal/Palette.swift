import ScreenModel

/// The colours that terminals agree on, and the nearest of them to others.
///
/// Entries 0–15 are the user's own; where they have to be guessed, xterm's values stand in.
enum Palette {
  /// Red, green and blue, 0–255 each.
  typealias RGB = (red: Int, green: Int, blue: Int)

  /// xterm's first sixteen.
  private static let named: [(Int, Int, Int)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0),
    (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
    (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
  ]

  /// The steps of a side of the colour cube.
  private static let steps = [0, 95, 135, 175, 215, 255]

  /// What an entry looks like.
  static func rgb(of index: UInt8) -> RGB {
    switch Int(index) {
    case let entry where entry < 16: return named[entry]
    case let entry where entry < 232:
      let place = entry - 16
      return (steps[place / 36], steps[place / 6 % 6], steps[place % 6])
    case let entry:
      let gray = 8 + 10 * (entry - 232)
      return (gray, gray, gray)
    }
  }

  /// The nearest of the 240 fixed entries.
  static func nearestFixed(to color: RGB) -> UInt8 {
    let cube = [color.red, color.green, color.blue].map { value in
      steps.indices.min { abs(steps[$0] - value) < abs(steps[$1] - value) } ?? 0
    }
    let inCube = UInt8(16 + 36 * cube[0] + 6 * cube[1] + cube[2])
    let mean = (color.red + color.green + color.blue) / 3
    let inGrays = UInt8(232 + min(23, max(0, (mean - 3) / 10)))
    return distance(rgb(of: inGrays), color) < distance(rgb(of: inCube), color) ? inGrays : inCube
  }

  /// The nearest of the first `count` entries, 8 or 16.
  static func nearestNamed(to color: RGB, of count: Int) -> UInt8 {
    let nearest = (0..<count).min {
      distance(named[$0], color) < distance(named[$1], color)
    }
    return UInt8(nearest ?? 7)
  }

  private static func distance(_ one: RGB, _ other: RGB) -> Int {
    let (red, green, blue) = (
      one.red - other.red, one.green - other.green, one.blue - other.blue
    )
    return red * red + green * green + blue * blue
  }
}
