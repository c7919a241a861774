import ScreenModel

extension Style {
  /// Whether its paper is darker than its ink; nil where the terminal's own colours decide.
  var paperIsDark: Bool? {
    guard let ink = foreground.lightness, let paper = background.lightness else { return nil }
    return paper < ink
  }
}

extension Color {
  /// How light it is, 0 to 255, by the shares of ITU-R BT.709; nil for the terminal's own.
  ///
  /// The palette is that of xterm: people change its first sixteen colours, but not which of them are light.
  fileprivate var lightness: Int? {
    switch self {
    case .standard: nil
    case .rgb(let red, let green, let blue):
      (2126 * Int(red) + 7152 * Int(green) + 722 * Int(blue)) / 10_000
    case .indexed(let index): Color.palette(Int(index)).lightness
    }
  }

  private static func palette(_ index: Int) -> Color {
    switch index {
    case 0..<16:
      let level: UInt8 = index < 8 ? 205 : 255
      if index == 8 { return .rgb(127, 127, 127) }
      return .rgb(
        index & 1 == 0 ? 0 : level, index & 2 == 0 ? 0 : level, index & 4 == 0 ? 0 : level)
    case 16..<232:
      let place = index - 16
      return .rgb(level(place / 36), level(place / 6 % 6), level(place % 6))
    default:
      let grey = UInt8(clamping: 8 + 10 * (index - 232))
      return .rgb(grey, grey, grey)
    }
  }

  /// One of the six levels of the colour cube.
  private static func level(_ step: Int) -> UInt8 {
    step == 0 ? 0 : UInt8(clamping: 55 + 40 * step)
  }
}
