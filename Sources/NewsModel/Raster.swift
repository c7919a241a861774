/// A picture in greys, small enough to be kept and put into cells at any size of the screen.
///
/// - Invariant: both sides are 1 to ``longestSide``, and there are `width * height` values.
public struct Raster: Hashable, Sendable {
  /// The most dots of a side: two for each of the 320 columns of a very wide screen.
  public static let longestSide = 640

  /// Dots across.
  public let width: Int
  /// Dots down.
  public let height: Int
  /// How light each dot is, row by row from the upper left: 0 is black, 255 white, and between them the
  /// scale is that of sRGB.
  public let values: [UInt8]

  /// A picture of those dots; nil where the sides are out of range or the dots not as many as they say.
  public init?(width: Int, height: Int, values: [UInt8]) {
    let sides = 1...Raster.longestSide
    guard sides.contains(width), sides.contains(height), values.count == width * height else {
      return nil
    }
    (self.width, self.height, self.values) = (width, height, values)
  }

  /// How light a dot is.
  ///
  /// - Precondition: `row` and `column` lie within the picture.
  public subscript(row: Int, column: Int) -> UInt8 { values[row * width + column] }

  /// Its proportions.
  public var shape: PictureShape { PictureShape(width: width, height: height) }
}

/// The proportions of a picture, in dots as its file counts them; dots are as wide as they are high.
///
/// - Invariant: both are at least 1.
public struct PictureShape: Hashable, Sendable {
  /// Dots across.
  public let width: Int
  /// Dots down.
  public let height: Int

  /// Makes a shape of two sides, each at least 1.
  public init(width: Int, height: Int) {
    precondition(width >= 1 && height >= 1, "no picture of \(width)x\(height)")
    (self.width, self.height) = (width, height)
  }
}
