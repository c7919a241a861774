import TestSupport
import Testing
import UnicodeTables

@Suite struct ClusterTests {
  private func clusters(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var scanner = ClusterScanner(WidthPolicy())
    var offset = 0
    var found: [String] = []
    while let cluster = scanner.next(in: bytes.span) {
      found.append(String(decoding: bytes[offset..<offset + cluster.byteCount], as: UTF8.self))
      offset += cluster.byteCount
    }
    return found
  }

  @Test func `clusters end where the test of Unicode says`() throws {
    let cases = try BreakTestCase.all(in: "GraphemeBreakTest.txt")
    #expect(cases.count == 766)
    let wrong = cases.filter { test in
      var position = 0
      let ends = clusters(test.text).map { cluster in
        position += cluster.unicodeScalars.count
        return position
      }
      return ends.dropLast() != test.breaks[...]
    }
    #expect(wrong.isEmpty, "\(wrong.map(\.text.unicodeScalars))")
  }

  @Test func `common text is cut as the standard library cuts it`() {
    let text = "“许昌日报”e\u{301}ｶﾞ👩‍👩‍👧‍👦🇨🇳🇯🇵👍🏽1️⃣\r\n각\u{1100}\u{1161}क्षि\u{E33}ก\u{E33}…\u{AD}a"
    #expect(clusters(text) == text.map(String.init))
  }

  @Test func `an odd flag stands alone`() {
    #expect(clusters("🇨🇳\u{1F1E8}a") == ["🇨🇳", "\u{1F1E8}", "a"])
    #expect(clusters("\u{1F1E8}\u{301}\u{1F1F3}") == ["\u{1F1E8}\u{301}", "\u{1F1F3}"])
  }

  @Test func `a joiner joins emoji only`() {
    #expect(clusters("a\u{200D}🚀") == ["a\u{200D}", "🚀"])
    #expect(clusters("👩\u{200D}\u{200D}🚀") == ["👩\u{200D}\u{200D}", "🚀"])
    #expect(clusters("👩\u{FE0F}\u{200D}🚀") == ["👩\u{FE0F}\u{200D}🚀"])
  }
}
