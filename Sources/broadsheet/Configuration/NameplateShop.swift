package import LayoutEngine
import NameplateType
package import NewsModel
import Synchronization

/// Where the large type of a nameplate comes from: from memory first, and from the fonts of the machine
/// once they are opened.
///
/// To find a font takes ten times as long as the whole first page. So the page is painted with what is in
/// memory, or with the name as text; then the fonts are opened, if something was missing, and the page
/// is laid out again. From the next start on, memory has it.
package final class NameplateShop: Sendable {
  private struct Shelf {
    var isOpen = false
    var hasMissed = false
    var records: [LargeType.Request: NameplateRecord] = [:]
    var files: [FontWeight: FontFile?] = [:]
    var faces: [FontFile: FontFace] = [:]
  }

  private let language: LanguageTag
  private let memory: NameplateMemory
  private let shelf = Mutex(Shelf())

  /// The type of a paper in a language.
  package init(language: LanguageTag, memory: NameplateMemory) {
    (self.language, self.memory) = (language, memory)
  }

  /// The shop of an issue, with the memory of the person.
  convenience init(for issue: Issue) {
    self.init(language: issue.language, memory: .standard)
  }

  /// What draws the name.
  package var type: LargeType {
    LargeType(name: "nameplate " + language.description) { self.glyphs($0) }
  }

  /// Whether something was asked for that only the fonts can give, and they were not open.
  package var hasMissed: Bool { shelf.withLock(\.hasMissed) }

  /// From now on fonts are looked for where memory has nothing.
  package func openFonts() {
    shelf.withLock { ($0.isOpen, $0.hasMissed) = (true, false) }
  }

  /// The characters of a name, or nothing; see ``LargeType``.
  package func glyphs(_ request: LargeType.Request) -> [LargeType.Glyph]? {
    shelf.withLock { shelf in
      if let record = shelf.records[request] { return record.glyphs }
      let key = NameplateRecord.key(request, language: language)
      if let record = memory.recall(key) {
        shelf.records[request] = record
        return record.glyphs
      }
      guard shelf.isOpen else {
        shelf.hasMissed = true
        return nil
      }
      let record = drawn(request, key, &shelf)
      shelf.records[request] = record
      memory.keep(record)
      return record.glyphs
    }
  }

  private func drawn(
    _ request: LargeType.Request, _ key: String, _ shelf: inout Shelf
  ) -> NameplateRecord {
    let weight = FontWeight(for: request.text, height: request.height)
    let file =
      shelf.files[weight]
      ?? FontFile.best(for: request.text, language: language, weight: weight)
    shelf.files[weight] = .some(file)
    if let file, shelf.faces[file] == nil { shelf.faces[file] = FontFace(file) }
    return NameplateRecord(
      key: key, source: memory.source(file),
      glyphs: file.flatMap { shelf.faces[$0] }?.glyphs(request))
  }
}
