package import IssueFiles
import NewsModel

/// A format that can be imported.
struct Importer: Sendable {
  /// What the format is called.
  let name: String
  /// The kinds of files that tell it; the first file of such a kind is where an import begins.
  let kinds: [SourceKind]
  /// Makes a draft, beginning with the files of ``kinds``.
  let draft: @Sendable (ImportJob, [String]) throws(ImportNote) -> Draft
}

/// The formats, the most telling first: a folder with METS and ALTO is a METS issue.
private let importers: [Importer] = [
  Importer(name: "METS", kinds: [.mets], draft: metsDraft),
  Importer(name: "KB DIDL", kinds: [.didl], draft: delpherDraft),
  Importer(name: "Olive PRXML", kinds: [.oliveContents, .oliveEntity], draft: oliveDraft),
  Importer(name: "IIIF Presentation 3", kinds: [.iiif], draft: iiifDraft),
  Importer(name: "Chinese e-paper", kinds: [.ePaper], draft: ePaperDraft),
  Importer(name: "News agency", kinds: [.newsML, .nitf], draft: wireDraft),
  Importer(name: "Feed", kinds: [.feed, .jsonFeed], draft: feedDraft),
  Importer(name: "PAGE-XML", kinds: [.pageXML], draft: pageXMLDraft),
  Importer(name: "ALTO", kinds: [.alto], draft: altoDraft),
  Importer(name: "NDL OCR", kinds: [.ndl], draft: ndlDraft),
  Importer(name: "hOCR", kinds: [.hocr], draft: hocrDraft),
]

/// Reads whatever `path` leads to, says what it finds, and ends with an issue or with the reason why there
/// is none.
///
/// `say` is called with every message in the order in which it came about.
package func importSource(at path: String, _ say: (ImportMessage) -> Void) {
  withoutActuallyEscaping(say) { say in
    do throws(ImportNote) {
      let job = try importJob(at: path, say)
      let draft = try draft(job)
      let issue = try IssueMaker.make(draft)
      say(.issue(issue))
      say(.report(report(of: draft, issue, job.notes)))
    } catch {
      say(.failure(error))
    }
  }
}

/// The files that are at hand for an import of a folder or of one file.
private func importJob(
  at path: String, _ say: @escaping (ImportMessage) -> Void
) throws(ImportNote) -> ImportJob {
  switch kind(ofPath: path) {
  case .missing: throw ImportNote(file: path, sentence: "there is no such file or folder; check the path")
  case .other(let what): throw ImportNote(file: path, sentence: "is \(what), not a file; name a regular file")
  case .folder:
    guard let folder = ImportFolder(path) else { throw ImportNote(file: path, sentence: "cannot be opened") }
    let (paths, isCut) = folder.files()
    let files = paths.map { ($0, SourceKind(recognising: folder.head(of: $0))) }
    let job = ImportJob(folder, files: files, say: say)
    if isCut {
      job.note(ImportNote(file: path, sentence: "has more files than are looked at; name a folder of one issue"))
    }
    return job
  case .file:
    let (parent, name) = path.splitPath
    guard let folder = ImportFolder(parent) else { throw ImportNote(file: path, sentence: "cannot be opened") }
    let kind = SourceKind(recognising: folder.head(of: name))
    return ImportJob(folder, files: [(name, kind)], say: say)
  }
}

private func draft(_ job: ImportJob) throws(ImportNote) -> Draft {
  for importer in importers {
    let paths = job.files.filter { importer.kinds.contains($0.kind) }.map(\.path)
    guard !paths.isEmpty else { continue }
    return try importer.draft(job, paths)
  }
  throw ImportNote(
    file: job.folder.shown, sentence: "has no newspaper in a format that can be read; name an issue's folder")
}

extension String {
  /// The folder of a path and its last step.
  fileprivate var splitPath: (folder: String, name: String) {
    guard let slash = lastIndex(of: "/") else { return (".", self) }
    let folder = self[..<slash]
    return (folder.isEmpty ? "/" : String(folder), String(self[index(after: slash)...]))
  }
}
