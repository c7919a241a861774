import ArgumentParser
import Glibc
import IssueFiles
import NewsModel

/// `broadsheet import SOURCE`: writes a source as an issue folder, and says what became of all that is in it.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a newspaper in another format as an issue folder, or report on it.")

  /// How a report is printed.
  enum ReportStyle: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: "What is imported: a file, a folder, or - for standard input.")
  var source: String

  @Option(
    help: "The folder to write, new or empty or an issue; without it there is the report alone.")
  var output: String?

  @Option(help: "The format that is expected; auto tells it by the content.")
  var format = ImportFormat.auto

  @Option(help: "What became of every part of the source, on standard output: text or json.")
  var report: ReportStyle?

  func run() throws {
    guard output != nil || report != nil else { throw ImportUsageFault.nothingAsked }
    if let output, !isFree(output) { throw ImportUsageFault.folderTaken(output) }
    let opened = try openForImport()
    opened.warnings.forEach(complain)
    let isReadable = try output.map { try keep(opened, in: $0) } ?? true
    if let report { try say(opened, report) }
    if !isReadable { throw ExitStatus.faultsFound }
  }

  private func say(_ opened: OpenedIssue, _ report: ReportStyle) throws {
    guard let found = opened.report else { throw ImportUsageFault.noReport(source) }
    write(report == .json ? found.json.endingLine : found.text.harmless, to: STDOUT_FILENO)
  }

  private func openForImport() throws -> OpenedIssue {
    let found = try IssueSource(source)
    guard format.mayBe(found) else { throw ImportUsageFault.otherFormat(source, format) }
    switch found {
    case .foreign(let foreign): return try OpenedIssue(try importPlainly(foreign), at: source)
    case .text(let bytes, let path):
      var opened = try OpenedIssue(found, at: source)
      opened.report = textImportReport(bytes, path: path)
      return opened
    case .folder: return try OpenedIssue(found, at: source)
    }
  }

  /// Writes the issue with its pictures, and names what is wrong with what was written; false where it cannot
  /// be read again.
  private func keep(_ opened: OpenedIssue, in folder: String) throws -> Bool {
    let faults = try writeIssue(opened.issue, picturesFrom: opened.pictures, to: folder)
    faults.forEach(complain)
    let found = checkIssue(at: folder)
    found.map(\.description).forEach(complain)
    return found.allSatisfy { $0.fault.severity == .warning }
  }
}

/// A format that somebody expects a source to be in.
enum ImportFormat: String, ExpressibleByArgument, CaseIterable {
  case auto
  case ocr
  case metsAlto = "mets-alto"
  case alto, didl, olive
  case pageXML = "page-xml"
  case ndl, hocr, iiif, newsml, nitf, feed
  case ePaper = "epaper"

  /// Whether a source may be in the format: text is no markup, and markup no text.
  func mayBe(_ source: IssueSource) -> Bool {
    switch (self, source) {
    case (.auto, _), (.ocr, .text): true
    case (.ocr, .foreign(let source)): source.isText
    case (_, .foreign(let source)): !source.isText
    default: false
    }
  }
}

/// A request for an import that cannot be met.
enum ImportUsageFault: ShellFault {
  case nothingAsked
  case folderTaken(String)
  case otherFormat(String, ImportFormat)
  case noReport(String)

  var sentence: String {
    switch self {
    case .nothingAsked: "an import needs somewhere to go; say --output FOLDER, or --report text"
    case .folderTaken(let path): "\(path) is there and no issue; name a new or an empty folder"
    case .otherFormat(let path, let format):
      "\(path): is not \(format.rawValue); leave --format out, and its content tells"
    case .noReport(let path): "\(path): is read as it is, and there is nothing to report"
    }
  }

  var status: ExitStatus { .badUsage }
}

extension String {
  /// The text with a line feed at its end.
  fileprivate var endingLine: String { hasSuffix("\n") ? self : self + "\n" }
}
