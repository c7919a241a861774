package import NewsModel

/// The language of a text, by its scripts and its most frequent words.
///
/// - Complexity: O(1): only the first 64 KiB are looked at.
package func guessLanguage(of text: [UInt8]) -> LanguageTag {
  let sample = String(decoding: text.prefix(1 << 16), as: UTF8.self)
  var (han, kana, hangul, latin) = (0, 0, 0, 0)
  for scalar in sample.unicodeScalars {
    switch scalar.value {
    case 0x3040...0x30FF: kana += 1
    case 0x3400...0x9FFF, 0x20000...0x3FFFF: han += 1
    case 0xAC00...0xD7A3: hangul += 1
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: latin += 1
    default: break
    }
  }
  // A Han character says as much as three letters.
  if (han + kana) * 3 > max(latin, hangul * 3) {
    if kana * 10 > han { return LanguageTag("ja") }
    return LanguageTag(isTraditional(sample) ? "zh-Hant" : "zh-Hans")
  }
  if hangul * 3 > latin { return LanguageTag("ko") }
  return latin > 0 ? latinLanguage(of: sample) : LanguageTag("und")
}

/// Whether the traditional forms of frequent characters outnumber the simplified ones.
private func isTraditional(_ text: String) -> Bool {
  let traditional = Set("國這們會為來時說對開發電學業經過還進問題現區報記樣間東長車點".unicodeScalars)
  let simplified = Set("国这们会为来时说对开发电学业经过还进问题现区报记样间东长车点".unicodeScalars)
  var balance = 0
  for scalar in text.unicodeScalars {
    if traditional.contains(scalar) { balance += 1 }
    if simplified.contains(scalar) { balance -= 1 }
  }
  return balance > 0
}

/// The language whose small words are most frequent; English where none is.
private func latinLanguage(of text: String) -> LanguageTag {
  let smallWords: [(String, Set<Substring>)] = [
    ("en", ["the", "and", "of", "to", "in", "that", "was", "is"]),
    ("de", ["der", "die", "und", "das", "nicht", "von", "den", "ist"]),
    ("fr", ["le", "la", "les", "et", "des", "une", "dans", "est"]),
    ("es", ["el", "los", "y", "que", "las", "una", "por", "del"]),
    ("it", ["il", "che", "di", "della", "per", "sono", "gli", "una"]),
    ("nl", ["het", "een", "van", "en", "niet", "zijn", "dat", "op"]),
  ]
  var counts = [Int](repeating: 0, count: smallWords.count)
  for word in text.lowercased().split(whereSeparator: { !$0.isLetter }) {
    for (index, entry) in smallWords.enumerated() where entry.1.contains(word) {
      counts[index] += 1
    }
  }
  let best = counts.indices.max { counts[$0] < counts[$1] } ?? 0
  return LanguageTag(counts[best] > 0 ? smallWords[best].0 : "en")
}
