public import NewsModel

/// What gives the pictures of an issue as greys, by the paths of their files.
///
/// The core is given one as a value; the edge reads and decodes. Where it has nothing for a path, the words
/// of the photo stand alone.
public struct PictureSource: Sendable, Hashable {
  /// What is known of a picture.
  public enum Answer: Hashable, Sendable {
    /// The picture.
    case picture(Raster)
    /// Its proportions; the rest is to come, and the layout will be the same.
    case shape(PictureShape)
    /// There is none to show.
    case none
  }

  /// What tells it from others.
  public let name: String
  private let find: @Sendable (String) -> Answer

  /// Takes the knowledge of files; two values of one name are equal.
  public init(name: String, find: @escaping @Sendable (String) -> Answer) {
    (self.name, self.find) = (name, find)
  }

  /// What is known of the picture at a path.
  public func callAsFunction(_ path: String) -> Answer { find(path) }

  /// Whether both have the same name.
  public static func == (one: PictureSource, other: PictureSource) -> Bool {
    one.name == other.name
  }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// The picture of an item: what is known of it, and what it is drawn with.
public struct ItemPicture: Sendable {
  /// The path of its file, as the issue names it.
  public let image: String
  /// Its proportions.
  public let shape: PictureShape
  /// Its greys; nil while they are to come.
  let raster: Raster?
  /// The characters it is made of.
  let blocks: BlockSet

  /// The picture of a photo; nil where it has none, none can be had, or the terminal does not draw blocks
  /// in one cell each.
  init?(_ photo: Photo, _ typesetting: Typesetting) {
    guard let image = photo.image, let source = typesetting.pictures,
      PictureInk.isDrawn(typesetting.blocks, by: typesetting.widths)
    else { return nil }
    switch source(image) {
    case .picture(let raster): (shape, self.raster) = (raster.shape, raster)
    case .shape(let shape): (self.shape, raster) = (shape, nil)
    case .none: return nil
    }
    (self.image, blocks) = (image, typesetting.blocks)
  }
}
