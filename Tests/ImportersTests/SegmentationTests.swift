import NewsModel
import TestSupport
import Testing

/// Pages of which nothing is known but where their lines stand.
@Suite struct SegmentationTests {
  @Test func `a headline over two columns owns both, the left one first, and not the third`() {
    let stories = stories(of: Quay.page.document())
    #expect(stories.map(\.headline) == [["The quay is open"], ["Fish is dear"]])
    #expect(stories[0].paragraphs.joined().joined(separator: " ") == Quay.text)
    #expect(stories[1].paragraphs == [["The boats came home empty and the market waits."]])
  }

  @Test func `blocks of whole columns, crumbs and any order of the file give the same items`() {
    let wanted = stories(of: Quay.page.document())
    var crumbs = Quay.page
    for index in crumbs.lines.indices { crumbs.lines[index].block = index }
    var one = Quay.page
    for index in one.lines.indices { one.lines[index].block = 0 }
    var generator = SeededGenerator(seed: 1_898)
    for _ in 0..<8 {
      let order = Array(crumbs.lines.indices).shuffled(using: &generator)
      #expect(stories(of: crumbs.document(order)) == wanted)
    }
    #expect(stories(of: one.document()) == wanted)
  }

  @Test func `a page that lies askew reads as the level one`() {
    let wanted = stories(of: Quay.page.document())
    for slope in [-3, -1, 1, 3] {
      var page = Quay.page
      for index in page.lines.indices { page.lines[index].top += 40 }
      #expect(
        stories(of: page.document().slanted(slope)) == wanted, "a slope of \(slope) in a hundred")
    }
  }

  @Test func `a serial story at the foot of the page is read for itself`() {
    var page = PlacedLines()
    page.add("^The harbour debate", left: 40, top: 20, height: 32, block: 6)
    page.add(">Nobody spoke of the/mole that was lost/and the", left: 40, top: 64, block: 0)
    page.add("mayor left the hall/before the vote was/taken by the", left: 360, top: 64, block: 1)
    page.add(
      "council, which met/again in the evening/and rose at nine.", left: 680, top: 64, block: 2)
    page.add("^The lighthouse", left: 40, top: 170, block: 7)
    page.add(">She looked over the/sea, where a lamp was", left: 40, top: 194, block: 3)
    page.add("swinging on a mast/and no one called/from the", left: 360, top: 170, block: 4)
    page.add("boat that drifted/by without a sound/in the fog.", left: 680, top: 170, block: 5)
    let stories = stories(of: page.document())
    #expect(stories.map(\.headline) == [["The harbour debate"], ["The lighthouse"]])
    #expect(stories.first?.paragraphs.joined().joined().hasSuffix("and rose at nine.") == true)
  }

  @Test func `lines from top to bottom are read from right to left`() {
    var page = PlacedLines()
    for (index, text) in ["港の朝は早い。船が出", "て行く。網を引く人の", "声が聞こえて来た。"].enumerated() {
      page.lines.append(
        .init(left: 900 - 40 * index, top: 100, width: 22, height: 300, text: text, block: index))
    }
    let issue = Imported(["p.xml": page.document([2, 0, 1])]).issue
    #expect(
      issue?.articles.flatMap(\.paragraphs).joined().joined()
        == "港の朝は早い。船が出て行く。網を引く人の声が聞こえて来た。")
  }

  @Test func `words below a picture inside a running text do not part it`() {
    var page = PlacedLines()
    page.add("^The old mole", left: 40, top: 10, height: 32, block: 5)
    page.add(
      ">The stones of the mole/were laid by hand and/have stood through the",
      left: 40, top: 60, block: 0)
    page.add(
      "storms of a hundred/years until the sea/took them in one", left: 360, top: 60, block: 1)
    page.extra = "<Illustration ID=\"I\" HPOS=\"40\" VPOS=\"150\" WIDTH=\"620\" HEIGHT=\"300\"/>"
    page.add("^The mole as it was", left: 40, top: 460, measure: 620, block: 2)
    page.add(
      "night, said the pilot/who had seen it all/from the pier and told", left: 40, top: 500,
      block: 3)
    page.add(
      "of it in the inn to/all who would hear/him to the end.", left: 360, top: 500, block: 4)
    let issue = Imported(["p.xml": page.document()]).issue
    let stories = issue?.articles.filter { $0.kind == .story } ?? []
    #expect(stories.map(\.headline) == [["The old mole"]])
    #expect(
      issue?.pages[0].items.contains { item in
        if case .photo(let photo) = item { photo.caption == "The mole as it was" } else { false }
      } == true)
  }

  @Test func `what stands above the row of the day is the nameplate, a number alone is a folio`() {
    var page = Quay.page
    for index in page.lines.indices { page.lines[index].top += 200 }
    page.lines.append(
      .init(left: 200, top: 20, width: 600, height: 90, text: "The Quay Gazette", block: 90))
    page.lines.append(
      .init(
        left: 40, top: 140, width: 900, text: "Vol. 3 Saturday, March 4, 1871. No. 9", block: 91))
    page.lines.append(.init(left: 500, top: 1_400, width: 20, text: "1", block: 92))
    let issue = Imported(["p.xml": page.document()]).issue
    let rest = issue?.articles.filter { $0.kind == .unowned }.flatMap(\.paragraphs).joined()
      .sorted()
    #expect(rest == ["1", "The Quay Gazette", "Vol. 3 Saturday, March 4, 1871. No. 9"])
    #expect(issue?.articles.filter { $0.kind == .story }.count == 2)
  }

  @Test func `a line drawn across the white between columns is parted`() {
    var page = Quay.page
    let last = page.lines.firstIndex { $0.text == "whole council, who" } ?? 0
    let beside = page.lines.firstIndex { $0.text == "in the rain." } ?? 0
    let line = page.lines[beside]
    page.lines[last].tail = (line.left, line.width, line.text)
    page.lines.remove(at: beside)
    let story = stories(of: page.document()).first
    #expect(story?.paragraphs.joined().joined(separator: " ") == Quay.text)
  }

  @Test
  func `capitals below a larger headline are a crosshead, beside no larger one an item's head`() {
    var page = PlacedLines()
    page.add("^Great storm", left: 40, top: 40, height: 40, block: 0)
    page.add(
      ">The wind rose in the/night and took roofs/<off the town.", left: 40, top: 100, block: 0)
    page.add("^THE DAMAGE.", left: 40, top: 200, block: 0)
    page.add(
      ">Nobody has counted/the tiles that lie in/<the streets.", left: 40, top: 250, block: 0)
    page.add("^Small news", left: 40, top: 350, height: 40, block: 0)
    page.add(
      ">A cow was found in/the lane by the mill/<and led home.", left: 40, top: 410, block: 0)
    let stories = stories(of: page.document())
    #expect(stories.map(\.headline) == [["Great storm"], ["Small news"]])
    #expect(
      stories.first?.segments[0].blocks.filter { $0.role == .crosshead }.map(\.text) == [
        "THE DAMAGE."
      ])
  }

  @Test func `blocks that the file calls adverts are adverts`() {
    var page = Quay.page
    page.types = [4: "Advertisement"]
    page.add("Ropes, tar and sails/at the old quay.", left: 680, top: 400, block: 4)
    let issue = Imported(["p.xml": page.document()]).issue
    #expect(
      issue?.pages[0].items.contains { item in
        if case .advert(let advert) = item {
          advert.lines.joined(separator: " ").contains("tar")
        } else {
          false
        }
      } == true)
    #expect(issue?.articles.filter { $0.kind == .story }.count == 2)
  }

  // MARK: Laws

  @Test func `no letter is lost or doubled wherever the boxes are, and the same comes out again`()
    throws
  {
    var generator = SeededGenerator(seed: 1_878)
    for _ in 0..<50 {
      let page = PlacedLines.random(using: &generator)
      let document = page.document()
      let issue = try #require(Imported(["p.xml": document]).issue)
      let wanted = page.lines.flatMap { $0.text.split(separator: " ").map(String.init) }.sorted()
      #expect(issue.words.sorted() == wanted)
      #expect(Imported(["p.xml": document]).issue == issue)
    }
  }

  @Test func `the order of the blocks in the file makes no difference to the items of any page`() {
    var generator = SeededGenerator(seed: 1_903)
    for _ in 0..<25 {
      var page = PlacedLines.random(using: &generator)
      for index in page.lines.indices { page.lines[index].block = index }
      let order = Array(page.lines.indices).shuffled(using: &generator)
      #expect(stories(of: page.document()) == stories(of: page.document(order)))
    }
  }

  @Test func `lines without places stay with their block, a page without any is one item`() throws {
    var generator = SeededGenerator(seed: 7)
    for share in [1, 3, 20] {
      let page = PlacedLines.random(using: &generator)
      var (number, bare) = (0, "")
      for line in page.document().split(separator: "\n", omittingEmptySubsequences: false) {
        number += 1
        let isBare = number % share == 0
        let text = String(line)
        bare +=
          (isBare ? text.replacing("HPOS", with: "X").replacing("VPOS", with: "Y") : text) + "\n"
      }
      let issue = try #require(Imported(["p.xml": bare]).issue)
      let wanted = page.lines.flatMap { $0.text.split(separator: " ").map(String.init) }.sorted()
      #expect(issue.words.sorted() == wanted)
    }
  }

  private func stories(of document: String) -> [Article] {
    Imported(["p.xml": document]).issue?.articles.filter { $0.kind == .story } ?? []
  }
}

/// A page of three columns: a headline over two of them, and a story beside it.
private enum Quay {
  static let text =
    "The new quay was opened on Monday by the mayor and the whole council, who walked from the old mole to the"
    + " crane and back again in the rain."

  static var page: PlacedLines {
    var page = PlacedLines()
    page.add("^The quay is open", left: 40, top: 40, measure: 620, height: 50, block: 0)
    page.add(
      ">The new quay was opened on/Monday by the mayor and the/whole council, who", left: 40,
      top: 130, block: 1)
    page.add(
      "walked from the old mole to/the crane and back again/in the rain.", left: 360, top: 130,
      block: 2)
    page.add("^Fish is dear", left: 680, top: 40, height: 40, block: 3)
    page.add(">The boats came home empty/and the market/waits.", left: 680, top: 130, block: 3)
    return page
  }
}

extension PlacedLines {
  /// Lines anywhere: columns with headlines, stains, lines over others, with some order or none.
  static func random(using generator: inout SeededGenerator) -> PlacedLines {
    var page = PlacedLines()
    let count = Int.random(in: 1...80, using: &generator)
    let columns = Int.random(in: 1...6, using: &generator)
    for index in 0..<count {
      let isWild = Int.random(in: 0..<6, using: &generator) == 0
      let measure = 900 / columns
      let left = 40 + (index % columns) * measure
      page.lines.append(
        Line(
          left: isWild ? .random(in: -50...1_000, using: &generator) : left,
          top: isWild ? .random(in: -50...1_500, using: &generator) : 40 + index / columns * 26,
          width: isWild ? .random(in: 0...1_200, using: &generator) : measure - 12,
          height: isWild ? .random(in: 0...200, using: &generator) : 20,
          text: sentence(index, using: &generator), block: index / 4))
    }
    return page
  }

  private static func sentence(_ number: Int, using generator: inout SeededGenerator) -> String {
    let words = [
      "Tide", "mole", "QUAY", "rope", "1878", "said", "der", "Hafen.", "(Continued", "x", "—", "港",
    ]
    let count = Int.random(in: 1...7, using: &generator)
    return (0..<count).map { index in
      (words.randomElement(using: &generator) ?? "x") + "q\(number)w\(index)"
    }.joined(separator: " ")
  }
}

extension String {
  /// ALTO with every word so much lower as it is further to the right.
  fileprivate func slanted(_ slope: Int) -> String {
    split(separator: "<String").enumerated().map { index, part in
      guard index > 0, let left = part.number(behind: "HPOS=\""),
        let top = part.number(behind: "VPOS=\"")
      else { return String(part) }
      let place = "VPOS=\"\(top + left * slope / 100)\""
      return String(part).replacing("VPOS=\"\(top)\"", with: place)
    }.joined(separator: "<String")
  }
}

extension Substring {
  fileprivate func number(behind mark: String) -> Int? {
    firstRange(of: mark).flatMap { Int(self[$0.upperBound...].prefix { $0.isNumber || $0 == "-" }) }
  }
}

extension Issue {
  /// Every word that stands on its pages.
  fileprivate var words: [String] {
    var texts: [String] = []
    for article in articles {
      texts += [article.kicker, article.byline, article.tailLine].compactMap { $0 }
      texts += article.headline + article.deck
      for segment in article.segments {
        texts += [segment.fromLine, segment.jump?.toLine].compactMap { $0 }
        texts += segment.blocks.map(\.text)
      }
    }
    for item in pages.flatMap(\.items) {
      switch item {
      case .photo(let photo): texts += [photo.caption]
      case .advert(let advert): texts += advert.lines
      case .story, .refers, .briefs: break
      }
    }
    return texts.flatMap { $0.split(separator: " ").map(String.init) }
  }
}
