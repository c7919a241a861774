import Glibc
import Importers
import IssueFiles
import NewsModel
import TestSupport
import Testing

/// Folders, archives, encodings and hostile files, whatever the format.
@Suite struct SourceTests {
  private static let story = "春天来了\n\n本报讯（记者 陆渔）昨天下午，城东的田里种下了第一批新苗，农民们说今年的雨水正好，过几天还要下种。\n"

  @Test func `a text in an older encoding reads as the same text in UTF-8, and the guess is told`()
    throws
  {
    let wanted = try #require(Imported(["a.txt": Self.story]).issue?.articles.first)
    for (name, bytes) in [("GB18030", Self.story.gb18030), ("UTF-16", Self.story.utf16WithMark)] {
      let folder = ScratchFolder()
      folder.add("a.txt", bytes)
      let imported = Imported(at: folder.path + "/a.txt")
      #expect(imported.issue?.articles.first?.paragraphs == wanted.paragraphs, "\(name)")
      #expect(imported.notes.contains { $0.sentence.contains(name) }, "\(name)")
    }
  }

  @Test func `a link that leads out of the folder is not followed`() throws {
    let outside = ScratchFolder(["secret.xml": AltoText(blocks: [("b", "A secret word")]).document])
    let folder = ScratchFolder(["page1.xml": AltoText(blocks: [("b", "An open word")]).document])
    #expect(unsafe symlink(outside.path + "/secret.xml", folder.path + "/page2.xml") == 0)
    #expect(unsafe symlink("..", folder.path + "/loop") == 0)
    let issue = try #require(Imported(at: folder.path).issue)
    #expect(issue.articles.flatMap(\.paragraphs).flatMap(\.self) == ["An open word"])
  }

  @Test func `an entity from outside is not read, and one that grows without end stops`() {
    let outside = """
      <!DOCTYPE alto [<!ENTITY f SYSTEM "file:///etc/hostname">]>
      <alto><Layout><Page><PrintSpace><TextBlock ID="b"><TextLine><String CONTENT="before"/></TextLine></TextBlock>
      <TextBlock ID="c"><TextLine>&f;<String CONTENT="behind"/></TextLine></TextBlock></PrintSpace></Page></Layout></alto>
      """
    let text =
      Imported(["a.xml": outside]).issue?.articles.flatMap(\.paragraphs).flatMap(\.self) ?? []
    #expect(text.joined(separator: " ").hasPrefix("before"))
    let levels = (1...9).map {
      "<!ENTITY e\($0) \"\(String(repeating: "&e\($0 - 1);", count: 10))\">"
    }
    let bomb =
      "<!DOCTYPE alto [<!ENTITY e0 \"x\">\(levels.joined())]><alto><String CONTENT=\"&e9;\"/></alto>"
    let imported = Imported(["b.xml": bomb])
    let letters = imported.issue?.articles.flatMap(\.paragraphs).flatMap(\.self).joined().count ?? 0
    #expect(letters < 1_000_000)
  }

  @Test func `a compressed file that unfolds without end is refused, a cut one named`() {
    let folder = ScratchFolder()
    folder.add("a.xml.gz", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xCB, 0x48])
    #expect(Imported(at: folder.path + "/a.xml.gz").failure != nil)
  }

  @Test func `files cut anywhere give an issue or a sentence, never a crash`() {
    let whole = AltoText(blocks: [
      ("b1", "THE HEAD"), ("b2", "Some words of a=/text that goes on."),
    ]).document
    for count in stride(from: 0, to: whole.utf8.count, by: 37) {
      let imported = Imported(["p.xml": String(whole.prefix(count))])
      #expect(imported.issue != nil || imported.failure != nil)
    }
  }

  @Test func `what is in no format that can be read is said to be so`() {
    for (text, word) in [
      ("<document><charParams>x</charParams></document>", "ABBYY"),
      ("<tei:TEI xmlns:tei=\"x\"/>", "<tei:TEI>"),
    ] {
      #expect(Imported(["a.xml": text]).failure?.sentence.contains(word) == true, "\(text)")
    }
    let folder = ScratchFolder()
    #expect(Imported(at: folder.path).failure?.sentence.contains("empty") == true)
    #expect(Imported(at: folder.path + "/none").failure?.sentence.contains("no such") == true)
  }

  @Test func `a source that names no page is said to name none`() {
    let manifest =
      #"{"@context":"http://iiif.io/api/presentation/3/context.json","type":"Manifest"}"#
    #expect(Imported(["m.json": manifest]).failure?.sentence.contains("no page") == true)
  }

  @Test func `names count as people count`() throws {
    let files = Dictionary(
      uniqueKeysWithValues: (1...12).map { number in
        ("page \(number).xml", AltoText(blocks: [("b", "Page number \(number)")]).document)
      })
    let issue = try #require(Imported(files).issue)
    let firsts = issue.pages.map { page in
      page.items.first.flatMap { issue.article($0.id)?.paragraphs.first?.first } ?? ""
    }
    #expect(firsts == (1...12).map { "Page number \($0)" })
  }

  @Test func `loose pages of several days are those of the day that most of them tell`() throws {
    var files = ["1871-03-04_1.xml": "One", "1871-03-04_2.xml": "Two", "1871-03-05_1.xml": "Other"]
    for (name, text) in files {
      files[name] = AltoText(blocks: [("b", text + " word here")]).document
    }
    let imported = Imported(files)
    #expect(imported.issue?.pages.count == 2)
    #expect(imported.issue?.nameplate.date.date == CalendarDate(year: 1871, month: 3, day: 4))
    #expect(imported.notes.contains { $0.sentence.contains("1871-03-05") })
  }

  @Test func `reference paths stay inside, whatever they are made of`() {
    for (reference, wanted) in [
      ("file://./text/1.xml", "a/text/1.xml"), ("../ocr/x.xml", "ocr/x.xml"), ("../../x", nil),
      ("b%20c.htm?x=1#y", "a/b c.htm"),
      ("..\\..\\x", nil), ("", nil), ("./", nil), ("%2e%2e/%2e%2e/x", nil),
    ] as [(String, String?)] {
      #expect(Importers.path(reference, from: "a/m.xml") == wanted, "\(reference)")
    }
  }
}

extension String {
  /// The text in GB18030, of characters that GB 2312 has: as libc's iconv writes it.
  fileprivate var gb18030: [UInt8] {
    guard let converter = unsafe iconv_open("GB18030", "UTF-8") else { return [] }
    defer { unsafe iconv_close(converter) }
    var (input, output) = (
      Array(utf8).map { CChar(bitPattern: $0) }, [CChar](repeating: 0, count: 4_096)
    )
    var (left, room) = (input.count, output.count)
    unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        var (from, to) = (source.baseAddress, target.baseAddress)
        _ = unsafe iconv(converter, &from, &left, &to, &room)
      }
    }
    return output.prefix(output.count - room).map { UInt8(bitPattern: $0) }
  }

  fileprivate var utf16WithMark: [UInt8] {
    [0xFF, 0xFE] + utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }
}
