import ArgumentParser
import LayoutEngine

/// `broadsheet [read] PATH`: opens an issue in the terminal.
struct Read: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Open an issue in the terminal.")

  @Argument(
    help: "An issue folder, a text, a newspaper in another format, or - for standard input.")
  var path: String

  @Option(help: "The page to open, by its label.")
  var page: String?

  @Option(help: "The theme, by its name.")
  var theme: String?

  @Option(help: "The name of the paper: big, where a font and room are found, or text.")
  var nameplate = NameplateStyle.big

  @Option(help: "Photos: drawn, where they can be decoded, or their captions alone.")
  var pictures = PictureStyle.drawn

  @Flag(help: "Pages as high as their text needs, nothing cut, to be scrolled; w changes it.")
  var whole = false

  @OptionGroup var text: TextOptions

  func run() throws {
    try read(
      ReadRequest(
        path: path, page: page, theme: theme, ambiguous: text.ambiguous, language: text.language,
        nameplate: nameplate, pictures: pictures, arrangement: text.arrangement,
        isWhole: whole))
  }
}
