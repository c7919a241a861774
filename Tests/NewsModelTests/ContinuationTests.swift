import NewsModel
import Testing

/// Three pages: story `a` runs from page 1 over A8 back to 2; `b` and `c` break off.
private let issue = Issue(
  language: LanguageTag("en"), nameplate: Nameplate(name: "Paper"),
  pages: [
    Page(
      label: "1",
      items: [
        .story(StoryPart(article: "a")), .advert(Advert(id: "x", lines: ["x"])),
        .story(StoryPart(article: "b")), .story(StoryPart(article: "c")),
      ]),
    Page(label: "02", items: [.story(StoryPart(article: "a", segment: 2))]),
    Page(label: "A8", items: [.story(StoryPart(article: "a", segment: 1))]),
  ],
  articles: [
    Article(
      id: "a",
      segments: [
        Segment(jump: Jump(page: "8")), Segment(jump: Jump(page: "2")), Segment(),
      ]),
    Article(id: "b", segments: [Segment(jump: Jump(page: "9", toLine: "（下转第九版）"))]),
    Article(id: "c", segments: [Segment(jump: Jump(page: "第八版"))]),
  ])

@Test func `a story is followed from page to page and back`() {
  let parts = (0...2).map { StoryPart(article: "a", segment: $0) }
  #expect(issue.continuation(of: parts[0]) == .place(Place(page: 2, item: 0)))
  #expect(issue.continuation(of: parts[1]) == .place(Place(page: 1, item: 0)))
  #expect(issue.continuation(of: parts[2]) == nil)
  #expect(issue.origin(of: parts[2]) == Place(page: 2, item: 0))
  #expect(issue.origin(of: parts[1]) == Place(page: 0, item: 0))
  #expect(issue.origin(of: parts[0]) == nil)
}

@Test func `a jump says whether its page is there`() {
  #expect(issue.continuation(of: StoryPart(article: "b")) == .absent(label: "9"))
  #expect(issue.continuation(of: StoryPart(article: "c")) == .pageOnly(2))
  #expect(issue.continuation(of: StoryPart(article: "none")) == nil)
  #expect(issue.continuation(of: StoryPart(article: "b", segment: 7)) == nil)
}

@Test func `a page is found by its label, exactly first`() {
  #expect(issue.pageIndex(labelled: "02") == 1)
  #expect(issue.pageIndex(labelled: "2") == 1)
  #expect(issue.pageIndex(labelled: "8") == 2)
  #expect(issue.pageIndex(labelled: "A08") == 2)
  #expect(issue.pageIndex(labelled: "B8") == nil)
  #expect(issue.pageIndex(labelled: "第一版") == 0)
  #expect(issue.pageIndex(labelled: "") == nil)
  let cover = Issue(
    language: LanguageTag("zh"), nameplate: Nameplate(name: "P"),
    pages: [Page(label: "封面"), Page(label: "1")])
  #expect(cover.pageIndex(labelled: "封面") == 0)
  #expect(cover.pageIndex(labelled: "封底") == nil)
}

@Test func `items are found by their place`() {
  #expect(issue.item(at: Place(page: 0, item: 1))?.id == "x")
  #expect(issue.item(at: Place(page: 0, item: 9)) == nil)
  #expect(issue.item(at: Place(page: 9, item: 0)) == nil)
}
