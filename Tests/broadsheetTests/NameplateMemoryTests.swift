import LayoutEngine
import NameplateType
import NewsModel
import TestSupport
import Testing
import broadsheet

/// The letters of nameplates as they are kept from one start to the next.
@Suite struct NameplateMemoryTests {
  private static let request = LargeType.Request(text: "山 I", height: 12, breadth: 200)
  private static let key = NameplateRecord.key(request, language: LanguageTag("zh-Hans"))
  private static let glyphs = [
    LargeType.Glyph(dots: Bitmap(drawn: ["..#", "#.#", "###"]), left: -1, top: 2, advance: 9),
    LargeType.Glyph(dots: Bitmap(width: 0, height: 0), left: 0, top: 0, advance: 4),
    LargeType.Glyph(dots: Bitmap(drawn: ["#", "#"]), left: 0, top: 0, advance: 3),
  ]

  /// A memory below a scratch folder, with a file that stands for a font.
  private func memory(
    _ folder: ScratchFolder, fontsChanged: Int = 7
  ) -> NameplateMemory {
    NameplateMemory(folder: folder.path + "/cache/nameplates", fontsChanged: fontsChanged)
  }

  /// The name of the one file of a memory.
  private func file(_ folder: ScratchFolder) throws -> String {
    let found = try TestSupport.run("/usr/bin/find", [folder.path + "/cache", "-type", "f"])
    let path = try #require(found.text.split(separator: "\n").first)
    return String(path.dropFirst(folder.path.count + 1))
  }

  private func record(_ memory: NameplateMemory, _ face: FontFile?) -> NameplateRecord {
    NameplateRecord(
      key: Self.key, source: memory.source(face), glyphs: face == nil ? nil : Self.glyphs)
  }

  @Test func `what is kept is recalled, a name that cannot be drawn too`() throws {
    let folder = try ScratchFolder()
    let font = FontFile(path: try folder.write("font", to: "font"), index: 2)
    let memory = memory(folder)
    #expect(memory.recall(Self.key) == nil)
    for face in [font, nil] {
      memory.keep(record(memory, face))
      #expect(memory.recall(Self.key) == record(memory, face))
    }
    folder.willHold(try file(folder))
  }

  @Test func `another font file, or fonts installed since, make it stale`() throws {
    let folder = try ScratchFolder()
    let font = FontFile(path: try folder.write("font", to: "font"), index: 0)
    memory(folder).keep(record(memory(folder), font))
    folder.willHold(try file(folder))
    #expect(memory(folder, fontsChanged: 8).recall(Self.key) == nil)
    #expect(memory(folder).recall(Self.key) != nil)
    _ = try folder.write("another font", to: "font")
    #expect(memory(folder).recall(Self.key) == nil)
  }

  @Test func `a damaged file is as good as none, and never half a name`() throws {
    let record = NameplateRecord(
      key: Self.key,
      source: NameplateRecord.Source(fontsChanged: 1, face: FontFile(path: "/f", index: 3)),
      glyphs: Self.glyphs)
    let bytes = Array(record.text.utf8)
    #expect(NameplateRecord(record.text, key: Self.key) == record)
    #expect(NameplateRecord(record.text, key: Self.key + "x") == nil)
    for count in bytes.indices {
      let part = String(decoding: bytes[..<count], as: UTF8.self)
      #expect(NameplateRecord(part, key: Self.key) == nil, "\(count) bytes")
    }
    for place in bytes.indices {
      var damaged = bytes
      damaged[place] ^= 0x15
      let read = NameplateRecord(String(decoding: damaged, as: UTF8.self), key: Self.key)
      #expect(read.map { ($0.glyphs ?? []).count == Self.glyphs.count } ?? true, "byte \(place)")
    }
    for line in ["0\t0\t-1\t#", "0\t0\t1\t##/#", "0\t9999\t1\t#", "0\t0\t1\tx", "0\t0\t1"] {
      let text = record.text.replacingLine(4, with: line)
      #expect(NameplateRecord(text, key: Self.key) == nil, "\(line)")
    }
  }

  @Test func `without a place for it nothing is kept`() {
    let nowhere = NameplateMemory(folder: nil, fontsChanged: 0)
    nowhere.keep(record(nowhere, nil))
    #expect(nowhere.recall(Self.key) == nil)
    let forbidden = NameplateMemory(folder: "/proc/nameplates", fontsChanged: 0)
    forbidden.keep(record(forbidden, nil))
    #expect(forbidden.recall(Self.key) == nil)
  }

  @Test func `the shop draws from memory before any font is opened, and says what it lacks`() throws
  {
    let folder = try ScratchFolder()
    let font = FontFile(path: try folder.write("font", to: "font"), index: 0)
    let memory = memory(folder)
    memory.keep(record(memory, font))
    folder.willHold(try file(folder))
    let shop = NameplateShop(language: LanguageTag("zh-Hans"), memory: memory)
    #expect(shop.glyphs(Self.request) == Self.glyphs)
    #expect(!shop.hasMissed)
    let other = LargeType.Request(text: "\u{E000}", height: 12, breadth: 200)
    #expect(shop.glyphs(other) == nil)
    #expect(shop.hasMissed)
  }
}

extension String {
  /// The text with another line in the place of one, counted from 1.
  fileprivate func replacingLine(_ number: Int, with line: String) -> String {
    var lines = split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines[number - 1] = line
    return lines.joined(separator: "\n")
  }
}
