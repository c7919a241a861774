import IssueFiles
import NewsModel
import TestSupport
import Testing

private func document(_ issue: Issue) throws -> JSONValue {
  try #require(JSONValue(issue.document))
}

/// Every text of the parts of a document's items.
private func paragraphs(_ item: JSONValue) -> [String] {
  item["parts"].elements.flatMap { $0["paragraphs"].elements.compactMap(\.string) }
}

private func issue(_ articles: [Article], _ pages: [Page]) -> Issue {
  Issue(
    language: LanguageTag("zh-Hans"), nameplate: Nameplate(name: "试报"), pages: pages,
    articles: articles)
}

private func page(_ label: String, _ items: [PageItem]) -> Page { Page(label: label, items: items) }

@Suite struct IssueDocumentTests {
  @Test func `a story over two pages has two parts and the jump between them`() throws {
    let article = Article(
      id: "a", label: "栏目", kicker: "肩题", headline: ["一", "二"], deck: ["副"], byline: "作者",
      dateline: "本报讯", tailLine: "完",
      segments: [
        Segment(
          blocks: [Block(.paragraph, "头")], jump: Jump(page: "08", toLine: "下转"),
          breaksParagraph: true),
        Segment(fromLine: "上接", blocks: [Block(.crosshead, "小"), Block(.paragraph, "尾")]),
      ])
    let json = try document(
      issue(
        [article],
        [
          page("A1", [.story(StoryPart(article: "a"))]),
          page("08", [.story(StoryPart(article: "a", segment: 1))]),
        ]))
    #expect(json["format"].string == "broadsheet-issue/1")
    #expect(json["paper"].string == "试报" && json["date"] == .null)
    #expect(json["pages"].elements.map { $0["label"].string } == ["A1", "8"])
    #expect(json["pages"].elements.allSatisfy { $0["items"].elements == [.string("a")] })
    let item = try #require(json["items"].elements.first)
    #expect(json["items"].elements.count == 1)
    #expect(item["kind"].string == "article" && item["headline"].string == "一\n二")
    #expect(item["kicker"].string == "栏目\n肩题" && item["deck"].string == "副")
    #expect(item["byline"].string == "作者")
    #expect(item["parts"].elements.map { $0["page"].number } == [1, 2])
    #expect(paragraphs(item) == ["本报讯", "头", "小", "尾", "完"])
    let jump = try #require(item["jumps"].elements.first)
    #expect(item["jumps"].elements.count == 1)
    #expect(jump["fromPage"].number == 1 && jump["toPage"].number == 2)
    #expect(jump["printedText"].string == "下转" && jump["printedFrom"].string == "上接")
  }

  @Test func `a jump out of the issue, and one into it, name the label`() throws {
    let article = Article(
      id: "a",
      segments: [
        Segment(
          fromLine: "（上接第二版）", blocks: [Block(.paragraph, "中")],
          jump: Jump(page: "B4", toLine: "下转"))
      ])
    let json = try document(issue([article], [page("1", [.story(StoryPart(article: "a"))])]))
    let jumps = json["items"].elements[0]["jumps"].elements
    #expect(jumps.count == 2)
    #expect(jumps[0]["fromPage"] == .null && jumps[0]["fromLabel"].string == "2")
    #expect(jumps[0]["toPage"].number == 1 && jumps[0]["printedText"].string == "（上接第二版）")
    #expect(jumps[1]["toPage"] == .null && jumps[1]["toLabel"].string == "B4")
  }

  @Test func `parts on one page are one, and their lines are text`() throws {
    let article = Article(
      id: "a",
      segments: [
        Segment(blocks: [Block(.paragraph, "一")], jump: Jump(page: "1", toLine: "下转")),
        Segment(fromLine: "上接", blocks: [Block(.paragraph, "二")]),
      ])
    let parts = (0...1).map { PageItem.story(StoryPart(article: "a", segment: $0)) }
    let json = try document(issue([article], [page("1", parts)]))
    let item = json["items"].elements[0]
    #expect(item["parts"].elements.count == 1 && item["jumps"].elements.isEmpty)
    #expect(paragraphs(item) == ["一", "下转", "上接", "二"])
  }

  @Test func `everything that is no story has its kind`() throws {
    let articles = [
      Article(id: "n", kind: .notice), Article(id: "u", kind: .unowned),
      Article(
        id: "ad", kind: .advert,
        segments: [
          Segment(blocks: [Block(.paragraph, "甲")], jump: Jump(page: "2", toLine: "线")),
          Segment(blocks: [Block(.paragraph, "乙")]),
        ]),
    ]
    let box = ReferBox(
      id: "r", label: "导读",
      refers: [Refer(text: "远", page: "2", article: "n"), Refer(text: "外", page: "9")])
    var first = page(
      "1",
      [
        .story(StoryPart(article: "n")), .story(StoryPart(article: "u")),
        .story(StoryPart(article: "ad")), .advert(Advert(id: "x", lines: ["大", "小"])),
        .photo(Photo(id: "p", caption: "图", credit: "摄", story: "n")), .refers(box),
        .briefs(BriefGroup(id: "b", label: "简讯", briefs: [Brief(headline: "短", text: "文")])),
      ])
    first.credits = ["责编 某"]
    let json = try document(
      issue(articles, [first, page("2", [.story(StoryPart(article: "ad", segment: 1))])]))
    let items = json["items"].elements
    let kinds = Dictionary(
      uniqueKeysWithValues: items.map { ($0["id"].string ?? "", $0["kind"].string ?? "") })
    #expect(
      kinds == [
        "n": "notice", "u": "furniture", "ad": "advert", "x": "advert", "p": "picture",
        "r": "furniture", "b": "article", "credits-1": "furniture",
      ])
    func item(_ id: String) -> JSONValue { items.first { $0["id"].string == id } ?? .null }
    #expect(paragraphs(item("ad")) == ["甲", "线", "乙"] && item("ad")["jumps"].elements.isEmpty)
    #expect(item("p")["of"].string == "n" && paragraphs(item("p")) == ["图", "摄"])
    #expect(paragraphs(item("b")) == ["短", "文"])
    let refers = item("r")["refers"].elements
    #expect(refers[0]["toPage"].number == 2 && refers[0]["target"].string == "n")
    #expect(refers[1]["toPage"] == .null && refers[1]["toLabel"].string == "9")
  }

  @Test func `a printed masthead is furniture of the first page`() throws {
    var paper = issue([], [page("1", [])])
    paper.nameplate.number = "第1期"
    #expect(try document(paper)["items"].elements.isEmpty)
    paper.nameplate.imprint = ["地址"]
    let item = try document(paper)["items"].elements[0]
    #expect(item["kind"].string == "furniture" && paragraphs(item) == ["试报", "第1期", "地址"])
  }

  @Test(arguments: SampleFolders.names)
  func `every item of a sample is on the pages of its parts, and ids are unique`(name: String)
    throws
  {
    let issue = try decodeIssue(at: SampleFolders.path(name))
    let json = try document(issue)
    let items = json["items"].elements
    let ids = items.compactMap { $0["id"].string }
    #expect(Set(ids).count == ids.count)
    for (index, page) in json["pages"].elements.enumerated() {
      let listed = Set(page["items"].elements.compactMap(\.string))
      let standing = items.filter { item in
        item["parts"].elements.contains { $0["page"].number == index + 1 }
      }
      #expect(listed == Set(standing.compactMap { $0["id"].string }), "page \(index + 1)")
    }
  }
}
