import ArgumentParser
import Glibc
import IssueFiles
import LayoutEngine
import NewsModel
import ReaderCore
import ScreenModel
import UnicodeTables

/// `broadsheet render PATH`: prints a page as it would stand on a screen.
struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print a page, an item or the whole issue as composed.")

  /// What is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, ansi, json
    /// The issue itself, however it is composed.
    case issueJSON = "issue-json"
  }

  @Argument(
    help: "An issue folder, a text, a newspaper in another format, or - for standard input.")
  var path: String

  @Option(help: "The page, by its label; the first if none is given.")
  var page: String?

  @Option(help: "An item by its id, instead of a page.")
  var article: String?

  @Flag(help: "All pages, one after another.")
  var all = false

  @Flag(
    help: "The page as high as its text needs, nothing cut; of the size, the width alone counts.")
  var whole = false

  @Option(help: "The size in cells, WxH.")
  var size = Size(columns: 120, rows: 40)

  @Option(help: "text, ansi, json (pages as composed) or issue-json (the issue itself).")
  var format = Format.text

  @Option(help: "The theme of ansi, by its name.")
  var theme: String?

  @Option(help: "The name of the paper: text, or big by the fonts of this machine.")
  var nameplate = NameplateStyle.text

  @Option(help: "Photos: drawn, where they can be decoded, or their captions alone.")
  var pictures = PictureStyle.drawn

  @OptionGroup var text: TextOptions

  func run() throws {
    guard size.columns >= 20, size.rows >= 5 else { throw UsageFault.tooSmall(size) }
    let opened = try open(path)
    let issue = opened.issue.inLanguage(text.language)
    if format == .issueJSON {
      opened.warnings.forEach(complain)
      return write(issue.document, to: STDOUT_FILENO)
    }
    let pages = try layouts(issue, opened.pictures)
    switch format {
    case .issueJSON: break
    case .json: pages.forEach { write($0.document, to: STDOUT_FILENO) }
    case .text: write(frames(pages, .plain).joinedAsText, to: STDOUT_FILENO)
    case .ansi:
      let theme = try ThemeShelf.standard.theme(named: theme)
      write(frames(pages, theme).joinedAsANSI, to: STDOUT_FILENO)
    }
  }

  private func layouts(_ issue: Issue, _ folder: PictureFolder?) throws -> [PageLayout] {
    let shop = pictures == .drawn ? folder.map { PictureShop($0) } : nil
    shop?.open()
    defer { shop?.takeFaults().forEach(complain) }
    let typesetting = Typesetting(
      for: issue, widths: text.widths, largeType: largeType(for: issue), pictures: shop?.source)
    if let article {
      guard let place = issue.place(ofItem: article),
        let story = StoryContent(issue, at: place, typesetting)
      else { throw UsageFault.noSuchArticle(article) }
      return [compose(story, size: size)]
    }
    let wanted = all ? Array(issue.pages.indices) : [try issue.page(labelled: page)]
    return wanted.map { page in
      let content = PageContent(issue, page: page, typesetting)
      return whole && size.columns >= leastWholeWidth
        ? composeWhole(content, width: size.columns, text.arrangement)
        : compose(content, size: size, text.arrangement)
    }
  }

  private func largeType(for issue: Issue) -> LargeType? {
    guard nameplate == .big else { return nil }
    let shop = NameplateShop(for: issue)
    shop.openFonts()
    return shop.type
  }

  private func frames(_ layouts: [PageLayout], _ theme: Theme) -> [Frame] {
    let depth: ColorDepth = Environment.noColor ? .mono : .indexed
    let dress = Dress(theme, depth)
    return layouts.flatMap { layout in
      layout.folds.indices.map { fold in
        var frame = Frame(size: layout.size, style: dress(.page))
        layout.draw(fold: fold, on: &frame, paperIsDark: dress.paperIsDark) { dress(.ink($0)) }
        return frame
      }
    }
  }
}

extension Issue {
  /// Where the item with that id begins.
  func place(ofItem id: ItemID) -> Place? {
    for (page, sheet) in pages.enumerated() {
      if let item = sheet.items.firstIndex(where: { $0.id == id }) {
        return Place(page: page, item: item)
      }
    }
    return nil
  }
}

extension [Frame] {
  /// The frames as rows of text, with a form feed on a line of its own between two.
  fileprivate var joinedAsText: String {
    map { $0.plainText.map { $0 + "\n" }.joined() }.joined(separator: "\u{0C}\n")
  }

  fileprivate var joinedAsANSI: String { map(\.ansiText).joined(separator: "\u{0C}\n") }
}
