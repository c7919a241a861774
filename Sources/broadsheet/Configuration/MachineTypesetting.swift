import Hyphenation
import LayoutEngine
import NewsModel
import Typesetter
import UnicodeTables

extension Typesetting {
  /// What this machine has to set an issue with: the widths, the large type and the pictures given, and
  /// the dictionaries that the distribution brought for the languages of the issue that part words.
  init(
    for issue: Issue, widths: WidthPolicy, largeType: LargeType? = nil,
    pictures: PictureSource? = nil
  ) {
    self.init(
      widths: widths, largeType: largeType, pictures: pictures, blocks: BlockSet.ofTerminal)
    let languages = Set([issue.language] + issue.articles.compactMap(\.language))
    for language in languages where language.partsWords {
      hyphenators[language] = hyphenator(
        for: language.description, in: systemDictionaryFolders)
    }
  }
}

extension LanguageTag {
  /// Whether its words are parted with hyphens: not Chinese, Japanese or Korean.
  fileprivate var partsWords: Bool {
    !["zh", "ja", "ko", "und"].contains { matches($0) }
  }
}

extension BlockSet {
  /// Whether the terminal has shades and blocks at all: those of the age of ASCII have none.
  static var isOfTerminal: Bool {
    let name = Environment["TERM"] ?? ""
    return !["dumb", "ansi", "vt52"].contains(name)
      && !["vt1", "vt2", "vt3", "vt4", "vt5"].contains { name.hasPrefix($0) }
  }

  /// What the fonts of the terminal have: those of the console of Linux have no quadrants.
  static var ofTerminal: BlockSet {
    Environment["TERM"].map { $0 == "linux" || $0.hasPrefix("linux-") } == true
      ? .halves : .quadrants
  }
}
