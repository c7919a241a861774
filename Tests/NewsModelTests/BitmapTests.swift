import NewsModel
import Testing

/// Pictures of black and white dots, and their files.
@Suite struct BitmapTests {
  private let arrow = Bitmap(drawn: [
    "....#....", "...###...", "..#.#.#..", "....#....", "....#....",
  ])

  @Test func `a drawing is read as it is shown`() {
    #expect(arrow.drawing[2] == "..#.#.#..")
    #expect(Bitmap(drawn: ["#", "", "##"]).drawing == ["#.", "..", "##"])
    #expect(!arrow[0, -1] && !arrow[5, 4] && !arrow[0, 9])
  }

  @Test func `margins are trimmed, of white nothing is left`() {
    #expect(arrow.trimmed.drawing == ["..#..", ".###.", "#.#.#", "..#..", "..#.."])
    #expect(Bitmap(width: 3, height: 2).trimmed == Bitmap(width: 0, height: 0))
  }

  @Test func `what is written is read again, at widths around a byte`() throws {
    for width in 1...17 {
      var picture = Bitmap(width: width, height: 3)
      for place in 0..<3 * width where place * 7 % 5 < 2 {
        picture[place / width, place % width] = true
      }
      #expect(try Bitmap(pbm: picture.pbm) == picture)
    }
  }

  @Test func `a picture written as text may have comments, and no blanks between its dots`() throws
  {
    let text = "P1\n# a nameplate\n3 # wide\n2\n1 0 1\n011"
    #expect(try Bitmap(pbm: Array(text.utf8)).drawing == ["#.#", ".##"])
  }

  @Test func `what is no picture is named`() {
    let faults: [(String, BitmapFault)] = [
      ("", .otherFormat), ("P5 1 1 1", .otherFormat), ("P1", .noSize), ("P1 a 2", .noSize),
      ("P1 3", .noSize), ("P1 0 3", .badSize(width: 0, height: 3)),
      ("P4 1048577 1 ", .badSize(width: 1_048_577, height: 1)),
      ("P4 2000 2000 ", .badSize(width: 2000, height: 2000)),
      ("P1 2 2 1 0 1", .tooShort), ("P4 9 1 x", .tooShort), ("P1 2 1 1 2", .badDot),
    ]
    for (text, fault) in faults {
      #expect(throws: fault) { try Bitmap(pbm: Array(text.utf8)) }
    }
  }

  @Test func `a file cut off anywhere is refused, never half a picture`() {
    let bytes = arrow.pbm
    for count in bytes.indices {
      #expect(throws: BitmapFault.self) { try Bitmap(pbm: Array(bytes[..<count])) }
    }
  }
}
