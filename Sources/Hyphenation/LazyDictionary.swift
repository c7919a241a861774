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

  /// What the file held: patterns alone, or more, which libhyphen understands; or nothing that can
  /// be read.
  private final class Contents: Sendable {
    private let table: PatternTable?
    private let dictionary: PatternDictionary?

    init(_ path: String) {
      table = PatternTable(bytes(ofFile: path))
      dictionary = table == nil ? PatternDictionary(path: path) : nil
    }

    func places(in letters: [Unicode.Scalar]) -> [Int] {
      table?.places(in: letters) ?? dictionary?.places(in: letters) ?? []
    }
  }
}
