import Synchronization

/// A dictionary that is read when its first word is asked for.
///
/// Any thread may ask. Two that ask first at the same time both read the file, and one of the
/// results is given back: rarer and cheaper than a lock for every word.
final class LazyDictionary: Sendable {
  private let path: String
  private let loaded = AtomicLazyReference<Contents>()

  /// Remembers the file; reads nothing.
  init(path: String) { self.path = path }

  /// Before which letters of a word in lower case it may be parted.
  func places(in letters: [Unicode.Scalar]) -> [Int] {
    let contents = loaded.load() ?? loaded.storeIfNil(Contents(path))
    return contents.places(in: letters)
  }

  /// What the file held; nothing where it cannot be read.
  private final class Contents: Sendable {
    private let table: PatternTable?
    /// What knows the changed spellings of a small file.
    private let dictionary: PatternDictionary?

    init(_ path: String) {
      let bytes = bytes(ofFile: path)
      table = PatternTable(bytes)
      let isSmall = bytes.count <= LazyDictionary.mostForLibhyphen
      let isForLibhyphen = isSmall && table?.changesSpelling != false
      dictionary = isForLibhyphen ? PatternDictionary(path: path) : nil
    }

    func places(in letters: [Unicode.Scalar]) -> [Int] {
      dictionary?.places(in: letters) ?? table?.places(in: letters) ?? []
    }
  }

  /// The size in bytes up to which libhyphen may read a file: 100 KB take it 7 ms, but the 1 MB of German
  /// two seconds.
  private static let mostForLibhyphen = 300_000
}
