import Hyphenation
import LayoutEngine
import NewsModel
import Typesetter
import UnicodeTables

extension Typesetting {
  /// What this machine has to set an issue with: the widths and the large type given, and the
  /// dictionaries that the distribution brought for the languages of the issue that part words.
  init(for issue: Issue, widths: WidthPolicy, largeType: LargeType? = nil) {
    self.init(widths: widths, largeType: largeType, blocks: BlockSet.ofTerminal)
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
  /// What the fonts of the terminal have: those of the console of Linux have no quadrants.
  static var ofTerminal: BlockSet {
    Environment["TERM"].map { $0 == "linux" || $0.hasPrefix("linux-") } == true
      ? .halves : .quadrants
  }
}
