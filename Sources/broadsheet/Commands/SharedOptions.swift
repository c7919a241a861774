public import ArgumentParser
import LayoutEngine
import NewsModel
public import ScreenModel
import UnicodeTables

/// The options that say how text is measured and pages are arranged.
struct TextOptions: ParsableArguments {
  @Option(help: "Cells of “ ” … — and other ambiguous characters: 1, 2, or as the terminal says.")
  var ambiguous = AmbiguousWidth.auto

  @Option(help: "The language of the issue as a BCP 47 tag, instead of its own.")
  var language: String?

  @Flag(help: "Pages as composed for the size, even where the issue tells how they were printed.")
  var automatic = false

  /// Where the items of a page stand: as printed, where the issue tells how.
  var arrangement: Arrangement { automatic ? .automatic : .author }

  /// How text is measured where no terminal is asked.
  var widths: WidthPolicy { WidthPolicy(ambiguous: ambiguous.cells ?? 1) }
}

/// How wide ambiguous characters are.
enum AmbiguousWidth: String, ExpressibleByArgument, CaseIterable {
  case auto
  case one = "1"
  case two = "2"

  /// The cells; nil where the terminal is to say.
  var cells: Int? {
    switch self {
    case .auto: nil
    case .one: 1
    case .two: 2
    }
  }
}

extension PictureStyle: ExpressibleByArgument {}

/// How the name of the paper is set on page 1.
enum NameplateStyle: String, ExpressibleByArgument, CaseIterable {
  /// In large type, where there is a font and room for it.
  case big
  /// As text.
  case text
}

extension Issue {
  /// The issue in another language, if one is asked for.
  func inLanguage(_ tag: String?) -> Issue {
    guard let tag else { return self }
    var issue = self
    issue.language = LanguageTag(tag)
    return issue
  }

  /// The page with that label; the first where none is asked for.
  func page(labelled label: String?) throws(UsageFault) -> Int {
    guard let label else { return 0 }
    guard let index = pageIndex(labelled: label) else {
      throw .noSuchPage(label, among: pages.map(\.label))
    }
    return index
  }
}

extension Size: ExpressibleByArgument {
  /// Reads `WxH`.
  public init?(argument: String) {
    let parts = argument.split(separator: "x", omittingEmptySubsequences: false)
    guard parts.count == 2, let columns = Int(parts[0]), let rows = Int(parts[1]),
      (1...10_000).contains(columns), (1...10_000).contains(rows)
    else { return nil }
    self.init(columns: columns, rows: rows)
  }
}

/// A request that cannot be met.
enum UsageFault: ShellFault {
  case noSuchPage(String, among: [String])
  case noSuchArticle(String)
  case noSuchTheme(String, among: [String])
  case tooSmall(Size)

  var sentence: String {
    switch self {
    case .noSuchPage(let label, let labels):
      "there is no page \(label); the pages are \(labels.prefix(40).joined(separator: ", "))"
    case .noSuchArticle(let id): "there is no item \(id) in this issue; check its id in issue.yaml"
    case .noSuchTheme(let name, let names):
      "there is no theme \(name); the themes are \(names.joined(separator: ", "))"
    case .tooSmall(let size): "\(size) is too small for a page; give a size of 20x5 or more"
    }
  }

  var status: ExitStatus { .badUsage }
}
