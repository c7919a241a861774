import IssueFiles
import NewsModel
import Testing

/// METS issues in the dialects of docWorks and of the British Library, invented for these tests.
@Suite struct MetsTests {
  @Test func `an article over two pages is one with a jump between its parts`() throws {
    let imported = Imported(Harbour.files)
    let article = try #require(imported.article("A1"))
    #expect(article.headline == ["The mole is mended"])
    #expect(article.kicker == "HARBOUR.")
    #expect(article.byline == "By a pilot.")
    #expect(
      article.paragraphs == [
        ["The stones were lifted in the night and set again before the tide."],
        ["Nobody was hurt, the harbourmaster says."],
      ])
    #expect(article.segments[0].jump == Jump(page: "2", toLine: "(Continued on page 2.)"))
    #expect(article.segments[1].fromLine == "(Continued from page 1.)")
  }

  @Test func `names, day, labels and adverts come from the metadata`() throws {
    let issue = try #require(Imported(Harbour.files).issue)
    #expect(issue.nameplate.name == "The Harbour Packet")
    #expect(issue.nameplate.date.date == CalendarDate(year: 1871, month: 3, day: 4))
    #expect(issue.pages.map(\.label) == ["1", "2"])
    #expect(issue.language.matches("en"))
    #expect(issue.pages[1].items.contains(.advert(Advert(id: "AD1", lines: ["Ropes and tar."]))))
  }

  @Test func `what no article claims stands at the end of its page`() throws {
    let issue = try #require(Imported(Harbour.files).issue)
    let furniture = try #require(issue.article("furniture-1"))
    #expect(furniture.kind == .unowned)
    #expect(furniture.paragraphs == [["THE HARBOUR PACKET"]])
    #expect(issue.pages[0].items.last?.id == "furniture-1")
  }

  @Test func `a page without its file stays empty and is named`() throws {
    var files = Harbour.files
    files["text/2.xml"] = nil
    let imported = Imported(files)
    let issue = try #require(imported.issue)
    #expect(issue.pages.count == 2)
    #expect(issue.pages[1].items.isEmpty)
    #expect(imported.notes.contains { $0.file.hasSuffix("text/2.xml") })
  }

  @Test func `no path of a document leaves the folder`() throws {
    var files = Harbour.files
    files["mets.xml"] = Harbour.mets.replacing("./text/2.xml", with: "./../../../../etc/passwd")
    let imported = Imported(files)
    #expect(imported.issue?.pages.count == 2)
    #expect(!imported.notes.isEmpty)
  }

  @Test func `a damaged page gives what stands before the damage and says where it is`() throws {
    var files = Harbour.files
    let whole = try #require(files["text/1.xml"])
    files["text/1.xml"] = String(whole.prefix(whole.count / 2))
    let imported = Imported(files)
    #expect(imported.issue != nil)
    #expect(imported.notes.contains { $0.line != nil && $0.file.hasSuffix("text/1.xml") })
  }

  @Test func `a title record names no text and says what to do`() {
    let record = """
      <mets xmlns="http://www.loc.gov/METS/"><structMap TYPE="LOGICAL"><div TYPE="newspaper">
      <mptr href="http://example.org/1871.xml"/></div></structMap></mets>
      """
    #expect(Imported(["title.xml": record]).failure?.sentence.contains("name one of those") == true)
  }

  @Test func `ranges of words make the articles of the British Library`() throws {
    let imported = Imported(Statesman.files)
    let issue = try #require(imported.issue)
    let article = try #require(imported.article("art1"))
    #expect(article.headline == ["COAL DUTIES."])
    #expect(article.paragraphs == [["The duty falls on every hearth."]])
    #expect(imported.article("art2")?.paragraphs == [["A second piece begins."]])
    #expect(issue.articles.first { $0.kind == .unowned }?.paragraphs == [["Left over."]])
  }
}

/// Two pages of an English paper in the manner of docWorks.
private enum Harbour {
  static let files = [
    "mets.xml": mets,
    "text/1.xml": AltoText(
      blocks: [
        ("B0", "THE HARBOUR PACKET"), ("B1", "HARBOUR."), ("B2", "The mole is mended"),
        ("B3", "The stones were lifted in the/night and set a=/gain before the tide."),
        ("B4", "(Continued on page 2.)"),
      ]
    ).document,
    "text/2.xml": AltoText(
      blocks: [
        ("B0", "(Continued from page 1.)"), ("B1", "Nobody was hurt, the harbour-/master says."),
        ("B2", "By a pilot."), ("B3", "Ropes and tar."),
      ], page: "P2"
    ).document,
  ]

  static let mets = """
    <m:mets xmlns:m="http://www.loc.gov/METS/" xmlns:mods="http://www.loc.gov/mods/v3"
      xmlns:xlink="http://www.w3.org/1999/xlink" LABEL="The Harbour Packet 1871-03-04_01">
    <m:dmdSec ID="D1"><m:mdWrap><m:xmlData><mods:mods>
      <mods:titleInfo><mods:nonSort>The</mods:nonSort><mods:title>Harbour Packet</mods:title></mods:titleInfo>
      <mods:dateIssued>04.03.1871</mods:dateIssued><mods:languageTerm>en</mods:languageTerm>
    </mods:mods></m:xmlData></m:mdWrap></m:dmdSec>
    <m:fileSec><m:fileGrp USE="Text">
      <m:file ID="T1" MIMETYPE="text/xml"><m:FLocat xlink:href="file://./text/1.xml"/></m:file>
      <m:file ID="T2" MIMETYPE="text/xml"><m:FLocat xlink:href="file://./text/2.xml"/></m:file>
    </m:fileGrp></m:fileSec>
    <m:structMap TYPE="PHYSICAL"><m:div TYPE="Newspaper">
      <m:div TYPE="PAGE" ORDER="1" ORDERLABEL="1"><m:fptr><m:area FILEID="T1" BEGIN="P1"/></m:fptr></m:div>
      <m:div TYPE="PAGE" ORDER="2" ORDERLABEL="171 ™"><m:fptr><m:area FILEID="T2" BEGIN="P2"/></m:fptr></m:div>
    </m:div></m:structMap>
    <m:structMap TYPE="LOGICAL"><m:div TYPE="Newspaper"><m:div TYPE="ISSUE" DMDID="D1">
      <m:div TYPE="TITLE_SECTION"><m:div TYPE="HEADLINE"><m:fptr><m:area FILEID="T1" BEGIN="B0"/></m:fptr></m:div></m:div>
      <m:div TYPE="CONTENT"><m:div TYPE="ARTICLE" ID="A1" LABEL="Untitled">
        <m:div TYPE="HEADING">
          <m:div TYPE="OVERLINE"><m:fptr><m:area FILEID="T1" BEGIN="B1"/></m:fptr></m:div>
          <m:div TYPE="TITLE"><m:fptr><m:area FILEID="T1" BEGIN="B2"/></m:fptr></m:div>
        </m:div>
        <m:div TYPE="BODY">
          <m:div TYPE="PARAGRAPH"><m:div TYPE="TEXT"><m:fptr><m:seq><m:area FILEID="T1" BEGIN="B3"/></m:seq></m:fptr></m:div></m:div>
          <m:div TYPE="PARAGRAPH"><m:div TYPE="TEXT"><m:fptr><m:area FILEID="T1" BEGIN="B4"/></m:fptr></m:div></m:div>
          <m:div TYPE="PARAGRAPH"><m:div TYPE="TEXT"><m:fptr><m:area FILEID="T2" BEGIN="B0"/></m:fptr></m:div></m:div>
          <m:div TYPE="PARAGRAPH"><m:div TYPE="TEXT"><m:fptr><m:par><m:area FILEID="T2" BEGIN="B1"/></m:par></m:fptr></m:div></m:div>
          <m:div TYPE="AUTHOR"><m:fptr><m:area FILEID="T2" BEGIN="B2"/></m:fptr></m:div>
        </m:div></m:div>
        <m:div TYPE="ADVERTISEMENT" ID="AD1"><m:fptr><m:area FILEID="T2" BEGIN="B3"/></m:fptr></m:div>
      </m:div></m:div></m:div></m:structMap></m:mets>
    """
}

/// A page in the manner of the British Library: words with ids, areas of the page, links.
private enum Statesman {
  static let files = [
    "p.xml": """
    <alto><Layout><Page ID="page1" WIDTH="100" HEIGHT="100"><PrintSpace><TextBlock ID="b1">
    <TextLine>\(words(1, "COAL DUTIES."))</TextLine>
    <TextLine>\(words(3, "The duty falls"))</TextLine><TextLine>\(words(6, "on every hearth."))</TextLine>
    </TextBlock><TextBlock ID="b2"><TextLine>\(words(9, "A second piece begins."))</TextLine>
    <TextLine>\(words(13, "Left over."))</TextLine></TextBlock></PrintSpace></Page></Layout></alto>
    """,
    "m.xml": """
    <mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink">
    <fileSec><fileGrp USE="Fulltext"><file ID="a" MIMETYPE="text/xml"><FLocat xlink:href="p.xml"/></file>
    <file ID="gone" MIMETYPE="image/tiff"/></fileGrp></fileSec>
    <structMap TYPE="LOGICAL"><div ID="log1" TYPE="ISSUE"><div ID="art1" TYPE="ARTICLE"/><div ID="art2" TYPE="ARTICLE"/></div></structMap>
    <structMap TYPE="PHYSICAL"><div TYPE="physSequence"><div TYPE="page" ORDER="1" ORDERLABEL="1"><fptr FILEID="a"/>
    <div ID="pa1" TYPE="pagearea" LABEL="Headline"><fptr><area FILEID="a" BEGIN="w1" END="w2"/></fptr></div>
    <div ID="pa2" TYPE="pagearea" LABEL="Textblock"><fptr><area FILEID="a" BEGIN="w3" END="w8"/></fptr></div>
    <div ID="pa3" TYPE="pagearea" LABEL="Textblock"><fptr><area FILEID="a" BEGIN="w9" END="w12"/></fptr></div>
    </div></div></structMap>
    <structLink><smLinkGrp><smLocatorLink xlink:href="#art1"/><smLocatorLink xlink:href="#pa1"/><smLocatorLink xlink:href="#pa2"/></smLinkGrp>
    <smLinkGrp><smLocatorLink xlink:href="#art2"/><smLocatorLink xlink:href="#pa3"/></smLinkGrp></structLink></mets>
    """,
  ]

  private static func words(_ first: Int, _ text: String) -> String {
    text.split(separator: " ").enumerated().map {
      "<String ID=\"w\(first + $0.offset)\" CONTENT=\"\($0.element)\"/>"
    }.joined()
  }
}
