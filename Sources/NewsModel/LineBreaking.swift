/// How strictly a paper keeps marks from the starts and ends of its lines (禁则, 禁則処理), or parts
/// Korean words.
public enum LineBreaking: String, Hashable, Sendable, CaseIterable {
  /// Any mark may stand anywhere, as in many papers of Taiwan and Hong Kong.
  case none
  /// What Japanese newspapers allow: small kana, 々, ー, ・, ！ and ％ may begin a line.
  case loose
  /// Stops and closing marks begin no line, opening marks end none: the usual level.
  case basic
  /// As `basic`, and no solidus ends a line (GB/T 15834).
  case gb
  /// As `gb`, and —— and …… begin no line; in Japanese small kana and ー neither.
  case strict
  /// Korean lines end between words (어절).
  case word
  /// Korean lines end between any two syllables: the usual way of papers.
  case character
}
