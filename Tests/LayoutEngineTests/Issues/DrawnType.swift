import LayoutEngine
import NewsModel

/// A type drawn for these tests: nine characters of seven dots, put to any size by repeating dots.
enum DrawnType {
  /// Draws the characters below; of others nothing, and so no name that has one.
  static let few = LargeType(name: "few") { request in
    let glyphs = request.text.unicodeScalars.compactMap { scalar in
      letters[scalar].map { glyph(of: $0, request) } ?? (scalar == " " ? blank(request) : nil)
    }
    return glyphs.count == request.text.unicodeScalars.count ? glyphs : nil
  }

  /// Draws every character as a square with a hole.
  static let boxes = LargeType(name: "boxes") { request in
    let box = ["#######", "#.....#", "#.....#", "#.....#", "#.....#", "#.....#", "#######"]
    return request.text.unicodeScalars.map {
      $0 == " "
        ? blank(request)
        : glyph(of: $0.value >= 0x2E80 ? box : box.map { "#" + $0.suffix(3) }, request)
    }
  }

  private static func blank(_ request: LargeType.Request) -> LargeType.Glyph {
    LargeType.Glyph(
      dots: Bitmap(width: 0, height: 0), left: 0, top: 0,
      advance: request.height * request.breadth / 300)
  }

  private static func glyph(
    of rows: [String], _ request: LargeType.Request
  ) -> LargeType.Glyph {
    let drawn = Bitmap(drawn: rows)
    let width = drawn.width * request.height * request.breadth / 700
    var dots = Bitmap(width: width, height: request.height)
    for row in 0..<dots.height {
      for column in 0..<width {
        dots[row, column] =
          drawn[row * drawn.height / dots.height, column * drawn.width / width]
      }
    }
    return LargeType.Glyph(dots: dots, left: 1, top: 0, advance: width + 4)
  }

  private static let letters: [Unicode.Scalar: [String]] = [
    "日": ["#####", "#...#", "#...#", "#####", "#...#", "#...#", "#####"],
    "山": ["...#...", "...#...", "#..#..#", "#..#..#", "#..#..#", "#..#..#", "#######"],
    "中": ["...#...", "#######", "#..#..#", "#..#..#", "#######", "...#...", "...#..."],
    "王": ["#######", "...#...", "...#...", ".#####.", "...#...", "...#...", "#######"],
    "T": ["#####", "..#..", "..#..", "..#..", "..#..", "..#..", "..#.."],
    "I": ["###", ".#.", ".#.", ".#.", ".#.", ".#.", "###"],
    "L": ["#...", "#...", "#...", "#...", "#...", "#...", "####"],
    "E": ["####", "#...", "#...", "###.", "#...", "#...", "####"],
  ]
}
