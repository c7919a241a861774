import Glibc
import IssueFiles
import NewsModel
import TestSupport
import Testing

private let issue = """
  format: 1
  language: en
  paper: {name: Paper}
  pages:
    - label: "1"
      items:
        - story: a

  """

/// The faults of an issue with one story, whose file is made by `prepare`.
private func faults(_ prepare: (ScratchFolder) -> Void) -> [String] {
  let folder = ScratchFolder(["issue.yaml": issue, "articles/a.md": "Text."])
  prepare(folder)
  return checkIssue(at: folder.path).map { String($0.description.dropFirst(folder.path.count + 1)) }
}

@Test func `a story without a file is an error where the page lists it`() {
  let found = faults { unsafe unlink($0.path + "/articles/a.md") }
  #expect(
    found == [
      "issue.yaml:7:16: story `a` has no file `articles/a.md`; "
        + "write it or take the story off the page"
    ])
}

@Test func `a pipe or a folder in the place of a file is refused at once`() {
  let pipe = faults { folder in
    unsafe unlink(folder.path + "/articles/a.md")
    unsafe mkfifo(folder.path + "/articles/a.md", 0o600)
  }
  #expect(pipe == ["articles/a.md: is a pipe, not a file; name a regular file"])
  let directory = faults { folder in
    unsafe unlink(folder.path + "/articles/a.md")
    unsafe mkdir(folder.path + "/articles/a.md", 0o700)
  }
  #expect(directory == ["articles/a.md: is a folder, not a file; name a regular file"])
}

@Test func `a symbolic link may not lead out of the folder`() {
  let outside = ScratchFolder(["secret.md": "Secret."])
  let found = faults { folder in
    unsafe unlink(folder.path + "/articles/a.md")
    unsafe symlink(outside.path + "/secret.md", folder.path + "/articles/a.md")
  }
  #expect(
    found == [
      "issue.yaml:7:16: `articles/a.md` leads out of the issue's folder; use a path inside it"
    ])
  let inside = faults { folder in
    folder.add("texts/b.md", Array("Text.".utf8))
    unsafe unlink(folder.path + "/articles/a.md")
    unsafe symlink("../texts/b.md", folder.path + "/articles/a.md")
  }
  #expect(inside == [])
}

@Test func `a picture may not stand outside the folder, and should be there`() {
  let paths = [
    "/etc/passwd": "`/etc/passwd` leads out of the issue's folder; use a path inside it",
    "../x.png": "`../x.png` leads out of the issue's folder; use a path inside it",
    "pictures/../../x.png":
      "`pictures/../../x.png` leads out of the issue's folder; use a path inside it",
    "pictures/x.png": "there is no picture `pictures/x.png`; add it, or leave `image` out",
  ]
  for (path, sentence) in paths {
    let found = faults { folder in
      let photo = "      - photo: {id: p, image: \(path)}\n"
      folder.add("issue.yaml", Array((issue + photo).utf8))
    }
    #expect(found == ["issue.yaml:8:31: \(sentence)"])
  }
}

@Test func `files that are too large are refused by their size`() {
  let article = faults { $0.add("articles/a.md", [UInt8](repeating: 0x61, count: 8 << 20 | 1)) }
  #expect(article == ["articles/a.md: is larger than 8 MiB, the most that is read; split it"])
  let index = faults { $0.add("issue.yaml", [UInt8](repeating: 0x23, count: 4 << 20 | 1)) }
  #expect(index == ["issue.yaml: is larger than 4 MiB, the most that is read; split it"])
}

@Test func `bytes that are not UTF-8 are an error at the first of them`() {
  let sequences: [[UInt8]] = [
    [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE6, 0x8A], [0x80],
  ]
  for bytes in sequences {
    let found = faults { $0.add("articles/a.md", Array("---\n---\n报纸 ".utf8) + bytes) }
    let digits = String(bytes[0], radix: 16, uppercase: true)
    #expect(
      found == ["articles/a.md:3:4: byte 0x\(digits) is not UTF-8; save the file as UTF-8"])
  }
}

@Test func `control characters are replaced and warned about once a file`() throws {
  let folder = ScratchFolder([
    "issue.yaml": issue.replacing("Paper", by: "\"P\u{7}\\e\u{200E}\""),
    "articles/a.md": "A\u{1B}[31m red\u{85}\u{202E} &#7;text.",
  ])
  #expect(
    checkIssue(at: folder.path).map { String($0.description.dropFirst(folder.path.count + 1)) } == [
      "issue.yaml:3:17: control character U+0007 is shown as \u{FFFD}; remove it",
      "articles/a.md:1:2: control character U+001B is shown as \u{FFFD} "
        + "(2 control characters in this file); remove it",
    ])
  let read = try decodeIssue(at: folder.path)
  #expect(read.nameplate.name == "P\u{FFFD}\u{FFFD}\u{200E}")
  #expect(
    read.articles.first?.segments.first?.blocks.first?.text
      == "A\u{FFFD}[31m red\u{FFFD}\u{202E} \u{FFFD}text.")
}

@Test func `line ends of every kind and a byte order mark are read`() throws {
  let folder = ScratchFolder([
    "issue.yaml": "\u{FEFF}" + issue.replacing("\n", by: "\r\n"),
    "articles/a.md": "\u{FEFF}---\rheadline: H\r---\r\rOne\rtwo.\r\rThree.",
  ])
  #expect(checkIssue(at: folder.path) == [])
  let article = try #require(try decodeIssue(at: folder.path).article("a"))
  #expect(article.headline == ["H"])
  #expect(article.segments.first?.blocks.map(\.text) == ["One two.", "Three."])
}

@Test func `an article that no page lists is warned about`() throws {
  let found = faults { $0.add("articles/b.md", Array("Text.".utf8)) }
  #expect(
    found == [
      "articles/b.md: no page lists this article; add `- story: b` to a page, or remove the file"
    ])
}

@Test func `an article needs a head or a text`() {
  #expect(
    faults { $0.add("articles/a.md", []) } == [
      "articles/a.md:1:1: the article has neither a head nor text; "
        + "give it a headline or a paragraph"
    ])
  #expect(faults { $0.add("articles/a.md", Array("---\nheadline: H\n---\n".utf8)) } == [])
}

@Test func `an article without a word is read all the same`() throws {
  let folder = ScratchFolder(["issue.yaml": issueFile("- story: a"), "articles/a.md": ""])
  let issue = try decodeIssue(at: folder.path)
  #expect(issue.articles == [Article(id: "a")])
}

@Test func `fields that do not end are an error`() {
  #expect(
    faults { $0.add("articles/a.md", Array("---\nheadline: H\n".utf8)) } == [
      "articles/a.md:1:1: the fields after `---` do not end; write `---` after the last one"
    ])
}

@Test func `faults of YAML stand at their line of the file`() {
  #expect(
    faults { $0.add("articles/a.md", Array("---\nheadline: H\nheadline: G\n---\n".utf8)) } == [
      "articles/a.md:3:1: `headline` stands here a second time, first in line 2; keep one of the two"
    ])
  #expect(
    faults { $0.add("articles/a.md", Array("---\nkicker: a: b\n---\n".utf8)) } == [
      "articles/a.md:2:10: mapping values are not allowed in this context; "
        + "check the indentation, the colons and the quotes"
    ])
}

@Test func `every fault is found in one go, and reading stops at the first error`() throws {
  let folder = ScratchFolder([
    "issue.yaml": issue.replacing("format: 1", by: "format: 9\nweather: fine"),
    "articles/a.md": "---\nboxed: 7\n---\n",
  ])
  #expect(checkIssue(at: folder.path).count == 4)
  let error = #expect(throws: IssueFileError.self) { try decodeIssue(at: folder.path) }
  #expect(error?.fault == .tooNew(format: 9, newest: 1))
}

@Test func `words of a document cannot disturb the terminal through a message`() {
  let found = faults {
    $0.add("articles/a.md", Array("---\n\"\\e]0;x\\a\\u202E\": x\n---\nText.".utf8))
  }
  #expect(
    found == [
      "articles/a.md:2:1: unknown field `\u{FFFD}]0;x\u{FFFD}\u{FFFD}`; "
        + "remove it or check its spelling"
    ])
}

@Test func `a folder that is no issue says what to do`() {
  let folder = ScratchFolder()
  #expect(
    checkIssue(at: folder.path).map(\.description) == [
      "\(folder.path): the folder has no issue.yaml; name an issue folder, or a text file in it"
    ])
  #expect(
    checkIssue(at: folder.path + "/none").map(\.description) == [
      "\(folder.path)/none: there is no such file or folder; check the path"
    ])
}

extension String {
  /// The text with another in the place of a part of it.
  func replacing(_ part: String, by other: String) -> String {
    var (output, rest) = ("", self[...])
    while !rest.isEmpty {
      if rest.hasPrefix(part) {
        output += other
        rest = rest.dropFirst(part.count)
      } else {
        output.append(rest.removeFirst())
      }
    }
    return output
  }
}
