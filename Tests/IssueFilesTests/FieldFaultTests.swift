import IssueFiles
import Testing

/// The faults of an `issue.yaml` with a story `a`, which is in order itself.
private func faults(_ issue: String, article: String = "Text.") -> [String] {
  IssueFilesTests.faults(of: ["issue.yaml": issue, "articles/a.md": article])
}

private let head = "format: 1\nlanguage: en\npaper: {name: Paper}\n"
private let onePage = "pages:\n  - label: \"1\"\n    items:\n      - story: a\n"

@Test func `what an issue must have is missed`() {
  #expect(
    faults("").map { $0.replacingPlace } == [
      "`format` is missing; write `format: 1`",
      "`language` is missing; write a language tag such as zh-Hans, ja or en",
      "`name` is missing; write the paper's name under `paper`",
      "the issue has no pages; write at least one under `pages`",
      "no page lists this article; add `- story: a` to a page, or remove the file",
    ])
  #expect(
    faults(head + "pages: []\n").first
      == "issue.yaml:4:8: the issue has no pages; write at least one under `pages`")
}

@Test func `a format of the future is refused`() {
  #expect(
    faults("format: 2\nlanguage: en\npaper: {name: P}\n" + onePage) == [
      "issue.yaml:1:9: format 2 is not known, the newest is 1; update broadsheet"
    ])
  #expect(
    faults("format: new\nlanguage: en\npaper: {name: P}\n" + onePage) == [
      "issue.yaml:1:9: `format` is `new`; write `format: 1`"
    ])
}

@Test func `an unknown field is warned about and the nearest one named`() {
  #expect(
    faults(head + "lnuar: x\nweather: fine\n" + onePage) == [
      "issue.yaml:4:1: unknown field `lnuar`; did you mean `lunar`?",
      "issue.yaml:5:1: unknown field `weather`; remove it or check its spelling",
    ])
  #expect(
    faults(head + onePage, article: "---\nhedline: x\n---\nText.\n") == [
      "articles/a.md:2:1: unknown field `hedline`; did you mean `headline`?"
    ])
}

@Test func `a field of the wrong type is an error`() {
  #expect(
    faults(head + "number: [1]\n" + onePage) == [
      "issue.yaml:4:9: `number` is a list; write a text"
    ])
  #expect(
    faults(head + onePage, article: "---\nboxed: yes\nheadline: {a: b}\nkind: poem\n---\nText.\n")
      == [
        "articles/a.md:2:8: `boxed` is `yes`; write `true` or `false`",
        "articles/a.md:3:11: `headline` is a mapping; write a text or a list of texts",
        "articles/a.md:4:7: `kind` is `poem`; write `story`, `notice`, `advert` or `unowned`",
      ])
  #expect(
    faults(head + "pages: 3\n").first
      == "issue.yaml:4:8: `pages` is `3`; write a list, each item after `- `"
  )
}

@Test func `a date has to be a day, and its weekday the right one`() {
  #expect(
    faults(head + "date: 2031-02-30\n" + onePage) == [
      "issue.yaml:4:7: `2031-02-30` is not a day of the calendar; write it as 2031-05-14"
    ])
  #expect(
    faults(head + "date: 2031-05-14\nweekday: 星期四\n" + onePage) == [
      "issue.yaml:5:10: 2031-05-14 is a Wednesday, not `星期四`; check the date"
    ])
  #expect(faults(head + "date: 2031-05-14\nweekday: 周三\nlunar: 闰三月廿三\n" + onePage) == [])
  #expect(
    faults(head + "date: 2031-05-14\nlunar: 农历辛亥年三月廿三\n" + onePage) == [
      "issue.yaml:5:8: 2031-05-14 is 辛亥年闰三月廿三, not `农历辛亥年三月廿三`; check the date"
    ])
}

@Test func `items have to be items`() {
  let items = """
    pages:
      - label: "1"
        items:
          - story: a
          - poem: b
          - just words
          - story: ../../etc/passwd
          - photo: {id: p}
          - advert: {lines: [x]}
          - briefs: {id: b, items: [{}]}
          - refers: {id: r, items: [{text: x}]}

    """
  #expect(
    faults(head + items) == [
      "issue.yaml:8:9: `poem` is no item; "
        + "write one of `story`, `briefs`, `photo`, `advert` and `refers`",
      "issue.yaml:9:9: `just words` is no item; "
        + "write one of `story`, `briefs`, `photo`, `advert` and `refers`",
      "issue.yaml:10:16: `../../etc/passwd` is not an id; "
        + "use ASCII letters, digits, `-`, `_` and `.`, a letter or digit first",
      "issue.yaml:11:16: `caption` is missing; write a caption, an image or both",
      "issue.yaml:12:17: `id` is missing; write an id of its own, `id: some-id`",
      "issue.yaml:13:17: `items` is missing; write a list of briefs",
      "issue.yaml:13:33: `headline` is missing; write a headline, a text or both",
      "issue.yaml:14:33: `page` is missing; write the page pointed to, `page: \"3\"`",
    ])
}

@Test func `ids and labels are used once`() {
  let pages = """
    pages:
      - label: "1"
        items:
          - story: a
          - advert: {id: a, lines: [x]}
          - advert: {id: b, lines: [x]}
      - label: "1"
        items:
          - advert: {id: b, lines: [x]}

    """
  #expect(
    faults(head + pages) == [
      "issue.yaml:8:22: id `a` is taken, first in line 7; give each item an id of its own",
      "issue.yaml:10:5: page 1 stands here a second time, first in line 5; give it a label of its own",
      "issue.yaml:12:22: id `b` is taken, first in line 9; give each item an id of its own",
    ])
}

@Test func `ears, pointers and sidebars have to lead somewhere`() {
  let pages = """
    pages:
      - label: "1"
        ears: [nothing]
        items:
          - story: a
          - refers: {id: r, items: [{text: x, page: "9", story: lost}]}

    """
  #expect(
    faults(head + pages, article: "---\nsidebar-of: gone\n---\nText.") == [
      "issue.yaml:6:12: `nothing` is no item of page 1; list it under `items` too",
      "issue.yaml:9:33: the issue has no page 9; the pointer will say so",
      "issue.yaml:9:33: no page has a story `lost`; check the id",
      "articles/a.md:2:13: no page has a story `gone`; check the id",
    ])
}

extension String {
  /// A fault without its place, which is the same for all of an empty file.
  fileprivate var replacingPlace: String {
    split(separator: ": ", maxSplits: 1).last.map(String.init) ?? self
  }
}
