import IssueFiles
import NewsModel
import Testing

/// Formats of scanned pages other than METS, each by a small invented page.
@Suite struct PageFormatTests {
  // MARK: KB DIDL

  @Test func `rectangles of DIDL take the blocks inside them, and one article id is one article`()
    throws
  {
    let imported = Imported(Groningen.files)
    let issue = try #require(imported.issue)
    #expect(issue.nameplate.name == "Noordzee Bode")
    #expect(issue.nameplate.date.date == CalendarDate(year: 1850, month: 6, day: 7))
    let article = try #require(issue.articles.first { $0.kind == .story })
    #expect(article.headline == ["HAVEN."])
    #expect(article.paragraphs == [["De boot kwam laat."], ["Zij vertrok vroeg."]])
    #expect(article.segments[0].jump?.page == "2")
    #expect(issue.pages[0].zones[article.id]?.count == 1)
  }

  // MARK: Olive

  @Test
  func `continuations of Olive are one article, also backwards, and halves of words are skipped`()
    throws
  {
    let imported = Imported(Gazette.files)
    let issue = try #require(imported.issue)
    let article = try #require(issue.article("Ar00200"))
    #expect(article.headline == ["Le port"])
    #expect(article.paragraphs == [["Le bateau est revenu avant-hier."], ["Il repart demain."]])
    #expect(issue.place(of: StoryPart(article: "Ar00200", segment: 1))?.page == 0)
    #expect(issue.nameplate.date.date == CalendarDate(year: 1901, month: 2, day: 3))
    #expect(issue.pages[0].items.contains(.advert(Advert(id: "Ad00101", lines: ["Café noir."]))))
  }

  // MARK: PAGE-XML

  @Test func `lines of PAGE-XML that name an article make it, over regions and pages`() throws {
    let imported = Imported(Matin.files)
    let article = try #require(imported.article("a1"))
    #expect(article.headline == ["LE PORT"])
    #expect(article.paragraphs == [["La mer monte."], ["Elle descend."]])
    #expect(imported.article("a2")?.paragraphs == [["Autre chose."]])
    #expect(imported.issue?.nameplate.date.date == CalendarDate(year: 1884, month: 3, day: 15))
  }

  @Test func `a page of PAGE-XML without text is a page, never a fault`() {
    let page = Matin.page([("r1", "", "")])
    let imported = Imported(["p.xml": page])
    #expect(imported.issue?.pages.count == 1)
    #expect(imported.failure == nil)
  }

  // MARK: NDL

  @Test func `lines of the Diet Library stand in the order they state, a title begins an article`()
    throws
  {
    let imported = Imported([
      "n.xml": """
      <OCRDATASET><PAGE IMAGENAME="a.jpg" WIDTH="800" HEIGHT="1000"><TEXTBLOCK>
      <LINE TYPE="本文" X="500" Y="10" WIDTH="20" HEIGHT="300" ORDER="7" STRING="船は朝に出た。"/>
      <LINE TYPE="タイトル本文" X="600" Y="10" WIDTH="40" HEIGHT="300" ORDER="3" STRING="港の朝"/>
      <LINE TYPE="広告文字" X="100" Y="10" WIDTH="20" HEIGHT="300" ORDER="9" STRING="茶舗みなと"/>
      <LINE TYPE="ノンブル" X="10" Y="10" WIDTH="20" HEIGHT="30" ORDER="11" STRING="三"/>
      </TEXTBLOCK></PAGE></OCRDATASET>
      """
    ])
    let issue = try #require(imported.issue)
    let article = try #require(issue.articles.first { $0.kind == .story })
    #expect(article.headline == ["港の朝"])
    #expect(article.paragraphs == [["船は朝に出た。"]])
    #expect(issue.language == LanguageTag("ja"))
    #expect(
      issue.pages[0].items.contains {
        if case .advert(let advert) = $0 { advert.lines == ["茶舗みなと"] } else { false }
      })
    #expect(issue.articles.first { $0.kind == .unowned }?.paragraphs == [["三"]])
  }

  // MARK: hOCR

  @Test
  func `hOCR is read whatever is broken in it: entities, comments, tags, a mark before the first`()
    throws
  {
    let page = """
      \u{FEFF}<html><head><title>x</title></head><body><div class='ocr_page' title='image a.tif; bbox 0 0 1000 1000; ppageno 0'>
      <div class='ocr_carea' title='bbox 0 0 400 100'><p class='ocr_par'><span class='ocr_line' title='bbox 0 0 400 20'>
      <span class='ocrx_word' title='bbox 0 0 50 20'>Fish &nbsp;</span> <span class='ocrx_word' title='bbox 60 0 90 20'>&amp;</span>
      <span class='ocrx_word'>tide&undeclared;</span></span></div><!-- never closed
      """
    let issue = try #require(Imported(["a.html": page]).issue)
    let text = issue.articles.flatMap(\.paragraphs).flatMap(\.self).joined(separator: " ")
    #expect(text.contains("Fish"))
    #expect(text.contains("&"))
    #expect(text.contains("tide"))
  }
}

/// Two pages in the manner of the Koninklijke Bibliotheek.
private enum Groningen {
  static let files = [
    "didl.xml": """
    <d:DIDL xmlns:d="urn:mpeg:mpeg21:2002:02-DIDL-NS" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:ddd="x" xmlns:dcx="y">
    <d:Item dc:identifier="i"><d:Component><d:Resource><dcx:dcx><dc:title>Noordzee Bode</dc:title><dc:date>1850-06-07</dc:date>
    <dc:language xsi:type="dcterms:ISO639-1">nl</dc:language></dcx:dcx></d:Resource></d:Component>
    \(page(1, "HAVEN.", "x=50"))\(page(2, "HAVEN.", "x=50"))</d:Item></d:DIDL>
    """,
    "p1.xml": AltoText(blocks: [("b1", "HAVEN. De boot kwam laat.")]).document,
    "p2.xml": AltoText(blocks: [("b1", "Zij vertrok vroeg.")]).document,
  ]

  private static func page(_ number: Int, _ title: String, _ area: String) -> String {
    """
    <d:Item dc:identifier="i:p\(number)">
    <d:Component><d:Resource><dcx:dcx><ddd:nativePageNumber>\(number)</ddd:nativePageNumber></dcx:dcx></d:Resource></d:Component>
    <d:Component><d:Descriptor><d:Statement dc:type="role">alto</d:Statement></d:Descriptor>
    <d:Resource ref="http://example.org/alto" dcx:filename="p\(number).xml"/></d:Component>
    <d:Item dc:identifier="i:p\(number):a1" ddd:article_id="i:a1"><d:Component><d:Resource><dcx:dcx>
    <dc:subject>artikel</dc:subject><dc:title>\(title)</dc:title></dcx:dcx></d:Resource></d:Component>
    <d:Component><d:Resource><dcx:zoning><dcx:area hpos="40" vpos="0" width="500" height="120"/></dcx:zoning></d:Resource></d:Component>
    </d:Item></d:Item>
    """
  }
}

/// A paper of two pages in the manner of Olive: a story on page 2 that goes on on page 1.
private enum Gazette {
  static let files = [
    "TOC.xml": """
    <Xmd_toc PUBLICATION="GDP" ISSUE_DATE="03/02/1901" LANGUAGE="French"><Body_np><Section NAME="x">
    <Page PAGE_NO="1" PAGE_LABEL="1" ID="Pg001"><Entity ENTITY_TYPE="Article" INDEX_IN_DOC="2" ID="Ar00100" HREF="/1/Ar00100"
     NAME="Untitled Article" CONTINUATION_FROM="Ar00200"/><Entity ENTITY_TYPE="Ad" INDEX_IN_DOC="1" ID="Ad00101" HREF="/1/Ad00101"/></Page>
    <Page PAGE_NO="2" PAGE_LABEL="2" ID="Pg002"><Entity ENTITY_TYPE="Article" INDEX_IN_DOC="3" ID="Ar00200" HREF="/2/Ar00200"
     NAME="Le port" CONTINUATION_TO="Ar00100"/></Page></Section></Body_np></Xmd_toc>
    """,
    "Document/1/Ar00100.xml": entity(
      "Ar00100", "", #"<L/><W>Il</W><W>repart</W><W NS="y">demain</W><W>.</W>"#),
    "Document/1/Ad00101.xml": entity("Ad00101", "", #"<L/><W>Café</W><W NS="y">noir</W><W>.</W>"#),
    "Document/2/Ar00200.xml": entity(
      "Ar00200",
      "<HedLine_hl1><Primitive ID=\"h\"><L/><W>Le</W><W>port</W></Primitive></HedLine_hl1>",
      #"<L/><W>Le</W><W>bateau</W><W>est</W><W>revenu</W><Q>avant</Q><L/><q>hier</q><QW NS="y">avant-hier</QW><W>.</W>"#
    ),
  ]

  private static func entity(_ id: String, _ head: String, _ words: String) -> String {
    """
    <XMD-entity ID="\(id)"><Meta PAGE_WIDTH="500" PAGE_HEIGHT="700" IMAGES_RESOLUTION="144"/>\(head)
    <Content><Primitive ID="\(id)00" BOX="0 0 100 100">\(words)</Primitive></Content></XMD-entity>
    """
  }
}

/// Two pages of PAGE-XML whose lines name articles; one region holds lines of two of them.
private enum Matin {
  static let files = [
    "18840315_1-0001.xml": page(
      [("r2", "Autre chose.", "a2"), ("r1", "LE PORT|La mer monte.", "a1")], order: ["r1", "r2"]),
    "18840315_1-0002.xml": page([("r1", "Elle descend.", "a1")]),
  ]

  static func page(_ regions: [(id: String, text: String, article: String)], order: [String] = [])
    -> String
  {
    let lines = regions.map { region in
      let texts = region.text.split(separator: "|").enumerated().map { number, line in
        """
        <TextLine id="\(region.id)l\(number)" custom="readingOrder {index:\(number);} structure {id:\(region.article); type:article;}">
        <Coords points="10,\(10 + 30 * number) 300,\(10 + 30 * number) 300,\(35 + 30 * number)"/>
        <TextEquiv><Unicode>\(line)</Unicode></TextEquiv></TextLine>
        """
      }
      return
        "<TextRegion id=\"\(region.id)\"><Coords points=\"10,10 300,200\"/>\(texts.joined())</TextRegion>"
    }
    let references = order.enumerated().map {
      "<RegionRefIndexed index=\"\($0.offset)\" regionRef=\"\($0.element)\"/>"
    }
    return """
      <PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2013-07-15"><Page imageWidth="500" imageHeight="800">
      <ReadingOrder><OrderedGroup>\(references.joined())</OrderedGroup></ReadingOrder>\(lines.joined())</Page></PcGts>
      """
  }
}
