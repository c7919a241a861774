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
  ///
  /// By bytes, not by characters: it is read before the first page stands.
  package init?(_ text: String, key: String) {
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[
      ...]
    guard let title = lines.popFirst(), title.elementsEqual(Self.title.utf8),
      let asked = lines.popFirst(), asked.elementsEqual(key.utf8),
      let source = lines.popFirst().flatMap(Source.init), lines.popLast()?.isEmpty == true,
      let end = lines.popLast()
    else { return nil }
    (self.key, self.source) = (key, source)
    let isDrawn = end.elementsEqual("end".utf8)
    let glyphs = lines.compactMap(Self.glyph)
    guard glyphs.count == lines.count,
      isDrawn || end.elementsEqual("none".utf8) && glyphs.isEmpty
    else { return nil }
    self.glyphs = isDrawn ? glyphs : nil
  }

  private static func glyph(_ line: Substring.UTF8View) -> LargeType.Glyph? {
    let parts = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    guard parts.count == 4, let left = Int(Substring(parts[0])), let top = Int(Substring(parts[1])),
      let advance = Int(Substring(parts[2])), let dots = dots(parts[3]),
      (-mostDots...mostDots).contains(left), (0...mostDots).contains(top),
      (0...mostDots).contains(advance)
    else { return nil }
    return LargeType.Glyph(dots: dots, left: left, top: top, advance: advance)
  }

  /// Rows of dots with a slash between two, all of one length.
  private static func dots(_ text: Substring.UTF8View) -> Bitmap? {
    let rows = text.split(separator: UInt8(ascii: "/"))
    let width = rows.first?.count ?? 0
    guard max(width, rows.count) <= mostDots else { return nil }
    var dots = Bitmap(width: width, height: rows.count)
    for (row, bytes) in rows.enumerated() {
      guard bytes.count == width else { return nil }
      for (column, byte) in bytes.enumerated() {
        if byte == UInt8(ascii: "#") {
          dots[row, column] = true
        } else if byte != UInt8(ascii: ".") {
          return nil
        }
      }
    }
    return dots
  }
}

extension NameplateRecord.Source {
  fileprivate init?(_ line: Substring.UTF8View) {
    let parts = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    let numbers = parts.prefix(4).compactMap { Int(Substring($0)) }
    guard parts.count == 5, numbers.count == 4 else { return nil }
    let path = String(Substring(parts[4]))
    self.init(
      fontsChanged: numbers[0], face: path.isEmpty ? nil : FontFile(path: path, index: numbers[3]),
      fileSize: numbers[1], fileChanged: numbers[2])
  }
}
