import Hyphenation
import LayoutEngine
import NewsModel
import Typesetter
import UnicodeTables

extension Typesetting {
  /// What this machine has to set an issue with: the widths given, and the dictionaries that the
  /// distribution brought for the languages of the issue that part words.
  init(for issue: Issue, widths: WidthPolicy) {
    self.init(widths: widths)
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
