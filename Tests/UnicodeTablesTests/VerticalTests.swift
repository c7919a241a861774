import TestSupport
import Testing
import UnicodeTables

@Suite struct VerticalTests {
  private func column(_ text: String, quotes: VerticalForm.Quotes = .doubleOuter) -> String {
    WidthPolicy().verticalSlots(of: text, quotes: quotes).map(\.glyph.text).joined(separator: "/")
  }

  @Test(arguments: [
    ("，、。：；！？", 0xFE10), ("〖〗", 0xFE17), ("…", 0xFE19), ("‥—–＿﹏（）｛｝〔〕【】《》〈〉「」『』", 0xFE30),
    ("［］", 0xFE47),
  ])
  func `marks have the presentation forms of Unicode, two cells each`(marks: String, first: Int) {
    for (index, mark) in marks.unicodeScalars.enumerated() {
      let form = VerticalForm.form(of: mark)
      #expect(form?.value == UInt32(first + index), "\(mark)")
      #expect(form.map(WidthPolicy().cells(ofScalar:)) == 2)
    }
  }

  @Test func `curly quotes are corner brackets, the outer double or single`() {
    #expect(column("“‘’”") == "\u{FE43}/\u{FE41}/\u{FE42}/\u{FE44}")
    #expect(column("“‘’”", quotes: .singleOuter) == "\u{FE41}/\u{FE43}/\u{FE44}/\u{FE42}")
    #expect(column("「『』」", quotes: .singleOuter) == "\u{FE41}/\u{FE43}/\u{FE44}/\u{FE42}")
  }

  @Test(arguments: [
    ("ー", "｜"), ("～", "～"), ("·", "·"), ("・", "・"), ("报", "报"), ("A", "Ａ"), ("(", "\u{FE35}"),
    ("-", "\u{FE32}"), (" ", " "), ("ｶ", "カ"), ("ｰ", "｜"), ("｡", "\u{FE12}"), ("é", "é"),
    ("👩‍🚀", "👩‍🚀"),
    ("か\u{3099}", "が"), ("ｶﾞ", "ｶﾞ"), ("\t", " "), ("⋯", "\u{FE19}"), ("⸺", "\u{FE31}"),
    ("―", "\u{FE31}"),
  ])
  func `what has a form stands in it, the rest as it is`(text: String, form: String) {
    #expect(column(text).utf8.elementsEqual(form.utf8))
  }

  @Test(arguments: [
    ("25日", "25/日"), ("12月25日", "12/月/25/日"), ("5人", "５/人"), ("100年", "１/０/０/年"),
    ("2026年", "２/０/２/６/年"), ("3.14", "３/．/１/４"), ("12,34", "１/２/\u{FE10}/３/４"),
    ("G20会", "Ｇ/２/０/会"), ("12:30", "12/\u{FE13}/30"), ("第25。", "第/25/\u{FE12}"),
    ("25,", "25/\u{FE10}"), ("25%", "25/％"), ("２５", "２/５"), ("1\u{301}2", "1\u{301}/２"),
  ])
  func `a number of two digits shares a slot, others stand digit by digit`(
    text: String, slots: String
  ) {
    #expect(column(text) == slots)
  }

  @Test(arguments: [
    ("AI时代", "Ａ/Ｉ/时/代"), ("don’t", "ｄ/ｏ/ｎ/＇/ｔ"), ("“Wi-Fi”", "\u{FE43}/Ｗ/ｉ/\u{FE32}/Ｆ/ｉ/\u{FE44}"),
    ("a b", "ａ/ /ｂ"), ("‘A’。", "\u{FE41}/Ａ/\u{FE42}/\u{FE12}"),
  ])
  func `Latin words stand letter by letter in full width`(text: String, slots: String) {
    #expect(column(text) == slots)
  }

  @Test(arguments: [
    "", "许昌25日“电”", "a\u{AD}b\u{200B}", "\u{200B}\u{AD}", "\u{FEFF}报", "👩‍🚀é\u{301}ｶﾞ\t\u{202E}x",
    "12\u{200D}3",
  ])
  func `slots partition the bytes of a text`(text: String) {
    let slots = WidthPolicy().verticalSlots(of: text)
    var end = 0
    for slot in slots {
      #expect(slot.bytes.lowerBound == end)
      end = slot.bytes.upperBound
    }
    #expect(slots.isEmpty || end == text.utf8.count)
    #expect(WidthPolicy().verticalCells(of: text) == 2 * slots.count)
  }

  @Test func `what is not seen belongs to the slot before it, or to the first`() {
    let slots = WidthPolicy().verticalSlots(of: "\u{FEFF}报\u{AD}纸\u{200B}")
    #expect(slots.map(\.bytes) == [0..<8, 8..<14])
    #expect(slots.map(\.glyph.text) == ["报", "纸"])
  }

  @Test func `every code point alone fills at most one slot, in no more than two cells`() {
    let widths = WidthPolicy(ambiguous: 2)
    let wrong = everyScalar.filter { scalar in
      let slots = widths.verticalSlots(of: String(scalar))
      return slots.count > 1
        || slots.contains { slot in
          let ink = slot.glyph.isBlank ? 0 : widths.cells(ofScalar: slot.glyph.first)
          return slot.glyphCells > 2 || ink > slot.glyphCells
        }
    }
    #expect(wrong.isEmpty)
  }

  @Test func `every code point has the orientation of the data file`() throws {
    var expected = Array(repeating: VerticalOrientation.rotated, count: 0x11_0000)
    let names: [String: VerticalOrientation] = [
      "R": .rotated, "U": .upright, "Tu": .transformedUpright, "Tr": .transformedRotated,
    ]
    for entry in try UnicodeData.entries("VerticalOrientation.txt") {
      for codePoint in entry.codePoints {
        expected[codePoint] = try #require(names[entry.fields[0]])
      }
    }
    let wrong = everyScalar.filter { VerticalOrientation(of: $0) != expected[Int($0.value)] }
    #expect(wrong.isEmpty)
    #expect(expected.count { $0 == .transformedUpright } == 162)
    #expect(expected.count { $0 == .transformedRotated } == 51)
  }

  @Test func `brackets that Unicode would turn have a form, but these`() {
    let turned = everyScalar.filter {
      VerticalOrientation(of: $0) == .transformedRotated && VerticalForm.form(of: $0) == nil
    }
    #expect(
      turned.map(String.init).joined() == "〘〙〚〛〜〝〞〟〰゠﹙﹚﹛﹜﹝﹞｜～｟｠￣")
  }
}
