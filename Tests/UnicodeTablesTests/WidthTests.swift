import TestSupport
import Testing
import UnicodeTables

@Suite struct WidthTests {
  /// Cells of every code point, read from the data files by the words of the definition.
  private func expectedWidths(ambiguous: Int) throws -> [Int] {
    var wide = Array(repeating: 1, count: 0x11_0000)
    for range in [0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x2FFFD] {
      for codePoint in range { wide[codePoint] = 2 }
    }
    for codePoint in 0x30000...0x3FFFD { wide[codePoint] = 2 }
    let isPrivate = try codePoints(of: ["Co"])
    for entry in try UnicodeData.entries("DerivedEastAsianWidth.txt") {
      for codePoint in entry.codePoints {
        switch entry.fields[0] {
        case "W", "F": wide[codePoint] = 2
        case "A": wide[codePoint] = isPrivate[codePoint] ? 1 : ambiguous
        default: wide[codePoint] = 1
        }
      }
    }
    for codePoint in try unseen() { wide[codePoint] = 0 }
    wide[0x115F] = 2
    return wide
  }

  private func unseen() throws -> Set<Int> {
    var unseen = Set(0x1160...0x11FF).union(0xD7B0...0xD7FF)
    for entry in try UnicodeData.entries("DefaultIgnorable.txt") {
      unseen.formUnion(entry.codePoints)
    }
    for entry in try UnicodeData.entries("DerivedGeneralCategory.txt")
    where ["Mn", "Me", "Cf", "Cc", "Zl", "Zp"].contains(entry.fields[0]) {
      unseen.formUnion(entry.codePoints)
    }
    for entry in try UnicodeData.entries("GraphemeBreakProperty.txt")
    where entry.fields[0] == "Prepend" {
      unseen.subtract(entry.codePoints)
    }
    return unseen
  }

  @Test(arguments: [1, 2])
  func `every code point has the width of the data files`(ambiguous: Int) throws {
    let expected = try expectedWidths(ambiguous: ambiguous)
    let policy = WidthPolicy(ambiguous: ambiguous)
    let wrong = everyScalar.filter { policy.cells(ofScalar: $0) != expected[Int($0.value)] }
    #expect(wrong.isEmpty)
  }

  @Test(arguments: [1, 2])
  func `ncurses hears our widths, 2 for half a flag and the marker, -1 for controls`(ambiguous: Int)
  {
    let policy = WidthPolicy(ambiguous: ambiguous)
    let wrong = everyScalar.filter { scalar in
      let answer = policy.wcwidthForCurses(scalar.value)
      return switch scalar.value {
      case 0: answer != 0
      case 1..<0x20, 0x7F...0x9F: answer != -1
      case 0x1F1E6...0x1F1FF, 0x10FFFF: answer != 2
      default: answer != Int32(policy.cells(ofScalar: scalar))
      }
    }
    #expect(wrong.isEmpty)
    #expect(policy.wcwidthForCurses(0xD800) == 1)
    #expect(policy.wcwidthForCurses(.max) == 1)
  }

  @Test(arguments: [
    ("", 0), ("abc", 3), ("报纸", 4), ("e\u{301}", 1), ("か\u{3099}", 2), ("ｶﾞ", 2), ("क्ष", 2),
    ("각", 2), ("\u{1100}\u{1161}\u{11A8}", 2), ("👩‍🚀", 2), ("👍🏽", 2), ("🇨🇳", 2),
    ("1\u{FE0F}\u{20E3}", 1),
    ("❤\u{FE0F}", 1), ("⌚\u{FE0F}", 2), ("“”—…·", 5), ("news\u{AD}paper", 9),
    ("\u{200B}\u{2060}\u{FEFF}", 0),
    ("a\tb", 3), ("a\u{1B}[b", 4), ("𠮷\u{323B0}", 4), ("\u{E000}", 1),
  ])
  func `a text is as wide as its clusters`(text: String, cells: Int) {
    #expect(WidthPolicy().cells(of: text) == cells)
  }

  @Test func `ambiguous characters are as wide as the policy says`() {
    #expect(WidthPolicy(ambiguous: 2).cells(of: "“报”—…·①") == 14)
    #expect(WidthPolicy(ambiguous: 1).cells(of: "“报”—…·①") == 8)
  }

  @Test(arguments: [0, 3])
  func `only one and two are widths of an ambiguous character`(ambiguous: Int) async {
    await #expect(processExitsWith: .failure) { [ambiguous] in
      _ = WidthPolicy(ambiguous: ambiguous)
    }
  }
}
