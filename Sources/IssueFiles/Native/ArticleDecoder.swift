import NewsModel
import YAMLTree

/// The most bytes of an article's file.
let articleLimit = 8 << 20

/// An article as its file tells it, and where its jump marks stand.
struct DecodedArticle {
  let article: Article
  /// The place of the mark that ends the segment of the same index.
  let marks: [YAMLMark]
  /// The file, as messages name it.
  let file: String
  /// The place of `sidebar-of`.
  let sidebarMark: YAMLMark
}

/// Reads `articles/ID.md`.
struct ArticleDecoder {
  private(set) var reader: FieldReader
  private let id: ItemID

  init(id: ItemID, file: String) {
    reader = FieldReader(file: file)
    self.id = id
  }

  /// What was found wrong.
  var faults: [IssueFileError] { reader.faults }

  /// The article, as far as it can be understood; nil where it cannot be taken apart.
  mutating func decode(_ bytes: [UInt8]) -> DecodedArticle? {
    guard let source = reader.source(bytes) else { return nil }
    guard let parts = FrontMatter(source.bytes) else {
      reader.report(.frontMatterUnclosed, at: .start)
      return nil
    }
    guard let root = reader.yaml(parts.fields, firstLine: 2) else { return nil }
    let fields = reader.fields(of: root, named: "the front matter", known: Self.known)
    let fromLine = reader.text(fields["from"], "from")
    let body = readMarkdown(parts.body, firstLine: parts.bodyLine, fromLine: fromLine)
    for (fault, mark) in body.faults { reader.report(fault, at: mark) }
    let article = article(fields, body.segments)
    if article.isEmpty { reader.report(.emptyArticle, at: .start) }
    return DecodedArticle(
      article: article, marks: body.markPlaces, file: reader.file,
      sidebarMark: fields["sidebar-of"]?.mark ?? .start)
  }

  private static let known = [
    "kind", "language", "line-breaking", "label", "kicker", "headline", "deck", "byline",
    "dateline", "tail",
    "sidebar-of", "boxed", "from",
  ]

  private mutating func article(_ fields: [String: YAMLNode], _ segments: [Segment]) -> Article {
    Article(
      id: id, kind: kind(fields["kind"]),
      language: reader.text(fields["language"], "language").map(LanguageTag.init),
      lineBreaking: reader.lineBreaking(fields["line-breaking"]),
      label: reader.text(fields["label"], "label"),
      kicker: reader.text(fields["kicker"], "kicker"),
      headline: reader.lines(fields["headline"], "headline"),
      deck: reader.lines(fields["deck"], "deck"),
      byline: reader.text(fields["byline"], "byline"),
      dateline: reader.text(fields["dateline"], "dateline"),
      tailLine: reader.text(fields["tail"], "tail"),
      sidebarOf: reader.id(fields["sidebar-of"], "sidebar-of"),
      boxed: reader.flag(fields["boxed"], "boxed"), segments: segments)
  }

  private mutating func kind(_ node: YAMLNode?) -> Article.Kind {
    guard let node, let word = reader.text(node, "kind") else { return .story }
    if let kind = Article.Kind(rawValue: word) { return kind }
    let choices = Article.Kind.allCases.map(\.rawValue)
    reader.report(.badChoice(field: "kind", value: word, choices: choices), at: node.mark)
    return .story
  }
}

extension FieldReader {
  /// A file's text, cleaned; nil, and noted, where it is none.
  mutating func source(_ bytes: [UInt8]) -> SourceText? {
    do throws(SourceFault) {
      let source = try SourceText(bytes)
      if let (fault, mark) = source.warning { report(fault, at: mark) }
      return source
    } catch {
      report(error.fault, at: error.mark)
      return nil
    }
  }

  /// The tree of a YAML text; nil, and noted, where it is none.
  mutating func yaml(_ text: [UInt8], firstLine: Int = 1) -> YAMLNode? {
    do throws(YAMLError) {
      // The file's size was checked; replaced control characters make it three times as long at most.
      let limits = YAMLLimits(bytes: 3 * articleLimit)
      return try parseYAML(text, limits: limits, firstLine: firstLine)
    } catch {
      report(.yaml(problem: error.reason.description), at: error.mark)
      return nil
    }
  }
}

extension Article {
  /// Whether the article says nothing at all.
  fileprivate var isEmpty: Bool {
    let heads = headline + deck + [label, kicker, byline, dateline, tailLine].compactMap(\.self)
    return heads.isEmpty && segments.allSatisfy { $0.blocks.isEmpty }
  }
}
