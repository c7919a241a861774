import CursesTerminal
import ScreenModel
import TestSupport
import Testing

/// What a terminal says among what a person types: neither is ever taken for the other.
@Suite struct AnswerTests {
  private static let answered =
    "\u{1B}[24;3R\u{1B}[24;99999999999999999999R\u{1B}[?2027;0$y"
    + "\u{1B}P>|XTerm(379)\u{1B}\\\u{1B}P>|foot\u{7}\u{1B}[?64;1;2c"
  private static let answers: [TerminalAnswer] = [
    .cursor(row: 24, column: 3), .cursor(row: 24, column: 99_999), .mode(2027, setting: 0),
    .version("XTerm(379)"), .version("foot"), .attributes,
  ]

  /// What comes out of a decoder that gets pieces of bytes and, after each, hears that none follow.
  private func decoded(
    _ pieces: [[UInt8]], expecting: Bool = true
  ) -> (keys: [Key], answers: [TerminalAnswer]) {
    var decoder = InputDecoder()
    decoder.expectsAnswers = expecting
    var (keys, answers) = ([Key](), [TerminalAnswer]())
    for piece in pieces {
      decoder.feed(piece)
      while true {
        let event = decoder.next() ?? (piece.count > 1 ? decoder.giveUp() : nil)
        if case .key(let key) = event { keys.append(key) }
        if event == nil { break }
      }
      answers += decoder.takeAnswers()
    }
    return (keys, answers)
  }

  @Test func `every answer is understood, and none is a key`() {
    let (keys, answers) = decoded([Array(Self.answered.utf8)])
    #expect(keys.isEmpty)
    #expect(answers == Self.answers)
  }

  @Test func `answers may come byte by byte, asked for or not`() {
    for expecting in [true, false] {
      let (keys, answers) = decoded(Self.answered.utf8.map { [$0] }, expecting: expecting)
      #expect(keys.isEmpty && answers == Self.answers)
    }
  }

  @Test func `an answer cut in two is held for as long as its rest takes`() {
    let bytes = Array(Self.answered.utf8)
    for cut in bytes.indices.dropFirst() {
      // What is cut after ESC or ESC [ cannot be told from a key that was typed.
      let start = bytes[..<cut].lastIndex(of: 0x1B) ?? 0
      guard cut - start > 2 else { continue }
      let (keys, answers) = decoded([Array(bytes[..<cut]), Array(bytes[cut...])])
      #expect(keys.isEmpty && answers == Self.answers, "cut at \(cut): \(keys)")
    }
  }

  @Test func `keys typed between the answers come in their order`() {
    let text =
      "n\u{1B}[24;3R报\u{1B}[A\u{1B}[?2027;0$y\u{1B}OP\u{1B}P>|st 0.9\u{1B}\\p\u{1B}[1;2R\u{1B}[?6cq"
    let (keys, answers) = decoded([Array(text.utf8)])
    #expect(
      keys == [
        .character("n"), .character("报"), .up, .function(1), .character("p"), .function(3),
        .character("q"),
      ])
    #expect(
      answers == [
        .cursor(row: 24, column: 3), .mode(2027, setting: 0), .version("st 0.9"), .attributes,
      ])
  }

  @Test func `what resembles an answer is nothing`() {
    for text in [
      "\u{1B}[24;3;5R", "\u{1B}[?24;3R", "\u{1B}[2027;0$y", "\u{1B}[?2027y", "\u{1B}[>41;379;0c",
      "\u{1B}P1$r0m\u{1B}\\", "\u{1B}]11;rgb:0/0/0\u{7}", "\u{1B}_Gi=1;OK\u{1B}\\", "\u{1B}[?1A",
    ] {
      let (keys, answers) = decoded([Array((text + "q").utf8)])
      #expect(keys.last == .character("q") && answers.isEmpty, "\(text.debugDescription)")
      #expect(keys.count == 1 || text == "\u{1B}[24;3;5R", "\(text.debugDescription)")
    }
  }

  @Test func `a name holds printable characters, and not too many`() {
    let text = "\u{1B}P>|a\u{9}b\u{E9}\u{1}" + String(repeating: "x", count: 200) + "\u{1B}\\"
    #expect(
      decoded([Array(text.utf8)]).answers == [.version("ab" + String(repeating: "x", count: 78))])
  }

  @Test func `a string without end swallows no more than a screenful of typing`() {
    let text = "\u{1B}P>|" + String(repeating: "z", count: 600) + "q"
    #expect(decoded([Array(text.utf8)]).keys.isEmpty)
    let (keys, _) = decoded([Array(text.utf8), Array("q".utf8)])
    #expect(keys == [.character("q")])
  }

  @Test func `an Escape is a key while answers are expected, too`() {
    #expect(
      decoded([Array("\u{1B}x\u{1B}[".utf8)]).keys == [
        .escape, .character("x"), .escape, .character("["),
      ])
  }

  @Test
  func `no bytes whatever make more keys than there are bytes, or lose the answer after them`() {
    var generator = SeededGenerator(seed: 11)
    let interesting: [UInt8] = [
      0x1B, 0x5B, 0x50, 0x3E, 0x7C, 0x3F, 0x3B, 0x24, 0x30, 0x39, 0x52, 0x79, 0x63, 0xE6, 0x5C,
      0x07,
    ]
    for _ in 0..<2000 {
      let count = Int.random(in: 0...40, using: &generator)
      let bytes = (0..<count).map { _ in interesting.randomElement(using: &generator) ?? 0x1B }
      // BEL ends a string, CAN a sequence: what follows stands for itself.
      let (keys, answers) = decoded([bytes, [0x07, 0x18, 0x07], Array("\u{1B}[7;2R".utf8)])
      #expect(keys.count <= count + 3)
      #expect(answers.last == .cursor(row: 7, column: 2), "\(bytes)")
    }
  }
}
