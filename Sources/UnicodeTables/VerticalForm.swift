/// The forms in which characters stand upright in a vertical line.
///
/// Presentation forms U+FE10 to FE19 and FE30 to FE48, all of two cells. Curly quotes become corner
/// brackets, as CLREQ has it. What has no form of its own stays as it is, `～` and `·` too.
public enum VerticalForm {
  /// Which corner brackets the outer, double quotation marks become.
  public enum Quotes: Hashable, Sendable {
    /// “ ” are 『 』 and ‘ ’ are 「 」, as on the mainland.
    case doubleOuter
    /// “ ” are 「 」 and ‘ ’ are 『 』, as in Taiwan.
    case singleOuter
  }

  /// What stands for a character that is two cells wide or becomes so; nil if that is itself.
  ///
  /// - Complexity: O(1).
  public static func form(
    of scalar: Unicode.Scalar, quotes: Quotes = .doubleOuter
  ) -> Unicode.Scalar? {
    switch scalar {
    case "“", "”", "‘", "’": cornerBracket(for: scalar, quotes)
    case " "..."~": fullwidth(scalar).flatMap { mark($0) ?? bracket($0) ?? $0 }
    case "\u{FF61}"..."\u{FF9D}": kana(scalar)
    default: mark(scalar) ?? bracket(scalar)
    }
  }

  private static func cornerBracket(
    for quote: Unicode.Scalar, _ quotes: Quotes
  ) -> Unicode.Scalar {
    let hasTwoStrokes = quote == "“" || quote == "”"
    let isOpening = quote == "“" || quote == "‘"
    switch (hasTwoStrokes == (quotes == .doubleOuter), isOpening) {
    case (true, true): return "\u{FE43}"
    case (true, false): return "\u{FE44}"
    case (false, true): return "\u{FE41}"
    case (false, false): return "\u{FE42}"
    }
  }

  /// Stops, dashes and dots.
  ///
  /// A hyphen lying across the line would read as 一: it becomes the en dash. For ー there is no
  /// form but ｜.
  private static func mark(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "，": "\u{FE10}"
    case "、": "\u{FE11}"
    case "。": "\u{FE12}"
    case "：": "\u{FE13}"
    case "；": "\u{FE14}"
    case "！": "\u{FE15}"
    case "？": "\u{FE16}"
    case "…", "⋯": "\u{FE19}"
    case "‥": "\u{FE30}"
    case "—", "―", "⸺": "\u{FE31}"
    case "–", "－", "\u{2010}", "\u{2011}": "\u{FE32}"
    case "＿": "\u{FE33}"
    case "﹏": "\u{FE34}"
    case "ー": "｜"
    default: nil
    }
  }

  private static func bracket(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "〖": "\u{FE17}"
    case "〗": "\u{FE18}"
    case "（": "\u{FE35}"
    case "）": "\u{FE36}"
    case "｛": "\u{FE37}"
    case "｝": "\u{FE38}"
    case "〔": "\u{FE39}"
    case "〕": "\u{FE3A}"
    case "【": "\u{FE3B}"
    case "】": "\u{FE3C}"
    case "《": "\u{FE3D}"
    case "》": "\u{FE3E}"
    case "〈", "\u{2329}": "\u{FE3F}"
    case "〉", "\u{232A}": "\u{FE40}"
    case "「": "\u{FE41}"
    case "」": "\u{FE42}"
    case "『": "\u{FE43}"
    case "』": "\u{FE44}"
    case "［": "\u{FE47}"
    case "］": "\u{FE48}"
    default: nil
    }
  }

  /// The full-width form of a character of ASCII; of a blank, the ideographic one.
  private static func fullwidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    scalar == " " ? "\u{3000}" : Unicode.Scalar(scalar.value + 0xFEE0)
  }

  /// The form of half-width kana and the marks beside them.
  private static func kana(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "\u{FF61}": "\u{FE12}"
    case "\u{FF62}": "\u{FE41}"
    case "\u{FF63}": "\u{FE42}"
    case "\u{FF64}": "\u{FE11}"
    case "\u{FF65}": "・"
    default: scalar.fullwidthKana.map { mark($0) ?? $0 }
    }
  }
}
