import CFontLibraries
package import NewsModel

/// A font file of this machine, and which of its faces is meant.
package struct FontFile: Hashable, Sendable {
  /// Where it lies.
  package let path: String
  /// The face, as fontconfig and FreeType number it.
  package let index: Int

  /// Names a face.
  package init(path: String, index: Int) { (self.path, self.index) = (path, index) }

  /// The face that fits a name best: a Song, Mincho or Batang face for ideographs and syllables, else a
  /// serif; nil without fontconfig, and where no font has all of the characters.
  ///
  /// fontconfig reads its configuration and its cache for this: 10 to 50 ms.
  package static func best(
    for text: String, language: LanguageTag, weight: FontWeight,
    library: String = FontLibrary.fontconfig
  ) -> FontFile? {
    let scalars = text.unicodeScalars.map(\.value).filter { $0 != 0x20 }
    let script = FontScript(text, language)
    var found = found_font()
    let families = Array(script.families.map(\.utf8CString).joined()) + [0]
    let status = unsafe font_find(
      library, families, script.language, weight.rawValue, scalars, scalars.count, &found)
    guard status == 0 else { return nil }
    let path = unsafe withUnsafeBytes(of: &found.path) { bytes in
      unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    return FontFile(path: path, index: Int(found.index))
  }
}

/// The libraries, by the names under which a machine may have them.
package enum FontLibrary {
  /// What finds fonts.
  package static let fontconfig = "libfontconfig.so.1"
  /// What draws them.
  package static let freeType = "libfreetype.so.6"
  /// Both.
  package static let all = [fontconfig, freeType]

  /// Whether this machine has a library of that name.
  package static func isPresent(_ name: String) -> Bool { unsafe font_library_present(name) != 0 }
}

/// How heavy a face is, by fontconfig's numbers.
package enum FontWeight: Int32, Hashable, Sendable {
  case medium = 100, bold = 200, black = 210

  /// The heaviest that keeps the strokes apart: black makes one of the twenty strokes that an ideograph
  /// may have in sixteen dots; letters are bold at any size.
  package init(for text: String, height: Int) {
    let isSquare = text.unicodeScalars.contains { $0.value >= 0x2E80 }
    self = !isSquare ? .bold : height < 14 ? .medium : height < 20 ? .bold : .black
  }
}

/// What a name is written in, as far as the choice of a face goes.
struct FontScript {
  /// The language, as fontconfig writes it.
  let language: String
  /// Faces such as papers of that language set their heads in, the best first; of Latin ones those that
  /// are narrow and sturdy at ten dots.
  let families: [String]

  init(_ text: String, _ tag: LanguageTag) {
    let hasSquares = text.unicodeScalars.contains { $0.value >= 0x2E80 }
    if tag.matches("ja") {
      language = "ja"
      families = ["Noto Serif CJK JP", "Noto Serif JP", "IPAexMincho", "IPAMincho", "serif"]
    } else if tag.matches("ko") {
      language = "ko"
      families = ["Noto Serif CJK KR", "Noto Serif KR", "Nanum Myeongjo", "UnBatang", "serif"]
    } else if ["zh-Hant", "zh-TW", "zh-HK", "zh-MO"].contains(where: tag.matches) {
      language = "zh-tw"
      families = ["Noto Serif CJK TC", "Noto Serif TC", "AR PL UMing TW", "serif"]
    } else if tag.matches("zh") || hasSquares {
      language = "zh-cn"
      families = ["Noto Serif CJK SC", "Noto Serif SC", "AR PL UMing CN", "serif"]
    } else {
      language = tag.description.lowercased()
      families = [
        "Noto Serif", "Source Serif 4", "Liberation Serif", "Nimbus Roman",
        "DejaVu Serif Condensed", "serif",
      ]
    }
  }
}
