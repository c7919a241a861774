import NewsModel
import YAMLTree

/// The newest format of `issue.yaml`.
let newestFormat = 1

/// `issue.yaml` by itself: what it says before any article is read.
struct DecodedHeader {
  var language = LanguageTag("und")
  var lineBreaking: LineBreaking?
  var nameplate = Nameplate(name: "")
  /// The path of the nameplate's picture, which is still to be read, and where it stands.
  var nameplateImage: (path: String, mark: YAMLMark)?
  var pages: [DecodedPage] = []
}

extension FieldReader {
  private static let issueFields = [
    "format", "language", "line-breaking", "paper", "date", "printed-date", "weekday", "lunar",
    "number", "nameplate", "pages",
  ]
  private static let paperFields = ["name", "subtitle", "organ", "registration", "imprint"]

  /// What `issue.yaml` says; whatever is wrong is noted.
  mutating func header(_ root: YAMLNode) -> DecodedHeader {
    let fields = fields(of: root, named: "issue.yaml", known: Self.issueFields)
    checkFormat(fields["format"], root.mark)
    var header = DecodedHeader()
    if let language = text(fields["language"], "language") {
      header.language = LanguageTag(language)
    } else {
      missing("language", "a language tag such as zh-Hans, ja or en", root.mark)
    }
    header.lineBreaking = lineBreaking(fields["line-breaking"])
    header.nameplate = nameplate(fields, root)
    header.nameplateImage = nameplateImage(fields["nameplate"])
    let pages = list(fields["pages"], "pages")
    if pages.isEmpty { report(.noPages, at: (fields["pages"] ?? root).mark) }
    header.pages = pages.compactMap { page($0) }
    return header
  }

  /// How lines are to be broken; nil where nothing, or nothing known, is said.
  mutating func lineBreaking(_ node: YAMLNode?) -> LineBreaking? {
    guard let node, let word = text(node, "line-breaking") else { return nil }
    if let level = LineBreaking(rawValue: word) { return level }
    let choices = LineBreaking.allCases.map(\.rawValue)
    report(.badChoice(field: "line-breaking", value: word, choices: choices), at: node.mark)
    return nil
  }

  private mutating func checkFormat(_ node: YAMLNode?, _ mark: YAMLMark) {
    guard let node else { return missing("format", "`format: \(newestFormat)`", mark) }
    guard let format = node.integer, format > 0 else {
      return wrongType(node, "format", "`format: \(newestFormat)`")
    }
    if format > newestFormat {
      report(.tooNew(format: format, newest: newestFormat), at: node.mark)
    }
  }

  private mutating func nameplate(
    _ fields: [String: YAMLNode], _ root: YAMLNode
  ) -> Nameplate {
    let paper = fields["paper"].map {
      self.fields(of: $0, named: "paper", known: Self.paperFields)
    }
    let name = text(paper?["name"], "name")
    if name == nil {
      missing("name", "the paper's name under `paper`", (fields["paper"] ?? root).mark)
    }
    return Nameplate(
      name: name ?? "", subtitle: text(paper?["subtitle"], "subtitle"),
      organ: text(paper?["organ"], "organ"), date: dateLine(fields),
      number: text(fields["number"], "number"),
      registration: text(paper?["registration"], "registration"),
      imprint: lines(paper?["imprint"], "imprint"))
  }

  private mutating func nameplateImage(_ node: YAMLNode?) -> (path: String, mark: YAMLMark)? {
    guard let node else { return nil }
    let image = fields(of: node, named: "nameplate", known: ["image"])["image"]
    guard let image, let path = text(image, "image") else { return nil }
    return (path, image.mark)
  }

  private mutating func dateLine(_ fields: [String: YAMLNode]) -> DateLine {
    let line = DateLine(
      date: date(fields["date"]), printed: text(fields["printed-date"], "printed-date"),
      weekday: text(fields["weekday"], "weekday"), lunar: text(fields["lunar"], "lunar"))
    // Printed things are named where they are wrong, and never mended.
    if let fault = line.weekdayFault, let node = fields["weekday"] { report(fault, at: node.mark) }
    if let fault = line.lunarFault, let node = fields["lunar"] { report(fault, at: node.mark) }
    return line
  }

  private mutating func date(_ node: YAMLNode?) -> CalendarDate? {
    guard let node, let text = text(node, "date") else { return nil }
    if let date = CalendarDate(text) { return date }
    report(.badDate(text), at: node.mark)
    return nil
  }
}
