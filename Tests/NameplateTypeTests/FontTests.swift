import LayoutEngine
import NameplateType
import NewsModel
import Testing

/// Fonts of the machine, which may have none: what is drawn is never compared with a golden.
@Suite struct FontTests {
  private static let request = LargeType.Request(text: "Ham", height: 16, breadth: 200)

  @Test func `without fontconfig no font is found, without FreeType none is drawn`() {
    let english = LanguageTag("en")
    #expect(
      FontFile.best(for: "Ham", language: english, weight: .bold, library: "libnothere.so.1") == nil
    )
    let file = FontFile(path: "\(#filePath)", index: 0)
    #expect(FontFace(file, library: "libnothere.so.6") == nil)
  }

  @Test func `a library without its functions is as good as none`() {
    let english = LanguageTag("en")
    #expect(
      FontFile.best(for: "Ham", language: english, weight: .bold, library: "libm.so.6") == nil)
    #expect(FontFace(FontFile(path: "\(#filePath)", index: 0), library: "libm.so.6") == nil)
  }

  @Test func `a file that is no font opens no face`() {
    #expect(FontFace(FontFile(path: "\(#filePath)", index: 0)) == nil)
    #expect(FontFace(FontFile(path: "/nowhere/font.ttf", index: 0)) == nil)
  }
}
