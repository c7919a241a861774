import CPictureLibraries
package import NewsModel

/// Turns the bytes of a picture's file into greys, in a process of its own.
///
/// What decodes pictures is large, written in C and fed by strangers. So it runs in a child that is given
/// nothing but the bytes of one picture, has a limit on memory, time, files and further processes, and gives
/// back nothing but dots. When it fails, crashes or takes too long, there is no picture, and the reader
/// never notices more than that.
package struct PictureDecoder: Sendable {
  /// The program that serves as the child when it is started with ``mode``.
  package let program: String

  /// The argument that makes a program a child.
  package static let mode = "--decode-picture"

  /// Decodes with a program; without one given, with the one that runs.
  package init(program: String = "/proc/self/exe") { self.program = program }

  /// A picture at most ``Raster/longestSide`` dots long and wide; one of more than `dots` dots is refused
  /// before room is made for them.
  ///
  /// Takes a few milliseconds, and four seconds at the very most.
  package func raster(_ bytes: [UInt8], dots: Int) throws(DecodingFault) -> Raster {
    var limits = picture_limits(
      bytes: bytes.count, dots: dots, longest_side: UInt32(Raster.longestSide), seconds: 2,
      patience: 4_000)
    var greys = [UInt8](repeating: 0, count: Raster.longestSide * Raster.longestSide)
    var (width, height): (UInt32, UInt32) = (0, 0)
    let status = unsafe picture_decode(
      program, PictureDecoder.mode, bytes, bytes.count, &limits, &greys, &width, &height)
    if let fault = DecodingFault(status) { throw fault }
    let (columns, rows) = (Int(width), Int(height))
    let dots = Array(greys.prefix(columns * rows))
    guard let raster = Raster(width: columns, height: rows, values: dots) else { throw .crashed }
    return raster
  }

  /// Decodes one picture from standard input to standard output, and ends the process.
  package static func serve() -> Never { picture_serve() }
}

/// Why there is no picture.
package enum DecodingFault: Error, Hashable, Sendable, CaseIterable {
  /// The machine lacks the library for its format.
  case noLibrary
  /// The file is damaged or ends too early.
  case damaged
  /// It has more dots, or needs more memory, than it may.
  case tooLarge
  /// What decoded it ended before its time.
  case crashed
  /// It took too long.
  case slow
  /// No process could be started for it.
  case notStarted

  init?(_ status: picture_status) {
    switch status {
    case PICTURE_DONE: return nil
    case PICTURE_NO_LIBRARY: self = .noLibrary
    case PICTURE_DAMAGED: self = .damaged
    case PICTURE_TOO_LARGE: self = .tooLarge
    case PICTURE_SLOW: self = .slow
    case PICTURE_NOT_STARTED: self = .notStarted
    default: self = .crashed
    }
  }
}

extension DecodingFault: CustomStringConvertible {
  /// What is wrong; what to do: fit to follow the path of the picture.
  package var description: String {
    switch self {
    case .noLibrary: "cannot be drawn without its library; broadsheet doctor names it"
    case .damaged: "is damaged or cut off; copy or save it again"
    case .tooLarge: "unfolds to more than there is room for; make it smaller"
    case .crashed: "cannot be decoded; save it again"
    case .slow: "takes too long to decode; make it smaller"
    case .notStarted: "cannot be decoded now, for no process could be started"
    }
  }
}

/// The libraries that decode pictures.
package enum PictureLibrary: CaseIterable, Sendable {
  case png, jpeg, webp

  /// The name of its format.
  package var format: String {
    switch self {
    case .png: "PNG"
    case .jpeg: "JPEG"
    case .webp: "WebP"
    }
  }

  /// The name by which it is loaded.
  package var fileName: String {
    switch self {
    case .png: unsafe String(cString: picture_png_library)
    case .jpeg: unsafe String(cString: picture_jpeg_library)
    case .webp: unsafe String(cString: picture_webp_library)
    }
  }

  /// Whether this machine has it.
  package var isPresent: Bool { unsafe picture_library_present(fileName) != 0 }
}
