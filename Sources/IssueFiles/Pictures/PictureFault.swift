/// What is wrong with the file of a photo, as far as its first bytes tell.
public enum PictureFault: Error, Hashable, Sendable {
  /// Neither PNG nor JPEG nor WebP.
  case otherFormat
  /// The file ends, or strays from its format, before it says how large the picture is.
  case noSize
  /// A picture without dots, or with more than ``PictureHeader/mostDots``.
  case badSize(width: Int, height: Int)
  /// More bytes than ``PictureHeader/mostBytes``.
  case tooLarge
  /// The file cannot be read at all.
  indirect case file(IssueFault)
}

extension PictureFault: CustomStringConvertible {
  /// What is wrong; what to do: fit to follow the path of the picture.
  public var description: String {
    switch self {
    case .otherFormat: "is no PNG, JPEG or WebP picture; save it as one"
    case .noSize: "does not say its width and height; copy or save it again"
    case .badSize(let width, let height):
      "has \(width) by \(height) dots; give it between 1 and \(PictureHeader.mostDots) of them"
    case .tooLarge:
      "is larger than \(bytes(PictureHeader.mostBytes)), the most that is read; make it smaller"
    case .file(let fault): "\(fault)"
    }
  }
}
