import TestSupport
import Testing
import UnicodeTables

@Suite struct CompositionTests {
  /// The pairs of the data file.
  private func pairs() throws -> [(first: Unicode.Scalar, second: Unicode.Scalar, String)] {
    try UnicodeData.entries("Compositions.txt").compactMap { entry in
      let parts = entry.fields.compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
      guard let composite = Unicode.Scalar(UInt32(entry.codePoints.lowerBound)) else { return nil }
      return (parts[0], parts[1], String(composite))
    }
  }

  private func text(_ scalars: Unicode.Scalar...) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  @Test func `every pair of the data file has its composite, which is equal to it`() throws {
    let pairs = try pairs()
    #expect(pairs.count == 961)
    for (first, second, composite) in pairs {
      #expect(Composition.composite(first, second) == composite.unicodeScalars.first)
      #expect(text(first, second) == composite)  // canonically
    }
  }

  @Test func `no other pair of their code points has a composite`() throws {
    let pairs = try pairs()
    let (firsts, seconds) = (Set(pairs.map(\.first)), Set(pairs.map(\.second)))
    let more: [Unicode.Scalar] = [
      "漢", "\u{1113}", "\u{1161}", "\u{11A7}", "\u{11C3}", "\u{10FFFF}",
    ]
    let found = firsts.union(more).reduce(0) { sum, first in
      sum + seconds.union(more).count { Composition.composite(first, $0) != nil }
    }
    #expect(found == pairs.count)
  }

  @Test func `every Hangul syllable is made of its letters`() {
    var wrong = 0
    for first: UInt32 in 0x1100...0x1112 {
      for vowel: UInt32 in 0x1161...0x1175 {
        for last: UInt32 in 0x11A7...0x11C2 {
          let letters = [first, vowel] + (last == 0x11A7 ? [] : [last])
          var view = String.UnicodeScalarView()
          view.append(contentsOf: letters.compactMap(Unicode.Scalar.init))
          let forms = WidthPolicy().drawnForms(of: String(view))
          let isOne = forms.count == 1 && forms[0].glyph.scalars.count == 1
          if !isOne || forms[0].glyph.text != String(view) || forms[0].cells != 2 { wrong += 1 }
        }
      }
    }
    #expect(wrong == 0)
  }

  @Test(arguments: [
    ("か\u{3099}", "が"), ("ハ\u{309A}", "パ"), ("e\u{301}", "é"), ("e\u{302}\u{301}", "ế"),
    ("a\u{323}\u{302}", "ậ"), ("\u{1100}\u{1161}\u{11A8}", "각"), ("가\u{11A8}", "각"),
    ("\u{1100}\u{1161}\u{11A8}\u{301}", "각\u{301}"), ("\u{1113}\u{1161}", "\u{1113}\u{1161}"),
    ("漢\u{3099}", "漢\u{3099}"), ("e\u{34F}\u{301}", "e\u{301}"), ("क\u{93C}", "क\u{93C}"),
    ("\u{995}\u{9C7}\u{9BE}", "\u{995}\u{9CB}"), ("q\u{301}", "q\u{301}"),
  ])
  func `letters and marks are drawn as one where they are one`(cluster: String, form: String) {
    let forms = WidthPolicy().drawnForms(of: cluster)
    #expect(forms.map(\.glyph.text).joined().utf8.elementsEqual(form.utf8))
  }

  @Test(arguments: [1, 2])
  func `composing never changes the cells of a cluster`(ambiguous: Int) throws {
    let widths = WidthPolicy(ambiguous: ambiguous)
    for (first, second, composite) in try pairs() {
      let forms = widths.drawnForms(of: text(first, second))
      let sum = widths.cells(ofScalar: first) + widths.cells(ofScalar: second)
      #expect(forms.reduce(0) { $0 + $1.cells } == min(2, sum), "\(composite)")
      #expect(forms.allSatisfy { $0.glyphCells <= $0.cells }, "\(composite)")
    }
  }

  @Test func `where a composite is ambiguous and wide its parts are drawn`() {
    let form = WidthPolicy(ambiguous: 2).drawnForms(of: "e\u{301}")[0]
    #expect(form.glyph.scalars == ["e", "\u{301}"])
    #expect(form.cells == 1)
  }
}
