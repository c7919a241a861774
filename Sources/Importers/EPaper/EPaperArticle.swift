import NewsModel

/// An article of an e-paper site, from its file.
///
/// Heads come from the property comment of the publishing system, where there is one, else from the tags in
/// which its pages show them.
struct EPaperArticle {
  let path: String
  private let root: MarkupElement
  /// The fields of the comment `enpproperty`.
  private let properties: [String: String]

  /// Takes the tree of a file.
  init(_ root: MarkupElement, path: String) {
    (self.root, self.path) = (root, path)
    properties = EPaperArticle.properties(of: root)
  }

  /// Whether a file is an article: it has a body as articles have it.
  var isArticle: Bool { !properties.isEmpty || bodyElement != nil }

  /// The id: the system's number of the article, else the name of its file.
  var id: String {
    properties["articleid"] ?? String(path.lastStep.prefix { $0 != "." })
  }

  /// The day.
  var date: CalendarDate? {
    properties["date"].flatMap { CalendarDate(written: String($0.prefix(10))) }
      ?? root.first { $0.hasClass("date") }.flatMap { CalendarDate(in: $0.words.digitsParted) }
  }

  /// The name of the paper between 《 and 》.
  var paper: String? {
    let line = root.first { $0.hasClass("date") }?.words ?? ""
    return line.firstMatch(of: /《(.{2,16})》/).map { String($0.output.1) }
  }

  // MARK: Heads

  var kicker: String? { field("introtitle") ?? shown("h3", in: "article") ?? shownTitles.before }
  var deck: [String] {
    (field("subtitle") ?? shown("h2", in: "article") ?? shownTitles.after).map { [$0] } ?? []
  }

  /// The headline, a line each as the page breaks it.
  var headline: [String] {
    let shown = titleElement.map { HTMLBody($0).blocks.map(\.text) } ?? []
    guard let stated = field("title") ?? root.first("title")?.words.nonEmpty else { return shown }
    return shown.joined().letters == stated.letters ? shown : [stated]
  }

  var byline: String? {
    let stated =
      field("author") ?? root.first { $0.hasClass("sec") }.flatMap { element in
        HTMLBody(element) { $0.hasClass("date") }.blocks.first?.text
      } ?? root.first("founder-author")?.words.nonEmpty
    guard let stated, JumpLine(paragraph: stated) == nil else { return nil }
    return stated.asByline
  }

  private func field(_ name: String) -> String? { properties[name]?.onOneLine.nonEmpty }

  private func shown(_ tag: String, in name: String) -> String? {
    root.first { $0.hasClass(name) }?.first(tag)?.words.nonEmpty
  }

  private var titleElement: MarkupElement? {
    root.first("founder-title") ?? root.first { $0.hasClass("article") }?.first("h1")
      ?? root.first("h1")
  }

  /// The rows above and below the headline of a classic page.
  private var shownTitles: (before: String?, after: String?) {
    guard properties.isEmpty else { return (nil, nil) }
    let rows = root.all { $0.hasClass("font02") || $0.hasClass("font01") }
    guard let title = rows.firstIndex(where: { $0.hasClass("font01") }) else { return (nil, nil) }
    let before = rows[..<title].map(\.words).filter { !$0.isEmpty }.joined(separator: " ")
    let after = rows[(title + 1)...].filter { $0.hasClass("font02") }.map(\.words)
      .filter { !$0.isEmpty }.joined(separator: " ")
    return (before.nonEmpty, after.nonEmpty)
  }

  // MARK: Text

  /// The paragraphs.
  var blocks: [Block] {
    guard let body = bodyElement else { return [] }
    return HTMLBody(body) { $0.isPictureBox }.blocks.map { Block($0.role, $0.text.withoutIndent) }
  }

  /// The pictures with their captions.
  var pictures: [HTMLBody.Picture] {
    let boxes = root.all { $0.isPictureBox }
    let inBoxes = boxes.compactMap { box -> HTMLBody.Picture? in
      let source = box.first("img")?["src"] ?? ""
      return source.isEmpty && box.words.isEmpty ? nil : .init(source: source, caption: box.words)
    }
    let inBody = bodyElement.map { HTMLBody($0) { $0.isPictureBox }.pictures } ?? []
    return inBoxes + inBody.filter { !$0.caption.isEmpty }
  }

  /// The smallest element that holds the text.
  private var bodyElement: MarkupElement? {
    root.first("founder-content") ?? root.first { $0["id"]?.lowercased() == "ozoom" }
      ?? root.first { $0["id"]?.lowercased() == "articlecontent" }
      ?? root.first { $0["id"]?.lowercased() == "contenttext" } ?? root.first(
        where: \.holdsTextMark)
      ?? root.first {
        $0.hasClass("article-content") || $0.hasClass("content") && $0.first("p") != nil
      }
  }

  /// The fields of the comment in which Founder's system keeps its data.
  private static func properties(of root: MarkupElement) -> [String: String] {
    var fields: [String: String] = [:]
    root.visit { element in
      for case .comment(let text) in element.children where text.contains("enpproperty") {
        for match in text.matches(of: /<([a-z]+)>([^<]*)<\/[a-z]+>/)
        where fields[String(match.output.1)] == nil {
          fields[String(match.output.1)] = String(match.output.2)
        }
      }
    }
    return fields
  }
}

extension MarkupElement {
  /// Whether the element has a class.
  func hasClass(_ name: String) -> Bool {
    self["class"]?.split(separator: " ").contains { $0 == name } ?? false
  }

  /// Whether the element is one in which sites show a picture with its caption.
  fileprivate var isPictureBox: Bool {
    hasClass("pci_c") || hasClass("pictext") || self["id"]?.lowercased() == "newspic"
  }

  /// Whether the marks of the beginning of a text stand right in the element.
  fileprivate var holdsTextMark: Bool {
    children.contains {
      if case .comment(let text) = $0 { text.onOneLine == "enpcontent" } else { false }
    }
  }
}

extension String {
  /// The text without the blanks with which Chinese paragraphs begin.
  fileprivate var withoutIndent: String { trimmedOfBlanks }

  /// Names of two characters without the blank between them, parts a blank apart: `本报记者　陆　渔`.
  var asByline: String {
    let line = onOneLine.replacing("\u{3000}", with: " ")
    var words: [String] = []
    for word in line.split(separator: " ").map(String.init) {
      if word.count == 1, let last = words.last, last.count == 1 {
        words[words.count - 1] = last + word
      } else {
        words.append(word)
      }
    }
    return words.joined(separator: " ")
  }

  /// `2031年05月15日` as `2031-05-15`.
  var digitsParted: String {
    let parts = matches(of: /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/).first
    guard let parts else { return self }
    func two(_ digits: Substring) -> String { digits.count == 1 ? "0" + digits : String(digits) }
    return "\(parts.output.1)-\(two(parts.output.2))-\(two(parts.output.3))"
  }
}
