package import NewsModel
package import ScreenModel

/// The sizes at which a picture may stand over its words in one breadth of columns.
///
/// A cell is twice as high as it is wide, so that a picture of square dots has as many rows as half its
/// columns times its proportions. Across all columns it may be a row or two higher or lower than that; where
/// there are fewer rows it stands narrower, in the middle.
package struct PictureSizes: Hashable, Sendable {
  private let shape: PictureShape
  /// The cells of the columns.
  private let width: Int

  /// Below these a picture shows nothing that its caption does not say better.
  static let least = Size(columns: 16, rows: 4)

  package init(_ shape: PictureShape, width: Int) { (self.shape, self.width) = (shape, width) }

  /// The rows that the whole breadth asks for.
  package var idealRows: Int { max(1, (width * shape.height + shape.width) / (2 * shape.width)) }

  /// How many rows the picture may be higher or lower than that.
  package var slack: Int { idealRows < 12 ? 1 : 2 }

  /// The largest size in at most `rows` rows; nil where that would be too small.
  ///
  /// A picture takes at least two thirds of its columns, unless it may be narrow: beside a narrower one the
  /// blank would be the larger thing to see.
  package func size(within rows: Int, mayBeNarrow: Bool = false) -> Size? {
    let size: Size
    if rows >= idealRows - slack {
      size = Size(columns: width, rows: min(rows, idealRows))
    } else {
      guard rows > 0 else { return nil }
      let columns = (2 * rows * shape.width + shape.height / 2) / shape.height
      size = Size(columns: min(width, columns), rows: rows)
    }
    let isLarge = size.columns >= PictureSizes.least.columns && size.rows >= PictureSizes.least.rows
    return isLarge && (mayBeNarrow || 3 * size.columns >= 2 * width) ? size : nil
  }
}
