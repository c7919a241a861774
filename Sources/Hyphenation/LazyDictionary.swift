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
    return contents.dictionary?.places(in: letters) ?? []
  }

  /// What the file held: nothing, where it could not be read.
  private final class Contents: Sendable {
    let dictionary: PatternDictionary?

    init(_ path: String) { dictionary = PatternDictionary(path: path) }
  }
}
