import TestSupport
import Testing
import Typesetter
import UnicodeTables

@Suite struct ConformanceTests {
  @Test func `the rules of UAX 14 break where the test of Unicode says`() throws {
    let cases = try BreakTestCase.all(in: "LineBreakTest.txt")
    #expect(cases.count == 19_338)
    let wrong = cases.filter { LineBreakConformance.breaks(in: $0.text) != $0.breaks }
    #expect(wrong.isEmpty, "\(wrong.count), first \(wrong.prefix(5).map(\.text.unicodeScalars))")
  }
}
