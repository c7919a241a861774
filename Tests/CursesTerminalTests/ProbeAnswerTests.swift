import CursesTerminal
import Testing
import UnicodeTables

/// From the answers of a terminal to the widths it is drawn by, and into the memory and back.
@Suite struct ProbeAnswerTests {
  /// The answers of a listener that heard these.
  private func heard(_ answers: [TerminalAnswer]) -> ProbeAnswers? {
    var listener = ProbeListener([.quote, .rule, .skinTone], row: 23)
    answers.forEach { listener.take($0) }
    return listener.answers
  }

  private func cursors(_ columns: [Int], row: Int = 24) -> [TerminalAnswer] {
    columns.map { .cursor(row: row, column: $0) }
  }

  @Test func `the column after a cluster tells its cells`() {
    let answers = heard(
      cursors([2, 3, 5]) + [.mode(2027, setting: 1), .version("st"), .attributes])
    #expect(
      answers
        == ProbeAnswers([.quote: 1, .rule: 2, .skinTone: 4], clusterMode: 1, version: "st"))
  }

  @Test func `answers count when the last has come, and none after it`() {
    #expect(heard(cursors([2, 3, 5])) == nil)
    let late = cursors([2, 3, 5]) + [.attributes] + cursors([9]) + [.version("x")]
    #expect(heard(late) == ProbeAnswers([.quote: 1, .rule: 2, .skinTone: 4]))
  }

  @Test func `answers that do not fit the question are none`() {
    for columns in [[], [2], [2, 3], [2, 3, 5, 6]] as [[Int]] {
      #expect(heard(cursors(columns) + [.attributes]) == nil)
    }
    #expect(heard(cursors([2, 3, 5], row: 23) + [.attributes]) == nil)
    #expect(heard(cursors([0, 3, 5]) + [.attributes]) == nil)
    #expect(heard([.attributes]) == nil)
  }

  @Test func `what no terminal can mean is left out`() {
    let answers = heard(
      cursors([2, 80, 5]) + [.mode(2027, setting: 9), .mode(1, setting: 1), .attributes])
    #expect(answers == ProbeAnswers([.quote: 1, .skinTone: 4]))
  }

  @Test func `without answers the usual widths hold`() {
    #expect(WidthPolicy(nil) == WidthPolicy())
    #expect(WidthPolicy(ProbeAnswers()) == WidthPolicy())
    #expect(WidthPolicy(nil, ambiguous: 2) == WidthPolicy(ambiguous: 2))
    #expect(WidthPolicy(ProbeAnswers([.quote: 0, .rule: 7])) == WidthPolicy())
  }

  @Test func `the quotation mark answers for ambiguous characters, others for their own`() {
    let wide = WidthPolicy(ProbeAnswers([.quote: 2, .rule: 1, .dot: 2, .ellipsis: 1]))
    let cells = ["“": 2, "”": 2, "—": 2, "①": 2, "│": 1, "┿": 1, "…": 1, "·": 2, "a": 1, "报": 2]
    for (text, cells) in cells { #expect(wide.cells(of: text) == cells, "\(text)") }
  }

  @Test func `a person's choice goes before what the terminal says`() {
    let answers = ProbeAnswers([.quote: 2, .rule: 1, .squaredNumber: 2, .joinedEmoji: 4])
    let widths = WidthPolicy(answers, ambiguous: 1)
    #expect(widths.ambiguous == 1 && widths.cells(of: "│“") == 2)
    #expect(widths.cells(of: "㉈") == 2 && widths.joinedEmoji == [.skinTones])
  }

  @Test func `each answer that differs from the layout leads to another form`() {
    let cases: [(ProbeAnswers, WidthPolicy)] = [
      (ProbeAnswers([.joinedEmoji: 4]), WidthPolicy(joinedEmoji: .skinTones)),
      (ProbeAnswers([.skinTone: 4]), WidthPolicy(joinedEmoji: .joiners)),
      (ProbeAnswers([.emojiStyle: 2]), WidthPolicy(honorsEmojiSelector: true)),
      (ProbeAnswers([.halfwidthVoiced: 1]), WidthPolicy(lacks: .halfwidthSoundMarks)),
      (ProbeAnswers([.newIdeograph: 0]), WidthPolicy(lacks: .newIdeographs)),
      (ProbeAnswers([.privateUse: 2]), WidthPolicy(lacks: .privateUse)),
      (ProbeAnswers([.trigram: 1, .hexagram: 2]), WidthPolicy(lacks: .newWideSymbols)),
      (ProbeAnswers([.trigram: 2, .hexagram: 1]), WidthPolicy(lacks: .newWideSymbols)),
      (
        ProbeAnswers([
          .joinedEmoji: 2, .skinTone: 2, .emojiStyle: 1, .halfwidthVoiced: 2, .newIdeograph: 2,
          .trigram: 2, .hexagram: 2, .quote: 1, .privateUse: 1,
        ]), WidthPolicy()
      ),
    ]
    for (answers, widths) in cases { #expect(WidthPolicy(answers) == widths, "\(answers.record)") }
  }

  @Test func `what is remembered is what was said, but for the name`() {
    let answers = ProbeAnswers(
      Dictionary(uniqueKeysWithValues: ProbedCluster.allCases.enumerated().map { ($1, $0 % 9) }),
      clusterMode: 3, version: "kitty(0.42)")
    var expected = answers
    expected.version = nil
    #expect(ProbeAnswers(record: answers.record) == expected)
    #expect(ProbeAnswers([.quote: 1, .rule: 2]).record == "quote=1 rule=2")
  }

  @Test func `a record that is not understood whole is none`() {
    for record in [
      "", " ", "quote", "quote=", "quote=9", "quote=-1", "quote=11", "quote=1=1", "nobody=1",
      "quote=1 \u{1B}[31m", "cluster-mode=1", "quote=1 cluster-mode=5", "quote=１",
    ] {
      #expect(ProbeAnswers(record: record) == nil, "\(record.debugDescription)")
    }
  }

  @Test func `new answers go before those of an earlier start`() {
    let earlier = ProbeAnswers([.quote: 2, .rule: 2], clusterMode: 0)
    let completed = ProbeAnswers([.quote: 1], version: "st").completed(by: earlier)
    #expect(completed == ProbeAnswers([.quote: 1, .rule: 2], clusterMode: 0, version: "st"))
  }
}
