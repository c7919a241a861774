import Hyphenation
import Typesetter
import UnicodeTables

/// What the engine says of a text: offsets of code points, from 0, before which it may be parted.
typealias Answer = (String) -> [Int]

/// The answer to a question by a name; nil where one of them is not known.
func answer(to question: String, _ name: String) -> Answer? {
  switch question {
  case "breaks" where name == "root": { LineBreakConformance.breaks(in: $0) }
  case "breaks": typography(named: name).map { rules in { breaks(in: $0, rules) } }
  case "clusters": { clusters(of: $0) }
  case "hyphens":
    hyphenator(for: name, in: systemDictionaryFolders).map { hyphenator in
      { codePoints(atBytes: hyphenator.offsets(in: $0.utf8.span), in: $0) }
    }
  default: nil
  }
}

/// The rules of a name such as `korean`, `japanese-strict` or `korean-syllables`: a tradition, a level of
/// prohibition, and whether Korean words part; nil where a word of it is not known.
///
/// Marks keep their width, for ICU breaks what is written, not what is shown.
private func typography(named name: String) -> Typography? {
  let words = name.split(separator: "-").map(String.init)
  guard let first = words.first, let tradition = Typography.Tradition(rawValue: first) else {
    return nil
  }
  var rules = Typography(tradition)
  rules.widensMarks = false
  for word in words.dropFirst() {
    if word == "syllables" {
      rules.keepsWords = false
    } else if let level = Typography.Prohibition(rawValue: word) {
      rules.prohibition = level
    } else {
      return nil
    }
  }
  return rules
}

/// Where a cluster ends and another begins.
private func clusters(of text: String) -> [Int] {
  var ends: [Int] = []
  for cluster in WidthPolicy().drawnForms(of: text) {
    ends.append((ends.last ?? 0) + cluster.byteCount)
  }
  return codePoints(atBytes: ends.dropLast(), in: text)
}

/// Where a line of a prepared text may or must end.
private func breaks(in text: String, _ typography: Typography) -> [Int] {
  let clusters = PreparedText(text, typography).clusters.dropFirst()
  let bytes = clusters.filter { $0.breakBefore != .prohibited }.map(\.offset)
  return codePoints(atBytes: bytes, in: text)
}

/// Offsets in bytes as offsets in code points.
private func codePoints(atBytes bytes: some Sequence<Int>, in text: String) -> [Int] {
  bytes.map {
    text.unicodeScalars.distance(
      from: text.startIndex, to: text.utf8.index(text.startIndex, offsetBy: $0))
  }
}

/// The text of `4E2D 3002`; what is no number of a code point is U+FFFD.
func text(ofCodePoints line: String) -> String {
  var scalars = String.UnicodeScalarView()
  for word in line.split(separator: " ") {
    scalars.append(UInt32(word, radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}")
  }
  return String(scalars)
}
