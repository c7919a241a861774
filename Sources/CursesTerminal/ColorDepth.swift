/// How many colours a terminal shows, or how many the reader wants.
public enum ColorDepth: Int, Comparable, Sendable {
  /// Attributes only, as `NO_COLOR` asks.
  case none = 0
  /// The eight colours of the user's palette.
  case ansi8 = 8
  /// The same and their bright forms.
  case ansi16 = 16
  /// The palette of 256, of which the terminal fixes the upper 240.
  case indexed256 = 256
  /// 24 bits.
  case direct = 0x1000000

  /// The depth of a terminal that says it has so many colours.
  init(colors: Int) {
    switch colors {
    case ..<8: self = .none
    case ..<16: self = .ansi8
    case ..<256: self = .ansi16
    case ..<0x1000000: self = .indexed256
    default: self = .direct
    }
  }

  /// Compares by the number of colours.
  public static func < (one: ColorDepth, other: ColorDepth) -> Bool {
    one.rawValue < other.rawValue
  }
}
