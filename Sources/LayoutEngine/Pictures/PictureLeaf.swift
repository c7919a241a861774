import ScreenModel

/// The picture over a photo's words, in every breadth of columns: what sizes it may have, and what they cost.
///
/// It yields to text: where rows are scarce it shrinks within the columns, then it goes, and the words alone
/// are left.
struct PictureLeaf {
  private let sizes: [PictureSizes]
  private let grid: ColumnGrid
  /// The most rows of a picture on a page: three fifths of the screen, so that there is news beside it.
  private let most: Int
  /// The cells it should have: the fourteenth part of the screen, which at 80x24 is one column of three, at
  /// 200x60 two of seven.
  private let wanted: Int

  /// Nil for an item without a picture.
  init?(_ item: ContentItem, _ grid: ColumnGrid, screen: Size) {
    guard let shape = item.picture?.shape else { return nil }
    sizes = (1...grid.count).map { PictureSizes(shape, width: grid.span($0)) }
    self.grid = grid
    most = screen.rows * 3 / 5
    wanted = max(1, screen.columns * screen.rows / 14)
  }

  /// The rows that it asks for in so many columns.
  func idealRows(columns: Int) -> Int { min(most, sizes[columns - 1].idealRows) }

  /// Its size in so many columns and at most so many rows; nil where it yields.
  func size(columns: Int, within rows: Int) -> Size? {
    sizes[columns - 1].size(within: min(rows, most))
  }

  /// What a size costs in so many columns: that it is too small or too large, and the blanks beside it.
  func cost(columns: Int, _ size: Size?) -> Int {
    guard let size else { return Weight.noPicture }
    let cells = size.columns * size.rows
    let small = Weight.smallPicture * max(0, wanted - cells) / wanted
    let large = Weight.largePicture * max(0, cells - 2 * wanted) / wanted
    let blank = (grid.span(columns) - size.columns) * size.rows
    return small + large + blank * Weight.white / grid.measure
  }
}

extension LeafTable {
  /// Whether it is a photo, with a picture, that belongs to the story of another leaf.
  func isPictured(_ other: LeafTable) -> Bool {
    item.picture != nil && item.story == other.item.id
  }
}

extension ItemPicture {
  /// The picture at a size, in the middle of `width` cells from `column` on.
  func placed(_ size: Size, row: Int, column: Int, width: Int) -> PlacedPicture {
    let rect = Rect(
      column: column + max(0, width - size.columns) / 2, row: row, width: size.columns,
      height: size.rows)
    return PlacedPicture(
      rect: rect, image: image, art: raster.map { PictureArt($0, size, blocks) })
  }
}
