import Glibc
import IssueFiles
import NewsModel
import TestSupport
import Testing

/// The sentence with which a file of these bytes is refused; nil where it is read.
private func refusal(_ bytes: [UInt8], named name: String = "file") -> String? {
  let folder = ScratchFolder()
  folder.add(name, bytes)
  do throws(IssueFileError) {
    _ = try readIssue(at: folder.path + "/" + name)
    return nil
  } catch {
    return String(error.description.dropFirst(folder.path.count + 1))
  }
}

private let issue = """
  # An issue
  format: 1
  language: en
  paper: {name: Paper}
  weather: fine
  pages:
    - label: "1"
      items:
        - story: a

  """

@Test func `an issue is found by its folder and by its file, whatever that is called`() throws {
  let folder = ScratchFolder(["issue.yaml": issue, "articles/a.md": "Text."])
  let byFolder = try readIssue(at: folder.path)
  #expect(byFolder.issue.nameplate.name == "Paper")
  #expect(byFolder.warnings.map(\.fault) == [.unknownField("weather", nearest: nil)])
  #expect(try readIssue(at: folder.path + "/issue.yaml").issue == byFolder.issue)
  folder.add("other.txt", Array(issue.utf8))
  let byOtherName = try readIssue(at: folder.path + "/other.txt")
  #expect(byOtherName.issue == byFolder.issue)
  #expect(byOtherName.warnings.first?.file == folder.path + "/other.txt")
}

@Test func `a text is read whatever it is called, with or without a byte order mark`() throws {
  let folder = ScratchFolder(["issue.yaml": "Some prose.", "b.png": "\u{FEFF}Some prose."])
  for name in ["issue.yaml", "b.png"] {
    let (issue, warnings) = try readIssue(at: folder.path + "/" + name)
    #expect(issue.articles.first?.segments.first?.blocks == [Block(.paragraph, "Some prose.")])
    #expect(issue.nameplate.name == name)
    #expect(warnings == [])
  }
}

@Test func `what is no text says so`() {
  #expect(
    refusal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A])
      == "file: is a PNG picture, not text; name a text file or an issue folder")
  #expect(
    refusal([0x41, 0, 1, 2, 0x42])
      == "file: is not text; name a text file or an issue folder")
  #expect(refusal([]) == "file: has no text; name a file with text in it")
  #expect(refusal(Array(" \n\t\n".utf8)) == "file: has no text; name a file with text in it")
  #expect(refusal([0xEF, 0xBB, 0xBF]) == "file: has no text; name a file with text in it")
}

@Test func `formats that cannot be read yet are named`() {
  let formats = [
    "<?xml version=\"1.0\"?>\n<!-- x -->\n<mets:mets xmlns:mets=\"m\">": "METS",
    "<alto xmlns=\"a\"/>": "ALTO", "<!DOCTYPE html><title>": "HTML",
    "<html><div class='ocr_page'>": "hOCR", "\u{FEFF}  <PcGts>": "PAGE XML",
    "<rss version=\"2.0\">": "XML (rss)", "{\n  \"a\": 1}": "JSON",
  ]
  for (text, name) in formats {
    #expect(
      refusal(Array(text.utf8))
        == "file: is \(name), which this version cannot read; name plain text or an issue folder")
  }
  for text in ["< 5 apples", "<3 is a heart", "{curly}", "<unclosed"] {
    #expect(refusal(Array(text.utf8)) == nil, "\(text)")
  }
}

@Test func `other encodings are named`() {
  func sentence(_ name: String) -> String {
    "file: seems to be \(name), not UTF-8; convert it with iconv"
  }
  let utf16 = "News 报纸\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  #expect(refusal([0xFF, 0xFE] + utf16) == sentence("UTF-16"))
  #expect(refusal("Plain news\n".utf16.flatMap { [0, UInt8($0)] }) == sentence("UTF-16"))
  #expect(refusal([0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0]) == sentence("UTF-32"))
  // 我们的报纸在终端里。
  let gb: [UInt8] = [
    0xCE, 0xD2, 0xC3, 0xC7, 0xB5, 0xC4, 0xB1, 0xA8, 0xD6, 0xBD, 0xD4, 0xDA, 0xD6, 0xD5, 0xB6, 0xCB,
    0xC0, 0xEF, 0xA1, 0xA3,
  ]
  #expect(refusal(gb) == sentence("GB18030"))
  // 我們的報紙在終端裡。
  let big5: [UInt8] = [
    0xA7, 0xDA, 0xAD, 0xCC, 0xAA, 0xBA, 0xB3, 0xF8, 0xAF, 0xC8, 0xA6, 0x62, 0xB2, 0xD7, 0xBA, 0xDD,
    0xB8, 0xCC, 0xA1, 0x43, 0xA4, 0x40, 0xA4, 0x57, 0xA4, 0x55,
  ]
  #expect(refusal(big5) == sentence("Big5"))
  // 新聞を読む。ニュースです
  let shiftJIS: [UInt8] = [
    0x90, 0x56, 0x95, 0xB7, 0x82, 0xF0, 0x93, 0xC7, 0x82, 0xDE, 0x81, 0x42, 0x83, 0x6A, 0x83, 0x85,
    0x81, 0x5B, 0x83, 0x58, 0x82, 0xC5, 0x82, 0xB7,
  ]
  #expect(refusal(shiftJIS) == sentence("Shift_JIS"))
  let euc: [UInt8] = [
    0xBF, 0xB7, 0xCA, 0xB9, 0xA4, 0xF2, 0xC6, 0xC9, 0xA4, 0xE0, 0xA4, 0xC7, 0xA4, 0xB9, 0xA1, 0xA3,
  ]
  #expect(refusal(euc) == sentence("EUC-JP"))
  // 신문을 읽습니다
  let euckr: [UInt8] = [
    0xBD, 0xC5, 0xB9, 0xAE, 0xC0, 0xBB, 0x20, 0xC0, 0xD0, 0xBD, 0xC0, 0xB4, 0xCF, 0xB4, 0xD9,
  ]
  #expect(refusal(euckr) == sentence("EUC-KR"))
  let latin = Array("Der Bericht \u{FC}ber die S\u{E4}nger".unicodeScalars.map { UInt8($0.value) })
  #expect(refusal(latin) == sentence("ISO 8859-1 or Windows-1252"))
}

@Test func `a few broken bytes in UTF-8 are placed, not taken for another encoding`() {
  let text = String(repeating: "报纸在终端里。\n", count: 20)
  #expect(
    refusal(Array(text.utf8) + [0xE6, 0x0A])
      == "file:21:1: byte 0xE6 is not UTF-8; save the file as UTF-8")
}

@Test func `paths that lead to no file say what to do`() {
  let folder = ScratchFolder(["a.txt": "x"])
  unsafe mkfifo(folder.path + "/pipe", 0o600)
  let cases = [
    "none": "there is no such file or folder; check the path",
    "pipe": "is a pipe, not a file; name a regular file",
    "a.txt/b": "there is no such file or folder; check the path",
    ".": "the folder has no issue.yaml; name an issue folder, or a text file in it",
  ]
  for (name, sentence) in cases {
    let path = folder.path + "/" + name
    let error = #expect(throws: IssueFileError.self) { try readIssue(at: path) }
    #expect(error?.description == "\(path): \(sentence)")
  }
}

@Test func `control characters of a text are replaced and warned about`() throws {
  let folder = ScratchFolder(["a.txt": "One \u{1B}[31mred.\n\nTwo.\u{C}Three.\r\n"])
  let (issue, warnings) = try readIssue(at: folder.path + "/a.txt")
  #expect(
    warnings.map(\.description) == [
      "\(folder.path)/a.txt:1:5: control character U+001B is shown as \u{FFFD}; remove it"
    ])
  #expect(issue.pages.map(\.label) == ["1", "2"])
  #expect(issue.articles[0].segments[0].blocks[0].text == "One \u{FFFD}[31mred.")
}

@Test func `whatever can be read can be checked`() {
  let folder = ScratchFolder([
    "issue.yaml": issue, "articles/a.md": "*Text*.", "text": "Bell\u{7}.", "page.html": "<html>",
  ])
  func check(_ name: String) -> [String] {
    checkIssue(at: folder.path + name).map { String($0.description.dropFirst(folder.path.count)) }
  }
  let faults = [
    "/issue.yaml:5:1: unknown field `weather`; remove it or check its spelling",
    "/articles/a.md:1:1: emphasis is shown as plain text; write plain paragraphs",
  ]
  #expect(check("") == faults)
  #expect(check("/issue.yaml") == faults)
  #expect(check("/text") == ["/text:1:5: control character U+0007 is shown as \u{FFFD}; remove it"])
  #expect(
    check("/page.html") == [
      "/page.html: is HTML, which this version cannot read; name plain text or an issue folder"
    ])
}
