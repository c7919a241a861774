import NewsModel
import ScreenModel

/// What the name of a paper is drawn from: its own picture, or else type.
struct LargeNameplate: Sendable {
  private enum Source {
    case picture(Bitmap)
    case type(LargeType, name: String)
  }

  private let source: Source
  private let blocks: BlockSet

  /// Nil where there is nothing to draw from, or the terminal does not draw blocks in one cell each.
  init?(_ nameplate: Nameplate, _ typesetting: Typesetting) {
    blocks = typesetting.blocks
    guard blocks.isDrawn(by: typesetting.widths) else { return nil }
    if let picture = nameplate.picture?.trimmed, picture.width > 0 {
      source = .picture(picture)
    } else if let type = typesetting.largeType {
      source = .type(type, name: nameplate.name)
    } else {
      return nil
    }
  }

  /// The sizes to try in at most `most` rows, the largest area first: rows, and breadth in hundredths.
  func sizes(within most: Int) -> [(rows: Int, breadth: Int)] {
    let sizes = stride(from: most, through: leastRows, by: -1).flatMap { rows in
      breadths.map { (rows: rows, breadth: $0) }
    }
    return sizes.enumerated().sorted {
      let (one, other) = ($0.element, $1.element)
      let areas = (one.rows * one.rows * one.breadth, other.rows * other.rows * other.breadth)
      return areas.0 == areas.1 ? $0.offset < $1.offset : areas.0 > areas.1
    }.map(\.element)
  }

  /// How broad it may be set, in hundredths.
  ///
  /// Type may be narrowed, as papers do with a long name: squares to three quarters, letters a little
  /// more. A picture stays as it was drawn.
  private var breadths: [Int] {
    switch source {
    case .picture: [100]
    case .type(_, let name):
      name.unicodeScalars.contains(where: \.isSquare) ? [100, 75] : [100, 75, 60]
    }
  }

  /// The fewest rows in which it can be read: eight dots for letters and pictures, twelve for the
  /// strokes of an ideograph or a syllable.
  private var leastRows: Int {
    guard case .type(_, let name) = source else { return 4 }
    return name.unicodeScalars.contains(where: \.isSquare) ? 6 : 4
  }

  /// The name in so many rows and at most `columns`; nil where that cannot be.
  func art(rows: Int, breadth: Int, columns: Int) -> BlockArt? {
    guard columns > 0 else { return nil }
    let picture: Bitmap? =
      switch source {
      case .picture(let picture): scaled(picture, rows: rows, columns: columns)
      case .type(let type, let name): set(name, type, rows, breadth, columns)
      }
    guard let picture, picture.width > 0 else { return nil }
    let art = BlockArt(picture, blocks)
    return art.size.rows <= rows && art.size.columns <= columns ? art : nil
  }

  private func scaled(_ picture: Bitmap, rows: Int, columns: Int) -> Bitmap? {
    let height = 2 * rows
    let width = max(
      1, (picture.width * height * blocks.across + picture.height / 2) / picture.height)
    guard width <= columns * blocks.across else { return nil }
    return picture.scaled(width: width, height: height)
  }

  private func set(
    _ name: String, _ type: LargeType, _ rows: Int, _ breadth: Int, _ columns: Int
  ) -> Bitmap? {
    // Squares take two cells a row each, narrow letters a half: a name that is wider is not tried.
    let squares = name.unicodeScalars.count { $0.isSquare }
    let letters = name.unicodeScalars.count - squares
    guard (17 * squares + 4 * letters) * rows * breadth <= columns * 1_000 else { return nil }
    return type.picture(
      LargeType.Request(text: name, height: 2 * rows, breadth: breadth * blocks.across))
  }
}
