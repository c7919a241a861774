import CHyphen
import Glibc

/// A dictionary of libhyphen in memory.
///
/// It never changes after it is loaded, and libhyphen keeps nothing between two words: any thread
/// may ask. It is given back with the last reference.
@safe package final class PatternDictionary: @unchecked Sendable {
  private let patterns: UnsafeMutablePointer<HyphenDict>
  private let characterSet: CharacterSet

  /// Reads a file; nil where that fails, or where its encoding is not understood.
  package init?(path: String) {
    guard let patterns = unsafe hnj_hyphen_load(path) else { return nil }
    guard let set = unsafe CharacterSet(named: Self.encoding(of: patterns)) else {
      unsafe hnj_hyphen_free(patterns)
      return nil
    }
    unsafe self.patterns = patterns
    characterSet = set
  }

  deinit { unsafe hnj_hyphen_free(patterns) }

  /// Before which letters, counted from 0, a word in lower case may be parted.
  ///
  /// Places where the spelling would change (`Zuk-ker` for `Zucker`) are left out. The minima of
  /// the dictionary hold. A word that the dictionary's encoding cannot write is left whole.
  package func places(in letters: [Unicode.Scalar]) -> [Int] {
    guard letters.count > 1, let word = characterSet.encoded(letters) else { return [] }
    // libhyphen asks for five bytes more than the word has.
    return unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: word.count + 4) { marks in
      var changes = unsafe Changes(count: word.count - 1)
      defer { unsafe changes.free() }
      guard unsafe changes.mark(word, into: marks, by: patterns) else { return [] }
      return (1..<letters.count).filter { place in
        unsafe marks[place - 1] & 1 == 1 && !changes.isChange(at: place - 1)
      }
    }
  }

  private static func encoding(of patterns: UnsafeMutablePointer<HyphenDict>) -> String {
    unsafe withUnsafeBytes(of: &patterns.pointee.cset) { bytes in
      unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}

/// What libhyphen says of changed spellings: arrays that it allocates where it needs them.
@unsafe private struct Changes {
  let count: Int
  private var replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
  private var positions: UnsafeMutablePointer<Int32>?
  private var cuts: UnsafeMutablePointer<Int32>?

  init(count: Int) { unsafe self.count = count }

  /// Lets libhyphen mark `word`, of `count` bytes and a zero: an odd mark is a place after the letter
  /// of its number.
  mutating func mark(
    _ word: [CChar], into marks: UnsafeMutableBufferPointer<CChar>,
    by patterns: UnsafeMutablePointer<HyphenDict>
  ) -> Bool {
    // Minima of 0 are the dictionary's own.
    unsafe hnj_hyphen_hyphenate3(
      patterns, word, Int32(count), marks.baseAddress, nil, &replacements, &positions, &cuts,
      0, 0, 0, 0) == 0
  }

  /// Whether the spelling changes where a word is parted after a letter.
  func isChange(at letter: Int) -> Bool { unsafe replacements?[letter] != nil }

  /// Gives everything back.
  func free() {
    if let replacements = unsafe replacements {
      for index in 0..<(unsafe count) { unsafe Glibc.free(replacements[index]) }
    }
    unsafe Glibc.free(replacements)
    unsafe Glibc.free(positions)
    unsafe Glibc.free(cuts)
  }
}
