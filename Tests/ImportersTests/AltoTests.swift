import NewsModel
import TestSupport
import Testing

/// What ALTO looks like besides the ordinary.
@Suite struct AltoTests {
  @Test func `a prefix, another namespace or none make no difference`() {
    let text = page("<TextLine><String CONTENT=\"The\"/><SP/><String CONTENT=\"tide\"/></TextLine>")
    let prefixed = text.replacing("</", with: "</a:").replacing(
      "<alto", with: "<a:alto xmlns:a=\"http://www.loc.gov/standards/alto/ns-v4#\""
    )
    .replacing("<Layout", with: "<a:Layout").replacing("<Page", with: "<a:Page").replacing(
      "<PrintSpace", with: "<a:PrintSpace"
    )
    .replacing("<Text", with: "<a:Text").replacing("<String", with: "<a:String").replacing(
      "<SP", with: "<a:SP")
    #expect(words(text) == ["The tide"])
    #expect(words(prefixed) == ["The tide"])
  }

  @Test func `two pages in a file are two pages of the issue`() {
    let line = "<TextLine><String CONTENT=\"Ebb\"/></TextLine>"
    let one =
      "<Page ID=\"P\" WIDTH=\"10\" HEIGHT=\"10\"><PrintSpace><TextBlock ID=\"b\">\(line)</TextBlock></PrintSpace></Page>"
    let issue = Imported(["p.xml": "<alto><Layout>\(one)\(one)</Layout></alto>"]).issue
    #expect(issue?.pages.count == 2)
    #expect(issue?.articles.count == 2)
  }

  @Test func `numbers in any notation, negative places and words for numbers do no harm`() {
    let odd = [
      #"HPOS="12.0" VPOS="-3.5" WIDTH="1.5E2" HEIGHT="proportional""#, #"HPOS="" VPOS="x""#,
      #"HPOS="1e300" VPOS="nan" WIDTH="inf""#,
      #"HPOS="99999999999999" VPOS="-99999999999999" WIDTH="-5" HEIGHT="4""#, "",
    ]
    let lines = odd.map {
      "<TextLine \($0)><String CONTENT=\"word\" \($0) ROTATION=\"90.00\"/></TextLine>"
    }
    #expect(words(page(lines.joined())).joined(separator: " ").split(separator: " ").count == 5)
  }

  @Test
  func `what was encoded twice before stays as it is, and character references are characters`() {
    #expect(words(page("<TextLine><String CONTENT=\"estÃ¡\"/></TextLine>")) == ["estÃ¡"])
    let plain =
      "<?xml version=\"1.0\" encoding=\"US-ASCII\"?>"
      + page("<TextLine><String CONTENT=\"d&#xE9;p&#244;t\"/></TextLine>")
    #expect(words(plain) == ["dépôt"])
  }

  @Test func `ideographs that are a String each have no blank between them`() {
    let strings = "港の朝".map { "<String CONTENT=\"\($0)\"/>" }.joined()
    #expect(words(page("<TextLine>\(strings)</TextLine>")) == ["港の朝"])
  }

  @Test func `the number that is printed labels the page, a day in the path dates the issue`() {
    let text = page("<TextLine><String CONTENT=\"Ebb\"/></TextLine>").replacing(
      "<Page ", with: "<Page PRINTED_IMG_NR=\"A3\" ")
    let issue = Imported(["harbour_18710304_003.xml": text]).issue
    #expect(issue?.pages.map(\.label) == ["A3"])
    #expect(issue?.nameplate.date.date == CalendarDate(year: 1871, month: 3, day: 4))
  }

  @Test func `blocks that are chained are read along the chain where no places are known`() {
    let blocks = [
      "<TextBlock ID=\"a\" IDNEXT=\"c\">", "<TextBlock ID=\"b\">",
      "<TextBlock ID=\"c\" IDNEXT=\"b\">",
    ]
    let texts = zip(blocks, ["One", "three.", "two"]).map {
      "\($0)<TextLine><String CONTENT=\"\($1)\"/></TextLine></TextBlock>"
    }
    let issue = Imported([
      "p.xml":
        "<alto><Layout><Page ID=\"P\"><PrintSpace>\(texts.joined())</PrintSpace></Page></Layout></alto>"
    ]).issue
    #expect(
      issue?.articles.flatMap(\.paragraphs).joined().joined(separator: " ") == "One two three.")
  }

  private func page(_ lines: String) -> String {
    "<alto><Layout><Page ID=\"P\" WIDTH=\"1000\" HEIGHT=\"1000\"><PrintSpace><TextBlock ID=\"b\">\(lines)</TextBlock></PrintSpace></Page></Layout></alto>"
  }

  private func words(_ document: String) -> [String] {
    let issue = Imported(["p.xml": document]).issue
    return issue?.articles.flatMap { $0.headline + $0.paragraphs.joined() } ?? []
  }
}
