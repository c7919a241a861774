public import Typesetter

/// The hyphenator of a language by the best dictionary of `folders`; nil where there is none.
///
/// `language` is a tag of BCP 47. Dictionaries are files as libhyphen reads them, named
/// `hyph_en_US.dic`. The best has the whole tag in its name; then the tag without its last parts
/// (`de-AT-1996`: `de_AT`, `de`); then the language as its own country writes it (`de_DE`); then the
/// first by name of any country. A folder that stands earlier is preferred among equals.
///
/// The file is read when the first word is asked for: English takes half a millisecond, German, which
/// first finds the words that a word is made of and has ten times the patterns, some three. Minima,
/// letters that are never parted (`NOHYPHEN`) and words within words (`NEXTLEVEL`) are obeyed as libhyphen
/// does. Where parting would change the spelling (`Zuk-ker` for `Zucker`) a word is not parted.
/// Dictionaries with such patterns are left to libhyphen up to 300 KB; it takes seconds for larger ones,
/// and there the places of these patterns part nothing. A file that cannot be read, or has an encoding that
/// is not understood, parts no word.
public func hyphenator(for language: String, in folders: [String]) -> Hyphenator? {
  guard let path = dictionaryPath(for: language, in: folders) else { return nil }
  let dictionary = LazyDictionary(path: path)
  return Hyphenator(name: language) { dictionary.places(in: $0) }
}

/// The file that `hyphenator(for:in:)` chooses.
package func dictionaryPath(for language: String, in folders: [String]) -> String? {
  guard let stems = DictionaryName.stems(for: language) else { return nil }
  let shelves = folders.map { (path: $0, names: Set(namesOfDictionaries(in: $0))) }
  for stem in stems {
    let name = DictionaryName.file(stem)
    if let shelf = shelves.first(where: { $0.names.contains(name) }) {
      return shelf.path + "/" + name
    }
  }
  let relatives = "hyph_" + stems[0].prefix { $0 != "_" } + "_"
  for shelf in shelves {
    if let name = shelf.names.filter({ $0.hasPrefix(relatives) }).min() {
      return shelf.path + "/" + name
    }
  }
  return nil
}

/// How the files are named.
enum DictionaryName {
  /// The file of a stem such as `en_US`.
  static func file(_ stem: String) -> String { "hyph_" + stem + ".dic" }

  /// The stems to look for, best first; nil where the tag is none.
  ///
  /// A tag may come from a stranger's issue: only ASCII letters and digits reach a path.
  static func stems(for tag: String) -> [String]? {
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
    let isTag = parts.allSatisfy { (1...8).contains($0.utf8.count) && $0.utf8.allSatisfy(isPlain) }
    guard isTag, let first = parts.first, (2...3).contains(first.utf8.count) else { return nil }
    let language = first.lowercased()
    let written = [language] + parts.dropFirst().map(written)
    let shorter = (1...written.count).reversed().map { written.prefix($0).joined(separator: "_") }
    return shorter + [language + "_" + language.uppercased()]
  }

  /// A later part as the names write it: `US`, `Latn`, `1996`.
  private static func written(_ part: Substring) -> String {
    switch part.utf8.count {
    case 2: part.uppercased()
    case 4: part.prefix(1).uppercased() + part.dropFirst().lowercased()
    default: part.lowercased()
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }
}
