import LayoutEngine
import NewsModel
import ScreenModel
import Testing
import UnicodeTables

/// Greys in cells.
@Suite struct PictureArtTests {
  private func art(
    _ raster: Raster?, _ columns: Int, _ rows: Int, _ set: BlockSet = .quadrants
  ) throws -> PictureArt {
    PictureArt(try #require(raster), Size(columns: columns, rows: rows), set)
  }

  private func rows(_ art: BlockArt) -> [String] {
    art.rows.map { String(String.UnicodeScalarView($0)) }
  }

  @Test func `dark paper shows the light and light paper the dark, quarter by quarter`() throws {
    // Every cell has the dots of its number: 1 and 2 above, 4 and 8 below; white ones here.
    let above = (0..<16).map { ["00", "90", "09", "99"][$0 % 4] }.joined()
    let below = (0..<16).map { ["00", "90", "09", "99"][$0 / 4] }.joined()
    let drawn = try art(Raster(drawn: above, below), 16, 1)
    #expect(rows(drawn.onDarkPaper) == [" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"])
    #expect(rows(drawn.onLightPaper) == ["█▟▙▄▜▐▚▗▛▞▌▖▀▝▘ "])
  }

  @Test func `even greys become shades, and the lightest and darkest are paper and ink`() throws {
    let steps = Raster(drawn: "997755332200", "997755332200", "997755332200", "997755332200")
    let drawn = try art(steps, 6, 2)
    #expect(rows(drawn.onLightPaper).allSatisfy { $0.first == " " && $0.last == "█" })
    #expect(Set(rows(drawn.onLightPaper).joined()).isSuperset(of: ["░", "▓"]))
  }

  @Test func `a picture of one grey stays that grey`() throws {
    for (digit, shade) in [("9", " "), ("0", "█")] {
      let drawn = try art(Raster(drawn: digit), 5, 3)
      #expect(
        rows(drawn.onLightPaper) == Array(repeating: String(repeating: shade, count: 5), count: 3))
    }
    // A grey between two shades is a mixture of both, and nothing else.
    let middle = try art(Raster(width: 1, height: 1, values: [160]), 30, 10)
    #expect(Set(rows(middle.onLightPaper).joined()) == ["░", "▒"])
    let (light, dark) = (ink(middle.onLightPaper), 95 * 300)
    #expect(abs(light - dark) < 300 * 16, "\(light) of \(dark)")
  }

  @Test func `half blocks and shades alone where a font has no more`() throws {
    let scene = Raster.scene(width: 60, height: 40)
    let drawn = try art(scene, 30, 10, .halves)
    let allowed: Set<Character> = [" ", "░", "▒", "▓", "█", "▀", "▄", "▌", "▐"]
    #expect(Set(rows(drawn.onLightPaper).joined()).isSubset(of: allowed))
    #expect(Set(rows(drawn.onDarkPaper).joined()).isSubset(of: allowed))
  }

  @Test func `a scene looks as it was read and committed`() throws {
    let drawn = try art(Raster.scene(width: 60, height: 40), 24, 8)
    #expect(rows(drawn.onLightPaper) == Self.onLight)
    #expect(rows(drawn.onDarkPaper) == Self.onDark)
  }

  private static let onLight = [
    "░░░░░░░░░░░░░░░░░░░░░░░░",
    "░░░░░░▗▄░░░░░░░░    ░░░░",
    "░░░░▗▟███▄░░░░░░    ░░░░",
    "░░▗▟███████▄░░░░░░░░░░░░",
    "▒▒▓▓▓▓▓▓▓▓▓▓▓▒▒▒▒▒▒▒▒▒▒▒",
    "▒▓▒▒▒▒▒▒▒▒▒▓▒▓▒▒▓▒▒▓▒▒▓▒",
    "▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓",
    "▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓",
  ]
  private static let onDark = [
    "▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓",
    "▓▓▓▓▓▓▛▀▓▓▓▓▓▓▓▓███▓▓▓▓▓",
    "▓▓▓▓▛▘   ▀▓▓▓▓▓▓████▓▓▓▓",
    "▓▓▛▘       ▀▓▓▓▓▓▓▓▓▓▓▓▓",
    "▒▒░░░░░░░░░░░▒▒▒▒▒▒▒▒▒▒▒",
    "▒░▒▒░▒▒▒▒▒░▒░▒░▒░▒░▒░▒░▒",
    "░░░░░░░░░░░░░░░░░░░░░░░░",
    "░░░░░░░░░░░░░░░░░░░░░░░░",
  ]

  @Test func `every size is filled, and the same picture gives the same cells`() throws {
    let scene = Raster.scene(width: 37, height: 23)
    for (columns, rows) in [(1, 1), (2, 1), (16, 4), (97, 41), (300, 100)] {
      let (one, other) = (try art(scene, columns, rows), try art(scene, columns, rows))
      #expect(one == other)
      for art in [one.onLightPaper, one.onDarkPaper] {
        #expect(art.size == Size(columns: columns, rows: rows))
        #expect(art.rows.allSatisfy { $0.count == columns } && art.rows.count == rows)
      }
    }
  }

  /// The ink of all cells of shades, 255 each.
  private func ink(_ art: BlockArt) -> Int {
    let shades: [Unicode.Scalar: Int] = ["░": 64, "▒": 128, "▓": 191, "█": 255]
    return art.rows.joined().reduce(0) { $0 + (shades[$1] ?? 0) }
  }
}
