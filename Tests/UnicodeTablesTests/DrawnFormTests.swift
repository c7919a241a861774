import Testing
import UnicodeTables

@Suite struct DrawnFormTests {
  private func drawn(_ cluster: String) -> DrawnCluster? {
    let forms = WidthPolicy().drawnForms(of: cluster)
    return forms.count == 1 ? forms[0] : nil
  }

  @Test(arguments: [
    ("a", "a"), ("报", "报"), ("e\u{301}", "é"), ("漢\u{E0100}", "漢\u{E0100}"),
    ("❤\u{FE0F}", "❤"), ("⌚\u{FE0E}", "⌚"), ("1\u{FE0F}\u{20E3}", "1\u{20E3}"),
    ("🇨🇳", "🇨🇳"), ("\u{1F1E8}", "Ｃ"), ("👍🏽", "👍🏽"), ("👩‍🚀", "👩‍🚀"), ("👩🏽‍🚀", "👩🏽‍🚀"),
    ("👩‍👩‍👧", "👩‍👩‍👧"), ("👩‍👩‍👧‍👦", "👩"), ("👩🏽‍🤝‍👩🏿", "👩🏽"), ("👩🏽‍❤️‍💋‍👩🏿", "👩🏽"),
    ("❤️‍🔥", "❤"), ("☝🏽", "☝"), ("🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", "🏴"),
    ("ｶﾞ", "ｶﾞ"), ("क्\u{200D}ष", "क्ष"), ("a\u{200C}", "a"), (" \u{301}", " \u{301}"),
  ])
  func `a cluster is drawn without what terminals disagree on`(cluster: String, form: String) {
    #expect(drawn(cluster)?.glyph.text.utf8.elementsEqual(form.utf8) == true)
  }

  @Test(arguments: [
    "\u{AD}", "\u{200B}", "\u{2060}", "\u{FEFF}", "\u{202E}", "\u{2066}", "\u{200F}", "\u{61C}",
    "\u{2028}", "\u{301}", "\u{3164}",
  ])
  func `what is not seen takes no cell`(cluster: String) {
    #expect(drawn(cluster)?.cells == 0)
    #expect(drawn(cluster)?.glyph == .blank)
  }

  @Test(arguments: ["\t", "\u{0}", "\u{1B}", "\u{7F}", "\u{85}", "\u{9B}", "\n", "\r\n"])
  func `a control is one blank`(cluster: String) {
    #expect(drawn(cluster)?.cells == 1)
    #expect(drawn(cluster)?.glyph.isBlank == true)
  }

  @Test(arguments: ["❤️‍🔥", "☝🏽", "🏳️‍🌈"])
  func `an emoji sequence on a narrow base leaves a blank beside the base`(cluster: String) {
    #expect(drawn(cluster)?.cells == 2)
    #expect(drawn(cluster)?.glyphCells == 1)
  }

  @Test func `half a flag is drawn in the two cells of a full-width letter`() {
    #expect(drawn("\u{1F1FF}")?.cells == 2)
    #expect(drawn("\u{1F1FF}")?.glyph.text == "Ｚ")
  }

  /// A code point of every kind that the table knows.
  private static let representatives: [Unicode.Scalar] = {
    var seen: Set<ScalarProperties> = []
    return everyScalar.filter { seen.insert(ScalarProperties(of: $0)).inserted }
  }()

  @Test(arguments: [
    WidthPolicy(), WidthPolicy(ambiguous: 2), .leastAble,
    WidthPolicy(exceptions: ["“": 2, "—": 2, "①": 2], honorsEmojiSelector: true),
  ])
  func `no glyph is wider than its cells, begins with a mark or holds a control`(
    widths: WidthPolicy
  ) {
    #expect(Self.representatives.count > 100)
    for first in Self.representatives {
      for second in Self.representatives {
        for third in ["", "\u{200D}🚀", "\u{94D}\u{915}"] {
          let text = String(Character(first)) + String(Character(second)) + third
          for form in widths.drawnForms(of: text) where !isSound(form, widths) {
            Issue.record("U+\(String(first.value, radix: 16)) U+\(String(second.value, radix: 16))")
          }
        }
      }
    }
  }

  private func isSound(_ form: DrawnCluster, _ widths: WidthPolicy) -> Bool {
    let scalars = form.glyph.scalars
    let cells = scalars.map(widths.cells(ofScalar:))
    let isSequence = scalars.count > 1 && widths.wcwidthForCurses(scalars[0].value) == 2
    let isPresented = widths.honorsEmojiSelector && scalars.contains("\u{FE0F}")
    return form.cells <= 2 && form.glyphCells <= form.cells
      && (isSequence || isPresented || cells.reduce(0, +) <= max(form.cells, 1))
      && (scalars.isEmpty || cells[0] > 0)
      && !scalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
  }

  @Test func `a glyph holds six code points and leaves out the rest`() {
    var glyph = Glyph()
    #expect(glyph.isBlank && glyph.text == " " && glyph.scalars.isEmpty)
    for scalar in "a\u{301}\u{302}\u{7}\u{303}\u{304}\u{305}\u{306}".unicodeScalars {
      glyph.append(scalar)
    }
    #expect(glyph.scalars == Array("a\u{301}\u{302}\u{303}\u{304}\u{305}".unicodeScalars))
    #expect(glyph.first == "a")
    #expect(Glyph("\u{9B}") == .blank)
    #expect(Glyph(" ").isBlank)
    #expect(Glyph("\u{10FFFF}").first == "\u{10FFFF}")
  }
}
