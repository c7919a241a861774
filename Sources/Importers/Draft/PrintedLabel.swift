import NewsModel

extension String {
  /// The label of a page that a text names: `Seite 1.` is `1`, `第A01版：头版` is `A1`, `001` is `1`; nil where
  /// there is none.
  ///
  /// A number of one to three digits, and before it two letters at most that no word ends with.
  var printedPageLabel: String? {
    let scalars = unicodeScalars.map(\.foldedToASCII)
    guard let first = scalars.firstIndex(where: { ("0"..."9").contains($0) }) else {
      let label = PageLabel(self)
      return label.number == nil ? nil : "\(PageLabel(String(label.number ?? 0)))"
    }
    let digits = scalars[first...].prefix { ("0"..."9").contains($0) }
    guard digits.count <= 3 else { return nil }
    var start = first
    if start > 1, scalars[start - 1] == "-", scalars[start - 2].properties.isAlphabetic {
      start -= 1
    }
    let letters = scalars[..<start].reversed().prefix { $0.isASCII && $0.properties.isAlphabetic }
    let section = letters.count <= 2 ? String(String.UnicodeScalarView(letters.reversed())) : ""
    return "\(PageLabel(section + String(String.UnicodeScalarView(digits))))"
  }
}

extension Unicode.Scalar {
  /// A full-width letter or digit as the narrow one.
  fileprivate var foldedToASCII: Unicode.Scalar {
    (0xFF01...0xFF5E).contains(value) ? Unicode.Scalar(value - 0xFEE0) ?? self : self
  }
}
