import ScreenModel
import UnicodeTables

extension Frame {
  /// The rows with SGR sequences, for terminals and pagers; every row ends in plain style.
  var ansiText: String {
    var text = ""
    for row in 0..<size.rows {
      var current = Style()
      for column in 0..<size.columns {
        let cell = self[row: row, column: column]
        guard case .glyph(let glyph) = cell.content else { continue }
        if cell.style != current {
          text += cell.style.sequence
          current = cell.style
        }
        text += glyph.text
      }
      text += current == Style() ? "\n" : "\u{1B}[0m\n"
    }
    return text
  }
}

extension Style {
  /// The sequence that sets this style and no other.
  fileprivate var sequence: String {
    var codes = ["0"]
    for (attribute, code) in [
      (Attributes.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
    ] where attributes.contains(attribute) {
      codes.append(code)
    }
    codes += foreground.codes(base: 30) + background.codes(base: 40)
    return "\u{1B}[" + codes.joined(separator: ";") + "m"
  }
}

extension Color {
  /// The codes of the colour as ink (base 30) or paper (base 40).
  fileprivate func codes(base: Int) -> [String] {
    switch self {
    case .standard: []
    case .indexed(let index) where index < 8: ["\(base + Int(index))"]
    case .indexed(let index) where index < 16: ["\(base + 52 + Int(index))"]
    case .indexed(let index): ["\(base + 8)", "5", "\(index)"]
    case .rgb(let red, let green, let blue): ["\(base + 8)", "2", "\(red)", "\(green)", "\(blue)"]
    }
  }
}
