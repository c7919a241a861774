import LayoutEngine
import NewsModel
import ScreenModel
import TestSupport
import Testing

@Suite struct LayoutDocumentTests {
  private static let sizes = [(30, 10), (80, 24), (160, 40)].map {
    Size(columns: $0.0, rows: $0.1)
  }

  /// The documents of the first pages of a sample, read back.
  private func documents(of name: String) throws -> [JSONValue] {
    try Sample(name).pages.prefix(3).flatMap { page in
      try Self.sizes.map { try #require(JSONValue(compose(page, size: $0).document)) }
    }
  }

  @Test(arguments: SampleFolders.names)
  func `the document has the keys of the contract, in its order`(name: String) throws {
    for document in try documents(of: name) {
      #expect(document["format"].string == "broadsheet-layout/1")
      #expect(document.misshapenParts.isEmpty, "\(document.misshapenParts.prefix(3))")
    }
  }

  @Test(arguments: SampleFolders.names)
  func `a line states the slice of the source that it shows`(name: String) throws {
    for document in try documents(of: name) {
      for (item, line) in document.lines {
        let source = line["source"]
        let text = item.text(of: source["paragraph"].number ?? 0)
        let slice = source.range.clamped(to: 0..<text.count)
        #expect(slice == source.range)
        let shown = Array((line["text"].string ?? "").unicodeScalars)
        #expect(shown.shared == Array(text[slice]).shared)
        #expect(line["paragraphStart"] == .bool(slice.lowerBound == 0))
        let isLast = text[slice.upperBound...].allSatisfy(\.isWhite)
        #expect(line["paragraphEnd"] == .bool(isLast))
      }
    }
  }

  @Test(arguments: SampleFolders.names)
  func `what is hidden begins after the last line and is counted to the end`(name: String) throws {
    for document in try documents(of: name) {
      for item in document["items"].elements {
        let (body, shown) = (item.bodyLength, document.shownLength(of: item))
        let hidden = item["hidden"]
        if hidden == .null {
          #expect(item.isBlank(from: shown), "\(item["id"])")
        } else {
          let start = item.bodyOffset(hidden["paragraph"].number ?? 0, hidden["offset"].number ?? 0)
          #expect(start >= shown && item.isBlank(from: shown, to: start), "\(item["id"])")
          #expect(hidden["scalars"].number == body - start, "\(item["id"])")
        }
      }
    }
  }

  @Test func `the document says what the layout says`() throws {
    let layout = compose(try Sample("liancheng-daily").pages[0], size: Size(columns: 100, rows: 30))
    let document = try #require(JSONValue(layout.document))
    #expect(document["page"].string == "1")
    #expect(document["issue"].string == "濂城日报")
    #expect(
      document["size"] == .object([.init("columns", .number(100)), .init("rows", .number(30))]))
    #expect(document["grid"]["count"].number == layout.grid.count)
    #expect(document["order"].elements.map(\.string) == layout.items.map(\.id))
    #expect(document["folds"].elements.count == layout.folds.count)
    for (fold, drawn) in zip(layout.folds, document["folds"].elements) {
      #expect(drawn["rules"].elements.count == fold.rules.count)
      #expect(drawn["furniture"].elements.map { $0["text"].string } == fold.furniture.map(\.text))
      #expect(
        drawn["modules"].elements.map { $0["item"].string }
          == fold.modules.map { layout.items[$0.item].id })
    }
  }

  @Test func `marks that JSON sets apart come back as they were`() throws {
    let hostile = "“引号”\" \\ 斜线 \u{1}\u{7F}\u{9B} 制表\t 换行\u{2028} 表情👩‍🚀"
    let issue = Issue(stories: [.story("a", "题\"目\\", [hostile])])
    let layout = compose(PageContent(issue, page: 0), size: Size(columns: 60, rows: 20))
    let item = try #require(JSONValue(layout.document)?["items"].elements.last)
    #expect(item["heads"].elements.first?["text"].string == "题\"目\\")
    let text = item["paragraphs"].elements.first?["text"].string ?? ""
    #expect(text.utf8.elementsEqual(hostile.utf8))
    #expect(layout.document.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
  }

  @Test func `a soft hyphen is no part of the document, the hyphen that it shows is`() throws {
    let text = "Against them stood the counter\u{AD}revolutionaries and the band."
    let issue = Issue(stories: [.story("a", "Head", [text])], language: "en")
    var endings: Set<String> = []
    for width in 40...70 {
      let document = compose(PageContent(issue, page: 0), size: Size(columns: width, rows: 20))
        .document
      #expect(!document.unicodeScalars.contains("\u{AD}"))
      for (_, line) in try #require(JSONValue(document)).lines where line["hyphen"] == .bool(true) {
        endings.insert(String((line["text"].string ?? "").suffix(8)))
      }
    }
    #expect(endings == [" counter"])
  }
}
