import Importers
import IssueFiles
import NewsModel
import TestSupport

/// `Issue` is the newspaper's, not the test library's.
typealias Issue = NewsModel.Issue

/// What an import of files said.
struct Imported {
  var issue: Issue?
  var notes: [ImportNote] = []
  var report: ImportReport?
  var failure: ImportNote?

  /// Imports what lies at a path.
  init(at path: String) {
    var (issue, notes, report, failure) = (
      Issue?.none, [ImportNote](), ImportReport?.none, ImportNote?.none
    )
    importSource(at: path) { message in
      switch message {
      case .issue(let made): issue = made
      case .note(let note): notes.append(note)
      case .report(let made): report = made
      case .failure(let note): failure = note
      case .progress: break
      }
    }
    (self.issue, self.notes, self.report, self.failure) = (issue, notes, report, failure)
  }

  /// Imports a folder of files, by their paths inside it.
  init(_ files: [String: String]) {
    let folder = ScratchFolder(files)
    self.init(at: folder.path)
  }

  /// Every article, by its headline.
  var headlines: [String] { issue?.articles.map(\.title) ?? [] }

  /// The article with that id.
  func article(_ id: String) -> Article? { issue?.article(id) }
}

extension Article {
  /// The texts of its blocks, part by part.
  var paragraphs: [[String]] { segments.map { $0.blocks.map(\.text) } }
}
