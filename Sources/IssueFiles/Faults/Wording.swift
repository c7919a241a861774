import NewsModel

/// Words of a document as a message may show them: in backquotes, shortened, without control
/// characters and direction marks.
func quoted(_ text: String) -> String { "`" + plain(text) + "`" }

/// As ``quoted(_:)``, without the quotes.
func plain(_ text: String) -> String {
  let limit = 60
  var shown = ""
  for (index, scalar) in text.unicodeScalars.enumerated() {
    if index == limit { return shown + "…" }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate:
      shown += "\u{FFFD}"
    default: shown.unicodeScalars.append(scalar)
    }
  }
  return shown
}

/// `a`; `a or b`; `a, b or c`.
func list(_ words: [String], _ conjunction: String) -> String {
  guard words.count > 1, let last = words.last else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
}

/// `8 MiB`.
func bytes(_ count: Int) -> String {
  count >= 1 << 20 && count.isMultiple(of: 1 << 20) ? "\(count >> 20) MiB" : "\(count) bytes"
}

/// `0x1B`.
func hexadecimal(_ value: UInt32, _ width: Int) -> String { "0x" + digits(value, width) }

/// At least `width` hexadecimal digits.
func digits(_ value: UInt32, _ width: Int) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

/// The word of `known` that `word` was most probably meant to be, or nil where none is near.
///
/// Near means one slip for short words and two for longer ones: letters added, dropped or changed.
func nearest(to word: String, among known: [String]) -> String? {
  let limit = word.utf8.count < 5 ? 1 : 2
  let near = known.filter { abs($0.utf8.count - word.utf8.count) <= limit }
  let letters = Array(word.lowercased().unicodeScalars)
  let distances = near.map {
    (word: $0, distance: letterDistance(letters, Array($0.unicodeScalars)))
  }
  guard let best = distances.min(by: { $0.distance < $1.distance }), best.distance <= limit
  else { return nil }
  return best.word
}
