/// A colour as a terminal is told it.
public enum Color: Hashable, Sendable {
  /// What the terminal uses when nothing is said.
  case standard
  /// A place in the terminal's palette: 0–7 and 8–15 are the user's own, 16–255 are fixed.
  case indexed(UInt8)
  /// 24-bit colour.
  case rgb(UInt8, UInt8, UInt8)
}

/// The ways text can stand out without colour.
public struct Attributes: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt8
  /// Takes the bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Heavier strokes.
  public static let bold = Attributes(rawValue: 1)
  /// Fainter.
  public static let dim = Attributes(rawValue: 2)
  /// Slanted, where the terminal can.
  public static let italic = Attributes(rawValue: 4)
  /// Underlined.
  public static let underline = Attributes(rawValue: 8)
  /// Foreground and background exchanged.
  public static let reverse = Attributes(rawValue: 16)
}

/// How a cell looks.
public struct Style: Hashable, Sendable {
  /// The colour of the ink.
  public var foreground: Color
  /// The colour of the paper.
  public var background: Color
  /// Bold, dim, ….
  public var attributes: Attributes

  /// A style; without arguments, plain text in the terminal's own colours.
  public init(
    foreground: Color = .standard, background: Color = .standard, attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}
