import IssueFiles
import NewsModel
import Testing

/// Pages `1` to `4`, each listing these stories, and the articles' texts.
private func faults(pages: [[String]], _ articles: [String: String]) -> [String] {
  var text = "format: 1\nlanguage: en\npaper: {name: Paper}\npages:\n"
  for (index, stories) in pages.enumerated() {
    text += "  - label: \"\(index + 1)\"\n    items:\n"
    for story in stories { text += "      - story: \(story)\n" }
  }
  var files = ["issue.yaml": text]
  for (id, body) in articles { files["articles/\(id).md"] = "---\nheadline: H\n---\n\n" + body }
  return IssueFilesTests.faults(of: files)
}

private func mark(_ page: Int) -> String { "\n<!-- jump page=\"\(page)\" -->\n" }

@Test func `a story may run over pages in any order`() {
  let body = "One.\n" + mark(1) + "\nTwo.\n" + mark(3) + "\nThree.\n"
  #expect(faults(pages: [["a"], ["a"], ["a"]], ["a": body]) == [])
}

@Test func `a jump to a page that is not in the issue is a warning`() {
  #expect(
    faults(pages: [["a"]], ["a": "One.\n" + mark(8)]) == [
      "articles/a.md:7:1: the issue has no page 8; the jump will say so"
    ])
  #expect(
    faults(pages: [["a"]], ["a": "One.\n" + mark(8) + "\nTwo.\n"]) == [
      "articles/a.md:7:1: the issue has no page 8; add it, or the text after the mark stands on no page"
    ])
}

@Test func `a jump to its own page is an error`() {
  #expect(
    faults(pages: [["a"]], ["a": "One.\n" + mark(1) + "\nTwo.\n"]) == [
      "articles/a.md:7:1: the jump leads to page 1, where it stands; "
        + "name the page of the rest, and list the story where it begins"
    ])
}

@Test func `two jumps to one page are an error`() {
  let body = "One.\n" + mark(2) + "\nTwo.\n" + mark(3) + "\nThree.\n" + mark(2) + "\nFour.\n"
  #expect(
    faults(pages: [["a"], ["a"], ["a"]], ["a": body]) == [
      "articles/a.md:15:1: `a` already has a part on page 2; "
        + "let each part stand on a page of its own, and list the story where it begins"
    ])
}

@Test func `parts that come back to the first page are an error`() {
  let body = "One.\n" + mark(2) + "\nTwo.\n" + mark(1) + "\nThree.\n"
  #expect(
    faults(pages: [["a"], ["a"]], ["a": body]) == [
      "articles/a.md:11:1: `a` already has a part on page 1; "
        + "let each part stand on a page of its own, and list the story where it begins"
    ])
}

@Test func `a page that no mark names cannot list a story`() {
  let body = "One.\n" + mark(2) + "\nTwo.\n"
  #expect(
    faults(pages: [["a"], [], ["a"]], ["a": body]) == [
      "issue.yaml:8:5: page 2 is empty; give it an article or leave it out",
      "issue.yaml:12:16: page 3 lists `a`, whose jump marks name page 2; "
        + "let a mark name page 3, or take it off",
      "articles/a.md:7:1: `a` continues on page 2, which does not list it; add `- story: a` there",
    ])
}

@Test func `a story cannot be listed more often than it has parts`() {
  #expect(
    faults(pages: [["a"], ["a"]], ["a": "One.\n"]) == [
      "issue.yaml:10:16: `a` is listed 2 times but has 1 part; "
        + "put a jump mark where print breaks it, or list it less often"
    ])
  #expect(
    faults(pages: [["a", "a"]], ["a": "One.\n"]) == [
      "issue.yaml:8:16: page 1 lists `a` twice; list it once"
    ])
}

@Test func `a jump mark with nothing after it may name a page of the issue`() throws {
  #expect(faults(pages: [["a"], ["b"]], ["a": "One.\n" + mark(2), "b": "B."]) == [])
}

@Test func `two jump marks with nothing between them are an error`() {
  let body = "One.\n" + mark(2) + mark(3) + "\nTwo.\n"
  #expect(
    faults(pages: [["a"], ["a"], ["a"]], ["a": body]) == [
      "articles/a.md:9:1: no text stands between this jump mark and the one before; remove one of them"
    ])
}

@Test func `a jump mark that cannot be read is an error that says why`() {
  let problems = [
    "<!-- jump -->": "it names no page",
    "<!-- jump page=8 -->": "the value of `page` is not in quotes",
    "<!-- jump page=\"8 -->": "the value of `page` does not end",
    "<!-- jump page=\"8\" page=\"9\" -->": "`page` stands in it twice",
    "<!-- jump page=\"8\" via=\"x\" -->": "`via` is none of `page`, `to` and `from`",
    "<!-- jump page=\"8\" --> words": "text follows it on its line",
    "<!-- jump to page=\"8\" -->": "`to` has no value",
  ]
  for (mark, problem) in problems {
    #expect(
      faults(pages: [["a"]], ["a": "One.\n\n\(mark)\n\nTwo.\n"]) == [
        "articles/a.md:7:1: this jump mark cannot be read, \(problem); write <!-- jump page=\"8\" -->"
      ])
  }
}

@Test func `a jump mark inside other text is an error`() {
  for body in ["One <!-- jump page=\"2\" --> two.", "- one\n  <!-- jump page=\"2\" -->\n"] {
    let found = faults(pages: [["a"]], ["a": body]).filter { !$0.contains("as plain text") }
    #expect(found.count == 1)
    #expect(
      found.first?.hasSuffix(
        "a jump mark stands inside other text; put it on a line of its own between paragraphs")
        == true)
  }
}

@Test func `pages are found by an index as the issue finds them`() {
  let labels = ["1", "02", "A8", "A08", "B8", "封面", "3", "第三版", "x", "Cover", "12"]
  let issue = Issue(
    language: LanguageTag("zh"), nameplate: Nameplate(name: "P"),
    pages: labels.map { Page(label: $0) })
  let finder = PageFinder(labels: labels)
  for label in labels + ["8", "2", "a8", "C8", "十二", "封底", "", "cover", "003", "B008", "9"] {
    #expect(finder.index(labelled: label) == issue.pageIndex(labelled: label), "\(label)")
  }
}
