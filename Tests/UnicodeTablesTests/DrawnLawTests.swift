import TestSupport
import Testing
import UnicodeTables

/// What holds for every glyph, whatever the terminal can do.
@Suite struct DrawnLawTests {
  static let policies = [
    WidthPolicy(), WidthPolicy(ambiguous: 2), .leastAble, WidthPolicy(honorsEmojiSelector: true),
    WidthPolicy(joinedEmoji: .skinTones), WidthPolicy(joinedEmoji: .joiners),
  ]

  /// All emoji recommended for interchange, and each without its selectors.
  private func emoji() throws -> [String] {
    try UnicodeData.text("emoji-rgi.txt").split(separator: "\n").flatMap { line -> [String] in
      let codes = line.prefix { $0 != ";" && $0 != "#" }.split(separator: " ")
      let scalars = codes.compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
      var (whole, bare) = (String.UnicodeScalarView(), String.UnicodeScalarView())
      whole.append(contentsOf: scalars)
      bare.append(contentsOf: scalars.filter { $0 != "\u{FE0F}" })
      return scalars.isEmpty ? [] : [String(whole), String(bare)]
    }
  }

  private func holdsControl(_ glyph: Glyph) -> Bool {
    glyph.scalars.contains { scalar in
      switch scalar.value {
      case 0..<0x20, 0x7F...0x9F, 0xAD, 0x61C, 0x200B...0x200C, 0x200E...0x200F: true
      case 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xE0000...0xE007F: true
      default: false
      }
    }
  }

  @Test(arguments: policies)
  func `every emoji is one cluster whose glyph fits its cells`(widths: WidthPolicy) throws {
    let emoji = try emoji()
    #expect(emoji.count == 2 * 3953)
    for text in emoji {
      let forms = widths.drawnForms(of: text)
      #expect(forms.count == 1, "\(text)")
      for form in forms where form.glyphCells > form.cells || holdsControl(form.glyph) {
        Issue.record("\(text)")
      }
      #expect(forms[0].glyph.scalars.count <= 5 && !forms[0].glyph.isBlank, "\(text)")
    }
  }

  @Test(arguments: policies)
  func `an emoji is drawn of what the terminal can join`(widths: WidthPolicy) throws {
    for text in try emoji() {
      let scalars = widths.drawnForms(of: text)[0].glyph.scalars
      let hasSkin = scalars.dropFirst().contains { (0x1F3FB...0x1F3FF).contains($0.value) }
      #expect(!scalars.contains("\u{200D}") || widths.joinedEmoji.contains(.joiners), "\(text)")
      #expect(!hasSkin || widths.joinedEmoji.contains(.skinTones), "\(text)")
      #expect(!scalars.contains("\u{FE0F}") || widths.honorsEmojiSelector, "\(text)")
    }
  }

  @Test(arguments: [
    WidthPolicy(), .leastAble, WidthPolicy(ambiguous: 2, honorsEmojiSelector: true),
  ])
  func `every code point has a glyph that fits its cells and steers nothing`(widths: WidthPolicy) {
    let wrong = everyScalar.filter { scalar in
      widths.drawnForms(of: String(scalar)).contains { form in
        form.glyphCells > form.cells || form.cells > 2 || holdsControl(form.glyph)
          || (!form.glyph.isBlank
            && Int(widths.wcwidthForCurses(form.glyph.first.value)) != form.glyphCells)
      }
    }
    #expect(wrong.isEmpty)
  }
}
