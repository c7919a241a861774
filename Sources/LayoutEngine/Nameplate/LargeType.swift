public import NewsModel

/// What draws the name of a paper in large type: characters in, dots out, or nothing.
///
/// The core is given one as a value; fonts at the edge fulfil it. Where it draws nothing the name is set
/// as text.
public struct LargeType: Sendable, Hashable {
  /// What is asked for.
  public struct Request: Hashable, Sendable {
    /// The name, in one line.
    public let text: String
    /// Dots from the top of the highest to the foot of the lowest character; at least 8.
    public let height: Int
    /// How much wider than high a square is, in hundredths of a dot: 200 where a dot is half as wide
    /// as it is high.
    public let breadth: Int

    /// Asks for a name.
    public init(text: String, height: Int, breadth: Int) {
      (self.text, self.height, self.breadth) = (text, height, breadth)
    }
  }

  /// One character as a font draws it.
  public struct Glyph: Hashable, Sendable {
    /// Its dots, without margins; empty for a blank.
    public let dots: Bitmap
    /// Dots between the place of the pen and the leftmost dot.
    public let left: Int
    /// The row of its topmost dot, from 0 at the top of the line.
    public let top: Int
    /// Dots by which the pen moves on.
    public let advance: Int

    /// Places the dots of a character.
    public init(dots: Bitmap, left: Int, top: Int, advance: Int) {
      (self.dots, self.left, self.top, self.advance) = (dots, left, top, advance)
    }
  }

  /// Draws all characters of a request, in order, or nothing; see `init(name:draw:)`.
  public typealias Draw = @Sendable (Request) -> [Glyph]?

  /// What tells it from others.
  public let name: String
  private let draw: Draw

  /// Takes the knowledge of fonts.
  ///
  /// `draw` gives a glyph for every Unicode scalar of the text, or nil where a single one is missing:
  /// there is never half a name. Two values of one name are equal.
  public init(name: String, draw: @escaping Draw) { (self.name, self.draw) = (name, draw) }

  /// The most characters of a name in large type: more fit on no screen.
  static let mostCharacters = 48

  /// The name as one picture, trimmed; nil where it cannot be drawn whole.
  package func picture(_ request: Request) -> Bitmap? {
    let scalars = Array(request.text.unicodeScalars)
    guard (1...LargeType.mostCharacters).contains(scalars.count),
      scalars.allSatisfy(\.standsAlone), let glyphs = draw(request), glyphs.count == scalars.count
    else { return nil }
    return SetName(scalars, glyphs, request).picture
  }

  /// Whether both have the same name.
  public static func == (one: LargeType, other: LargeType) -> Bool { one.name == other.name }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension Unicode.Scalar {
  /// Whether a name may be set of it without knowing how its script joins, stacks or turns letters:
  /// Latin, Greek, Cyrillic, Armenian, Georgian, Hangul syllables, kana, Han, and common marks.
  ///
  /// Others need shaping, and a name in them stays text.
  var standsAlone: Bool {
    switch value {
    case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF, 0x370...0x482, 0x48A...0x58F, 0x10A0...0x10FF,
      0x1C80...0x1CBF, 0x1E00...0x1FFF, 0x2010...0x2027, 0x2030...0x205E, 0x2C60...0x2C7F,
      0x2E80...0x3029, 0x3030...0x3098, 0x309B...0x30FF, 0x3105...0x312F, 0x31A0...0x31FF,
      0x3400...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF01...0xFF5E, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Whether it fills a square: Han, kana, Hangul syllables and their marks.
  var isSquare: Bool { value >= 0x2E80 }
}
