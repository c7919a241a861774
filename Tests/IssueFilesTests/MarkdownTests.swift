import IssueFiles
import NewsModel
import TestSupport
import Testing

/// The blocks of a text, `¶`, `§` or `”` before each, and the warnings.
private func read(_ text: String) throws -> (blocks: [String], warnings: [String]) {
  let folder = ScratchFolder([
    "issue.yaml":
      "format: 1\nlanguage: en\npaper: {name: P}\npages: [{label: \"1\", items: [story: a]}]\n",
    "articles/a.md": text,
  ])
  let article = try #require(try decodeIssue(at: folder.path).article("a"))
  let marks: [Block.Role: String] = [.paragraph: "¶", .crosshead: "§", .pullQuote: "”"]
  return (
    article.segments.flatMap(\.blocks).map { (marks[$0.role] ?? "") + $0.text },
    checkIssue(at: folder.path).map { fault in
      "\(fault.line ?? 0):\(fault.column ?? 0): \(fault.fault)"
    }
  )
}

@Test func `lines of a paragraph join with a blank, between CJK characters with nothing`() throws {
  #expect(try read("one\ntwo").blocks == ["¶one two"])
  #expect(try read("报纸\n在终端").blocks == ["¶报纸在终端"])
  #expect(try read("报纸\nnews\n纸").blocks == ["¶报纸 news 纸"])
  #expect(try read("他说。\n“好”\n了").blocks == ["¶他说。“好”了"])
  #expect(try read("“Yes”\n“No”").blocks == ["¶“Yes” “No”"])
  #expect(try read("신문이\n왔다").blocks == ["¶신문이 왔다"])
}

@Test func `headings and quotes have their roles`() throws {
  #expect(
    try read("## Head\n\nText.\n\n> Quote,\n> two lines.\n\n> Another.").blocks == [
      "§Head", "¶Text.", "”Quote, two lines.", "”Another.",
    ])
  let other = try read("# One\n\n### Three\n\nSetext\n------\n")
  #expect(other.blocks == ["§One", "§Three", "§Setext"])
  #expect(
    other.warnings == [
      "1:1: a heading of level 1 is set as a crosshead; write `## ` for it",
      "3:1: a heading of level 3 is set as a crosshead; write `## ` for it",
    ])
}

@Test func `no word of other markup is lost, and each kind is warned about once`() throws {
  let cases: [(String, [String], String)] = [
    ("One *two* **three**.", ["¶One two three."], "1:5: emphasis"),
    ("- one\n- two\n  - three", ["¶- one", "¶- two", "¶- three"], "1:1: a list"),
    ("3. one\n4. two", ["¶3. one", "¶4. two"], "1:1: a list"),
    ("Run `ls -l` now.", ["¶Run `ls -l` now."], "1:6: code"),
    ("    code\n    more", ["¶code", "¶more"], "1:5: code"),
    ("```\ncode\n```", ["¶```", "¶code", "¶```"], "1:1: code"),
    ("A [link](http://x.y \"t\").", ["¶A [link](http://x.y \"t\")."], "1:3: a link"),
    ("See <http://x.y> and <a@b.c>.", ["¶See http://x.y and a@b.c."], "1:5: a link"),
    ("An ![image](x.png).", ["¶An ![image](x.png)."], "1:4: an image"),
    ("A <b>bold</b> word.", ["¶A <b>bold</b> word."], "1:3: HTML"),
    ("<div>\nwords\n</div>", ["¶<div>", "¶words", "¶</div>"], "1:1: HTML"),
    ("<!-- a note -->", ["¶<!-- a note -->"], "1:1: HTML"),
    ("One\n\n---\n\nTwo", ["¶One", "¶---", "¶Two"], "3:1: a rule"),
    ("One\\\ntwo", ["¶One two"], "1:1: a line break"),
  ]
  for (text, blocks, warning) in cases {
    let found = try read(text)
    #expect(found.blocks == blocks)
    #expect(
      found.warnings == ["\(warning) is shown as plain text; write plain paragraphs"], "\(text)")
  }
}

@Test func `what looks like the definition of a link is text`() throws {
  #expect(try read("[记者]: 您好\n\n[她]: 好").blocks == ["¶[记者]: 您好", "¶[她]: 好"])
  #expect(try read("> [a]: b").blocks == ["”[a]: b"])
  #expect(try read("Code `[a]: b` here").blocks == ["¶Code `[a]: b` here"])
  #expect(try read("A\n\n<!-- jump page=\"9\" to=\"[a]: b\" -->\n").blocks == ["¶A"])
}

@Test func `a text goes on inside its paragraph only where no blank line parts it`() throws {
  let mark = "<!-- jump page=\"2\" -->"
  let cases = [
    "One\n\(mark)\ntwo": true, "One\n\n\(mark)\n\ntwo": false, "One\n\(mark)\n\ntwo": false,
    "One\n\n\(mark)\ntwo": false, "## One\n\(mark)\ntwo": false, "One\n\(mark)\n## two": false,
    "One\n\(mark)\n": true, "One\n\n\(mark)\n": false,
    "One\n<!-- jump page=\"2\"\n  to=\"on\" -->\ntwo": true,
  ]
  for (text, isInside) in cases {
    let folder = ScratchFolder([
      "issue.yaml": """
      format: 1
      language: en
      paper: {name: P}
      pages: [{label: "1", items: [story: a]}, {label: "2", items: [story: \(text.hasSuffix("->\n") ? "b" : "a")]}]

      """, "articles/a.md": text, "articles/b.md": "B",
    ])
    let article = try #require(try decodeIssue(at: folder.path).article("a"))
    #expect(article.segments.first?.breaksParagraph == isInside, "\(text)")
  }
}
