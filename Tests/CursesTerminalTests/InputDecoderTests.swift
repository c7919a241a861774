import CursesTerminal
import ScreenModel
import TestSupport
import Testing

@Suite struct InputDecoderTests {
  /// The events of bytes that come at once, and what is left when nothing more comes.
  private func events(_ text: String, sequences: [String: Key] = [:]) -> [InputEvent] {
    var decoder = InputDecoder()
    for (bytes, key) in sequences { decoder.sequences[Array(bytes.utf8)] = key }
    decoder.feed(Array(text.utf8))
    return rest(of: &decoder)
  }

  private func rest(of decoder: inout InputDecoder) -> [InputEvent] {
    var events: [InputEvent] = []
    while decoder.isWaiting {
      if let event = decoder.next() ?? decoder.giveUp() { events.append(event) }
    }
    return events
  }

  private func keys(_ text: String) -> [Key] {
    events(text).compactMap { if case .key(let key) = $0 { key } else { nil } }
  }

  @Test func `typing is characters, whole clusters where they come together`() {
    #expect(keys("aZ7?") == [.character("a"), .character("Z"), .character("7"), .character("?")])
    #expect(keys("报é“") == [.character("报"), .character("é"), .character("“")])
    #expect(keys("か\u{3099}x") == [.character("か\u{3099}"), .character("x")])
    #expect(keys("👨‍👩‍👦") == [.character("👨‍👩‍👦")])
  }

  @Test func `controls are keys of their own`() {
    #expect(keys("\r\n\t") == [.enter, .enter, .tab])
    #expect(keys("\u{7F}\u{8}") == [.backspace, .backspace])
    #expect(keys("\u{1}\u{C}\u{1A}") == [.control("a"), .control("l"), .control("z")])
    #expect(keys("\u{0}\u{1C}\u{1F}") == [.control(" "), .control("\\"), .control("_")])
  }

  @Test func `the keys every terminal sends`() {
    #expect(keys("\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D") == [.up, .down, .right, .left])
    #expect(keys("\u{1B}OA\u{1B}OB\u{1B}OC\u{1B}OD") == [.up, .down, .right, .left])
    #expect(keys("\u{1B}[H\u{1B}[F\u{1B}OH\u{1B}OF") == [.home, .end, .home, .end])
    #expect(keys("\u{1B}[1~\u{1B}[4~\u{1B}[7~\u{1B}[8~") == [.home, .end, .home, .end])
    #expect(keys("\u{1B}[3~\u{1B}[5~\u{1B}[6~\u{1B}[Z") == [.delete, .pageUp, .pageDown, .backTab])
    #expect(keys("\u{1B}OM") == [.enter])
  }

  @Test func `function keys from 1 to 20, however they are sent`() {
    #expect(keys("\u{1B}OP\u{1B}[P\u{1B}[11~\u{1B}[[A") == Array(repeating: .function(1), count: 4))
    let numbers = [15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 31, 32, 33, 34]
    #expect(keys(numbers.map { "\u{1B}[\($0)~" }.joined()) == (5...20).map(Key.function))
  }

  @Test func `a key held with another is the key`() {
    #expect(keys("\u{1B}[1;5A\u{1B}[1;2D\u{1B}[5;3~") == [.up, .left, .pageUp])
  }

  @Test func `an escape that nothing follows is the key`() {
    #expect(keys("\u{1B}") == [.escape])
    #expect(keys("\u{1B}\u{1B}") == [.escape, .escape])
    #expect(keys("\u{1B}j") == [.escape, .character("j")])
    #expect(keys("\u{1B}\u{1B}[A") == [.escape, .up])
    #expect(keys("\u{1B}[") == [.escape, .character("[")])
  }

  @Test func `a sequence that comes in pieces is one key`() {
    let bytes = Array("\u{1B}[1;5B报\u{1B}[<0;12;7M".utf8)
    var (decoder, events) = (InputDecoder(), [InputEvent]())
    for byte in bytes {
      decoder.feed([byte])
      while let event = decoder.next() { events.append(event) }
    }
    #expect(
      events == [
        .key(.down), .key(.character("报")), .mouse(.left, at: Point(column: 11, row: 6), clicks: 1),
      ])
    #expect(!decoder.isWaiting)
  }

  @Test func `a sequence that means nothing is swallowed whole`() {
    for text in [
      "\u{1B}[200~", "\u{1B}[I", "\u{1B}[?62;22c", "\u{1B}[12;40R", "\u{1B}Oz", "\u{1B}[2~",
    ] {
      #expect(keys(text + "x").last == .character("x"))
      #expect(keys(text + "x").count == 1 || text == "\u{1B}[12;40R", "\(text.debugDescription)")
    }
  }

  @Test func `answers of a terminal are swallowed whole`() {
    #expect(keys("\u{1B}P>|XTerm(379)\u{1B}\\q") == [.character("q")])
    #expect(keys("\u{1B}]11;rgb:0000/0000/0000\u{7}q") == [.character("q")])
  }

  @Test func `bytes that are no text are dropped, and only they`() {
    var decoder = InputDecoder()
    decoder.feed([0xFF, 0x61, 0xE6, 0x61, 0xC0, 0x80, 0xED, 0xA0, 0x80, 0x62, 0xE6, 0x8A])
    #expect(
      rest(of: &decoder) == [.key(.character("a")), .key(.character("a")), .key(.character("b"))])
  }

  @Test func `the mouse presses, with coordinates from 0`() {
    let point = Point(column: 229, row: 0)
    #expect(events("\u{1B}[<0;230;1M\u{1B}[<0;230;1m") == [.mouse(.left, at: point, clicks: 1)])
    let buttons = [
      (1, MouseButton.middle), (2, .right), (64, .wheelUp), (65, .wheelDown), (20, .left),
    ]
    for (code, button) in buttons {
      #expect(events("\u{1B}[<\(code);230;1M") == [.mouse(button, at: point, clicks: 1)])
    }
    #expect(events("\u{1B}[<32;4;4M\u{1B}[<35;4;4M\u{1B}[<66;4;4M") == [])
    #expect(events("\u{1B}[M !!") == [.mouse(.left, at: Point(column: 0, row: 0), clicks: 1)])
    #expect(events("\u{1B}[M#!!") == [])
  }

  @Test func `terminfo knows keys of its own`() {
    let sequences: [String: Key] = ["\u{1B}[1;2P": .function(13), "\u{1B}x": .home]
    #expect(
      events("\u{1B}[1;2P\u{1B}x", sequences: sequences) == [.key(.function(13)), .key(.home)])
  }

  @Test func `no bytes whatever stop the decoder or are waited for in vain`() {
    var generator = SeededGenerator(seed: 3)
    let interesting: [UInt8] = [
      0x1B, 0x5B, 0x4F, 0x3B, 0x30, 0x3C, 0x4D, 0x7E, 0xE6, 0x8A, 0xA5, 0x5C, 0x07,
    ]
    for _ in 0..<2000 {
      var decoder = InputDecoder()
      for _ in 0..<Int.random(in: 1...40, using: &generator) {
        decoder.feed([interesting.randomElement(using: &generator) ?? 0x1B])
      }
      decoder.feed(Array("\u{7}".utf8))
      #expect(rest(of: &decoder).count <= 41)
    }
  }
}
