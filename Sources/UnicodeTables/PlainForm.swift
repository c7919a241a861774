/// What is drawn of a cluster that is no emoji: its code points, composed, as many as two cells hold.
///
/// Two code points become their composite unless that is wider than both together, as é may be.
struct PlainForm {
  private(set) var glyph = Glyph()
  private(set) var cells = 0
  /// Whether what came last was too wide to be drawn; then its marks are not drawn either.
  private var isSkipping = true
  /// The code point that came last and its cells, where the next may still change it.
  private var latest: (scalar: Unicode.Scalar, cells: Int)?

  /// Takes the next code point and its cells; the marks of one that is drawn as another are left out.
  mutating func append(
    _ scalar: Unicode.Scalar, _ width: Int, _ widths: borrowing WidthPolicy,
    isReplaced: Bool = false
  ) {
    if let latest, compose(latest, scalar, width, widths) { return }
    latest = nil
    if width > 0 {
      isSkipping = cells + width > 2
      if !isSkipping { cells += width }
    }
    guard !isSkipping else { return }
    glyph.append(scalar)
    latest = isReplaced ? nil : (scalar, width)
    isSkipping = isReplaced
  }

  /// Makes one of the latest code point and the next, if they are one and no wider.
  private mutating func compose(
    _ former: (scalar: Unicode.Scalar, cells: Int), _ next: Unicode.Scalar, _ width: Int,
    _ widths: borrowing WidthPolicy
  ) -> Bool {
    guard let composite = Composition.composite(former.scalar, next) else { return false }
    let newWidth = widths.cells(ofScalar: composite)
    guard newWidth <= former.cells + width, cells + newWidth - former.cells <= 2 else {
      return false
    }
    glyph.replaceLast(with: composite)
    cells += newWidth - former.cells
    latest = (composite, newWidth)
    return true
  }

  /// Notes a code point that is not drawn.
  mutating func skip() { latest = nil }

  /// Gives a half-width kana the sound mark that follows it, and draws both as one full-width kana;
  /// after anything else the mark is not drawn.
  mutating func sound(_ mark: Unicode.Scalar, _ widths: borrowing WidthPolicy) {
    guard let base = latest?.scalar, glyph == Glyph(base), let kana = base.fullwidthKana else {
      return skip()
    }
    self = PlainForm()
    append(kana, 2, widths)
    append(mark.value == 0xFF9E ? "\u{3099}" : "\u{309A}", 0, widths)
  }
}

extension Unicode.Scalar {
  /// The full-width form of a half-width kana.
  var fullwidthKana: Unicode.Scalar? {
    guard (0xFF66...0xFF9D).contains(value) else { return nil }
    let forms: StaticString =
      "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"
    let place = Int(value - 0xFF66) * 3
    let bytes = Bytes(forms)
    return Unicode.Scalar(
      UInt32(bytes[place] & 0x0F) << 12 | UInt32(bytes[place + 1] & 0x3F) << 6
        | UInt32(bytes[place + 2] & 0x3F))
  }
}
