import Typesetter

/// What libFuzzer calls: one law, of the text and the setting that the bytes tell.
///
/// The first byte chooses the law, the second the tradition, the third the measure, the fourth the
/// gutter and the manner; the others are the text in UTF-8, and what is none counts as U+FFFD. A law
/// that does not hold stops the program, and libFuzzer saves the bytes.
@c(LLVMFuzzerTestOneInput)
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  guard input.count > 4 else { return 0 }
  let law = laws[Int(input[0]) % laws.count]
  let traditions = Typography.Tradition.allCases
  let room = Measure(1 + Int(input[2]) % 80, gutter: Int(input[3] / 2) % 3)
  let trial = Trial(
    String(decoding: input[4...], as: UTF8.self), traditions[Int(input[1]) % traditions.count],
    room, isGreedy: input[3].isMultiple(of: 2))
  guard law.holds(trial) else { fatalError("it does not hold that \(law.sentence): \(trial)") }
  return 0
}
