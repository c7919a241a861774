import IssueFiles
import NewsModel
import TestSupport
import Testing

@Test func `an issue is read as it is written`() throws {
  let folder = ScratchFolder([
    "issue.yaml": """
    format: 1
    language: zh-Hans
    paper:
      name: 试报
      imprint: [一行, 两行]
    date: 2031-05-14
    weekday: 星期三
    pages:
      - label: "1"
        name: 要闻
        ears: [bank]
        items:
          - story: lead
          - advert: {id: bank, lines: [存钱, 取钱]}
          - briefs:
              id: short
              items:
                - 只有标题
                - headline: 标题
                  text: 正文
          - photo: {id: p, caption: 说明, credit: 某某 摄}
          - refers:
              id: inside
              items:
                - {text: 标题, page: "8", story: lead}
      - label: "8"
        items:
          - story: lead
    """,
    "articles/lead.md": """
    ---
    kicker: 引题
    headline: [主题一, 主题二]
    byline: 本报记者 某某
    ---

    第一段在这里
    换了一行。

    ## 小标题

    > 引语

    在这里断
    <!-- jump page="8" to="（下转第八版）" from="（上接第一版）" -->
    开。
    """,
  ])
  #expect(checkIssue(at: folder.path) == [])
  let issue = try decodeIssue(at: folder.path)
  let lead = try #require(issue.article("lead"))
  #expect(lead.headline == ["主题一", "主题二"])
  #expect(
    lead.segments == [
      Segment(
        blocks: [
          Block(.paragraph, "第一段在这里换了一行。"), Block(.crosshead, "小标题"),
          Block(.pullQuote, "引语"), Block(.paragraph, "在这里断"),
        ], jump: Jump(page: "8", toLine: "（下转第八版）"), breaksParagraph: true),
      Segment(fromLine: "（上接第一版）", blocks: [Block(.paragraph, "开。")]),
    ])
  #expect(issue.pages[1].items == [.story(StoryPart(article: "lead", segment: 1))])
  let copy = ScratchFolder()
  try writeIssue(issue, to: copy.path)
  #expect(checkIssue(at: copy.path) == [])
  #expect(try decodeIssue(at: copy.path) == issue)
}
