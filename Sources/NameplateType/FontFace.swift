import CFontLibraries
package import LayoutEngine
import NewsModel

/// A face of a font, open in FreeType, until the last reference goes.
///
/// One thread at a time may draw with it.
@safe package final class FontFace {
  private let face: OpaquePointer

  /// Opens a face; nil without FreeType, and for a file that it does not understand.
  package init?(_ file: FontFile, library: String = FontLibrary.freeType) {
    guard let face = unsafe font_open(library, file.path, Int32(clamping: file.index)) else {
      return nil
    }
    unsafe self.face = face
  }

  deinit { unsafe font_close(face) }

  /// The characters of a name, as large as its height allows; nil where one of them is missing.
  ///
  /// The em grows until the characters fill the height: a name without descenders is set larger.
  package func glyphs(_ request: LargeType.Request) -> [LargeType.Glyph]? {
    let scalars = Array(request.text.unicodeScalars)
    var (low, high) = (request.height / 2, 2 * request.height)
    var best: [LargeType.Glyph]?
    while low <= high {
      let em = (low + high) / 2
      guard let drawn = drawn(scalars, em: em, breadth: request.breadth) else { return nil }
      if drawn.height <= request.height {
        (best, low) = (drawn.glyphs, em + 1)
      } else {
        high = em - 1
      }
    }
    return best
  }

  /// The characters at a size in dots, and the rows that they take together.
  private func drawn(
    _ scalars: [Unicode.Scalar], em: Int, breadth: Int
  ) -> (glyphs: [LargeType.Glyph], height: Int)? {
    var marks: [Mark] = []
    for scalar in scalars {
      var glyph = unsafe font_glyph()
      let across = Int32(clamping: (em * breadth + 50) / 100)
      guard unsafe font_draw(face, scalar.value, across, Int32(clamping: em), &glyph) == 0 else {
        return nil
      }
      unsafe marks.append(Mark(glyph))
    }
    let inked = marks.filter { $0.dots.height > 0 }
    let top = inked.map(\.rise).max() ?? 0
    let foot = inked.map { $0.rise - $0.dots.height }.min() ?? 0
    let glyphs = marks.map { mark in
      LargeType.Glyph(
        dots: mark.dots, left: mark.left, top: mark.dots.height > 0 ? top - mark.rise : 0,
        advance: mark.advance)
    }
    return (glyphs, top - foot)
  }
}

/// A character as FreeType has drawn it: its topmost dot stands `rise` dots above the base line.
private struct Mark {
  let dots: Bitmap
  let left: Int
  let rise: Int
  let advance: Int

  /// Copies the glyph, which is gone with the next one, without white margins.
  init(_ glyph: font_glyph) {
    let whole = unsafe Bitmap(glyph)
    let inked = whole.inked
    dots = whole.trimmed
    left = unsafe Int(glyph.left) + (inked?.columns.lowerBound ?? 0)
    rise = unsafe Int(glyph.top) - (inked?.rows.lowerBound ?? 0)
    advance = unsafe Int(glyph.advance)
  }
}

extension Bitmap {
  /// Copies what FreeType has drawn.
  fileprivate init(_ glyph: font_glyph) {
    unsafe self.init(width: Int(glyph.width), height: Int(glyph.height))
    for row in 0..<height {
      for column in 0..<width {
        let byte = unsafe glyph.bits[row * Int(glyph.pitch) + column / 8]
        self[row, column] = byte >> (7 - column % 8) & 1 == 1
      }
    }
  }
}
