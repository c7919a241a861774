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

  @Test func `the short cut for usual neighbours says what the rules say`() throws {
    let cases = try BreakTestCase.all(in: "LineBreakTest.txt")
    let texts = cases.map(\.text) + randomTexts(of: Self.signs, count: 20_000)
    let wrong = texts.filter {
      LineBreakConformance.breaks(in: $0) != LineBreakConformance.breaks(in: $0, inFull: true)
    }
    #expect(wrong.isEmpty, "\(wrong.count), first \(wrong.prefix(3).map(\.unicodeScalars))")
  }

  @Test func `words and ideographs scanned in runs break as each for itself`() {
    // No sign here is one on which a tradition or a newspaper has a say of its own.
    let signs = Self.signs.filter { !",.:;!?)]}%’”·–/1“‘([{\u{AD}—…：～、。，「」（）！".contains($0) }
    let wrong = randomTexts(of: signs, count: 20_000).filter { text in
      LineBreakConformance.breaks(in: text) != breaks(in: PreparedText(text, Typography(.latin)))
    }
    #expect(
      wrong.isEmpty,
      "\(wrong.count), first \(wrong.prefix(9).map { $0.unicodeScalars.map { String($0.value, radix: 16) } })"
    )
  }

  /// Signs of many classes, each a cluster for itself whatever stands before it.
  private static let signs = Array(
    "aZé1٣-+$€%,.:;!?/\"'()[]{}“”‘’«» \u{A0}\u{2060}\u{200B}\n\u{AD}—–…·‐中文字あァ、。，「」（）！：〜～々국가ㅎשא"
      + "①★☝⌚\u{FFFC}\u{1B05}\u{A984}\u{1F3F4}\u{25CC}፡།")

  private func randomTexts(of signs: [Character], count: Int) -> [String] {
    var numbers = SeededNumbers(seed: 14)
    return (0..<count).map { _ in
      let length = Int.random(in: 1...8, using: &numbers)
      return String((0..<length).map { _ in signs.randomElement(using: &numbers) ?? "a" })
    }
  }

  /// The code points before which a prepared text may break.
  private func breaks(in prepared: PreparedText) -> [Int] {
    prepared.clusters.indices.filter { prepared.clusters[$0].breakBefore != .prohibited }
  }
}
