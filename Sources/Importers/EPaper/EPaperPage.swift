import NewsModel

/// A page of an e-paper site: its label, its articles in order, and where print has them.
struct EPaperPage {
  /// A link to a page: its file and what the list calls it.
  struct Link: Hashable {
    var path: String
    var label: String
  }

  /// The file.
  let path: String
  /// What the page calls itself: `第 1 版：头版`.
  private(set) var title: String?
  /// The pages of the issue as this page lists them, each once.
  private(set) var pageList: [Link] = []
  /// The files of the articles in order, each once.
  private(set) var articles: [String] = []
  /// Where print has the articles, by their files.
  private(set) var zones: [String: [Zone]] = [:]

  /// Reads a file of a site; `path` is where it lies in the folder.
  init(_ root: MarkupElement, path: String) {
    self.path = path
    var links: [(path: String, text: String)] = []
    for anchor in root.all(where: { $0.name == "a" || $0["daoxiang"] != nil }) {
      guard let reference = anchor["daoxiang"] ?? anchor["href"],
        let target = Importers.path(reference, from: path), target.isHTMLName
      else { continue }
      links.append((target, anchor.words))
    }
    takePages(links)
    takeAreas(root)
    let pages = Set(pageList.map(\.path) + [path])
    let listed = links.filter {
      !pages.contains($0.path) && !$0.text.isEmpty && !$0.text.isNavigation
    }
    articles = (listed.map(\.path) + articles).unique
    title = EPaperPage.title(root) ?? pageList.first { $0.path == path }?.label
  }

  private mutating func takePages(_ links: [(path: String, text: String)]) {
    for link in links where EPaperLabel(link.text) != nil {
      guard !pageList.contains(where: { $0.path == link.path }) else { continue }
      pageList.append(Link(path: link.path, label: link.text))
    }
  }

  /// The areas of the picture of the page, in parts of its size.
  private mutating func takeAreas(_ root: MarkupElement) {
    let areas = root.all("area").compactMap { area -> (path: String, points: [Int])? in
      guard let target = area["href"].flatMap({ Importers.path($0, from: path) }) else {
        return nil
      }
      let points = (area["coords"] ?? "").split { $0 == "," || $0 == " " }.compactMap {
        String($0).wholeNumber
      }
      return (target, points)
    }
    let picture = root.all("img").first { $0["usemap"] != nil }
    let outline = areas.flatMap(\.points)
    let xs = stride(from: 0, to: outline.count, by: 2).map { outline[$0] }
    let ys = stride(from: 1, to: outline.count, by: 2).map { outline[$0] }
    let width = max(picture?["width"]?.wholeNumber ?? 0, xs.max() ?? 0)
    let height = max(picture?["height"]?.wholeNumber ?? 0, ys.max() ?? 0)
    for area in areas {
      if !articles.contains(area.path) { articles.append(area.path) }
      let found = Polygon(area.points).zones(width: width, height: height)
      if zones[area.path] == nil, !found.isEmpty { zones[area.path] = found }
    }
  }

  /// What the page says it is, outside the list of pages and articles.
  private static func title(_ root: MarkupElement) -> String? {
    let places = root.all { element in
      ["p", "td", "div", "span", "strong", "h2", "h3"].contains(element.name)
        && element.first("a") == nil && element.children.count <= 4
    }
    return places.lazy.map(\.words).first { $0.count <= 24 && EPaperLabel($0) != nil }
      ?? root.first("title").flatMap { EPaperLabel(in: $0.words)?.text }
  }
}

/// The label of a page as sites write it: `第01版：要闻`, `A01： 头版`, `第 1 版：头版`, `01版：要 闻`.
struct EPaperLabel {
  /// The label: `A1`.
  let label: String
  /// The name of the page, where it has one: `要闻`.
  let name: String?
  /// The text that it was read from.
  let text: String

  /// Reads a text that is a label and nothing else.
  init?(_ text: String) {
    guard text.count <= 40, let match = text.firstMatch(of: EPaperLabel.form()) else { return nil }
    guard match.range.lowerBound == text.startIndex else { return nil }
    self.init(match.output, text)
  }

  /// Finds a label at the end of a text: `云岫晚报 第01版：要闻`.
  init?(in text: String) {
    guard let start = text.firstRange(of: "第")?.lowerBound else { return nil }
    self.init(String(text[start...]))
  }

  private init?(_ parts: (Substring, Substring?, Substring, Substring?, Substring), _ text: String)
  {
    let rest = parts.4.replacing(/^[:：\s　]+/, with: "")
    // A bare number is a label only with 第, 版 or a colon.
    guard parts.1 != nil || parts.3 != nil || parts.4.first == ":" || parts.4.first == "：" else {
      return nil
    }
    guard let label = String(parts.2).printedPageLabel, rest.count <= 16,
      !rest.contains(where: \.isNumber)
    else { return nil }
    self.label = label
    name = rest.isEmpty ? nil : String(rest).withoutSpacing
    self.text = text
  }

  private static func form() -> Regex<(Substring, Substring?, Substring, Substring?, Substring)> {
    /^\s*(第)?[\s　]*([A-Za-z]{0,2}[\s　-]?\d{1,3})[\s　]*(版)?[\s　]*(.*)$/
  }
}

extension String {
  /// Whether the name of a file is one of HTML.
  var isHTMLName: Bool {
    let name = lowercased()
    return [".htm", ".html", ".shtml", ".xhtml"].contains { name.hasSuffix($0) }
  }

  /// Whether a link leads through the site and to no article.
  fileprivate var isNavigation: Bool {
    ["上一版", "下一版", "上一期", "下一期", "上一篇", "下一篇", "首页", "返回", "版面导航", "标题导航", "返回目录"]
      .contains { onOneLine.hasPrefix($0) }
  }

  /// The text without the blanks that spread two characters over the room of three: `副 刊`.
  var withoutSpacing: String {
    let words = split { $0 == " " || $0 == "\u{3000}" }
    return words.allSatisfy { $0.count == 1 } ? words.joined() : onOneLine
  }
}

/// A closed line of upright and level pieces.
private struct Polygon {
  private let corners: [(x: Int, y: Int)]

  init(_ numbers: [Int]) {
    corners = stride(from: 0, to: numbers.count - 1, by: 2).map { (numbers[$0], numbers[$0 + 1]) }
  }

  /// The rectangles that it is made of, one below the other, in ten-thousandths of a picture.
  func zones(width: Int, height: Int) -> [Zone] {
    guard corners.count >= 3, corners.count <= 400, width > 0, height > 0 else { return [] }
    let levels = Array(Set(corners.map(\.y))).sorted()
    var bands: [(left: Int, right: Int, top: Int, bottom: Int)] = []
    for (top, bottom) in zip(levels, levels.dropFirst()) {
      for (left, right) in spans(at: top + bottom) {
        if let last = bands.last, last.left == left, last.right == right, last.bottom == top {
          bands[bands.count - 1].bottom = bottom
        } else {
          bands.append((left, right, top, bottom))
        }
      }
    }
    return bands.compactMap { band in
      let (left, top) = (part(band.left, width), part(band.top, height))
      return Zone(
        left: left, top: top, width: part(band.right, width) - left,
        height: part(band.bottom, height) - top)
    }
  }

  private func part(_ value: Int, _ whole: Int) -> Int {
    min(Zone.whole, max(0, value * Zone.whole / whole))
  }

  /// What of a level line lies inside, between the pieces that it crosses; `twice` is two times the level.
  private func spans(at twice: Int) -> [(Int, Int)] {
    var crossings: [Int] = []
    for (index, corner) in corners.enumerated() {
      let next = corners[(index + 1) % corners.count]
      let (low, high) = (min(corner.y, next.y), max(corner.y, next.y))
      guard twice > 2 * low, twice < 2 * high else { continue }
      crossings.append(
        corner.x + (next.x - corner.x) * (twice - 2 * corner.y) / (2 * (next.y - corner.y)))
    }
    crossings.sort()
    return stride(from: 0, to: crossings.count - 1, by: 2).map {
      (crossings[$0], crossings[$0 + 1])
    }
  }
}
