import LayoutEngine
import NewsModel
import Testing

/// Dots in cells.
@Suite struct BlockArtTests {
  private func drawn(_ rows: [String], _ set: BlockSet) -> [String] {
    BlockArt(Bitmap(drawn: rows), set).rows.map { row in
      String(String.UnicodeScalarView(row))
    }
  }

  @Test func `four dots make a quadrant`() {
    // Every cell has the dots of its number: 1 and 2 above, 4 and 8 below.
    let above = (0..<16).map { ["..", "#.", ".#", "##"][$0 % 4] }.joined()
    let below = (0..<16).map { ["..", "#.", ".#", "##"][$0 / 4] }.joined()
    #expect(drawn([above, below], .quadrants) == [" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"])
  }

  @Test func `two dots make a half block`() {
    #expect(drawn(["..##", ".#.#"], .halves) == [" ▄▀█"])
  }

  @Test func `a cell that has only a part of its dots is white in the rest`() {
    #expect(drawn(["##.#", "####", "#..#"], .halves) == ["██▄█", "▀  ▀"])
    #expect(drawn(["###", "#.#", "#.."], .quadrants) == ["▛▌", "▘ "])
  }
}
