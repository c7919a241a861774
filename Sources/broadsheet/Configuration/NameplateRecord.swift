package import LayoutEngine
package import NameplateType
package import NewsModel

/// The letters of a name at one size as they are kept from one start to the next.
///
/// As text, so that a person can look at one: a line that says what it is, one with what was asked for,
/// one with the fonts it depends on, and a line a character with its dots.
package struct NameplateRecord: Hashable, Sendable {
  /// What the letters depend on: drawn anew where any of it has changed.
  package struct Source: Hashable, Sendable {
    /// When fonts were last installed or removed, in seconds.
    package let fontsChanged: Int
    /// The face; nil where no font has all characters.
    package let face: FontFile?
    /// The size of its file in bytes, and when it was last changed, in seconds.
    package let fileSize: Int
    package let fileChanged: Int

    /// Names everything that letters depend on.
    package init(fontsChanged: Int, face: FontFile?, fileSize: Int = 0, fileChanged: Int = 0) {
      (self.fontsChanged, self.face) = (fontsChanged, face)
      (self.fileSize, self.fileChanged) = (fileSize, fileChanged)
    }
  }

  /// What was asked for: the language and the request.
  package let key: String
  /// What the letters depend on.
  package let source: Source
  /// The letters; nil where the name cannot be drawn.
  package let glyphs: [LargeType.Glyph]?

  /// Makes a record.
  package init(key: String, source: Source, glyphs: [LargeType.Glyph]?) {
    (self.key, self.source, self.glyphs) = (key, source, glyphs)
  }

  /// What tells one request from another, on one line.
  package static func key(_ request: LargeType.Request, language: LanguageTag) -> String {
    let words = [language.description, "\(request.height)", "\(request.breadth)", request.text]
    return words.map { $0.filter { $0 != "\n" && $0 != "\r\n" && $0 != "\t" } }
      .joined(separator: "\t")
  }

  private static let title = "broadsheet nameplate 1"
  /// More than any glyph of the largest type has across, and than any name has characters.
  private static let mostDots = 512

  /// The record as a file.
  package var text: String {
    let face = source.face
    let fonts = [
      "\(source.fontsChanged)", "\(source.fileSize)", "\(source.fileChanged)",
      "\(face?.index ?? 0)", face?.path ?? "",
    ]
    var lines = [Self.title, key, fonts.joined(separator: "\t")]
    lines += (glyphs ?? []).map { glyph in
      "\(glyph.left)\t\(glyph.top)\t\(glyph.advance)\t" + glyph.dots.drawing.joined(separator: "/")
    }
    return lines.joined(separator: "\n") + (glyphs == nil ? "\nnone\n" : "\nend\n")
  }

  /// Reads a file; nil for one that is damaged, cut off, or for something else.
  package init?(_ text: String, key: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    guard lines.popFirst() == Self.title[...], lines.popFirst() == key[...],
      let source = lines.popFirst().flatMap(Source.init), lines.popLast() == "",
      let end = lines.popLast()
    else { return nil }
    (self.key, self.source) = (key, source)
    let glyphs = lines.compactMap(Self.glyph)
    guard glyphs.count == lines.count, end == "end" || end == "none" && glyphs.isEmpty else {
      return nil
    }
    self.glyphs = end == "end" ? glyphs : nil
  }

  private static func glyph(_ line: Substring) -> LargeType.Glyph? {
    let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard parts.count == 4, let left = Int(parts[0]), let top = Int(parts[1]),
      let advance = Int(parts[2]), parts[3].utf8.allSatisfy({ "#./".utf8.contains($0) })
    else { return nil }
    let rows = parts[3].split(separator: "/").map(String.init)
    let dots = Bitmap(drawn: rows)
    let range = -mostDots...mostDots
    guard rows.allSatisfy({ $0.utf8.count == dots.width }), range.contains(left),
      (0...mostDots).contains(top), (0...mostDots).contains(advance),
      max(dots.width, dots.height) <= mostDots
    else { return nil }
    return LargeType.Glyph(dots: dots, left: left, top: top, advance: advance)
  }
}

extension NameplateRecord.Source {
  fileprivate init?(_ line: Substring) {
    let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
    let numbers = parts.prefix(4).compactMap { Int($0) }
    guard parts.count == 5, numbers.count == 4 else { return nil }
    let face =
      parts[4].isEmpty ? nil : FontFile(path: String(parts[4]), index: numbers[3])
    self.init(
      fontsChanged: numbers[0], face: face, fileSize: numbers[1], fileChanged: numbers[2])
  }
}
