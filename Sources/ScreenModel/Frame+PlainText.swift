import UnicodeTables

extension Frame {
  /// The rows as text, blanks at the ends of lines left out; this is what golden screens hold.
  public var plainText: [String] {
    (0..<size.rows).map { row in
      var line = ""
      var blanks = 0
      for column in 0..<size.columns {
        guard case .glyph(let glyph) = self[row: row, column: column].content else { continue }
        if glyph.isBlank {
          blanks += 1
        } else {
          line += String(repeating: " ", count: blanks) + glyph.text
          blanks = 0
        }
      }
      return line
    }
  }
}
