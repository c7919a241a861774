import IssueFiles
import LayoutEngine
import NewsModel
import ScreenModel
import TestSupport
import Testing
import UnicodeTables

/// Pictures on pages: where they stand, when they yield, and that nothing is lost for them.
@Suite struct PicturePageTests {
  private static let sizes = [(80, 24), (120, 40), (200, 60)].map {
    Size(columns: $0.0, rows: $0.1)
  }

  /// The front page of a sample, every photo of which has an image.
  private func page(
    _ name: String, _ source: PictureSource?, widths: WidthPolicy = WidthPolicy()
  ) throws -> PageContent {
    PageContent(
      try illustrated(name), page: 0, Typesetting(widths: widths, pictures: source))
  }

  private func illustrated(_ name: String) throws -> Issue {
    var issue = try Sample(name).issue
    for page in issue.pages.indices {
      issue.pages[page].items = issue.pages[page].items.map { item in
        guard case .photo(var photo) = item else { return item }
        photo.image = "pictures/\(photo.id).png"
        return .photo(photo)
      }
    }
    return issue
  }

  @Test func `a front page with its picture looks as it was read and committed`() throws {
    let page = try page("harbour-gazette", .scenes(width: 90, height: 60))
    for size in [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)] {
      expectScreen(DrawnPage(compose(page, size: size)).rows, named: "picture-\(size)")
    }
  }

  @Test(arguments: SampleFolders.names, [(3, 2), (2, 3), (4, 1)])
  func `pages with pictures keep the laws of all pages`(name: String, shape: (Int, Int)) throws {
    let page = try page(name, .scenes(width: 24 * shape.0, height: 24 * shape.1))
    for size in [Size(columns: 40, rows: 12)] + Self.sizes {
      for arrangement in Arrangement.allCases {
        let layout = compose(page, size: size, arrangement)
        let faults = DrawnPage(layout).faults
        #expect(faults.isEmpty, "\(name), \(shape), \(size): \(faults.prefix(5))")
        expectProportions(layout, PictureShape(width: shape.0, height: shape.1))
      }
    }
  }

  /// Every picture stands above its caption in its module, and no more than two rows from its shape.
  private func expectProportions(_ layout: PageLayout, _ shape: PictureShape) {
    for module in layout.folds.flatMap(\.modules) {
      for picture in module.pictures {
        let rect = picture.rect
        let ideal = (rect.width * shape.height + shape.width) / (2 * shape.width)
        #expect(abs(rect.height - ideal) <= 2, "\(layout.size): \(rect)")
        #expect(module.captions.allSatisfy { $0.rect.row == rect.bottom }, "\(layout.size)")
        #expect(!module.captions.flatMap(\.lines).isEmpty)
      }
    }
  }

  @Test func `where pictures may be drawn, large screens show one`() throws {
    for name in SampleFolders.names {
      let page = try page(name, .scenes(width: 90, height: 60))
      guard page.items.contains(where: { $0.kind == .photo }) else { continue }
      for size in Self.sizes.dropFirst() {
        let pictures = compose(page, size: size).folds.flatMap(\.modules).flatMap(\.pictures)
        #expect(!pictures.isEmpty, "\(name), \(size)")
      }
    }
  }

  @Test func `a picture yields to the first lines of the lead, down to its caption`() throws {
    for name in SampleFolders.names {
      let page = try page(name, .scenes(width: 90, height: 60))
      for rows in stride(from: 12, through: 30, by: 3) {
        for columns in [40, 60, 80, 100] {
          let layout = compose(page, size: Size(columns: columns, rows: rows))
          let modules = layout.folds[0].modules
          guard modules.contains(where: { !$0.pictures.isEmpty }),
            let lead = modules.first(where: { layout.items[$0.item].kind == .article })
          else { continue }
          let lines = lead.legs.reduce(0) { $0 + $1.lines.count }
          #expect(lines >= 5, "\(name), \(columns)x\(rows): \(lines) lines of the lead")
        }
      }
    }
  }

  @Test func `a picture whose dots are to come takes the same cells, and leaves them blank`() throws
  {
    let (ready, coming) = (
      try page("harbour-gazette", .scenes(width: 90, height: 60)),
      try page("harbour-gazette", .shapes(width: 90, height: 60))
    )
    for size in Self.sizes {
      let (one, other) = (compose(ready, size: size), compose(coming, size: size))
      #expect(one.document == other.document)
      let pictures = other.folds.enumerated().flatMap { fold, sheet in
        sheet.modules.flatMap(\.pictures).map { (fold, $0) }
      }
      let drawn = DrawnPage(other)
      #expect(!pictures.isEmpty)
      for (fold, picture) in pictures {
        #expect(drawn.read(fold: fold, picture.rect).allSatisfy { $0 == " " })
      }
    }
  }

  @Test func `without pictures, and where blocks take two cells, a photo is its caption`() throws {
    let none = PictureSource(name: "none") { _ in .none }
    let pages = [
      try page("harbour-gazette", nil), try page("harbour-gazette", none),
      try page(
        "harbour-gazette", .scenes(width: 90, height: 60), widths: WidthPolicy(ambiguous: 2)),
    ]
    for page in pages {
      for size in Self.sizes {
        let drawn = DrawnPage(compose(page, size: size))
        let pictures = drawn.layout.folds.flatMap(\.modules).flatMap(\.pictures)
        #expect(pictures.isEmpty)
        #expect(drawn.faults.isEmpty)
      }
    }
  }

  @Test func `no rule parts a picture from its story above it, and one parts others`() {
    var text = InventedText(seed: 9)
    let stories = text.stories(2)
    for story in [stories[1].id, nil] {
      let photo = Photo(id: "p", image: "p.png", caption: "图。", story: story)
      let issue = Issue(stories: stories, items: [.photo(photo)])
      let page = PageContent(
        issue, page: 0, Typesetting(pictures: .scenes(width: 90, height: 60)))
      // One column: everything stands one below the other.
      for rows in 30...60 {
        let layout = compose(page, size: Size(columns: 40, rows: rows))
        #expect(DrawnPage(layout).faults.isEmpty, "\(rows) rows")
        for fold in layout.folds where fold.modules.count > 1 {
          guard let module = fold.modules.last, !module.pictures.isEmpty,
            layout.items[fold.modules[fold.modules.count - 2].item].id == stories[1].id
          else { continue }
          let isRuled = fold.rules.contains { $0.rect.row == module.rect.row - 1 }
          #expect(isRuled == (story == nil), "\(rows) rows")
        }
      }
    }
  }

  @Test func `the document says where a picture stands, and which`() throws {
    let page = try page("harbour-gazette", .scenes(width: 90, height: 60))
    let layout = compose(page, size: Size(columns: 120, rows: 40))
    let document = try #require(JSONValue(layout.document))
    #expect(document.misshapenParts.isEmpty)
    let stated = document["folds"].elements.flatMap { $0["modules"].elements }
      .flatMap { $0["pictures"].elements }
    let placed = layout.folds.flatMap(\.modules).flatMap(\.pictures)
    #expect(stated.map { $0["image"].string } == placed.map(\.image))
    #expect(stated.map { $0["rect"]["height"].number } == placed.map(\.rect.height))
    #expect(placed.map(\.image) == ["pictures/photo-mole.png"])
  }

  @Test func `a photo by itself fills the screen and keeps its words`() throws {
    let issue = try illustrated("harbour-gazette")
    let index = try #require(
      issue.pages[0].items.firstIndex { if case .photo = $0 { true } else { false } })
    let typesetting = Typesetting(pictures: .scenes(width: 90, height: 60))
    let story = try #require(
      StoryContent(issue, at: Place(page: 0, item: index), typesetting))
    for size in [(20, 5), (40, 12), (80, 24), (120, 40), (200, 60)] {
      let size = Size(columns: size.0, rows: size.1)
      let layout = compose(story, size: size)
      let faults = DrawnPage(layout).faults
      #expect(faults.isEmpty, "\(size): \(faults.prefix(5))")
      let pictures = layout.folds.flatMap(\.modules).flatMap(\.pictures)
      #expect(pictures.count == (size.rows >= 24 ? 1 : pictures.count))
      #expect(pictures.allSatisfy { $0.rect.height > size.rows / 3 })
    }
  }

  @Test func `a photo without words is known by its file, drawn or not`() {
    for source in [PictureSource?.none, .scenes(width: 90, height: 60)] {
      let photo = Photo(id: "p", image: "pictures/mole.png")
      var text = InventedText(seed: 5)
      let issue = Issue(stories: text.stories(2), items: [.photo(photo)])
      let page = PageContent(issue, page: 0, Typesetting(pictures: source))
      for size in Self.sizes + [Size(columns: 30, rows: 10)] {
        let faults = DrawnPage(compose(page, size: size)).faults
        #expect(faults.isEmpty, "\(size): \(faults.prefix(5))")
      }
    }
  }
}
